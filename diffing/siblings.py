"""Numbers that move on most of the cards of one kind at once: nobody edits twenty of them between two visits."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from diffing.moving_words import BOUND_NEAR
from diffing.scene import Pair, Scene, Split, halved
from domain.content import Block

NUMBER = re.compile(r"\d(?:[\d.,]*\d)?")
MEASURED = re.compile(r"\d{1,3}[.,]\d{1,4}(?=\s?%)")  # a share with decimals is measured, one without is promised
MONEY = re.compile(r"[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD)\b")
FEWEST = 4  # lines of one kind that changed
FEWEST_MEASURED = 3
MOST_OF_THEM = 0.5  # of the lines of one kind on the page
ROUND, MOST_ROUND = 5, 0.5  # numbers that somebody sets are round, more often than not
DRIFT = 1.0  # of a share in percent: more is an incident, and told
LONGEST = 160


@dataclass(frozen=True, slots=True)
class _Count:
    """A line's kind (its words without numbers, or the word behind the number) and its numbers."""

    kind: str
    numbers: tuple[str, ...]
    measured: bool


def drop_sibling_counts(pairs: list[Pair], scene: Scene) -> Split:
    """Drops lines of one kind whose numbers moved on most of them; no amounts, cells or round numbers."""
    halves = [[_counted(block) for block in pair] for pair in pairs]
    moving = _moving_kinds(halves, scene)
    if not moving:
        return Split(pairs, [])
    gone: dict[str, list[int]] = {}
    for at, (old, _) in enumerate(halves):
        if old and old.kind in moving:
            gone.setdefault(old.kind, []).append(at)
    moved = []
    for at, (_, new) in enumerate(halves):
        if new and new.kind in moving and gone.get(new.kind):
            rest = gone[new.kind]
            moved.append((rest.pop(rest.index(at) if at in rest else 0), at))
    return halved(pairs, moved)


def _moving_kinds(halves: Sequence[Sequence[_Count | None]], scene: Scene) -> set[str]:
    come = Counter(new.kind for _, new in halves if new)
    gone = Counter(old.kind for old, _ in halves if old)
    if not come:
        return set()
    shown = Counter(found.kind for block in scene.after if (found := _counted(block)))
    return {
        kind
        for kind, count in come.items()
        if min(count, gone[kind]) >= MOST_OF_THEM * max(shown[kind], 1)
        and _by_themselves(kind, halves, min(count, gone[kind]))
    }


def _by_themselves(kind: str, halves: Sequence[Sequence[_Count | None]], count: int) -> bool:
    found = [one for pair in halves for one in pair if one and one.kind == kind]
    if all(one.measured for one in found):
        values = [float(number.replace(",", ".")) for one in found for number in one.numbers]
        return count >= FEWEST_MEASURED and max(values) - min(values) <= DRIFT
    numbers = [int(re.sub(r"\D", "", number)) for one in found for number in one.numbers]
    return count >= FEWEST and sum(not number % ROUND for number in numbers) <= MOST_ROUND * len(numbers)


def _counted(block: Block | None) -> _Count | None:
    """What a line counts; None for cells, long lines, amounts of money and numbers bound to an offer."""
    if block is None or block.cells or len(block.text) > LONGEST or not any(map(str.isdigit, block.text)):
        return None
    text = block.text
    measured = MEASURED.findall(text)
    if MONEY.search(text):
        return None
    if measured and len(measured) == len(NUMBER.findall(text)):
        behind = text[next(MEASURED.finditer(text)).end() :].strip().casefold()
        return _Count(f"measured {behind}", tuple(measured), True)
    if BOUND_NEAR.search(text):
        return None
    return _Count(NUMBER.sub("#", text).casefold(), tuple(NUMBER.findall(text)), False)
