"""Whether a sentence that names a move tells none of the company: called off, a condition, long past, or a guest's."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from classifiers.people.parsing import Parsed
from classifiers.people.roles import role_in
from classifiers.wording.names import ORGANISATION, mentioned
from classifiers.wording.patterns import Pattern
from domain.findings import Move

MOVE = (
    r"(?:appointments?|nominations?|promotions?|elections?|hirings?|resignations?|departures?|retirements?|dismissals?|"
    r"terminations?|removals?|(?:job|employment) offers?)"
)
WITHDRAWN = r"(?:rescinded|withdrawn|revoked|cancell?ed|called off|reversed|voided|overturned|undone)"
CALLED_OFF = Pattern(
    r"(?i)\b(?:rescind(?:s|ed|ing)?|withdr(?:aws?|ew|awn|awing)|revok(?:es?|ed|ing)|cancel(?:s|l?ed|l?ing)?|"
    r"revers(?:es?|ed|ing)|void(?:s|ed|ing)?|overturn(?:s|ed|ing)?|tak(?:es|ing) back|took back|reject(?:s|ed|ing)|"
    r"(?:refus|declin)(?:es|ed|ing) to accept|did not accept) "
    rf"(?:(?:the|its|his|her|their|an?|earlier|previous|planned|[\w-]+ [\w-]+['’]s) )*{MOVE}\b"
)
UNDONE = Pattern(rf"(?i)\b{MOVE}\b[^,;]{{0,90}}? (?:was|were|is|has been|have been|had been) (?:later )?{WITHDRAWN}\b")
# Where another clause begins, whose move stands.
ANOTHER = Pattern(r"[;,:] |\b(?:and|but|while)\b")
WAS_TO = Pattern(
    r"(?i)\b(?:had (?:planned|intended|agreed|meant|hoped|offered|been (?:due|set|expected))|"
    r"(?:was|were) (?:due|set|scheduled|supposed|expected|meant|going|slated|about)) to\b"
)
AFTER_ALL = Pattern(
    r"(?i)\b(?:but|before|until|however)\b.{0,60}?\b(?:withdr(?:ew|awn)|pull(?:s|ed) out|chang(?:es|ed) (?:its|his|her|"
    rf"their) mind|never|not|{WITHDRAWN}|dropped (?:out|the)|declin(?:es|ed)|turn(?:s|ed) (?:it|the \w+) down|fell "
    r"through|backed out)\b"
)
CONDITION = Pattern(r"^\W*Should [A-Z]|(?i)\b(?:in the event|in case|provided) (?:that|of)\b")
WOULD = Pattern(r"(?i)\bwould\b")
# "The company said that she would join" tells what will be.
REPORTED = Pattern(
    r"(?i)\b(?:said|saying|says|announc\w+|told|reported|confirmed|added|disclosed|stated|revealed|wrote|informed|notified)\b"
)
# "Elm Capital urges Brightvane to fire its chair and appoint": what others want goes on behind "and".
CALLED_FOR = Pattern(
    r"(?i)\b(?:urg(?:es?|ed|ing)|demand(?:s|ed|ing)?|want(?:s|ed|ing)?|call(?:s|ed|ing)? (?:on|for)|ask(?:s|ed|ing)|"
    r"press(?:es|ed|ing)|push(?:es|ed|ing)? for|petition(?:s|ed)?)\b[^.;:]* to [^.;:]*\band (?:to )?$"
)
BARE_VERB = Pattern(r"(?i)^(?:appoint|name|hire|elect|install|promote|fire|oust|remove|dismiss|replace|make) ")
# How somebody once came, and what they say of it.
STORY = Pattern(r"(?:^\W*|: )How [A-Z]|\b[Oo]n (?:how|why|what)\b")
WHO_CAME = Pattern(
    r", who (?:became|joined|was (?:appointed|named|promoted|hired|elected)|took over|started|rose)\b[^,]{0,80}?"
    r"\b(?:last year|years? ago|in (?:19|20)\d\d)\b"
)
OLD_NEWS = Pattern(
    r"(?i)\b(?:was|were) (?:first )?(?:announced|made|disclosed|confirmed) (?:back )?(?:in (?:19|20)\d\d|last year|"
    r"\w+ years ago)\b"
)
LONG_AGO = Pattern(r"^\W*(?:Upon|After|Following|Since|With|On) [^,;]*\bin (?:19|20)\d\d, ")
TO_COME = Pattern(r"(?i)\b(?:will|to|is|are|has|have)\b")
GONE_BEFORE = Pattern(r"(?i)\bpreviously (?:disclosed|announced|reported)\b.*\bformer\b.*\bagreement\b")
# "Meet Ana Ruiz, our head of sales" shows somebody; who is new is called so.
MEETS = Pattern(r"(?i)^(?:meet|say hello to|get to know)\b")
GREETS = Pattern(r"(?i)^(?:welcom|meet|pick|choos|select|add|say hello|introduc|unveil)")
NEWCOMER = Pattern(r"(?i)\b(?:new|newly|next|incoming|joins?|joined|as)\b")
# The office that a guest has elsewhere, set off by a comma behind the name.
OFFICE_AT = Pattern(
    r"(?:\bat|(?:C[EFOTIM]O|[Ee]xecutive|[Pp]resident|[Cc]hair\w*|[Mm]anager|[Dd]irector|[Oo]wner) of) (?:the )?[A-Z]"
)
INVITED = Pattern(
    r"(?i)\b(?:to|on|for|at|as) (?:\S+ ){0,4}?(?:podcasts?|webinars?|line-?up|keynote|speakers?|panel|stage|"
    r"summit|conference|episode|guest)\b"
)
APPOSED = Pattern(rf"^\W*({ORGANISATION}), (?:the|an?) [a-z][^,]{{2,60}}, (?:has )?(?:said|says|announce[sd])\b")
OF_CUSTOMERS = Pattern(
    r"(?i)\b(?:at|of) (?:one of )?(?:our|its|their) (?:\w+ )?(?:customers?|clients?|partners?|rivals?|suppliers?)\b"
)
POACHED = Pattern(
    rf"^\W*({ORGANISATION}) (?i:has )?(?i:poach(?:es|ed)|lure[sd]|hire[sd]|recruit(?:s|ed)|tap(?:s|ped)|nab(?:s|bed)|"
    r"snap(?:s|ped) up|steals|stole|raids) "
)


def news_in(found: Iterable[Parsed], sentence: str, own: str) -> Iterator[Parsed]:
    """The moves of a sentence that are the company's news, each as it is seen from there."""
    for one in found:
        if one.span is None or not untold(sentence, one, own):
            yield seen_from(own, sentence, one)


def untold(sentence: str, one: Parsed, own: str) -> bool:
    """Whether the sentence takes back the move that it names, or tells it of elsewhere or of long ago."""
    start, end = one.span or (0, 0)
    ahead, within, rest = sentence[:start], sentence[start:end], sentence[end:]
    comes = one.move is not Move.LEFT
    return (
        called_off(ahead, within, rest)
        or conditional(ahead + within, sentence)
        or (CALLED_FOR.search(ahead) is not None and BARE_VERB.search(within) is not None)
        or long_past(sentence, ahead + within, one)
        or (comes and guest(within, rest))
        or of_others(sentence, own)
        or OF_CUSTOMERS.search(one.role or "") is not None
    )


def called_off(ahead: str, within: str, rest: str) -> bool:
    """Whether the move itself, and not another one of the sentence, was taken back or came to nothing."""
    off = CALLED_OFF.search(ahead + within)
    was_to = WAS_TO.search(ahead + within)
    return (
        (off is not None and ANOTHER.search(ahead[off.end() :]) is None)
        or UNDONE.search(within + rest) is not None
        or (was_to is not None and AFTER_ALL.search(within + rest) is not None)
    )


def conditional(so_far: str, sentence: str) -> bool:
    """Whether a move is one that would follow of another thing, and not one that a report tells."""
    return CONDITION.search(so_far) is not None or (WOULD.search(so_far) is not None and not REPORTED.search(sentence))


def long_past(sentence: str, so_far: str, one: Parsed) -> bool:
    start, end = one.span or (0, 0)
    ago = LONG_AGO.search(sentence)
    return (
        STORY.search(so_far) is not None
        or any(match.start() < end <= match.end() for match in WHO_CAME.finditer(sentence))
        or OLD_NEWS.search(sentence[start:]) is not None
        or (ago is not None and TO_COME.search(sentence[ago.end() :]) is None)
        or GONE_BEFORE.search(sentence) is not None
    )


def guest(within: str, rest: str) -> bool:
    """Whether somebody is only shown or asked in: with an office held elsewhere, or for a talk."""
    if not GREETS.search(within) or NEWCOMER.search(within):
        return False
    held = within.partition(", ")[2] + " ".join(rest[:40].split(",")[:1])
    return MEETS.search(within) is not None or OFFICE_AT.search(held) is not None or INVITED.search(rest) is not None


def of_others(sentence: str, own: str) -> bool:
    """Whether another company, called by what it is, tells its own news in a sentence without the company's name."""
    other = APPOSED.search(sentence)
    return other is not None and not mentioned(other.group(1), (own,)) and not mentioned(sentence, (own,))


def seen_from(own: str, sentence: str, one: Parsed) -> Parsed:
    """A move as the company's: whom another one poaches from it has left, with the office held there."""
    match = POACHED.search(sentence)
    if match is None or one.move is Move.LEFT or mentioned(match.group(1), (own,)):
        return one
    held = sentence[match.end() :].partition(one.person)[0]
    if not held.startswith(own):
        return one
    return replace(one, move=Move.LEFT, role=role_in(held[len(own) :].removeprefix("’s").removeprefix("'s").strip()))
