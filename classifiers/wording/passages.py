"""What rules and finders read: each side of an edit as one text, with where it stands and which of it is new."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import itemgetter

from classifiers.wording.boilerplate import boilerplate_from, boilerplate_heading
from classifiers.wording.changed import changed_spans
from classifiers.wording.patterns import Pattern
from domain.changes import Edit
from domain.content import Cell, Where
from domain.findings import Quote, Side

Span = tuple[int, int]
span_end = itemgetter(1)
# Headings under which others praise: nothing there is the company's own news.
PRAISE = Pattern(
    r"(?i)\b(?:testimonials?|customers? (?:say|love|stories)|from our customers|"
    r"what (?:our )?(?:customers|people|users) say|"
    r"reviews?|trusted by|loved by)\b"
)
CHROME = frozenset({Where.NAV, Where.HEADER, Where.FOOTER, Where.ASIDE, Where.BANNER})
OFFERED = frozenset({Where.TABLE, Where.CARD, Where.LIST})
PRICE_TABLE = Pattern(
    r"(?i)\b(?:pric\w*|plans?|tiers?|packages?|editions?|fees?|rates?|billing|preis\w*|tarif\w*|prix|abonnement\w*|"
    r"forfaits?|precios?|planes|prezz[oi])\b"
)
AMOUNT = Pattern(
    r"[$€£¥₹] ?\d|\d ?[$€£¥₹]|\b(?:USD|EUR|GBP|CHF|JPY|INR|AUD|CAD) ?\d|\d ?(?:USD|EUR|GBP|CHF|JPY|INR|AUD|CAD)\b"
)


@lru_cache(maxsize=4096)  # the same few headings stand over all edits of a page
def praises(heading: str) -> bool:
    return PRAISE.search(heading) is not None


@cache
def possible_places(where: Where) -> frozenset[str]:
    """All names that `Passage.places` may give at some offset of a passage that stands there."""
    names = {where.value, "chrome", "boilerplate"}
    if where in (Where.ENTRY, Where.RECORD):
        names |= {"title", "lead", "deep"}
    elif where is Where.PARAGRAPH:
        names.add("body")
    elif where in OFFERED:
        names.add("price_table")
    return frozenset(names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One side of an edit. `fresh` are the spans that this change brought (or took away); `title_end` ends the title.

    From `boilerplate` on, the text describes the company or disclaims. Offsets are code points into `text`, which is
    the edit's before or after, unchanged.
    """

    edit: Edit
    side: Side
    text: str
    fresh: tuple[Span, ...]
    title_end: int = 0
    lead_end: int = 0
    cells: tuple[Cell, ...] = ()
    boilerplate: int = 1 << 60

    @property
    def headings(self) -> tuple[str, ...]:
        return self.edit.path

    @property
    def aside(self) -> bool:
        """Whether it stands in site chrome or among testimonials, where nothing is the company's news.

        An entry or record stands under no heading: its path is its own title ("FDA grants priority review").
        """
        praised = () if self.edit.where in (Where.ENTRY, Where.RECORD) else self.edit.path[-2:]
        return self.edit.where in CHROME or any(praises(title) for title in praised)

    def is_fresh(self, start: int, end: int) -> bool:
        first = bisect_right(self.fresh, start, key=span_end)  # they stand in order and apart
        return first < len(self.fresh) and self.fresh[first][0] < end

    def places(self, at: int) -> frozenset[str]:
        """The names of where offset `at` stands: the block's kind, and title, lead or body of an entry."""
        names = {self.edit.where.value}
        if self.aside:
            names.add("chrome")
        boilerplate = at >= self.boilerplate
        if boilerplate:
            names.add("boilerplate")
        if self.edit.where in (Where.ENTRY, Where.RECORD):
            names.add("title" if at < self.title_end else "lead" if at < self.lead_end and not boilerplate else "deep")
        elif self.edit.where is Where.PARAGRAPH:
            names.add("body")
        elif self.edit.where in OFFERED and self.tells_prices():
            names.add("price_table")
        return frozenset(names)

    def tells_prices(self) -> bool:
        """Whether a row, card or item stands among prices: by a heading above, a column's header, or an amount."""
        labels = (*self.edit.path, *(cell.header for cell in self.cells))
        return any(PRICE_TABLE.search(label) for label in labels) or bool(AMOUNT.search(self.text))

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
            boilerplate=0 if boilerplate_heading(edit.path) and not title_end else boilerplate_from(text),
        )
