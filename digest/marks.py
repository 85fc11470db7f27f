"""Cuts the text of an edit into pieces: what changed, and what a tag or fact quotes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from domain.changes import Edit
from domain.findings import Quote, Side

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A run of text that is wholly changed or not, wholly quoted or not."""

    text: str
    changed: bool
    quoted: bool


def pieces(edit: Edit, side: Side, quotes: Sequence[Quote]) -> tuple[Piece, ...]:
    """The edit's text on one side, in order and complete: the pieces' texts join to it. Empty where there is none."""
    text = edit.before if side is Side.BEFORE else edit.after
    if not text:
        return ()
    changed = _changed(edit, side, text)
    quoted = [(q.start, q.end) for q in quotes if q.edit == edit.key and q.side is side and _true(q, text)]
    cuts = sorted({0, len(text), *_ends(changed, len(text)), *_ends(quoted, len(text))})
    return tuple(
        Piece(text=text[start:end], changed=_inside(changed, start), quoted=_inside(quoted, start))
        for start, end in pairwise(cuts)
    )


def _changed(edit: Edit, side: Side, text: str) -> list[Span]:
    """Where the words differ. A side that stands alone is changed as a whole; so is one whose runs do not fit it."""
    if edit.before is None or edit.after is None:
        return [(0, len(text))]
    op = "removed" if side is Side.BEFORE else "added"
    spans: list[Span] = []
    place = 0
    for word in edit.words:
        if word.op not in ("same", op):
            continue
        start = text.find(word.text, place)
        if start < 0:
            return [(0, len(text))]
        place = start + len(word.text)
        if word.op == op:
            spans.append((start, place))
    return spans if edit.words else [(0, len(text))]


def _true(quote: Quote, text: str) -> bool:
    return 0 <= quote.start < quote.end <= len(text) and text[quote.start : quote.end] == quote.text


def _ends(spans: Iterable[Span], length: int) -> Iterable[int]:
    return (min(max(end, 0), length) for span in spans for end in span)


def _inside(spans: Iterable[Span], place: int) -> bool:
    return any(start <= place < end for start, end in spans)
