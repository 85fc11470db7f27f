"""What rules and finders read: each side of an edit as one text, with where it stands and which of it is new."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import re2
from rapidfuzz.distance import Indel

from domain.changes import Edit, EditKind
from domain.content import Cell, Where
from domain.findings import Quote, Side

Span = tuple[int, int]
# Headings under which others praise: nothing there is the company's own news.
PRAISE = re2.compile(
    r"(?i)\b(?:testimonials?|customers? (?:say|love|stories)|from our customers|"
    r"what (?:our )?(?:customers|people|users) say|"
    r"reviews?|trusted by|loved by)\b"
)
CHROME = frozenset({Where.NAV, Where.HEADER, Where.FOOTER, Where.ASIDE, Where.BANNER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One side of an edit. `fresh` are the spans that this change brought (or took away); `title_end` ends the title.

    Offsets are code points into `text`, which is the edit's before or after, unchanged.
    """

    edit: Edit
    side: Side
    text: str
    fresh: tuple[Span, ...]
    title_end: int = 0
    lead_end: int = 0
    cells: tuple[Cell, ...] = ()

    @property
    def headings(self) -> tuple[str, ...]:
        return self.edit.path

    @property
    def aside(self) -> bool:
        """Whether it stands in site chrome or among testimonials, where nothing is the company's news."""
        return self.edit.where in CHROME or any(PRAISE.search(title) for title in self.edit.path[-2:])

    def is_fresh(self, start: int, end: int) -> bool:
        return any(start < stop and begin < end for begin, stop in self.fresh)

    def places(self, at: int) -> frozenset[str]:
        """The names of where offset `at` stands: the block's kind, and title, lead or body of an entry."""
        names = {self.edit.where.value}
        if self.aside:
            names.add("chrome")
        if self.edit.where in (Where.ENTRY, Where.RECORD):
            names.add("title" if at < self.title_end else "lead" if at < self.lead_end else "deep")
        elif self.edit.where is Where.PARAGRAPH:
            names.add("body")
        return frozenset(names)

    def quote(self, start: int, end: int) -> Quote:
        return Quote(edit=self.edit.key, side=self.side, start=start, end=end, text=self.text[start:end])


# An entry's lead: what follows the title, as far as a reader's eye goes. Boilerplate stands at the end.
LEAD_LENGTH = 700


def passages(edits: Sequence[Edit]) -> tuple[Passage, ...]:
    """Both sides of every edit, in order: after (what is new) before before (what is gone)."""
    return tuple(passage for edit in edits for passage in sides(edit))


def sides(edit: Edit) -> Iterator[Passage]:
    fresh_before, fresh_after = changed_spans(edit)
    for side, text, fresh, cells in (
        (Side.AFTER, edit.after, fresh_after, edit.cells_after),
        (Side.BEFORE, edit.before, fresh_before, edit.cells_before),
    ):
        if text is None or not text.strip():
            continue
        title_end = len(edit.title) if edit.title and text.startswith(edit.title) else 0
        if edit.where is Where.RECORD and not title_end:
            title_end = len(text)
        yield Passage(
            edit=edit,
            side=side,
            text=text,
            fresh=fresh,
            title_end=title_end,
            lead_end=min(len(text), title_end + LEAD_LENGTH),
            cells=cells,
        )


def changed_spans(edit: Edit) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans of before and of after that differ; all of it for an addition or a removal."""
    if edit.kind is not EditKind.REPLACED or edit.before is None or edit.after is None:
        return whole(edit.before), whole(edit.after)
    left, right = tokens(edit.before), tokens(edit.after)
    operations = Indel.opcodes([edit.before[a:b] for a, b in left], [edit.after[a:b] for a, b in right])
    gone = [(left[op.src_start][0], left[op.src_end - 1][1]) for op in operations if op.tag == "delete"]
    new = [(right[op.dest_start][0], right[op.dest_end - 1][1]) for op in operations if op.tag == "insert"]
    return tuple(gone), tuple(new)


def whole(text: str | None) -> tuple[Span, ...]:
    return ((0, len(text)),) if text else ()


def tokens(text: str) -> list[Span]:
    """Runs of letters and digits, and every other visible character by itself."""
    spans: list[Span] = []
    for index, char in enumerate(text):
        if char.isspace():
            continue
        if char.isalnum() and spans and spans[-1][1] == index and text[index - 1].isalnum():
            spans[-1] = (spans[-1][0], index + 1)
        else:
            spans.append((index, index + 1))
    return spans
