"""Two lists of blocks to the edits between them: aligned by patience, paired by likeness, netted of what only moved."""

from collections import Counter
from collections.abc import Sequence

from patiencediff import PatienceSequenceMatcher
from rapidfuzz import fuzz

from diffing.text import compared
from diffing.words import word_runs
from domain.changes import Edit, EditKind
from domain.content import Block
from domain.keys import edit_key

Pair = tuple[Block | None, Block | None]
ALIKE = 50.0
MOST_PAIRED = 60


def compare_blocks(before: Sequence[Block], after: Sequence[Block]) -> list[Pair]:
    """What was replaced, removed (no second block) and added (no first), in reading order.

    Blocks that only moved, or were only cut up differently, are left out.
    """
    return [one for old, new in replaced_regions(before, after) if not _reflowed(old, new) for one in pair(old, new)]


def _reflowed(old: list[Block], new: list[Block]) -> bool:
    return bool(old and new) and compared(" ".join(b.text for b in old)) == compared(" ".join(b.text for b in new))


def replaced_regions(before: Sequence[Block], after: Sequence[Block]) -> list[tuple[list[Block], list[Block]]]:
    """Stretches that differ, without the blocks found elsewhere on the other side."""
    old_keys, new_keys = [compared(b.text) for b in before], [compared(b.text) for b in after]
    if old_keys == new_keys:
        return []
    regions = []
    matcher = PatienceSequenceMatcher(None, old_keys, new_keys)
    gone, come = Counter(old_keys), Counter(new_keys)
    lost, found = gone - come, come - gone
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            continue
        old = [block for block, key in zip(before[a:b], old_keys[a:b], strict=True) if _take(lost, key)]
        new = [block for block, key in zip(after[c:d], new_keys[c:d], strict=True) if _take(found, key)]
        if old or new:
            regions.append((old, new))
    return regions


def _take(counter: Counter[str], key: str) -> bool:
    if not key or counter[key] <= 0:
        return False
    counter[key] -= 1
    return True


def pair(old: list[Block], new: list[Block]) -> list[tuple[Block | None, Block | None]]:
    """Replaced blocks beside what replaced them, the most alike first; the rest alone."""
    if not old or not new or len(old) > MOST_PAIRED or len(new) > MOST_PAIRED:
        return [(block, None) for block in old] + [(None, block) for block in new]
    scores = sorted(
        ((fuzz.ratio(a.text, b.text, score_cutoff=ALIKE), i, j) for i, a in enumerate(old) for j, b in enumerate(new)),
        key=lambda item: (-item[0], abs(item[1] - item[2])),
    )
    partner: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in scores:
        if score >= ALIKE and i not in partner and j not in taken:
            partner[i] = j
            taken.add(j)
    pairs: list[tuple[Block | None, Block | None]] = [
        (block, new[partner[i]] if i in partner else None) for i, block in enumerate(old)
    ]
    return pairs + [(None, block) for j, block in enumerate(new) if j not in taken]


def make_edit(source_id: int, before: Block | None, after: Block | None) -> Edit:
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
    )
