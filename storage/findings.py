"""What changes mean: sightings and impacts, which are derived, and events, which are minted once and kept."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, case, delete, insert, literal, select, update

from domain.changes import ChangeStatus
from domain.errors import StorageError
from domain.events import Event, Impact, Sighting
from domain.verdicts import Standing, retagged
from storage import tables
from storage.codec import read, read_sighting, write, write_sighting
from storage.database import Database, lock
from storage.leases import Held, require_held
from storage.verdicts import judged_noise, standing, verdict


class Findings:
    """Sightings of changes, events of sightings, impacts of events."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def store_sightings(self, change_key: str, sightings: Sequence[Sighting], derivation: str) -> None:
        """Keep (or replace) all sightings of one change; none is an answer too, and is remembered as one."""
        with self._database.writing() as connection:
            replace_sightings(connection, change_key, sightings, derivation)

    def sightings(
        self,
        *,
        after_seq: int = 0,
        until_seq: int | None = None,
        since: datetime | None = None,
        status: ChangeStatus | None = None,
        corrected: bool = True,
    ) -> tuple[Sighting, ...]:
        """Sightings with after_seq < seq <= until_seq in order of seq; `since` is when the visit was captured.

        Their tags are as `corrected` by analysts, or as the rules gave them. `status` is the change's, or noise for one
        that was judged to be.
        """
        table, change, visit = tables.sighting, tables.change, tables.visit
        conditions = [table.c.seq > after_seq]
        if until_seq is not None:
            conditions.append(table.c.seq <= until_seq)
        if since is not None:
            conditions.append(table.c.seq.in_(select(visit.c.id).where(visit.c.captured_at >= since)))
        if status is not None:
            effective = case((judged_noise(), literal(ChangeStatus.NOISE.value)), else_=change.c.status)
            conditions.append(effective == status.value)
        return self._sightings(*conditions, corrected=corrected)

    def sighted(self, *, since: datetime) -> bool:
        """Whether any visit captured since then made a sighting."""
        visit = tables.visit
        young = select(tables.sighting.c.key).join(visit, visit.c.id == tables.sighting.c.seq).limit(1)
        with self._database.reading() as connection:
            return connection.scalar(young.where(visit.c.captured_at >= since)) is not None

    def sightings_of(self, change_key: str, *, corrected: bool = True) -> tuple[Sighting, ...]:
        """The sightings of one change in the order they were made; tags as corrected, or as the rules gave them."""
        return self._sightings(tables.sighting.c.change_key == change_key, corrected=corrected)

    def _sightings(self, *conditions: ColumnElement[bool], corrected: bool = True) -> tuple[Sighting, ...]:
        table = tables.sighting
        query = (
            select(table.c.sighting, tables.source.c.name)
            .select_from(table.join(tables.change).join(tables.source))
            .where(*conditions)
            .order_by(table.c.seq, table.c.change_key, table.c.position)
        )
        with self._database.reading() as connection:
            rows = connection.execute(query).all()
            said = Standing(standing(connection, verdict.c.tag.is_not(None)) if corrected and rows else ())
        found = (replace(read_sighting(row.sighting), source=row.name) for row in rows)
        return tuple(retagged(one, said) for one in found)

    def events(self) -> dict[str, tuple[str, ...]]:
        """Every event that has edits, with their keys in order; merged ones are gone into the one they became."""
        table = tables.event_edit
        found: dict[str, tuple[str, ...]] = {}
        with self._database.reading() as connection:
            for row in connection.execute(select(table).order_by(table.c.event_id, table.c.edit_key)):
                found[row.event_id] = (*found.get(row.event_id, ()), row.edit_key)
        return found

    def store_events(self, events: Sequence[Event], minted_at: datetime, *, held: Held | None = None) -> None:
        """Keep new ids and which edits belong to which event.

        An edit key belongs to one event: a later grouping moves it. An event left without edits is merged into the
        one that took its last. An id that was merged away stands for what it became. StorageError where what was
        `held` for this is another's by now.
        """
        with self._database.writing() as connection:
            lock(connection, "event")
            if held is not None:
                require_held(connection, held)
            for event in events:
                event_id = _living_id(connection, event.id, minted_at)
                keys = {edit.key for sighting in event.sightings for edit in sighting.edits}
                _give_edits(connection, event_id, keys)

    def store_impacts(
        self,
        impacts: Sequence[Impact],
        derivation: str,
        *,
        event_ids: Sequence[str] | None = None,
        held: Held | None = None,
    ) -> None:
        """Keep the impacts of the events they name, replacing all earlier ones of those events.

        `event_ids`: all events that were linked, so that those found to touch nobody lose theirs too. Of an event that
        was merged away meanwhile, by another process, none is kept. StorageError where what was `held` for this is
        another's by now.
        """
        table = tables.impact
        linked = {impact.event for impact in impacts} | set(event_ids or ())
        found = [
            {
                "event_id": impact.event,
                "account": impact.account,
                "score": impact.score,
                "impact": write(Impact, impact),
                "derivation": derivation,
            }
            for impact in impacts
        ]
        with self._database.writing() as connection:
            lock(connection, "event")
            if held is not None:
                require_held(connection, held)
            for event_id in sorted(linked):
                connection.execute(delete(table).where(table.c.event_id == event_id))
            gone = set(connection.scalars(select(tables.event.c.id).where(tables.event.c.merged_into.is_not(None))))
            if rows := [row for row in found if row["event_id"] not in gone]:
                connection.execute(insert(table), rows)

    def impacts(self, event_ids: Sequence[str] | None = None) -> tuple[Impact, ...]:
        """Impacts of these events (None: of all), by event and then the highest score first."""
        table = tables.impact
        query = select(table.c.impact).order_by(table.c.event_id, table.c.score.desc(), table.c.account)
        if event_ids is not None:
            query = query.where(table.c.event_id.in_(list(event_ids)))
        with self._database.reading() as connection:
            return tuple(read(Impact, text) for text in connection.scalars(query))

    def _forget_findings(self, connection: Connection, source_id: int | None) -> None:
        if source_id is None:
            connection.execute(delete(tables.impact))
            connection.execute(delete(tables.sighting))
            return
        keys = select(tables.change.c.key).where(tables.change.c.source_id == source_id)
        mine = select(tables.sighting.c.sighting).where(tables.sighting.c.change_key.in_(keys))
        edits = {edit.key for text in connection.scalars(mine) for edit in read_sighting(text).edits}
        for edit_key in sorted(edits):
            of_edit = select(tables.event_edit.c.event_id).where(tables.event_edit.c.edit_key == edit_key)
            connection.execute(delete(tables.impact).where(tables.impact.c.event_id.in_(of_edit)))
        connection.execute(delete(tables.sighting).where(tables.sighting.c.change_key.in_(keys)))


def replace_sightings(connection: Connection, change_key: str, sightings: Sequence[Sighting], derivation: str) -> None:
    table, change = tables.sighting, tables.change
    connection.execute(delete(table).where(table.c.change_key == change_key))
    marked = update(change).where(change.c.key == change_key).values(sighted_under=derivation)
    if connection.execute(marked).rowcount != 1:
        raise StorageError(f"change {change_key} is not stored")
    rows = [
        {
            "change_key": change_key,
            "position": position,
            "key": sighting.key,
            "seq": sighting.seq,
            "sighting": write_sighting(sighting),
            "derivation": derivation,
        }
        for position, sighting in enumerate(sightings)
    ]
    if rows:
        connection.execute(insert(table), rows)


def _living_id(connection: Connection, event_id: str, minted_at: datetime) -> str:
    """The event this id stands for now, minted where it is new."""
    table = tables.event
    while True:
        row = connection.execute(select(table).filter_by(id=event_id)).one_or_none()
        if row is None:
            connection.execute(insert(table).values(id=event_id, minted_at=minted_at))
            return event_id
        if row.merged_into is None:
            return event_id
        event_id = row.merged_into


def take_over(connection: Connection, event_id: str, into: str, at: datetime) -> None:
    """Give all edits of one event to another, which it stands for from then on."""
    table = tables.event_edit
    keys = set(connection.scalars(select(table.c.edit_key).filter_by(event_id=event_id)))
    _give_edits(connection, _living_id(connection, into, at), keys)


def _give_edits(connection: Connection, event_id: str, keys: set[str]) -> None:
    table = tables.event_edit
    owners = {key: connection.scalar(select(table.c.event_id).filter_by(edit_key=key)) for key in sorted(keys)}
    new = [{"edit_key": key, "event_id": event_id} for key, owner in owners.items() if owner is None]
    if new:
        connection.execute(insert(table), new)
    for key, owner in owners.items():
        if owner not in (None, event_id):
            connection.execute(update(table).where(table.c.edit_key == key).values(event_id=event_id))
    for owner in sorted({owner for owner in owners.values() if owner not in (None, event_id)}):
        if connection.scalar(select(table.c.edit_key).filter_by(event_id=owner).limit(1)) is None:
            merged = update(tables.event).where(tables.event.c.id == owner)
            connection.execute(merged.values(merged_into=event_id))
            connection.execute(delete(tables.impact).where(tables.impact.c.event_id == owner))
