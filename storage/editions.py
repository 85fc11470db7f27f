"""Composed mails as bytes, and the ledger that lets each be handed over once."""

import json
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from domain.editions import Delivery, DeliveryState, Edition, EditionKind
from domain.errors import StorageError
from domain.times import Clock
from storage import tables
from storage.codec import clean, to_json
from storage.database import Database, lock


class Editions:
    """What was composed for whom, and what became of handing it over."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def save(self, edition: Edition) -> bool:
        """Keep an edition; False (and nothing is changed) when one of its id is kept already."""
        table = tables.edition
        with self._database.writing() as connection:
            lock(connection, "edition")
            if connection.scalar(select(table.c.id).filter_by(id=edition.id)) is not None:
                return False
            connection.execute(insert(table).values(_edition_row(edition)))
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

    def last_cut(self, recipient: str, *, kind: EditionKind | None = None) -> int:
        """The seq up to which this recipient's editions reach (of one kind, where given); 0 before the first."""
        table = tables.edition
        query = select(func.max(table.c.cut_seq)).where(table.c.recipient == recipient)
        if kind is not None:
            query = query.where(table.c.kind == kind.value)
        with self._database.reading() as connection:
            return int(connection.scalar(query) or 0)

    def begin(self, edition_id: str, recipient: str, channel: str) -> bool:
        """Whether to hand this edition over now; committed as SENDING before this returns True.

        False when it was sent, was refused for good, or someone began and never said how it ended: that one becomes
        UNKNOWN, for a person to look at.
        """
        with self._database.writing() as connection:
            lock(connection, "edition")
            row = _delivery(connection, edition_id, recipient, channel)
            if row is None:
                self._open(connection, edition_id, recipient, channel)
                return True
            if row.state == DeliveryState.SENDING:
                self._move(connection, row, DeliveryState.UNKNOWN, "was being handed over when the process ended")
                return False
            again: bool = row.state == DeliveryState.PENDING or (row.state == DeliveryState.REFUSED and row.transient)
            if again:
                self._move(connection, row, DeliveryState.SENDING, "", tries=row.tries + 1)
            return again

    def finish(
        self,
        edition_id: str,
        recipient: str,
        channel: str,
        state: DeliveryState,
        detail: str = "",
        *,
        transient: bool = False,
    ) -> None:
        """How the hand-over ended. `transient` with REFUSED: begin() may try again. StorageError if never begun."""
        with self._database.writing() as connection:
            lock(connection, "edition")
            row = _delivery(connection, edition_id, recipient, channel)
            if row is None:
                raise StorageError(f"edition {edition_id} was never begun for {recipient} by {channel}")
            self._move(connection, row, state, detail, transient=transient)

    def deliveries(self, edition_id: str | None = None) -> tuple[Delivery, ...]:
        """The ledger, of one edition or of all, in the order they were first begun."""
        table = tables.delivery
        query = select(table).order_by(table.c.id)
        if edition_id is not None:
            query = query.where(table.c.edition_id == edition_id)
        with self._database.reading() as connection:
            return tuple(_delivery_of(row) for row in connection.execute(query))

    def _open(self, connection: Connection, edition_id: str, recipient: str, channel: str) -> None:
        if connection.scalar(select(tables.edition.c.id).filter_by(id=edition_id)) is None:
            raise StorageError(f"edition {edition_id} is not stored")
        connection.execute(
            insert(tables.delivery).values(
                edition_id=edition_id,
                recipient=recipient,
                channel=channel,
                state=DeliveryState.SENDING.value,
                transient=False,
                tries=1,
                changed_at=self._clock(),
                detail="",
            )
        )

    def _move(
        self,
        connection: Connection,
        row: Row[Any],
        state: DeliveryState,
        detail: str,
        *,
        tries: int | None = None,
        transient: bool = False,
    ) -> None:
        moved: dict[str, Any] = {
            "state": state.value,
            "detail": clean(detail),
            "transient": transient,
            "changed_at": self._clock(),
        }
        moved["tries"] = row.tries if tries is None else tries
        connection.execute(update(tables.delivery).where(tables.delivery.c.id == row.id).values(moved))


def _delivery(connection: Connection, edition_id: str, recipient: str, channel: str) -> Row[Any] | None:
    query = select(tables.delivery).filter_by(edition_id=edition_id, recipient=recipient, channel=channel)
    return connection.execute(query).one_or_none()


def _delivery_of(row: Row[Any]) -> Delivery:
    return Delivery(
        edition=row.edition_id,
        recipient=row.recipient,
        channel=row.channel,
        state=DeliveryState(row.state),
        tries=row.tries,
        changed_at=row.changed_at,
        detail=row.detail,
    )


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
