"""Who speaks: words inside somebody's quotation, and offices named only because their holder is quoted."""

from collections.abc import Sequence
from functools import lru_cache

from classifiers.rulebook.words import Scan
from classifiers.wording.patterns import Pattern

OPENING, CLOSING = "“„«", "”“»"
WE = Pattern(r"(?i)\b(?:we|our|we'll|we're|we've)\b")
OURSELVES = Pattern(r"(?i)\b(?:we|our|we'll|we're|we've|the (?:company|group|firm|vendor))\b")
SPEECH = Pattern(r"\b(?:said|says|according to|commented|added|explained|noted|told|stated|quoted)\b")


UNNAMED = Pattern(r"\s(?:an?|people|sources|two|three|reports?|documents?)\b")
# "said its chief would leave", "told subscribers on Tuesday that its plan": what is told, after whom and when.
OWN_MATTER = Pattern(r"(?:\s\w+){0,4}?\s(?:its|that|it|their|they)\b")


@lru_cache(maxsize=256)
def quotations(text: str) -> tuple[tuple[int, int], ...]:
    """Spans between quotation marks of more than three words; shorter ones are names and terms, not speech."""
    spans, start = [], None
    for index, char in enumerate(text):
        if start is None and (char in OPENING or char == '"'):
            start = index
        elif start is not None and (char in CLOSING or char == '"'):
            if text.count(" ", start + 2, index - 1) >= 3:
                spans.append((start, index + 1))
            start = None
    return tuple(spans)


def inside_quotation(text: str, at: int, *, own: bool) -> bool:
    """Whether somebody else says the words. In the company's `own` feed a speaker who says "we" is the company."""
    return any(start < at < end and not (own and WE.search(text[start:end])) for start, end in quotations(text))


def acts(scan: Scan, named: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the company does it: its name, "we" or "the company" stands in the sentence before the words end.

    "Calder raises prices, and Brightvane does not" is Calder's doing.
    """
    sentence = scan.sentence(start)
    begins = scan.sentence_ends[sentence - 1] if sentence else 0
    if any(begins <= at < end for at, _ in named):
        return True
    return bool(OURSELVES.search(scan.text[begins:end]))


def said_by_office(scan: Scan, start: int, end: int) -> bool:
    """Whether the words stand within six words after "said", or two before it: the speaker's title, not the news."""
    low, high = max(0, start - 120), end + 60
    for match in SPEECH.finditer(scan.folded[low:high]):
        here = (match.start() + low, match.end() + low)
        if scan.sentence(here[0]) == scan.sentence(start):
            if match.group() == "according to" and UNNAMED.match(scan.folded[here[1] : here[1] + 10]):
                continue  # a memo or people in the know, and nobody's office
            if start > here[1] and OWN_MATTER.match(scan.folded[here[1] : here[1] + 48]):
                continue  # "said its finance chief would leave": the news itself, told by the company
            reach = 6 if here[0] < start else 2
            if scan.words_between(here, (start, end)) <= reach:
                return True
    return False
