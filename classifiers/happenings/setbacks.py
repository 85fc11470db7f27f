"""What weakens a company: lay-offs, closures, outages, breaches, insolvency, profit warnings."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from classifiers.saying.disowned import denied, of_another
from classifiers.saying.unsaid import sentence_around
from classifiers.saying.voices import quotations
from classifiers.wording.names import LETTER, UPPER
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.suspects import Suspects
from domain.findings import Fact, Setback, Side
from domain.sources import Source

LONGEST_TEXT = 2_500
ABOUT = r"(?:about |around |some |roughly |nearly |almost |up to |more than |over |rund |etwa |unos )?"
COUNT = rf"{ABOUT}(?P<count>\d[\d,.]*)(?P<million> million)?"
PEOPLE = (
    r"(?:jobs|roles|positions|employees|people|staff|workers|staffers|posts|Stellen|Mitarbeiter\w*|postes|empleados|"
    r"trabajadores)"
)
CAPITAL = rf"[{UPPER}][{LETTER}\d'’-]*"
NAME = rf"{CAPITAL}(?: {CAPITAL}){{0,2}}"
LAYS_OFF = (
    r"(?i:lay(?:s|ing)? off|laid off|cut(?:s|ting)?|ax(?:es|ing)|slash(?:es|ing)?|eliminat(?:es|ing|ed)|"
    r"shed(?:s|ding)?|"
    r"let(?:s|ting)? go(?: of)?|dismiss(?:es|ed|ing)|streicht|entlässt|supprime|licencie|despide)"
)
OF_STAFF = r"(?i:of (?:its |the |all |their )?(?:global |total )?(?:staff|workforce|employees|jobs|headcount))"
SHARE = r"(?P<share>\d{1,2}(?:\.\d)?) ?(?i:%|percent|per cent|Prozent)"
SITE = r"(?P<what>office|plant|factory|store|warehouse|branch|site|data cent(?:er|re)|hub)(?:s|es)?"
SUFFERS = (
    r"(?i:confirms?|confirmed|discloses?|disclosed|suffers?|suffered|reports?|reported|hit by|admits|"
    r"after) (?i:an? |the )?"
    r"(?i:major |massive )?(?i:data |security |customer data )?(?i:breach|leak|ransomware attack|cyber ?attack|hack)\b"
)
HARMED = r"(?i:customers|users|accounts|records|people)"
FAILS = (
    r"(?i:files? for|filed for) (?i:bankruptcy|insolvency|administration|chapter (?:7|11))|"
    r"(?i:enters|goes into|placed in(?:to)?) (?i:administration|liquidation|receivership|insolvency)|"
    r"(?i:meldet Insolvenz an|dépose le bilan|redressement judiciaire|concurso de acreedores)"
)
WARNS = (
    r"(?i:profit warning|Gewinnwarnung|avertissement sur résultats)|(?i:cuts?|lowers?|lowered|slashes|withdraws) "
    r"(?i:its |the |full-year |annual |\d{4} )*(?i:guidance|outlook|forecast)"
)
SHAPES: tuple[tuple[str, Pattern], ...] = tuple(
    (kind, Pattern(pattern))
    for kind, pattern in (
        ("lay_offs", rf"\b{LAYS_OFF} {COUNT} (?i:of (?:its|their) )?(?i:{PEOPLE})"),
        ("lay_offs", rf"\b{LAYS_OFF} {ABOUT}{SHARE} {OF_STAFF}"),
        (
            "lay_offs",
            r"\b(?i:announces?|announced|plans?|confirms?) (?i:new |more )?(?i:lay-?offs|job cuts|redundancies)\b",
        ),
        (
            "closure",
            rf"\b(?i:clos(?:es|ing)|shuts?|shutting|shutters)(?i: down)? (?i:its |the |"
            rf"their )(?:(?P<place>{NAME}) )?{SITE}\b"
            rf"(?: in (?P<there>{NAME}))?",
        ),
        ("outage", rf"(?P<what>{NAME}) (?i:major |global |partial |service )*(?i:outage|downtime)\b"),
        (
            "outage",
            rf"\b(?i:outage|incident|disruption|investigating)\b[^.\n]{{0,12}}[:–-] ?(?P<what>{NAME})[^.\n]{{0,40}}"
            r"\b(?i:unavailable|down|outage|errors|degraded|failing|unreachable|latency)\b",
        ),
        ("outage", rf"(?P<what>{NAME}) (?i:is|was|were|went|has been) (?i:down|offline|unavailable|unreachable)\b"),
        ("breach", rf"\b{SUFFERS}(?:[^.\n]{{0,60}}?\b(?i:affect\w*|expos\w*|of) {COUNT} (?:[a-z]+ )?{HARMED})?"),
        ("insolvency", rf"\b(?:{FAILS})\b"),
        ("profit_warning", rf"\b(?:{WARNS})\b"),
    )
)
# Most texts tell of none: one look spares them all these.
SUSPECTS = Suspects(*(pattern.pattern for _, pattern in SHAPES), names=(NAME,))
# A lesson from somebody's outage is none.
TEACHES = Pattern(
    r"(?i)^\W*(?:how |what |why |when |guide |webinar|\d+ (?:ways|tips|lessons|reasons))|"
    r"\b(?:shows? why|lessons? from|prepare for|prevent\w*|avoid\w*|in case of|best practices)\b"
)
RESOLVES = Pattern(
    r"(?i)(?:^|\W)(?:resolved|resolves|resolving|fixed|fixes|ended|ends|recover(?:s|ed|ing) from|restored|behoben|"
    r"behebt|résolue?|resuelt[oa])\W+(?:(?:an?|the|its|our|major|global|partial|service) )*"
    rf"(?:{NAME} ?)?(?:$|outage|incident|disruption)"
)
LASTED = Pattern(r"(?i)\b(?:lasted|dauerte|duré|duró)\b")
RESOLVED = Pattern(
    r"(?i)\b(?:resolved|fixed|restored|recovered|is over|ended|behoben|résolue?|resuelt[oa]|back (?:up|online))\b"
)
SHARE_NEAR = Pattern(rf"{SHARE} {OF_STAFF}")
IN_PLACE = Pattern(rf"^ (?:in |at )(?:its )?(?P<place>{NAME})")
NO_NAME_LIST = (
    "Resolved Major The A An Our This Its No Investigating Global Partial Service Power Scheduled Planned Internet "
    "Cloud Q1 Q2 Q3 Q4 January February March April May June July August September October November December It We "
    "That He She"
)
NO_NAMES = frozenset(NO_NAME_LIST.split())
NEAR = 80


def find_setbacks(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each kind of setback that what is new tells of."""
    found: dict[str, Fact] = {}
    for passage in read:
        if passage.side is Side.AFTER and not passage.aside:
            for fact in setbacks(passage, source):
                if isinstance(fact.value, Setback):
                    found.setdefault(fact.value.kind, fact)
    return tuple(found.values())


def setbacks(passage: Passage, source: Source) -> Iterator[Fact]:
    """What sentences of the company's own words tell; nobody's quotation, no lesson and nothing denied or over."""
    text = passage.text[:LONGEST_TEXT]
    may_tell = SUSPECTS.of(text)
    if not may_tell or TEACHES.search(text[: passage.title_end or NEAR]):
        return
    quoted = quotations(text)
    for kind, pattern in (SHAPES[number] for number in may_tell):
        for match in pattern.finditer(text):
            said = any(start < match.start() < end for start, end in quoted)
            said = said or denied(text, *match.span()) or of_another(text, match.start(), match.end(), source)
            said = said or (kind == "outage" and is_over(text, *match.span()))
            if not said and passage.is_fresh(*match.span()) and (value := setback_of(kind, match, text)) is not None:
                yield Fact(type="setback", value=value, quote=passage.quote(*match.span()), confidence=0.75)


def is_over(text: str, start: int, end: int) -> bool:
    """Whether an outage is told as resolved and no more; how long it lasted is news of it all the same."""
    low, high = sentence_around(text, start, end)
    if LASTED.search(text[end:high]):
        return False
    ahead = text[max(low, start - NEAR) : start]
    return bool(RESOLVES.search(ahead) or RESOLVES.match(text[start:end]) or RESOLVED.search(text[end:high][:NEAR]))


def setback_of(kind: str, match: Any, text: str) -> Setback | None:
    """The setback a match tells; None for an outage of nothing that has a name."""
    groups = match.groupdict()
    what, share = groups.get("what"), groups.get("share")
    if kind == "outage":
        what = named(what)
        if what is None:
            return None
    after = text[match.end() : match.end() + NEAR]
    if kind == "lay_offs" and share is None and (near := SHARE_NEAR.search(after)):
        share = near.group("share")
    place = groups.get("place") or groups.get("there")
    if place is None and kind == "lay_offs" and (there := IN_PLACE.match(after)):
        place = named(there.group("place"))
    return Setback(
        kind=kind,
        what=what,
        count=count_of(groups.get("count"), groups.get("million")),
        share=Decimal(share) if share else None,
        place=place,
    )


def named(words: str | None) -> str | None:
    """The name without a word before it that only opens the sentence; None where nothing is left."""
    parts = (words or "").split()
    while parts and parts[0] in NO_NAMES:
        parts = parts[1:]
    return " ".join(parts) or None


def count_of(digits: str | None, million: str | None) -> int | None:
    """How many; marks between the digits are those of thousands, unless millions follow."""
    if not digits:
        return None
    if million:
        return int(Decimal(digits.rstrip(".,").replace(",", ".")) * 10**6)
    plain = "".join(char for char in digits if char.isdigit())
    return int(plain) if len(plain) <= 9 else None
