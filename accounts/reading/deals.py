"""Who is bought, and who buys, in a text that speaks of a purchase or a merger."""

from collections.abc import Iterable

from accounts.naming.finder import Mention
from accounts.texts.folding import fold
from accounts.texts.patterns import Pattern
from domain.events import Event
from domain.sources import SubjectKind

_BUYS = Pattern(
    r"\b(?:acquir\w+|taken private|acquisition of|buys|buy|bought|takes over|take over|purchase of|takeover of|"
    r"(?:offer|bid|approach) for|"
    r"rachet\w+|rachat de|ubernimmt|koopt|compra|adquiere)\b|"
    r"\b(?P<done>ubernommen|aufgekauft|overgenomen|rachetee? par|(?:adquirid|comprad)[ao] por|acquisit[ao] da)\b"
)
_PARENT = Pattern(r"\([\"'“‘]*parent[\"'”’]*\)")
# "each share will be converted into the right to receive $31.50 in cash": who files this is bought.
_CASHED = Pattern(
    r"right to receive|per share in cash|(?:will|to) become a wholly[- ]owned subsidiary|go(?:es|ing)? private"
)
_BY_A_DAY = Pattern(r"^\s*by (?:\d|jan|feb|mar|apr|may|june?\b|july?\b|aug|sep|oct|nov|dec|the end|then|customers?\b)")
# "takes over as head of procurement": a post, no company.
_A_POST = Pattern(r"^\s*(?:as|from|the (?:role|post|job|helm|reins|management|leadership))\b")
_PASSIVE = Pattern(r"^\s*(?:by|von)\b")
# How far (characters) from "acquires" the bought one's name may stand.
_NEAR = 70


def deal(
    event: Event, folded: str, mentions: Iterable[Mention], products: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Who (or which product) is bought, and who buys, as names of companies and products.

    Reads "X acquires Y", "Y acquired by X" and a merger agreement's "(Parent)", whose counterpart files.
    """
    bought: set[str] = set()
    buyers: set[str] = set()
    companies = tuple(mentions)
    for verb in _BUYS.finditer(folded):
        after = [one.subject.name for one in companies if verb.end() <= one.start < verb.end() + _NEAR]
        before = [one.subject.name for one in companies if verb.start() - _NEAR <= one.start < verb.start()]
        tail = folded[verb.end() : verb.end() + _NEAR]
        things = {name for name in products if fold(name).text in tail}
        if _BY_A_DAY.match(tail) or _A_POST.match(tail):
            continue
        if verb.group("done") or _PASSIVE.match(tail):
            after, before, things = before[-1:], after[:1], set()
        buyers.update(before[-1:])
        bought.update({*after[:1], *things} - set(before))
    if "merger" in folded and event.subject.kind is not SubjectKind.MARKET:
        parent = [one for one in companies if "parent" in folded[one.end : one.end + 14]]
        (bought if parent or _PARENT.search(folded) or _CASHED.search(folded) else buyers).add(event.subject.name)
        buyers.update(one.subject.name for one in parent)
    return frozenset(bought - buyers), frozenset(buyers)
