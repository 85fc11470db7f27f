"""Two lists of blocks to the edits between them: aligned by patience, paired by likeness, netted of what only moved."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import re2
from patiencediff import PatienceSequenceMatcher
from rapidfuzz import fuzz

from diffing.text import compared, names_amount
from diffing.words import word_runs
from domain.changes import Edit, EditKind
from domain.content import Block, Where
from domain.errors import UnreadableContent
from domain.keys import edit_key

Pair = tuple[Block | None, Block | None]
ALIKE = 50.0
MOST_PAIRED = 60
SHORT = 80
LIKENED = 2_000
SAME_PLACE = 60.0


@dataclass(frozen=True, slots=True)
class _Line:
    """A block with what it is compared by; a short one with an amount is bound to the words it stands under."""

    block: Block
    key: str
    place: str


def compare_blocks(before: Sequence[Block], after: Sequence[Block], ignore: Sequence[str] = ()) -> list[Pair]:
    """What was replaced, removed (no second block) and added (no first), in reading order.

    Blocks that only moved, or were only cut up differently, are left out; an amount that moved from one plan to
    another is not. What matches an `ignore` pattern (re2) is blanked first; UnreadableContent for an invalid one.
    """
    blank = blanker(ignore)
    old, new = _lines(before, blank), _lines(after, blank)
    pairs = [one for gone, come in replaced_regions(old, new) if not _reflowed(gone, come) for one in pair(gone, come)]
    changed = (one for one in pairs if one[0] is None or one[1] is None or one[0].key != one[1].key)
    return [(_block(one), _block(other)) for one, other in changed]


def _block(line: _Line | None) -> Block | None:
    return line.block if line else None


def blanker(ignore: Sequence[str]) -> Callable[[str], str]:
    try:
        patterns = [re2.compile(pattern) for pattern in ignore]
    except re2.error as error:
        raise UnreadableContent(f"an `ignore` pattern cannot be used: {error}") from error

    def blank(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(" ", text)
        return text

    return blank


def _lines(blocks: Sequence[Block], blank: Callable[[str], str]) -> list[_Line]:
    lines: list[_Line] = []
    label = ""
    for block in blocks:
        key = compared(blank(block.text))
        bound = len(block.text) < SHORT and names_amount(block.text)
        lines.append(_Line(block, key, (block.path[-1] if block.path else label) if bound else ""))
        label = label if bound else key
    return lines


def _reflowed(old: list[_Line], new: list[_Line]) -> bool:
    if not old or not new or any(line.place for line in (*old, *new)):
        return False
    return compared(" ".join(one.block.text for one in old)) == compared(" ".join(one.block.text for one in new))


def replaced_regions(before: Sequence[_Line], after: Sequence[_Line]) -> list[tuple[list[_Line], list[_Line]]]:
    """Stretches that differ, without the lines found elsewhere on the other side."""
    old_keys = [f"{line.key}\n{line.place}" if line.key else "" for line in before]
    new_keys = [f"{line.key}\n{line.place}" if line.key else "" for line in after]
    if old_keys == new_keys:
        return []
    regions = []
    matcher = PatienceSequenceMatcher(None, old_keys, new_keys)
    gone, come = Counter(old_keys), Counter(new_keys)
    lost, found = gone - come, come - gone
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            continue
        old = [line for line, key in zip(before[a:b], old_keys[a:b], strict=True) if _take(lost, key)]
        new = [line for line, key in zip(after[c:d], new_keys[c:d], strict=True) if _take(found, key)]
        if old or new:
            regions.append((old, new))
    return regions


def _take(counter: Counter[str], key: str) -> bool:
    if not key or counter[key] <= 0:
        return False
    counter[key] -= 1
    return True


def pair(old: list[_Line], new: list[_Line]) -> list[tuple[_Line | None, _Line | None]]:
    """Replaced lines beside what replaced them, the most alike first; the rest alone."""
    if not old or not new or len(old) > MOST_PAIRED or len(new) > MOST_PAIRED:
        return [(line, None) for line in old] + [(None, line) for line in new]
    scores = sorted(
        ((_likeness(one, other), i, j) for i, one in enumerate(old) for j, other in enumerate(new)),
        key=lambda item: (-item[0], abs(item[1] - item[2])),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in scores:
        if (score >= ALIKE or _swapped(old, new)) and i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    pairs: list[tuple[_Line | None, _Line | None]] = [
        (line, new[partner[i]] if i in partner else None) for i, line in enumerate(old)
    ]
    return pairs + [(None, line) for j, line in enumerate(new) if j not in taken]


def _swapped(old: list[_Line], new: list[_Line]) -> bool:
    """One item of a list in the place of one other: replaced, however little the words are alike."""
    if len(old) != 1 or len(new) != 1:
        return False
    one, other = old[0].block, new[0].block
    return one.where is other.where is Where.LIST and one.path == other.path


def _likeness(one: _Line, other: _Line) -> float:
    """0 to 100 by shared characters; amounts under the same plan come before equal amounts under another."""
    together = SAME_PLACE if one.place and one.place == other.place else 0.0
    return fuzz.ratio(one.block.text[:LIKENED], other.block.text[:LIKENED]) + together


def make_edit(source_id: int, before: Block | None, after: Block | None, *, minor: bool = False) -> Edit:
    shown = after or before
    assert shown is not None  # noqa: S101 - a pair always has a side
    old, new = before.text if before else None, after.text if after else None
    kind = EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED
    return Edit(
        key=edit_key(source_id, shown.path, old, new),
        kind=kind,
        where=shown.where,
        path=shown.path,
        before=old,
        after=new,
        words=word_runs(old, new) if old is not None and new is not None else (),
        cells_before=before.cells if before else (),
        cells_after=after.cells if after else (),
        links=after.links if after else (),
        minor=minor,
    )
