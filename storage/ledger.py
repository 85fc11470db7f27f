"""The ledger of deliveries: who is handing what to whom, and what became of it.

A row goes pending, trying, sending, and ends as sent, refused, unknown or dropped. `trying` may be taken over from a
process that died, for nothing was handed over yet; `sending` is written just before the last byte, and whoever finds it
left behind can only say `unknown`.
"""

import json
import secrets
from collections.abc import Collection
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from domain.editions import Delivery, DeliveryState, Edition, EditionKind
from domain.errors import StorageError
from domain.times import Clock
from storage import tables
from storage.codec import clean, to_json
from storage.database import Database, lock
from storage.holders import Holder, died, this_process

# Longer than any conversation with a mail server: after it a holder that may be alive is taken for dead, too. Should it
# go on after all, `commit` stops it before its last byte.
LEASE = timedelta(minutes=15)
BROKE_OFF = "something else went wrong on the way; the log says what"
OVERTAKEN = "the weekly mail tells it"
LEFT_BEHIND = "was being handed over when the process ended"


class Ledger:
    """One row for each edition, recipient and channel; each is handed over once."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._tokens: dict[tuple[str, str, str], str] = {}

    def begin(self, edition_id: str, recipient: str, channel: str) -> bool:
        """Whether this process is to hand this edition over now; committed as TRYING before this returns True.

        False when it was sent or refused for good, and while another process is at it. What a dead one left as TRYING
        is taken over; what it left as SENDING becomes UNKNOWN, for a person to look at.
        """
        with self._database.writing() as connection:
            lock(connection, "edition")
            row = _row(connection, edition_id, recipient, channel)
            if row is None:
                announce(connection, edition_id, recipient, channel, self._clock())
                row = _row(connection, edition_id, recipient, channel)
            if row is None or not self._free(connection, row):
                return False
            token = secrets.token_hex(16)
            self._tokens[edition_id, recipient, channel] = token
            held = {"token": token, "holder": to_json(asdict(this_process()))}
            self._move(connection, row, DeliveryState.TRYING, "", tries=row.tries + 1, **held)
            return True

    def commit(self, edition_id: str, recipient: str, channel: str) -> bool:
        """Says that the last byte is about to go; False when another process took over, and it must not."""
        with self._database.writing() as connection:
            lock(connection, "edition")
            row = self._mine(connection, edition_id, recipient, channel)
            if row is None or row.state != DeliveryState.TRYING:
                return False
            self._move(connection, row, DeliveryState.SENDING, "")
            return True

    def finish(
        self,
        edition_id: str,
        recipient: str,
        channel: str,
        state: DeliveryState,
        detail: str = "",
        *,
        transient: bool = False,
    ) -> bool:
        """How the hand-over ended; False when it is no longer ours to say. StorageError if it was never begun.

        `transient` with REFUSED: begin() may try again.
        """
        with self._database.writing() as connection:
            lock(connection, "edition")
            if _row(connection, edition_id, recipient, channel) is None:
                raise StorageError(f"edition {edition_id} was never begun for {recipient} by {channel}")
            row = self._mine(connection, edition_id, recipient, channel)
            if row is None:
                return False
            self._move(connection, row, state, detail, transient=transient, token="", holder="")
            return True

    def abandon(self, edition_id: str, recipient: str, channel: str) -> None:
        """Something else went wrong on the way: to be tried again, or in doubt where the last byte may have gone."""
        with self._database.writing() as connection:
            lock(connection, "edition")
            row = self._mine(connection, edition_id, recipient, channel)
            if row is not None and row.state == DeliveryState.TRYING:
                self._move(connection, row, DeliveryState.PENDING, BROKE_OFF, token="", holder="")
            if row is not None and row.state == DeliveryState.SENDING:
                self._move(connection, row, DeliveryState.UNKNOWN, BROKE_OFF, token="", holder="")

    def settle(
        self, edition_id: str, recipient: str, channel: str, state: DeliveryState, detail: str, *, was: DeliveryState
    ) -> bool:
        """What a person decided; False when the row is not (or no longer) in the state they decided about."""
        with self._database.writing() as connection:
            lock(connection, "edition")
            row = _row(connection, edition_id, recipient, channel)
            if row is None or row.state != was:
                return False
            self._move(connection, row, state, detail, token="", holder="")
            return True

    def deliveries(self, edition_id: str | None = None) -> tuple[Delivery, ...]:
        """The ledger, of one edition or of all, in the order they were announced."""
        return self._read(() if edition_id is None else (tables.delivery.c.edition_id == edition_id,))

    def unfinished(self, channels: Collection[str]) -> tuple[Delivery, ...]:
        """The rows of these channels that have not come to an end, oldest first."""
        table = tables.delivery
        ended = [state.value for state in (DeliveryState.SENT, DeliveryState.UNKNOWN, DeliveryState.DROPPED)]
        refused = (table.c.state == DeliveryState.REFUSED.value) & ~table.c.transient
        return self._read((table.c.channel.in_(list(channels)), table.c.state.not_in(ended), ~refused))

    def in_states(self, states: Collection[DeliveryState]) -> tuple[Delivery, ...]:
        """The rows in these states, oldest first."""
        return self._read((tables.delivery.c.state.in_([state.value for state in states]),))

    def of_reader(self, recipient: str, kind: EditionKind, since: datetime) -> tuple[Delivery, ...]:
        """The rows of what was composed for this recipient, of one kind, since then; oldest first."""
        edition = tables.edition
        query = select(edition.c.id).where(edition.c.recipient == recipient, edition.c.kind == kind.value)
        return self._read((tables.delivery.c.edition_id.in_(query.where(edition.c.composed_at >= since)),))

    def _read(self, conditions: Collection[Any]) -> tuple[Delivery, ...]:
        query = select(tables.delivery).where(*conditions).order_by(tables.delivery.c.id)
        with self._database.reading() as connection:
            return tuple(_delivery_of(row) for row in connection.execute(query))

    def _free(self, connection: Connection, row: Row[Any]) -> bool:
        """Whether a row may be tried; one that was left as SENDING is moved to UNKNOWN."""
        if row.state in (DeliveryState.TRYING, DeliveryState.SENDING) and not self._left(row):
            return False
        if row.state == DeliveryState.SENDING:
            self._move(connection, row, DeliveryState.UNKNOWN, LEFT_BEHIND, holder="")
            return False
        waits = row.state in (DeliveryState.PENDING, DeliveryState.TRYING)
        return waits or (row.state == DeliveryState.REFUSED and bool(row.transient))

    def _left(self, row: Row[Any]) -> bool:
        """Whether whoever holds the row is gone for certain, or has been away for longer than any hand-over takes."""
        if not row.holder:
            return True
        holder, me = Holder(**json.loads(row.holder)), this_process()
        # An own clock that was put back makes the row look new: it is taken over later, never sooner.
        return died(holder, me) or bool(self._clock() - row.changed_at > LEASE)

    def _mine(self, connection: Connection, edition_id: str, recipient: str, channel: str) -> Row[Any] | None:
        row = _row(connection, edition_id, recipient, channel)
        token = self._tokens.get((edition_id, recipient, channel))
        return row if row is not None and token and row.token == token else None

    def _move(self, connection: Connection, row: Row[Any], state: DeliveryState, detail: str, **more: object) -> None:
        moved = {"state": state.value, "detail": clean(detail), "transient": False, "changed_at": self._clock(), **more}
        connection.execute(update(tables.delivery).where(tables.delivery.c.id == row.id).values(moved))


def announce(connection: Connection, edition_id: str, recipient: str, channel: str, now: datetime) -> None:
    """A row that says: to be handed over. StorageError where the edition is not stored."""
    if connection.scalar(select(tables.edition.c.id).filter_by(id=edition_id)) is None:
        raise StorageError(f"edition {edition_id} is not stored")
    row = {"edition_id": edition_id, "recipient": recipient, "channel": channel, "state": DeliveryState.PENDING.value}
    more = {"transient": False, "tries": 0, "changed_at": now, "detail": "", "token": "", "holder": ""}
    connection.execute(insert(tables.delivery).values(row | more))


def drop_overtaken(connection: Connection, weekly: Edition, now: datetime) -> None:
    """Alerts that still wait for this reader and say nothing that this weekly mail does not say: it tells them.

    Whoever tries one at this moment loses it, and stops before its last byte.
    """
    edition, row = tables.edition, tables.delivery
    waits = row.c.state.in_([DeliveryState.PENDING.value, DeliveryState.TRYING.value])
    query = select(row.c.id, edition.c.event_ids).select_from(row.join(edition)).where(waits)
    query = query.where(edition.c.recipient == weekly.recipient, edition.c.kind == EditionKind.ALERT.value)
    told = set(weekly.event_ids)
    dropped = [one.id for one in connection.execute(query) if told.issuperset(json.loads(one.event_ids))]
    moved = {"state": DeliveryState.DROPPED.value, "detail": OVERTAKEN, "changed_at": now, "token": "", "holder": ""}
    connection.execute(update(row).where(row.c.id.in_(dropped)).values(moved))


def _row(connection: Connection, edition_id: str, recipient: str, channel: str) -> Row[Any] | None:
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
        transient=row.transient,
    )
