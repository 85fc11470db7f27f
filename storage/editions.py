"""Composed mails as bytes; what became of handing them over is in ledger.py."""

import json
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from domain.editions import Edition, EditionKind
from domain.errors import StorageError
from domain.times import Clock
from storage import tables
from storage.answers import keep_items
from storage.codec import clean, to_json
from storage.column_types import Moment
from storage.database import Database, lock
from storage.ledger import announce, drop_overtaken
from storage.pages import keep as keep_page
from storage.told import keep_told


class Editions:
    """What was composed for whom."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def save(self, edition: Edition, channels: Sequence[str] = (), *, most: tuple[int, datetime] | None = None) -> bool:
        """Keep an edition; False (and nothing is changed) when one of its id is kept already.

        With `most` also when the recipient got that many of its kind since that moment.

        In the same transaction the ledger gets a row for each of `channels`: from then on none of them is forgotten.
        The steps that it asks for are open from then on, and an alert that it overtakes waits no longer.
        """
        table = tables.edition
        with self._database.writing() as connection:
            lock(connection, "edition")
            if connection.scalar(select(table.c.id).filter_by(id=edition.id)) is not None:
                return False
            if most is not None and self._since(connection, edition, most[1]) >= most[0]:
                return False
            connection.execute(insert(table).values(_edition_row(edition)))
            keep_page(connection, edition)
            now = self._clock()
            keep_items(connection, edition, now)
            keep_told(connection, edition)
            if edition.kind is not EditionKind.ALERT:
                drop_overtaken(connection, edition, now)
            for channel in channels:
                announce(connection, edition.id, edition.recipient, channel, now)
            return True

    def get(self, edition_id: str) -> Edition:
        """StorageError when there is none."""
        with self._database.reading() as connection:
            row = connection.execute(select(tables.edition).filter_by(id=edition_id)).one_or_none()
        if row is None:
            raise StorageError(f"edition {edition_id} is not stored")
        return _edition_of(row)

    def find(self, edition_id: str) -> Edition | None:
        """The edition of that id; None where it was not composed yet."""
        with self._database.reading() as connection:
            row = connection.execute(select(tables.edition).filter_by(id=edition_id)).one_or_none()
        return _edition_of(row) if row is not None else None

    def told(self, recipient: str, kind: EditionKind, since: datetime) -> frozenset[str]:
        """The ids of the events this recipient's editions of one kind have said since then."""
        table = tables.edition
        query = select(table.c.event_ids).where(table.c.recipient == recipient, table.c.kind == kind.value)
        with self._database.reading() as connection:
            found = connection.scalars(query.where(table.c.composed_at >= since)).all()
        return frozenset(event for ids in found for event in json.loads(ids))

    def all(self) -> tuple[Edition, ...]:
        """Every edition in the order they were cut."""
        table = tables.edition
        with self._database.reading() as connection:
            rows = connection.execute(select(table).order_by(table.c.cut_seq, table.c.composed_at, table.c.id)).all()
        return tuple(_edition_of(row) for row in rows)

    def told_at(
        self, recipient: str, kind: EditionKind, since: datetime, *, but: Collection[str] = ()
    ) -> dict[str, datetime]:
        """When each event was told last by this recipient's editions of one kind since then, `but` for these."""
        table = tables.edition
        query = select(table.c.id, table.c.event_ids, table.c.composed_at).order_by(table.c.composed_at)
        query = query.where(table.c.recipient == recipient, table.c.kind == kind.value, table.c.composed_at >= since)
        with self._database.reading() as connection:
            rows = [row for row in connection.execute(query) if row.id not in but]
        return {event: row.composed_at for row in rows for event in json.loads(row.event_ids)}

    def _since(self, connection: Connection, edition: Edition, moment: datetime) -> int:
        table = tables.edition
        query = select(func.count()).select_from(table).filter_by(recipient=edition.recipient, kind=edition.kind.value)
        return int(connection.scalar(query.where(table.c.composed_at >= moment)) or 0)

    def last_composed(self, recipient: str, kind: EditionKind) -> datetime | None:
        """When this recipient's newest edition of that kind was composed; None before the first."""
        table = tables.edition
        newest = select(func.max(table.c.composed_at, type_=Moment()))
        with self._database.reading() as connection:
            last: datetime | None = connection.scalar(newest.filter_by(recipient=recipient, kind=kind.value))
            return last

    def last_label(self, recipient: str, kind: EditionKind) -> str | None:
        """The newest week that this recipient has an edition of that kind of ("2026-W08"); None before the first."""
        newest = select(func.max(tables.edition.c.label))
        with self._database.reading() as connection:
            last: str | None = connection.scalar(newest.filter_by(recipient=recipient, kind=kind.value))
            return last

    def last_cut(self, recipient: str, *, kind: EditionKind | None = None) -> int:
        """The seq up to which this recipient's editions reach (of one kind, where given); 0 before the first."""
        table = tables.edition
        query = select(func.max(table.c.cut_seq)).where(table.c.recipient == recipient)
        if kind is not None:
            query = query.where(table.c.kind == kind.value)
        with self._database.reading() as connection:
            return int(connection.scalar(query) or 0)


def _edition_row(edition: Edition) -> dict[str, Any]:
    plain = ("id", "recipient", "email", "label", "after_seq", "cut_seq", "composed_at", "message_id", "eml")
    return {
        **{name: getattr(edition, name) for name in plain},
        "kind": edition.kind.value,
        "subject": clean(edition.subject),
        "event_ids": to_json(list(edition.event_ids)),
        "html": edition.html.encode("utf-8", "surrogatepass"),
        "text": edition.text.encode("utf-8", "surrogatepass"),
        "evidence": edition.evidence.encode("utf-8", "surrogatepass"),
    }


def _edition_of(row: Row[Any]) -> Edition:
    return Edition(
        id=row.id,
        kind=EditionKind(row.kind),
        recipient=row.recipient,
        email=row.email,
        label=row.label,
        after_seq=row.after_seq,
        cut_seq=row.cut_seq,
        composed_at=row.composed_at,
        subject=row.subject,
        message_id=row.message_id,
        event_ids=tuple(json.loads(row.event_ids)),
        eml=row.eml,
        html=row.html.decode("utf-8", "surrogatepass"),
        text=row.text.decode("utf-8", "surrogatepass"),
        evidence=row.evidence.decode("utf-8", "surrogatepass"),
    )
