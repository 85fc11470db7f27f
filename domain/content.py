"""The readable content of a visit: blocks of a page, entries of a feed, records of a registry. Derived, versioned."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Where(StrEnum):
    """Where on a page (or in a feed or register) words stand; rules and ranking ask for it."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"
    CARD = "card"
    LINK = "link"
    NAV = "nav"
    HEADER = "header"
    FOOTER = "footer"
    ASIDE = "aside"
    BANNER = "banner"
    ENTRY = "entry"
    RECORD = "record"
    STATE = "state"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One cell of a table row, or one field of a record, with its column header or field label."""

    header: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link inside a block: its words and its absolute address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, list item, table row, heading or card of a page.

    `path` is the chain of headings above it, outermost first. `text` is whitespace-normalised; for a table row it is
    the cells joined by " | ". `chrome` marks site furniture (navigation, footer, header, widget) outside the content;
    `sign` is what told it so.
    """

    where: Where
    path: tuple[str, ...]
    text: str
    cells: tuple[Cell, ...] = ()
    links: tuple[Link, ...] = ()
    chrome: bool = False
    sign: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed. `id` is the feed's own; empty where it gives none. Times are as claimed, in UTC."""

    id: str
    link: str
    title: str
    text: str
    published_at: datetime | None = None
    updated_at: datetime | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a registry: its key and its declared fields in order.

    `wanted` is False for one that the source's `where` leaves out: it is read all the same, so that a record which
    stops matching is told as changed and not as gone.
    """

    key: str
    title: str
    fields: tuple[Cell, ...]
    link: str = ""
    dated: str = ""
    names: tuple[str, ...] = ()
    wanted: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What a visit says, as read by the extractor `version`; one of blocks, entries, records is filled.

    `cut` says that a paged register went on past the pages that were read.
    """

    version: str
    title: str = ""
    language: str | None = None
    blocks: tuple[Block, ...] = ()
    entries: tuple[Entry, ...] = ()
    records: tuple[Record, ...] = ()
    cut: bool = False
