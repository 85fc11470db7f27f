"""What was made of the visits: interpretations, baselines and changes; all of it can be dropped and made again."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import BindParameter, ColumnElement, Connection, Row, Select, bindparam, delete, select

from domain.changes import Change, ChangeStatus, Settled
from domain.errors import StorageError
from domain.events import Sighting
from domain.keys import digest
from domain.looks import Earlier, Look
from domain.times import Clock
from domain.visits import Interpretation, PageState, Visit, VisitOrigin
from storage import tables
from storage.changes import AFTER, changes, where_several
from storage.codec import to_json
from storage.database import Database, insert_missing
from storage.findings import Findings, touch_source_of
from storage.leases import Held
from storage.lookup import COMPARED, baselines, batched, find, newest_visit, source_id_of, touch
from storage.readings import keep_looks, reading_of, set_status
from storage.verdicts import judged_status

T = TypeVar("T")
_AT_ONCE = 500
_WANTED: BindParameter[Any] = bindparam("wanted", expanding=True)


def _earlier_query() -> Select[Any]:
    """Visits that are compared, with what they turned out to be."""
    visit, read = tables.visit, tables.interpretation
    told = (visit.c.id.label("seq"), visit.c.captured_at, visit.c.origin)
    joined = visit.join(tables.source).outerjoin(read, read.c.visit_id == visit.c.id)
    return select(*told, tables.source.c.name, read).select_from(joined).where(visit.c.purpose.in_(COMPARED))


# Made once: building a statement costs more than asking it.
_EARLIER = _earlier_query()
_NEWEST_GOOD = _EARLIER.where(
    tables.source.c.name.in_(_WANTED),
    tables.visit.c.id == newest_visit(tables.interpretation.c.state == PageState.OK.value),
)
_CHANGED = (
    select(tables.change.c.after_id).join(tables.source).where(tables.source.c.name == bindparam("wanted")).limit(1)
)
_READING = select(tables.interpretation).where(tables.interpretation.c.visit_id == bindparam("wanted"))


class Derived(Findings):
    """Readings of the evidence, each naming the derivation (versions and hashes) that made it."""

    def __init__(self, database: Database, clock: Clock) -> None:
        super().__init__(database)
        self._clock = clock

    def derivation(self, parts: Mapping[str, str]) -> str:
        """Register what decides a reading (name -> version or hash) and return the hash that rows name it by."""
        key = digest("derivation", sorted(parts.items()))
        table = tables.derivation
        with self._database.reading() as connection:
            if connection.scalar(select(table.c.hash).filter_by(hash=key)) is not None:
                return key
        with self._database.writing() as connection:
            row = {"hash": key, "parts": to_json(dict(parts)), "recorded_at": self._clock()}
            connection.execute(insert_missing(connection, table).values(row))
        return key

    def waiting(self, source_name: str) -> tuple[Visit, ...]:
        """CHECK and RECHECK visits not yet interpreted, by seq."""
        with self._database.reading() as connection:
            return find(
                connection,
                tables.source.c.name == source_name,
                tables.visit.c.purpose.in_(COMPARED),
                tables.interpretation.c.visit_id.is_(None),
            )

    def baseline(self, source_name: str) -> Visit | None:
        """The visit the next one is compared with."""
        return self.baselines([source_name]).get(source_name)

    def baselines(self, names: Collection[str]) -> dict[str, Visit]:
        """The baseline of each of these sources that has one."""
        with self._database.reading() as connection:
            return {visit.source: visit for visit in baselines(connection, names)}

    def store(
        self,
        interpretation: Interpretation,
        change: Change | None,
        *,
        derivation: str,
        sightings: Sequence[Sighting] | None = None,
        settled: Sequence[Settled] = (),
        held: Held | None = None,
    ) -> None:
        """Keep what a visit turned out to be, its change with its sightings, what it settles of earlier changes, and
        the new baseline, in one transaction: a crash leaves all of it or none.

        Again for the same visit: replaces what was kept of it. StorageError when the change is not the one the
        interpretation names, or the source was `held` and is another's by now.
        """
        told = None if sightings is None else tuple(sightings)
        look = Look(reading=interpretation, change=change, settled=tuple(settled), sightings=told)
        self.store_all([look], derivation=derivation, held=held)

    def store_all(self, looks: Sequence[Look], *, derivation: str, held: Held | None = None) -> None:
        """Keep looks at visits of different sources as `store` does, all of them in one transaction."""
        for look in looks:
            if (look.change.key if look.change else None) != look.reading.change:
                raise StorageError(
                    f"visit {look.reading.visit}: the change stored is not the one its interpretation names"
                )
        if looks:
            with self._database.writing() as connection:
                keep_looks(connection, looks, derivation, held)

    def interpretation(self, visit_id: int) -> Interpretation | None:
        with self._database.reading() as connection:
            return _reading(connection, visit_id)

    def latest(self, source_name: str) -> tuple[Visit, Interpretation] | None:
        """The newest interpreted visit, with what it turned out to be."""
        with self._database.reading() as connection:
            visit = _newest(connection, source_name, tables.interpretation.c.visit_id.is_not(None))
            read_as = None if visit is None else _reading(connection, visit.id)
            return None if visit is None or read_as is None else (visit, read_as)

    def last_good(self, source_name: str) -> Visit | None:
        """The newest visit that was judged ok."""
        with self._database.reading() as connection:
            return _newest(connection, source_name, tables.interpretation.c.state == PageState.OK)

    def bad_since(self, source_name: str) -> datetime | None:
        """When the first visit of the present unbroken run of states other than ok was captured; None while ok."""
        with self._database.reading() as connection:
            good = _newest(connection, source_name, tables.interpretation.c.state == PageState.OK)
            first = _first(
                find(
                    connection,
                    tables.source.c.name == source_name,
                    tables.visit.c.id > (good.id if good else 0),
                    tables.interpretation.c.state != PageState.OK,
                    limit=1,
                )
            )
            return first.captured_at if first else None

    def earlier(
        self, source_name: str, *, after_seq: int = 0, until_seq: int | None = None, limit: int | None = None
    ) -> tuple[Earlier, ...]:
        """The visits with after_seq < seq <= until_seq and what they turned out to be, newest first."""
        conditions = [tables.source.c.name == source_name, tables.visit.c.id > after_seq]
        if until_seq is not None:
            conditions.append(tables.visit.c.id <= until_seq)
        query = _EARLIER.where(*conditions).order_by(tables.visit.c.id.desc()).limit(limit)
        with self._database.reading() as connection:
            return tuple(_earlier_of(row) for row in connection.execute(query))

    def newest_good(self, names: Sequence[str]) -> dict[str, Earlier]:
        """The newest visit of each of these sources that was judged ok, of those that have one."""
        with self._database.reading() as connection:
            rows = (connection.execute(_NEWEST_GOOD, {"wanted": some}) for some in batched(names, _AT_ONCE))
            return {row.name: _earlier_of(row) for some in rows for row in some}

    def changed(self, source_name: str) -> bool:
        """Whether any change of a source is stored."""
        with self._database.reading() as connection:
            return connection.scalar(_CHANGED, {"wanted": source_name}) is not None

    def where_several(self, names: Sequence[str], since: datetime) -> dict[str, tuple[Change, ...]]:
        """The changes captured since then of those of these sources that have several, oldest first."""
        found: dict[str, list[Change]] = {}
        with self._database.reading() as connection:
            for change in where_several(connection, names, since):
                found.setdefault(change.source, []).append(change)
        return {name: tuple(some) for name, some in found.items()}

    def changes(
        self,
        *,
        after_seq: int = 0,
        until_seq: int | None = None,
        source: str | None = None,
        status: ChangeStatus | None = None,
        since: datetime | None = None,
        limit: int | None = None,
        judged: bool = True,
    ) -> tuple[Change, ...]:
        """Changes whose newer visit has after_seq < seq <= until_seq, oldest first; with `limit`, the first ones.

        `since` is when that visit was captured. What analysts judged to be noise is of that status; unless `judged` is
        False: then every status is as it was derived.
        """
        table = tables.change
        conditions: list[ColumnElement[bool]] = [table.c.after_id > after_seq]
        if until_seq is not None:
            conditions.append(table.c.after_id <= until_seq)
        if source is not None:
            conditions.append(tables.source.c.name == source)
        if status is not None:
            conditions.append((judged_status() if judged else table.c.status) == status.value)
        if since is not None:
            conditions.append(AFTER.c.captured_at >= since)
        with self._database.reading() as connection:
            return changes(connection, *conditions, limit=limit, judged=judged)

    def change(self, key: str) -> Change | None:
        with self._database.reading() as connection:
            return _first(changes(connection, tables.change.c.key == key))

    def unsighted(self) -> tuple[Change, ...]:
        """Changes of every status for which store_sightings has not been called, oldest first."""
        with self._database.reading() as connection:
            return changes(connection, tables.change.c.sighted_under.is_(None))

    def set_status(self, change_key: str, status: ChangeStatus, explanation: str) -> None:
        """StorageError when there is no such change."""
        with self._database.writing() as connection:
            set_status(connection, change_key, status, explanation)
            touch_source_of(connection, change_key)

    def forget(self, source_name: str, *, since: datetime | None = None) -> None:
        """Drop what was derived for one source, so that it is made again from the visits.

        Events keep their ids, and impacts fall with the sightings they rest on. Those of events that nothing captured
        `since` then tells of stay: nobody links these again, and whom they touched was told by what was known then.
        """
        with self._database.writing() as connection:
            source_id = source_id_of(connection, source_name)
            touch(connection, [source_id])
            self._forget_findings(connection, source_id, since)
            for table in (tables.change, tables.baseline, tables.interpretation):
                connection.execute(delete(table).where(table.c.source_id == source_id))


def _first(found: tuple[T, ...]) -> T | None:
    return found[0] if found else None


def _newest(connection: Connection, source_name: str, condition: ColumnElement[bool]) -> Visit | None:
    name = tables.source.c.name == source_name
    return _first(find(connection, name, condition, newest_first=True, limit=1))


def _reading(connection: Connection, visit_id: int) -> Interpretation | None:
    row = connection.execute(_READING, {"wanted": visit_id}).one_or_none()
    return None if row is None else reading_of(row)


def _earlier_of(row: Row[Any]) -> Earlier:
    read_as = None if row.visit_id is None else reading_of(row)
    return Earlier(seq=row.seq, captured_at=row.captured_at, origin=VisitOrigin(row.origin), reading=read_as)
