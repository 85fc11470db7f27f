"""Words quoted from a text: whole sentences where they fit, else cut where a clause begins or ends."""

import re
from bisect import bisect_right
from functools import lru_cache

from classifiers.wording.patterns import Pattern

Span = tuple[int, int]
# A sentence ends at its mark before a capital, a digit or a bracket; Chinese and Japanese set no blank behind it.
SENTENCE = Pattern(
    r"[.!?…][\"”»')\]]*\s+(?=[\"“«(\[]?[A-ZÀ-ÞΑ-ЯÄÖÜ\d•–-])|[。！？]|\n+|\s[•·]\s|;\s+(?=\([a-z\d]+\))",
    by=re,
)
# No end of a sentence: "e.g. the", "Art. 6", "No. 3", "S.A. de", "1. General".
SHORT_WORD = Pattern(
    r"(?i)(?:^|[\s(“])(?:e\.?g|i\.?e|etc|art|no|nr|inc|ltd|co|corp|st|mr|mrs|ms|dr|vs|approx|cf|bzw|ca|z\.?b|abs|ziff|"
    r"p\. ?ex|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|[^\W\d]|[ivx]{1,4})\.$|"
    r"(?:^|[\s(“])(?:[^\W\d]\.){2,4}$|(?:^|\n|[.;:] )\d{1,2}\.$",
    by=re,
)
# A clause begins behind a comma or the like, and before a word that joins.
CLAUSE = Pattern(
    r"[,;:，、；：)]\s*|\s[–—-]\s|\s(?=[(“«])|"
    r"\s(?=(?:and|or|but|which|who|that|where|when|if|unless|because|so|including|provided|for|with|by|in|on|from|to|"
    r"et|ou|mais|qui|que|lorsque|afin|pour|dans|avec|und|oder|aber|sowie|wenn|um|y|o|pero|para)\s)",
    by=re,
)
DANGLING = Pattern(
    r"(?i)[\s,;:(–—-]+(?:(?:the|a|an|of|to|and|or|in|on|for|with|by|from|that|which|your|our|their|its|is|are|be|as|at|"
    r"if|any|all|no|some|each|every|other|another|this|these|such|not|may|will|can|de|la|le|les|des|du|un|une|et|ou|à|"
    r"au|aux|en|par|pour|que|qui|vos|nos|dans|sur|avec|autres?|cette|ce|ces|sans|sous|notre|votre|der|die|das|den|dem|"
    r"des|ein|eine|einer|und|oder|zu|zur|zum|von|vom|im|in|mit|für|auf|"
    r"andere[nrms]?|diese[nrms]?|ohne|unter|nach|bei|el|los|las|con|por|sin|otros?|otras?|e\.g|i\.e)"
    r"\b\.?[\s,;:(–—-]*)+$",
    by=re,
)
WHOLE = 25  # characters: what is shorter says little for a sentence
LONGEST = 8_000  # characters of a text that are looked at
NARROW = 10  # characters: no less is ever quoted
FEW = 3  # words before a difference that are shown where its clause began too long before
LEAST = 0.75  # of the room that is filled before a text is cut at a clause and not at a word


def quoted(text: str) -> str:
    """The words in quotation marks, with those inside made single."""
    inner = text.replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inner}”"


def excerpt(text: str, at: Span, room: int) -> str:
    """At most `room` characters of `text` around the span `at`, of whole sentences or clauses where that can be."""
    room = max(room, NARROW)
    if len(text) <= room:
        return text
    at = (max(0, min(at[0], len(text) - 1)), min(at[1], len(text)))
    if len(text) > LONGEST:  # what is quoted stands near
        since = max(0, at[0] - LONGEST // 2)
        text, at = text[since : since + LONGEST], (at[0] - since, min(at[1] - since, LONGEST))
    start, end = trimmed(text, at)
    first, last = sentence_of(text, start), sentence_of(text, max(start, end - 1))
    if last[1] - first[0] <= room:
        return closed(text, first[0], last[1])
    if first != last:
        return several(text, first, (start, end), room)
    return cut(text, first, (start, end), room)


def trimmed(text: str, at: Span) -> Span:
    start, end = at
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else at


def several(text: str, first: Span, at: Span, room: int) -> str:
    """Of a span over several sentences, the first that begins in it, else the one that most of its words stand in."""
    spans = []
    here = first
    while here[0] < at[1]:
        spans.append(here)
        if here[1] >= len(text):
            break
        here = sentence_of(text, here[1])
    for index, one in enumerate(spans):
        if one[0] < at[0] - 2:
            continue
        ends = [other[1] for other in spans[index:] if other[1] - one[0] <= room]
        if ends and ends[-1] - one[0] >= WHOLE:
            return closed(text, one[0], ends[-1])
        return cut(text, (one[0], max(one[1], at[1])), (one[0], max(one[1], at[1])), room)
    best = max(spans, key=lambda one: min(one[1], at[1]) - max(one[0], at[0]))
    return cut(text, best, (max(at[0], best[0]), min(at[1], best[1])), room)


@lru_cache(maxsize=8)  # asked again and again for the text that is being quoted
def sentence_ends(text: str) -> tuple[int, ...]:
    found = ((one.end(), text[max(0, one.start() - 11) : one.start() + 1]) for one in SENTENCE.finditer(text))
    return tuple(end for end, before in found if not SHORT_WORD.search(before))


def sentence_of(text: str, at: int) -> Span:
    """The sentence around an offset."""
    ends = sentence_ends(text)
    index = bisect_right(ends, at)
    return (ends[index - 1] if index else 0, ends[index] if index < len(ends) else len(text))


def closed(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()).strip(" ;,•·")


def cut(text: str, sentence: Span, at: Span, room: int) -> str:
    """A part of one sentence around `at`: from its start where there is room, else from where a clause begins."""
    room -= 1
    borders = [sentence[0], *(found.end() for found in CLAUSE.finditer(text, *sentence) if found.end() < sentence[1])]
    before = [one for one in borders if one <= at[0]]
    fits = [one for one in before if min(at[1], one + room) - one <= room and at[0] - one <= room * (1 - LEAST)]
    start = next((one for one in fits if at[1] - one <= room), fits[-1] if fits else near(text, sentence[0], at[0]))
    room -= start > sentence[0]
    end = cut_end(text, borders, start, at, sentence[1], room)
    words = " ".join(text[start:end].split()).strip(" ,;:–—")
    lead = "…" if start > sentence[0] else ""
    if end >= sentence[1]:
        return lead + words
    return lead + without_dangling(words) + "…"


def without_dangling(words: str) -> str:
    """Words without the last ones that want others behind them: "compare it with other" as "compare it"."""
    return (DANGLING.sub("", words) or words).rstrip(" ,;:(")


def near(text: str, least: int, at: int) -> int:
    """A few words before an offset."""
    words = list(re.finditer(r"\S+", text[least:at]))
    return least + words[-FEW].start() if len(words) >= FEW else least


def cut_end(text: str, borders: list[int], start: int, at: Span, sentence_end: int, room: int) -> int:
    """The last border of a clause with room for it, if what differs is told by then; else the end of a word."""
    if sentence_end - start <= room:
        return sentence_end
    most = start + room
    least = max(min(at[1], most) if at[1] <= most else 0, start + int(room * LEAST))
    border = max((one for one in borders if least <= one <= most), default=0)
    if border:
        return border
    space = text.rfind(" ", start + 1, most + 1)
    return space if space > max(start, at[0]) else most
