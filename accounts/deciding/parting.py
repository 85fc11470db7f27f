"""Whether an account and a rival of ours part: the door that the rival held is open again."""

import re2

from accounts.reading.event import Reading
from accounts.reading.undone import without_undone
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern

_LEAVES = (
    r"(?:leav(?:es|ing)|left|to leave|quits?|ditch(?:es|ed)|dump(?:s|ed)|drop(?:s|ped)|replac(?:es|ed|ing)|"
    r"part(?:s|ed) (?:ways|company) with|walk(?:s|ed) away from|mov(?:es|ed|ing) (?:away|off)(?: from)?|"
    r"switch(?:es|ed) (?:away )?from|migrat(?:es|ed|ing) (?:away |off )?(?:from|off)|stop(?:s|ped) using|"
    r"phas(?:es|ed|ing) out|br(?:eaks|oke) with|gives? notice to|(?:bids?|says?) (?:farewell|goodbye) to|rips? out|"
    r"gets? rid of|turns? (?:its|their) back on|"
    r"(?:do|does|did|will|would) not renew(?: with)?|"
    r"(?:decides?|decided|opts?|opted) (?:not to renew(?: with)?|against))"
)
_ENDS = (
    r"(?:ends?|ended|ending|terminat(?:es|ed|ing)|cancel(?:s|led|ed|ling)?|scrap(?:s|ped)|lets?|quits?|sever(?:s|ed)|"
    r"(?:do|does|did|will|would) not renew|decid(?:es|ed) not to renew)"
)
_BOND = (
    r"(?:contracts?|agreement|partnership|deal|subscription|licen[cs]es?|relationship|ties|orders?|pilot|rollout|"
    r"cooperation|collaboration)"
)
_LOSES = rf"(?:loses?|lost|losing|drops?|dropped|sheds?|{_ENDS} (?:\S+ ){{0,4}}{_BOND} with)"
# "replaces Quill with", "drops Quill in favour of": who is named behind comes instead.
_INSTEAD = Pattern(r"\b(?:with|for|to|by|of) ")


def parts_with_a_rival(reading: Reading, account: str) -> bool:
    """Whether the text says that `account` leaves a rival, or a rival loses it, and goes to no other that we meet."""
    text = without_undone(reading.folded, mended=False)
    ours = re2.escape(fold(reading.named[account].words if account in reading.named else account).text)
    left = {rival for rival in reading.rivals if _is_left(text, _plain(rival)) or _loses(text, _plain(rival), ours)}
    return bool(left) and not any(_comes(text, _plain(rival)) for rival in reading.rivals if rival not in left)


def _plain(name: str) -> str:
    escaped: str = re2.escape(fold(name).text)
    return escaped


def _is_left(text: str, rival: str) -> bool:
    if re2.search(rf"\b{_ENDS} (?:\S+ ){{0,4}}{_BOND} (?:with|for|of|at|from) (?:\S+ ){{0,2}}{rival}\b", text):
        return True
    if re2.search(rf"\b{_ENDS} (?:\S+ ){{0,3}}{rival} (?:\S+ ){{0,2}}{_BOND}\b", text):
        return True
    left = re2.finditer(rf"\b{_LEAVES} ((?:[^\s,;.:]+ ){{0,4}}?){rival}\b", text)
    return any(_INSTEAD.search(hit.group(1)) is None for hit in left)


def _loses(text: str, rival: str, account: str) -> bool:
    return re2.search(rf"\b{rival} {_LOSES} (?:[^\s,;.:]+ ){{0,5}}{account}\b", text) is not None


def _comes(text: str, rival: str) -> bool:
    return re2.search(rf"\b(?:with|for|to|by|in favou?r of|chooses|picks|selects) {rival}\b", text) is not None
