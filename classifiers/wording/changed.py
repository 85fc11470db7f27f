"""Which words of a replaced text are new, and which are gone."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from zlib import crc32

from rapidfuzz.distance import Indel

from domain.changes import Edit, EditKind

Span = tuple[int, int]
# Word against word, the time grows with the product of both lengths: beyond this, stretches are compared first.
MOST_PAIRS = 16_000_000
STRETCHES = 4_000
TOKEN = re.compile(r"[^\W_]+|\S")


def changed_spans(edit: Edit) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of before and of after that differ; all of it for an addition or a removal."""
    if edit.kind is not EditKind.REPLACED or edit.before is None or edit.after is None:
        return whole(edit.before), whole(edit.after)
    return differences(edit.before, edit.after)


def whole(text: str | None) -> tuple[Span, ...]:
    return ((0, len(text)),) if text else ()


@lru_cache(maxsize=4)  # asked twice for one edit
def differences(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What is gone from `before` and what is new in `after`, word by word; very long texts stretch by stretch first."""
    left, right = tokens(before), tokens(after)
    gone: list[Span] = []
    new: list[Span] = []
    for ours, theirs in unlike_parts(before, left, after, right):
        if len(ours) * len(theirs) > MOST_PAIRS:
            gone.append((ours[0][0], ours[-1][1]))
            new.append((theirs[0][0], theirs[-1][1]))
            continue
        for op in Indel.opcodes(texts(before, ours), texts(after, theirs)):
            if op.tag == "delete":
                gone.append((ours[op.src_start][0], ours[op.src_end - 1][1]))
            elif op.tag == "insert":
                new.append((theirs[op.dest_start][0], theirs[op.dest_end - 1][1]))
    return tuple(gone), tuple(new)


def unlike_parts(
    before: str, left: list[Span], after: str, right: list[Span]
) -> Iterator[tuple[Sequence[Span], Sequence[Span]]]:
    """The tokens of both texts, all of them together or, of long texts, only those of stretches that differ."""
    if len(left) * len(right) <= MOST_PAIRS:
        yield left, right
        return
    every = max(16, max(len(left), len(right)) // STRETCHES)
    ours, theirs = stretches(before, left, every), stretches(after, right, every)
    operations = Indel.opcodes(
        [before[one[0][0] : one[-1][1]] for one in ours], [after[one[0][0] : one[-1][1]] for one in theirs]
    )
    gone: list[Span] = []
    new: list[Span] = []
    for op in operations:
        if op.tag == "equal":
            yield gone, new
            gone, new = [], []
        gone += [span for one in ours[op.src_start : op.src_end] for span in one] if op.tag == "delete" else []
        new += [span for one in theirs[op.dest_start : op.dest_end] for span in one] if op.tag == "insert" else []
    yield gone, new


def stretches(text: str, spans: Sequence[Span], every: int) -> list[list[Span]]:
    """Runs of tokens that end after a word picked by its own letters, so that a word put in moves no later end.

    Content-defined chunking (Muthitacharoen et al., A Low-bandwidth Network File System, 2001), with words for bytes.
    """
    found: list[list[Span]] = [[]]
    for start, end in spans:
        found[-1].append((start, end))
        if crc32(text[start:end].encode("utf-8", "surrogatepass")) % every == 0:
            found.append([])
    return [run for run in found if run]


def texts(text: str, spans: Sequence[Span]) -> list[str]:
    return [text[start:end] for start, end in spans]


def tokens(text: str) -> list[Span]:
    """Runs of letters and digits, and every other visible character by itself."""
    return [found.span() for found in TOKEN.finditer(text)]
