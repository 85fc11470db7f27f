"""Word-level before and after inside one replaced block, bounded on any input."""

import re
from collections.abc import Iterator, Sequence

from patiencediff import PatienceSequenceMatcher
from rapidfuzz.distance import Indel

from domain.changes import Word

LONGEST = 1_000  # words of both sides that are aligned to the best: the time goes with their product
# Chinese and Japanese set no blanks: each of their characters stands for a word, a number among them stays whole.
IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3000-\u303f\uff00-\uff0f"
PIECE = re.compile(rf"(?:[{IDEOGRAPHS}]|[^\s{IDEOGRAPHS}]+)\s*")

Run = tuple[str, Sequence[str]]


def word_runs(before: str, after: str) -> tuple[Word, ...]:
    """Runs of same, removed and added words in reading order.

    Long texts are first cut at the words that stand once on both sides; a stretch between them that is still longer
    than LONGEST is told whole.
    """
    old, new = PIECE.findall(before), PIECE.findall(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle = _runs(old[head : len(old) - tail], new[head : len(new) - tail])
    runs = _joined([("same", old[:head]), *middle, ("same", old[len(old) - tail :])])
    return tuple(Word(op=op, text="".join(words).strip()) for op, words in runs if words)


def _shared(old: list[str], new: list[str]) -> int:
    count = 0
    for left, right in zip(old, new, strict=False):
        if left != right and left.strip() != right.strip():
            break
        count += 1
    return count


def _runs(old: list[str], new: list[str]) -> Iterator[Run]:
    if len(old) + len(new) <= LONGEST:
        yield from _aligned(old, new)
        return
    plain_old, plain_new = [word.strip() for word in old], [word.strip() for word in new]
    for op, a, b, c, d in PatienceSequenceMatcher(None, plain_old, plain_new).get_opcodes():
        if op == "equal":
            yield ("same", old[a:b])
        elif b - a + d - c <= LONGEST:
            yield from _aligned(old[a:b], new[c:d])
        else:
            yield from (("removed", old[a:b]), ("added", new[c:d]))


def _aligned(old: list[str], new: list[str]) -> Iterator[Run]:
    for step in Indel.opcodes([word.strip() for word in old], [word.strip() for word in new]):
        if step.tag == "equal":
            yield ("same", old[step.src_start : step.src_end])
        else:
            yield ("removed", old[step.src_start : step.src_end])
            yield ("added", new[step.dest_start : step.dest_end])


def _joined(runs: Sequence[Run]) -> Iterator[Run]:
    """The runs with what was removed and added between two same ones put together, removed first."""
    removed: list[str] = []
    added: list[str] = []
    same: list[str] = []
    for op, words in runs:
        if op == "same" and words:
            if removed or added:
                yield from (("same", same), ("removed", removed), ("added", added))
                same, removed, added = [], [], []
            same += words
        elif words:
            (removed if op == "removed" else added).extend(words)
    yield from (("same", same), ("removed", removed), ("added", added))
