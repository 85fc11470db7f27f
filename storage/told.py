"""What each edition said as fact, so that it can be set beside what a later reading says."""

from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, ForeignKey, Index, Row, String, Table, Text, insert, select

from domain.answers import ToldFact
from domain.editions import Edition, EditionKind
from storage import tables
from storage.codec import clean
from storage.database import Database

told_fact = Table(
    "told_fact",
    tables.metadata,
    Column("id", tables.Id, primary_key=True, autoincrement=True),
    Column("edition_id", Text, ForeignKey("edition.id"), nullable=False),
    Column("event_id", String(64), nullable=False),
    Column("source", Text, nullable=False),
    Column("seq", tables.Id, nullable=False),
    Column("key", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("words", Text, nullable=False),
    Index(None, "edition_id"),
)


def keep_told(connection: Connection, edition: Edition) -> None:
    rows = [_row(edition, one) for one in edition.told]
    if rows:
        connection.execute(insert(told_fact), rows)


class Told:
    """The facts of editions as they were told."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def facts(self, recipient: str, kind: EditionKind, since: datetime) -> tuple[tuple[str, ToldFact], ...]:
        """What this recipient's editions of one kind said since then, each with its edition's week, oldest first."""
        edition = tables.edition
        query = select(told_fact, edition.c.label).select_from(told_fact.join(edition))
        query = query.where(edition.c.recipient == recipient, edition.c.kind == kind.value)
        query = query.where(edition.c.composed_at >= since).order_by(told_fact.c.id)
        with self._database.reading() as connection:
            return tuple((row.label, _fact(row)) for row in connection.execute(query))


def _row(edition: Edition, one: ToldFact) -> dict[str, Any]:
    return {
        "edition_id": edition.id,
        "event_id": one.event,
        "source": clean(one.source),
        "seq": one.seq,
        "key": clean(one.key),
        "value": clean(one.value),
        "words": clean(one.words),
    }


def _fact(row: Row[Any]) -> ToldFact:
    return ToldFact(event=row.event_id, source=row.source, seq=row.seq, key=row.key, value=row.value, words=row.words)
