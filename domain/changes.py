"""A real difference between two visits of a source, and the edits it is made of."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.content import Cell, Link, Where
from domain.sources import Subject


class EditKind(StrEnum):
    """What happened to one block, entry or record field."""

    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"


class ChangeStatus(StrEnum):
    """Whether a change may be mailed: only news is. Held waits for confirmation; backfill comes from an archive."""

    NEWS = "news"
    HELD = "held"
    REVERTED = "reverted"
    NOISE = "noise"
    BACKFILL = "backfill"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A run of words inside a replaced edit: `same`, `removed` or `added`, in reading order."""

    op: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Lines that stayed beside an amount that changed, "" where there is none; `name` is the one that names it.

    That is the line above where each of several amounts under one heading has a line of its own right above it.
    """

    name: str = ""
    above: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One added, removed or replaced block, entry or record.

    `key` = sha256(source id, path, before, after): it survives replay. `path` is the heading path (page), the entry's
    title (feed) or the record's key and title (registry). `before` is None for an addition, `after` for a removal.
    `words` is the word-level view of a replacement. `minor` marks an edit too small or too peripheral to lead with.
    `noise` says why an edit is left out (the learned noise it belongs to); "" for one that counts. One that is left out
    and `waits` is told if it still stands at the next good visit. `beside` is what stayed next to a short line with an
    amount.
    """

    key: str
    kind: EditKind
    where: Where
    path: tuple[str, ...]
    before: str | None
    after: str | None
    words: tuple[Word, ...] = ()
    cells_before: tuple[Cell, ...] = ()
    cells_after: tuple[Cell, ...] = ()
    links: tuple[Link, ...] = ()
    title: str = ""
    link: str = ""
    dated: datetime | None = None
    names: tuple[str, ...] = ()
    minor: bool = False
    noise: str = ""
    waits: bool = False
    beside: Beside | None = None

    def __hash__(self) -> int:
        return hash(self.key)  # what is kept by edits asks often, and a text and its words are long


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """An earlier change that a later visit settles: its new status and why."""

    key: str
    status: ChangeStatus
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Captured:
    """The visit at one end of a change."""

    snapshot: int
    seq: int
    captured_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """Edits between a baseline and a newer good visit. `key` = sha256(source id, from.seq, to.seq)."""

    key: str
    source: str
    source_id: int
    subject: Subject
    status: ChangeStatus
    before: Captured
    after: Captured
    edits: tuple[Edit, ...]
    explanation: str = ""

    @property
    def counted(self) -> tuple[Edit, ...]:
        """The edits that say something: all but those left out as learned noise."""
        return tuple(edit for edit in self.edits if not edit.noise)
