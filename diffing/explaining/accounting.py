"""Accounts for every line that two readings do not tell: what only reads the same, moved, or was left out by wish."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import re2
from patiencediff import PatienceSequenceMatcher

from diffing.comparing.compare import Pair, blanker
from diffing.wording.text import compared, folding
from domain.content import Block
from domain.explanations import Fate

PASSING = "nothing but a date, counter or clock that moves by itself"
READDRESSED = "a link's address changed, and none of its words"
REFLOWED = "the same words, cut into other lines"
ELSEWHERE = "the same words in another place"


@dataclass(frozen=True, slots=True)
class Difference:
    """Two sides of one difference, and what became of it."""

    pair: Pair
    fate: Fate
    why: str


@dataclass(frozen=True, slots=True)
class Rest:
    """What is left of two readings: lines that stand in the same place on both sides, and differences of no weight."""

    same: list[tuple[Block, Block]] = field(default_factory=list)
    found: list[Difference] = field(default_factory=list)


def account(before: Sequence[Block], after: Sequence[Block], told: Iterable[Pair], ignore: Sequence[str]) -> Rest:
    """The lines that are not in `told`, which comparing found to be the same on both sides, looked at by the letter."""
    known = {id(block) for pair in told for block in pair if block}
    old, new = ([block for block in side if id(block) not in known] for side in (before, after))
    blank = blanker(ignore)
    old_keys, new_keys = ([compared(blank(block.text)) for block in side] for side in (old, new))
    rest = Rest()
    gone: list[tuple[str, Block]] = []
    come: dict[str, deque[Block]] = defaultdict(deque)
    for op, a, b, c, d in PatienceSequenceMatcher(None, old_keys, new_keys).get_opcodes():
        if op == "equal":
            rest.same.extend(zip(old[a:b], new[c:d], strict=True))
            continue
        gone += zip(old_keys[a:b], old[a:b], strict=True)
        for key, block in zip(new_keys[c:d], new[c:d], strict=True):
            come[key].append(block)
    rest.found.extend(found for pair in rest.same if (found := _letters(pair, ignore)))
    rest.found.extend(_moved(gone, come, ignore))
    return rest


def _letters(pair: tuple[Block, Block], ignore: Sequence[str]) -> Difference | None:
    """How two lines that say the same differ all the same."""
    old, new = pair
    if old.text != new.text:
        name = folding(old.text, new.text)
        if name:
            return Difference(pair, Fate.NOISE, f"reads the same but for {name}")
        return Difference(pair, Fate.IGNORED, _ignored(pair, ignore))
    if [link.url for link in old.links] != [link.url for link in new.links]:
        return Difference(pair, Fate.NOISE, READDRESSED)
    return None


def _moved(
    gone: Iterable[tuple[str, Block]], come: dict[str, deque[Block]], ignore: Sequence[str]
) -> Iterable[Difference]:
    for key, block in gone:
        if come[key]:
            yield Difference((block, come[key].popleft()), Fate.MOVED, ELSEWHERE)
        else:
            yield _alone((block, None), block, key, ignore)
    for key, blocks in come.items():
        for block in blocks:
            yield _alone((None, block), block, key, ignore)


def _alone(pair: Pair, block: Block, key: str, ignore: Sequence[str]) -> Difference:
    """A line without a like one: nothing of it is compared, or its words stand in other lines."""
    if key:
        return Difference(pair, Fate.MOVED, REFLOWED)
    if compared(block.text):
        return Difference(pair, Fate.IGNORED, _ignored(pair, ignore))
    return Difference(pair, Fate.NOISE, PASSING)


def _ignored(pair: Pair, ignore: Sequence[str]) -> str:
    hits = [one for one in ignore if any(block and re2.search(one, block.text) for block in pair)]
    return f"matches `ignore`: {', '.join(hits)}"
