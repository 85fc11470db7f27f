"""A difference drawn as wide as a reader sees it: a whole date, a number with its unit, a person's whole name."""

import re
from collections.abc import Callable
from dataclasses import replace

from classifiers.wording.differing import Difference

WORDS = re.compile(r"\S+")
NEAR = 60  # characters on either side that are looked at
MOST = 3  # words on either side
MONTH = re.compile(
    r"(?i)^(?:jan|feb|f[ée]v|mar|mär|apr|avr|may|mai|jun|jui|jul|aug|au?o[uû]?t|ago|sep|o[ck]t|nov|d[eé][czi]|ene|abr)"
    r"[^\W\d]*\.?,?$"
)
NUMBER = re.compile(r"^[\s(]*[$€£¥]?\d[\d.,:/]*(?:st|nd|rd|th|er|%)?[.,;)]*$")
DAY = re.compile(r"^\d{1,4}(?:st|nd|rd|th|er|\.)?,?$")
UNIT = re.compile(r"^[^\W\d]{2,12}[.,;)]*$")
REFERENCE = re.compile(
    r"(?i)^[(“]?(?:articles?|sections?|clauses?|paragraphs?|annex|appendix|chapter|abschnitt|ziffer|punkt|absatz|artikel|"
    r"point|paragraphe|chapitre|sección|artículo|§+)$"
)
NAME = re.compile(r"^[A-ZÀ-Þ][\w’'.-]*$")
TITLES = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Herr|Frau|Mme|M)\.?$")
CLOSED = (".", ",", ";", ":", ")", "!", "?")


def widened(one: Difference) -> Difference:
    """The difference with the same words on both sides taken in that make it a date, a quantity or a name."""
    gone, come = one.gone.split(), one.come.split()
    if not gone or not come:
        return one
    before = [word.group() for word in WORDS.finditer(one.after[max(0, one.new[0] - NEAR) : one.new[0]])][::-1]
    behind = [word.group() for word in WORDS.finditer(one.after[one.new[1] : one.new[1] + NEAR])]
    if any(map(str.isdigit, one.gone + one.come)):
        left, right = reach_of_number(before, behind, come)
    elif all(NAME.match(word.rstrip(",;")) for word in (*gone, *come)):
        left, right = reach_of_name(before), 0
    else:
        return one
    return grown(one, before[:left][::-1], behind[:right])


def reach_of_number(before: list[str], behind: list[str], come: list[str]) -> tuple[int, int]:
    """How many words of a date stand on either side; what a clause is called; of a mere number the unit behind it."""
    left, right = count(before, dated), count(behind, dated)
    dates = any(MONTH.match(word) for word in (*before[:left], *come, *behind[:right]))
    if dates:
        return left, right
    if before and REFERENCE.match(before[0]):
        return 1, 0
    alone = len(come) == 1 and NUMBER.match(come[0]) and not come[0].endswith(CLOSED)
    return 0, int(bool(alone and behind and UNIT.match(behind[0])))


def dated(word: str) -> bool:
    return MONTH.match(word) is not None or DAY.match(word) is not None


def reach_of_name(before: list[str]) -> int:
    """The words of a name before what differs: a title, a first name that stayed."""
    return count(before, lambda word: TITLES.match(word) is not None)


def count(words: list[str], fits: Callable[[str], bool]) -> int:
    """How many words from the start fit, at most a few."""
    found = 0
    for word in words[:MOST]:
        if not fits(word):
            break
        found += 1
    return found


def grown(one: Difference, left: list[str], right: list[str]) -> Difference:
    """Both spans longer by the same words, where they stand beside both of them."""
    lead, tail = r"\s+".join(map(re.escape, left)), r"\s+".join(map(re.escape, right))
    spans = []
    for text, (start, end) in ((one.before, one.old), (one.after, one.new)):
        before = re.search(rf"{lead}\s*$", text[:start]) if left else None
        behind = re.match(rf"\s*{tail}", text[end:]) if right else None
        if bool(left) != bool(before) or bool(right) != bool(behind):
            return one
        spans.append((before.start() if before else start, end + behind.end() if behind else end))
    return replace(one, old=spans[0], new=spans[1])
