"""Lines that went, beside the lines that came in their place: by what they are called, by likeness, or alone."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from domain.content import Block, Where

ALIKE = 50.0  # of 100: with less in common a line is another line
ALIKE_UNSEEN = 70.0  # where the rest of the stretch was not looked at for a better one
SAME_PLACE = 60.0  # more than likeness alone decides: the amount under one plan, the row of one name
LIKENED = 2_000  # characters of a line by which it is likened: the time goes with their square
MOST_LIKENED = 3_600  # pairs of one stretch, 60 lines by 60: past it only neighbours are likened
MOST_ON_PAGE = 200_000  # pairs of one page: half a second of the longest lines, and no page written by hand needs more
NEIGHBOURS = 3
DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Line:
    """A block with what it is compared by; a short one with an amount is bound to the words it stands under."""

    block: Block
    key: str
    place: str


Matched = tuple[Line | None, Line | None]


def pair_regions(regions: Iterable[tuple[Sequence[Line], Sequence[Line]]]) -> list[Matched]:
    """Each stretch's lines beside what replaced them, the rest alone; at most MOST_ON_PAGE pairs are likened."""
    left = MOST_ON_PAGE
    found: list[Matched] = []
    for old, new in regions:
        size = len(old) * len(new)
        found += pair(old, new, at_most=min(left, MOST_LIKENED))
        left -= size if size <= min(left, MOST_LIKENED) else 0
    return found


def pair(old: Sequence[Line], new: Sequence[Line], *, at_most: int = MOST_LIKENED) -> list[Matched]:
    """Replaced lines beside what replaced them, the most alike first; the rest alone.

    Where more than `at_most` pairs would have to be likened, lines of one name are put together and of the others only
    neighbours are likened: the time is then linear in the number of lines.
    """
    if not old or not new:
        partner: dict[int, int] = {}
    elif _swapped(old, new):
        partner = {0: 0}
    elif len(old) * len(new) <= at_most:
        everything = [(i, j) for i in range(len(old)) for j in range(len(new))]
        partner = _most_alike(old, new, everything)
    else:
        partner = _by_name(old, new)
        partner |= _most_alike(old, new, _neighbours(old, new, partner), ALIKE_UNSEEN)
    taken = set(partner.values())
    pairs: list[Matched] = [(line, new[partner[i]] if i in partner else None) for i, line in enumerate(old)]
    return pairs + [(None, line) for j, line in enumerate(new) if j not in taken]


def _most_alike(
    old: Sequence[Line], new: Sequence[Line], tried: Sequence[tuple[int, int]], least: float = ALIKE
) -> dict[int, int]:
    scored = ((_likeness(old[i], new[j]), i, j) for i, j in tried)
    alike = sorted((one for one in scored if one[0] >= least), key=lambda one: (-one[0], abs(one[1] - one[2])))
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in alike:
        if i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    return partner


def _by_name(old: Sequence[Line], new: Sequence[Line]) -> dict[int, int]:
    """Lines put together that alone bear their name on both sides; numbers are no part of a name."""
    partner: dict[int, int] = {}
    for name in (_row_name, _words_alone):
        here, there = (_only(side, name) for side in (old, new))
        taken = set(partner.values())
        partner |= {
            i: there[key] for key, i in here.items() if key in there and i not in partner and there[key] not in taken
        }
    return partner


def _only(lines: Sequence[Line], name: Callable[[Line], str]) -> dict[str, int]:
    names = [name(line) for line in lines]
    counts = Counter(names)
    return {one: at for at, one in enumerate(names) if one and counts[one] == 1}


def _neighbours(old: Sequence[Line], new: Sequence[Line], partner: dict[int, int]) -> list[tuple[int, int]]:
    """The pairs of lines still alone that stand about as far into their side."""
    taken = set(partner.values())
    here = [i for i in range(len(old)) if i not in partner]
    there = [j for j in range(len(new)) if j not in taken]
    pairs = []
    for at, i in enumerate(here):
        middle = at * len(there) // len(here)
        pairs += [(i, j) for j in there[max(0, middle - NEIGHBOURS) : middle + NEIGHBOURS + 1]]
    return pairs


def _swapped(old: Sequence[Line], new: Sequence[Line]) -> bool:
    """One item of a list in the place of one other: replaced, however little the words are alike."""
    if len(old) != 1 or len(new) != 1:
        return False
    one, other = old[0].block, new[0].block
    return one.where is other.where is Where.LIST and one.path == other.path


def _likeness(one: Line, other: Line) -> float:
    """0 to 100 by shared characters, and more for what stands in the same place; 0 where it is too little to count."""
    placed = bool(one.place) and one.place == other.place
    together = SAME_PLACE if placed or (_row_name(one) and _row_name(one) == _row_name(other)) else 0.0
    shared = fuzz.ratio(one.block.text[:LIKENED], other.block.text[:LIKENED], score_cutoff=max(0.0, ALIKE - together))
    return shared + together


def _row_name(line: Line) -> str:
    """What a row of a table is about: its first cell, where that says something and is no number."""
    cells = line.block.cells
    return cells[0].text if len(cells) > 1 and any(map(str.isalpha, cells[0].text)) else ""


def _words_alone(line: Line) -> str:
    return DIGITS.sub("", line.key).strip()
