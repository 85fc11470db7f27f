"""What changes mean: sightings and impacts, which are derived, and events, which are minted once and kept."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, case, delete, literal, select

from domain.changes import ChangeStatus
from domain.events import Impact, Sighting
from domain.keys import subject_key
from domain.verdicts import Standing, retagged
from storage import tables
from storage.codec import read, read_sighting
from storage.database import Database
from storage.lookup import batched, touch
from storage.readings import replace_sightings
from storage.verdicts import about_tags, judged_noise, standing

_AT_ONCE = 500


class Findings:
    """Sightings of changes; events and impacts as they are found by (see Relations for how they are kept)."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def store_sightings(self, change_key: str, sightings: Sequence[Sighting], derivation: str) -> None:
        """Keep (or replace) all sightings of one change; none is an answer too, and is remembered as one."""
        with self._database.writing() as connection:
            replace_sightings(connection, change_key, sightings, derivation)
            touch_source_of(connection, change_key)

    def sightings(
        self,
        *,
        after_seq: int = 0,
        until_seq: int | None = None,
        since: datetime | None = None,
        status: ChangeStatus | None = None,
        subjects: Collection[str] | None = None,
        corrected: bool = True,
    ) -> tuple[Sighting, ...]:
        """Sightings with after_seq < seq <= until_seq in order of seq; `since` is when the visit was captured.

        `subjects`: only those about them, by `subject_key`. Their tags are as `corrected` by analysts, or as the rules
        gave them. `status` is the change's, or noise for one that was judged to be.
        """
        table, change = tables.sighting, tables.change
        conditions = [table.c.seq > after_seq]
        if until_seq is not None:
            conditions.append(table.c.seq <= until_seq)
        if since is not None:
            conditions.append(table.c.captured_at >= since)
        if status is not None:
            effective = case((judged_noise(), literal(ChangeStatus.NOISE.value)), else_=change.c.status)
            conditions.append(effective == status.value)
        if subjects is None:
            return self._sightings(*conditions, corrected=corrected)
        some = (self._sightings(*conditions, table.c.subject.in_(few)) for few in batched(sorted(subjects), _AT_ONCE))
        found = [one for few in some for one in few]
        return tuple(sorted(found, key=lambda one: (one.seq, one.change)))

    def sighted(self, *, since: datetime) -> bool:
        """Whether any visit captured since then made a sighting."""
        young = select(tables.sighting.c.key).where(tables.sighting.c.captured_at >= since).limit(1)
        with self._database.reading() as connection:
            return connection.scalar(young) is not None

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
            said = Standing(standing(connection, about_tags()) if corrected and rows else ())
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

    def impacts(self, event_ids: Sequence[str] | None = None) -> tuple[Impact, ...]:
        """Impacts of these events (None: of all), by event and then the highest score first."""
        table = tables.impact
        query = select(table.c.impact).order_by(table.c.event_id, table.c.score.desc(), table.c.account)
        if event_ids is not None:
            query = query.where(table.c.event_id.in_(list(event_ids)))
        with self._database.reading() as connection:
            return tuple(read(Impact, text) for text in connection.scalars(query))

    def let_noise_fall(self) -> None:
        """Drop the impacts of events of any age that noise alone tells of: judged to be that, or read so by now."""
        noise = self.sightings(status=ChangeStatus.NOISE, corrected=False)
        about = {subject_key(seen.subject) for seen in noise}
        news = self.sightings(status=ChangeStatus.NEWS, subjects=about, corrected=False)
        idle = _edit_keys(noise) - _edit_keys(news)
        edit_of, impact = tables.event_edit, tables.impact
        with self._database.writing() as connection:
            for some in batched(sorted(idle), _AT_ONCE):
                theirs = select(edit_of.c.event_id).where(edit_of.c.edit_key.in_(some))
                rows = connection.execute(select(edit_of).where(edit_of.c.event_id.in_(theirs))).all()
                told = {row.event_id for row in rows if row.edit_key not in idle}
                fallen = {row.event_id for row in rows} - told
                connection.execute(delete(impact).where(impact.c.event_id.in_(fallen)))

    def _forget_findings(self, connection: Connection, source_id: int, since: datetime | None) -> None:
        table, change = tables.sighting, tables.change
        conditions = [table.c.change_key.in_(select(change.c.key).where(change.c.source_id == source_id))]
        young = conditions if since is None else [*conditions, table.c.captured_at >= since]
        edits = _edit_keys(map(read_sighting, connection.scalars(select(table.c.sighting).where(*young))))
        edit_of = tables.event_edit
        for some in batched(sorted(edits), _AT_ONCE):
            told = select(edit_of.c.event_id).where(edit_of.c.edit_key.in_(some))
            connection.execute(delete(tables.impact).where(tables.impact.c.event_id.in_(told)))
        connection.execute(delete(table).where(*conditions))


def _edit_keys(sightings: Iterable[Sighting]) -> set[str]:
    return {edit.key for seen in sightings for edit in seen.edits}


def touch_source_of(connection: Connection, change_key: str) -> None:
    change = tables.change
    touch(connection, connection.scalars(select(change.c.source_id).where(change.c.key == change_key)).all())
