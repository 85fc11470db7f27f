"""The drafts of weeks as they were read, who changed what in them, and events that a person put together."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Index, String, Table, Text, insert, select

from domain.drafts import Draft, DraftChange
from domain.times import Clock
from storage import tables
from storage.codec import clean
from storage.column_types import Moment
from storage.database import Database, lock
from storage.relations import take_over

draft = Table(
    "draft",
    tables.metadata,
    Column("id", tables.Id, primary_key=True, autoincrement=True),
    Column("week", String(16), nullable=False, index=True),
    Column("written", Text, nullable=False),
    Column("read_at", Moment, nullable=False),
)

# Evidence of who did what: rows are only ever added.
draft_change = Table(
    "draft_change",
    tables.metadata,
    Column("id", tables.Id, primary_key=True, autoincrement=True),
    Column("week", String(16), nullable=False),
    Column("event_id", String(64), nullable=False),
    Column("what", String(16), nullable=False),
    Column("before", Text, nullable=False),
    Column("after", Text, nullable=False),
    Column("changed_by", Text, nullable=False),
    Column("changed_at", Moment, nullable=False),
    Index(None, "week", "id"),
)


class Drafts:
    """What analysts changed in mails before these went out."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def latest(self, week: str) -> str | None:
        """The text of the week's draft as it was last heeded; None where there was none."""
        query = select(draft.c.written).where(draft.c.week == week).order_by(draft.c.id.desc()).limit(1)
        with self._database.reading() as connection:
            return connection.scalar(query)

    def texts(self, week: str) -> tuple[tuple[str, datetime], ...]:
        """Every text of the week's draft that was heeded, and when; the last one is the one in force."""
        query = select(draft.c.written, draft.c.read_at).where(draft.c.week == week).order_by(draft.c.id)
        with self._database.reading() as connection:
            return tuple((row.written, row.read_at) for row in connection.execute(query))

    def keep(self, read: Draft, changes: Sequence[DraftChange]) -> bool:
        """Keep a draft as it was heeded and what it changed; False where this very text is the last one kept."""
        with self._database.writing() as connection:
            lock(connection, "event")
            last = select(draft.c.written).where(draft.c.week == read.week).order_by(draft.c.id.desc()).limit(1)
            if connection.scalar(last) == clean(read.text):
                return False
            row = {"week": read.week, "written": clean(read.text), "read_at": self._clock()}
            connection.execute(insert(draft).values(row))
            if changes:
                connection.execute(insert(draft_change), [_row(one) for one in changes])
            return True

    def changes(self, week: str | None = None) -> tuple[DraftChange, ...]:
        """Who changed what, of one week or of all, oldest first."""
        query = select(draft_change).order_by(draft_change.c.id)
        if week is not None:
            query = query.where(draft_change.c.week == week)
        with self._database.reading() as connection:
            return tuple(_change(row) for row in connection.execute(query))

    def minted(self) -> frozenset[str]:
        """The ids of all events there are or were."""
        with self._database.reading() as connection:
            return frozenset(connection.scalars(select(tables.event.c.id)))

    def put_together(self, event_id: str, into: str, at: datetime) -> None:
        """Make one event the other: its edits go over, and its id stands for that one from now on."""
        with self._database.writing() as connection:
            lock(connection, "event")
            take_over(connection, event_id, into, at)


def _row(one: DraftChange) -> dict[str, Any]:
    return {
        "week": one.week,
        "event_id": one.event,
        "what": one.what,
        "before": clean(one.before),
        "after": clean(one.after),
        "changed_by": clean(one.by),
        "changed_at": one.at,
    }


def _change(row: Any) -> DraftChange:
    return DraftChange(
        week=row.week,
        event=row.event_id,
        what=row.what,
        before=row.before,
        after=row.after,
        by=row.changed_by,
        at=row.changed_at,
    )
