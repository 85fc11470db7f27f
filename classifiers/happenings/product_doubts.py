"""Moves of products that the words around them take back: a pause, a rumour, a rival's launch, a person's name."""

from typing import Any

from classifiers.happenings.no_products import MADE
from classifiers.happenings.product_shapes import Telling
from classifiers.saying.unsaid import sentence_around
from classifiers.wording.names import OFFICE, UPPER, mentioned, person_name
from classifiers.wording.patterns import Pattern

DAYS = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
MONTHS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
# What comes back has not ended: "for two hours", "for maintenance", "until Monday", "on Sunday at 5pm".
PAUSE = Pattern(
    r"(?i)\b(?:temporarily|briefly|overnight)\b|"
    r"\bfor (?:(?:about|around|up to|at least|an?|one|two|three|four|five|six|a few|a couple of|several|\d+) )+"
    r"(?:[a-z]+ )?(?:minutes?|hours?|days?|nights?|weeks?)\b|"
    r"\bfor (?:the |an? )?(?:(?:short|brief|planned|scheduled|routine|urgent|regular|emergency) )*(?:maintenance|"
    r"repairs?|upgrades?|updates?|migration|checks?|break|pause|summer|winter|autumn|easter|christmas|thanksgiving|"
    r"new year|holidays?|weekend|night|bank holiday)\b|"
    rf"\b(?:during|over) (?:the |our |its )?(?:[a-z]+ )?(?:maintenance|weekend|holidays?|night|easter|christmas|"
    r"summer)\b|"
    rf"\buntil (?:further notice|noon|midnight|tomorrow|{DAYS}|\d{{1,2}}(?::\d\d)? ?(?:am|pm|:\d\d))|"
    rf"\b{DAYS}s? (?:at|from|between) \d"
)
DATED = Pattern(rf"(?i)\b(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTHS}|{MONTHS} \d{{1,2}})\b")
AT_AN_HOUR = Pattern(rf"(?i)^{DAYS}s? at \d")
# Thought of, and not done.
UNSETTLED = Pattern(
    r"(?i)^\W*(?:unconfirmed )?(?:rumou?rs?|speculation|leak)\b[^.\n]*[:|–—-] |"
    r"\b(?:rumou?red|said) to (?:be )?|\b(?:may|might|could) (?:soon |also |one day )?(?:be )?$|"
    r"\b(?:consider(?:s|ed|ing)?|mull(?:s|ed|ing)?|weigh(?:s|ed|ing)?(?: up)?|ponder(?:s|ed|ing)?|"
    r"contemplat(?:es|ed|ing)|debat(?:es|ed|ing)|toy(?:s|ed|ing)? with|think(?:s|ing) (?:of|about))"
    r"(?: (?:whether|how|when))?(?: the idea of)? ?$"
)
# "A booking tool called X" alone tells nothing: somebody has to show it, or it has to be new.
SHOWS = Pattern(
    r"(?i)\b(?:new|first|latest|own|show(?:s|ed|ing|cases?)?|present(?:s|ed|ing)?|offer(?:s|ed|ing)?|"
    r"develop(?:s|ed|ing)?|creat(?:es|ed|ing)|build(?:s|ing)?|built|ma(?:kes|de|king)|sell(?:s|ing)?|sold|"
    r"start(?:s|ed|ing)?|open(?:s|ed|ing)?|bring(?:s|ing)?|brought|add(?:s|ed|ing)?|launch\w*|introduc\w+|unveil\w*|"
    r"releas\w+|announc\w+|reveal(?:s|ed)?|debut\w*|rolls? out|ships?|test(?:s|ed|ing)?|demonstrat\w+|publish\w*|"
    r"patent(?:s|ed)?|deliver(?:s|ed)?)\b"
)
RIVAL_TO = Pattern(
    r"(?i),? (?:an?|the|its|as) (?:[\w-]+ ){0,3}?(?:rival|competitor|challenger|alternative|answer) (?:to|of|for) "
)
OFFICE_BEHIND = Pattern(r"^, (?:(?:its|the|our|a|an|new|former) )*([^,.;:\n]{2,60})")
SUBJECT = Pattern(rf"^(?:[^.\n]*[.:] )?([{UPPER}][^.:\n]*?) ?$")


def taken_back(one: Telling, match: Any, text: str, name: str, company: str) -> bool:
    """Whether the words around a match say that nothing came or went, or that it is somebody else's."""
    low, high = sentence_around(text, match.start(1), match.end())
    if UNSETTLED.search(text[low : match.start(1)]) or UNSETTLED.search(text[low : match.start()].rstrip()):
        return True
    if one.doubt == "called by its maker" and not SHOWS.search(text[low : match.start()]):
        return True
    if one.move == "retired":
        return pauses(text[match.end(1) : high])
    if one.move == "replaced" and one.swapped:
        return in_anothers_use(text[low : match.start()], match.group(1), match.group(2), company)
    return one.move in ("launched", "feature_added") and holds_office(name, text[match.start(1) : high])


def pauses(behind: str) -> bool:
    """Whether what is said to end is only away for a while; with a day of the year it ends even at an hour."""
    found = PAUSE.search(behind)
    return found is not None and not (AT_AN_HOUR.match(found.group(0)) and DATED.search(behind))


def in_anothers_use(ahead: str, old: str, new: str, company: str) -> bool:
    """Whether a customer exchanges one firm's product for another's: "Calder replaces Acme Box with RateLens"."""
    subject = SUBJECT.search(ahead)
    if subject is None or mentioned(subject.group(1), (company,)):
        return False
    return not set(old.split()) & set(new.split())


def holds_office(name: str, words: str) -> bool:
    """Whether a name of two or three plain words is a person's, by the office behind its comma."""
    office = OFFICE_BEHIND.search(words[len(name) :])
    if office is None or not words.startswith(name) or MADE.search(name) or person_name(name) is None:
        return False
    return OFFICE.search(office.group(1)) is not None


def rivals(title: str, company: str) -> bool:
    """Whether a title tells of a rival's product: "Calder launches StayBox, a rival to RateLens"."""
    rival = RIVAL_TO.search(title)
    return rival is not None and not mentioned(title[: rival.start()], (company,))
