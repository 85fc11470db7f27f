"""Two lists of blocks to the edits between them: aligned by patience, paired by likeness, netted of what only moved."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import re2
from patiencediff import PatienceSequenceMatcher
from rapidfuzz.distance import Indel

from diffing.comparing.pairing import Line, pair_regions
from diffing.wording.text import MARK, compared, names_amount
from diffing.wording.words import word_runs
from domain.changes import Beside, Edit, EditKind
from domain.content import Block
from domain.errors import UnreadableContent
from domain.keys import edit_key

Pair = tuple[Block | None, Block | None]
Region = tuple[list[Line], list[Line]]
SHORT = 80
BEGINNING, PHRASE = 1_000, 60  # characters of a stretch, and words of the longest phrase that is read as one
MOST_PAIRS = 10_000  # five times as many as are ever told: past it a page is another page, whatever its lines say
MOST_REFINED = 4_000_000  # lines by lines of one stretch: 2,000 by 2,000 take some ten milliseconds


def compare_blocks(before: Sequence[Block], after: Sequence[Block], ignore: Sequence[str] = ()) -> list[Pair]:
    """What was replaced, removed (no second block) and added (no first), in reading order; at most MOST_PAIRS.

    Blocks that only moved, or were only cut up differently, are left out; an amount that moved from one plan to
    another is not. What matches an `ignore` pattern (re2) is blanked first; UnreadableContent for an invalid one.
    """
    blank = blanker(ignore)
    settled = _settled(before, after)
    old, new = _lines(before, blank, settled), _lines(after, blank, settled)
    regions = (region for region in replaced_regions(old, new) if not _reflowed(*region))
    changed = (one for one in pair_regions(regions) if one[0] is None or one[1] is None or one[0].key != one[1].key)
    return [(_block(one), _block(other)) for one, other in islice(changed, MOST_PAIRS)]


def _block(line: Line | None) -> Block | None:
    return line.block if line else None


def blanker(ignore: Sequence[str]) -> Callable[[str], str]:
    """Takes the matches of a source's `ignore` patterns out of a text; raises UnreadableContent for a bad pattern."""
    try:
        patterns = [re2.compile(pattern) for pattern in ignore]
    except re2.error as error:
        raise UnreadableContent(f"an `ignore` pattern cannot be used: {error}") from error

    def blank(text: str) -> str:
        for pattern in patterns:
            text = pattern.sub(" ", text)
        return text

    return blank


def _settled(before: Sequence[Block], after: Sequence[Block]) -> frozenset[str]:
    """Texts that stand as often on both sides: nothing of them is lost or found, so they are compared as they are.

    On most pages that is all but a few blocks, and folding a text takes longer than all else that is done with it.
    """
    gone, come = (Counter([block.text for block in blocks]) for blocks in (before, after))
    return frozenset([text for text, _ in gone.items() & come.items()])


def _lines(blocks: Sequence[Block], blank: Callable[[str], str], settled: frozenset[str]) -> list[Line]:
    lines: list[Line] = []
    label = ""
    for block in blocks:
        text = block.text
        key = text if text in settled else compared(blank(text))
        bound = len(key) < SHORT and names_amount(text)
        lines.append(Line(block, key, (block.path[-1] if block.path else label) if bound else ""))
        label = label if bound else key
    return lines


def _reflowed(old: list[Line], new: list[Line]) -> bool:
    """Whether two stretches say the same in other lines; long ones are likened by how they begin before all is read."""
    if not old or not new or any(line.place for line in (*old, *new)):
        return False
    texts = [" ".join([line.block.text for line in side]) for side in (old, new)]
    if len(old) == len(new) == 1:  # both were compared already
        return compared(texts[0]) == compared(texts[1])
    return _begin_alike(*texts) and compared(texts[0]) == compared(texts[1])


def _begin_alike(old: str, new: str) -> bool:
    """False where two texts begin with other words; the last ones before a cut may belong to a phrase cut in two.

    Ticks and crosses stand behind all words of what is compared, so a beginning says nothing of them.
    """
    heads = [[word for word in compared(text[:BEGINNING]).split() if not MARK.fullmatch(word)] for text in (old, new)]
    cut = [len(head) - PHRASE for head, text in zip(heads, (old, new), strict=True) if len(text) > BEGINNING]
    sure = max(0, min(cut, default=0))
    return heads[0][:sure] == heads[1][:sure]


def replaced_regions(before: Sequence[Line], after: Sequence[Line]) -> Iterator[Region]:
    """Stretches that differ, without the lines found elsewhere on the other side."""
    old_keys = [f"{line.key}\n{line.place}" if line.key else "" for line in before]
    new_keys = [f"{line.key}\n{line.place}" if line.key else "" for line in after]
    if old_keys == new_keys:
        return
    gone, come = Counter(old_keys), Counter(new_keys)
    lost, found = gone - come, come - gone
    matcher = PatienceSequenceMatcher(None, old_keys, new_keys)
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            continue
        went, came = _unmatched(old_keys[a:b], new_keys[c:d])
        old = [before[a + at] for at in went if _take(lost, old_keys[a + at])]
        new = [after[c + at] for at in came if _take(found, new_keys[c + at])]
        if old or new:
            yield old, new


def _unmatched(old: Sequence[str], new: Sequence[str]) -> tuple[list[int], list[int]]:
    """Positions without a like line in the same order on the other side.

    Patience stops at lines that stand several times, the ticks and rows of a table: which of them went is told here,
    by the longest common subsequence (bit-parallel), where the stretch is not too large for it.
    """
    if not old or not new or len(old) * len(new) > MOST_REFINED:
        return list(range(len(old))), list(range(len(new)))
    steps = [step for step in Indel.opcodes(old, new) if step.tag != "equal"]
    went = [at for step in steps for at in range(step.src_start, step.src_end)]
    return went, [at for step in steps for at in range(step.dest_start, step.dest_end)]


def _take(counter: Counter[str], key: str) -> bool:
    if not key or counter[key] <= 0:
        return False
    counter[key] -= 1
    return True


def make_edit(
    source_id: int,
    before: Block | None,
    after: Block | None,
    *,
    minor: bool = False,
    beside: Beside | None = None,
) -> Edit:
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
        beside=beside,
    )
