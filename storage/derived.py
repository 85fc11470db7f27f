"""What was made of the visits: interpretations, baselines and changes; all of it can be dropped and made again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, Select, bindparam, delete, insert, select, update

from domain.changes import Captured, Change, ChangeStatus, Edit, Settled
from domain.errors import StorageError
from domain.events import Sighting
from domain.keys import digest
from domain.sources import Subject
from domain.times import Clock
from domain.visits import Interpretation, PageState, Reason, Verdict, Visit
from storage import tables
from storage.codec import clean, read, to_json, write
from storage.database import Database, insert_missing
from storage.findings import Findings, replace_sightings, touch_source_of
from storage.leases import Held, require_held
from storage.lookup import COMPARED, find, one, source_id_of, touch
from storage.verdicts import judged_status

T = TypeVar("T")

# Made once: it is asked for every visit that is read.
_BASELINE = select(tables.baseline.c.visit_id).join(tables.source).where(tables.source.c.name == bindparam("of_source"))


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
        with self._database.reading() as connection:
            chosen = connection.scalar(_BASELINE, {"of_source": source_name})
            return None if chosen is None else one(connection, chosen)

    def store(
        self,
        interpretation: Interpretation,
        change: Change | None,
        *,
        derivation: str,
        explanation: str = "",
        sightings: Sequence[Sighting] | None = None,
        settled: Sequence[Settled] = (),
        held: Held | None = None,
    ) -> None:
        """Keep what a visit turned out to be, its change with its sightings, what it settles of earlier changes, and
        the new baseline, in one transaction: a crash leaves all of it or none.

        Again for the same visit: replaces what was kept of it. `explanation` stands in for an empty one of the
        verdict. StorageError when the change is not the one the interpretation names, or the source was `held` and is
        another's by now.
        """
        if (change.key if change else None) != interpretation.change:
            raise StorageError(
                f"visit {interpretation.visit}: the change stored is not the one its interpretation names"
            )
        with self._database.writing() as connection:
            visit = tables.visit
            source_id = connection.scalar(select(visit.c.source_id).where(visit.c.id == interpretation.visit))
            if source_id is None:
                raise StorageError(f"visit {interpretation.visit} is not stored")
            if held is not None:
                require_held(connection, held, [source_id])
            _replace_interpretation(connection, source_id, interpretation, derivation, explanation)
            if change is not None:
                _replace_change(connection, change, derivation)
                if sightings is not None:
                    replace_sightings(connection, change.key, sightings, derivation)
            if change is not None or settled:
                touch(connection, [source_id])
            for each in settled:
                _set_status(connection, each.key, each.status, each.why)
            if interpretation.baseline:
                connection.execute(delete(tables.baseline).where(tables.baseline.c.source_id == source_id))
                row = {"source_id": source_id, "visit_id": interpretation.visit}
                connection.execute(insert(tables.baseline).values(row))

    def interpretation(self, visit_id: int) -> Interpretation | None:
        with self._database.reading() as connection:
            return _interpretation(connection, visit_id)

    def latest(self, source_name: str) -> tuple[Visit, Interpretation] | None:
        """The newest interpreted visit, with what it turned out to be."""
        with self._database.reading() as connection:
            visit = _newest(connection, source_name, tables.interpretation.c.visit_id.is_not(None))
            read_as = None if visit is None else _interpretation(connection, visit.id)
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
            conditions.append(
                table.c.after_id.in_(select(tables.visit.c.id).where(tables.visit.c.captured_at >= since))
            )
        with self._database.reading() as connection:
            return _changes(connection, *conditions, limit=limit, judged=judged)

    def change(self, key: str) -> Change | None:
        with self._database.reading() as connection:
            return _first(_changes(connection, tables.change.c.key == key))

    def unsighted(self) -> tuple[Change, ...]:
        """Changes of every status for which store_sightings has not been called, oldest first."""
        with self._database.reading() as connection:
            return _changes(connection, tables.change.c.sighted_under.is_(None))

    def set_status(self, change_key: str, status: ChangeStatus, explanation: str) -> None:
        """StorageError when there is no such change."""
        with self._database.writing() as connection:
            _set_status(connection, change_key, status, explanation)
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


def _set_status(connection: Connection, change_key: str, status: ChangeStatus, explanation: str) -> None:
    statement = update(tables.change).where(tables.change.c.key == change_key)
    if connection.execute(statement.values(status=status.value, explanation=clean(explanation))).rowcount != 1:
        raise StorageError(f"change {change_key} is not stored")


def _first(found: tuple[T, ...]) -> T | None:
    return found[0] if found else None


def _newest(connection: Connection, source_name: str, condition: ColumnElement[bool]) -> Visit | None:
    name = tables.source.c.name == source_name
    return _first(find(connection, name, condition, newest_first=True, limit=1))


def _interpretation(connection: Connection, visit_id: int) -> Interpretation | None:
    row = connection.execute(select(tables.interpretation).filter_by(visit_id=visit_id)).one_or_none()
    if row is None:
        return None
    verdict = Verdict(state=PageState(row.state), reason=Reason(row.reason), explanation=row.explanation)
    return Interpretation(visit=row.visit_id, verdict=verdict, baseline=row.baseline, change=row.change_key)


def _replace_interpretation(
    connection: Connection, source_id: int, interpretation: Interpretation, derivation: str, explanation: str
) -> None:
    table, verdict = tables.interpretation, interpretation.verdict
    connection.execute(delete(table).where(table.c.visit_id == interpretation.visit))
    connection.execute(
        insert(table).values(
            visit_id=interpretation.visit,
            source_id=source_id,
            state=verdict.state.value,
            reason=verdict.reason.value,
            explanation=clean(verdict.explanation or explanation),
            baseline=interpretation.baseline,
            change_key=interpretation.change,
            derivation=derivation,
        )
    )


def _replace_change(connection: Connection, change: Change, derivation: str) -> None:
    connection.execute(delete(tables.sighting).where(tables.sighting.c.change_key == change.key))
    connection.execute(delete(tables.change).where(tables.change.c.key == change.key))
    connection.execute(
        insert(tables.change).values(
            key=change.key,
            source_id=change.source_id,
            subject=write(Subject, change.subject),
            status=change.status.value,
            before_id=change.before.seq,
            after_id=change.after.seq,
            edits=write(tuple[Edit, ...], change.edits),
            explanation=clean(change.explanation),
            derivation=derivation,
        )
    )


def _changes(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None, judged: bool = True
) -> tuple[Change, ...]:
    query = _CHANGES[judged].where(*conditions)
    query = query.order_by(tables.change.c.after_id, tables.change.c.key).limit(limit)
    return tuple(_change_of(row) for row in connection.execute(query))


def _changes_query(status: ColumnElement[str]) -> Select[Any]:
    table, before, after = tables.change, tables.visit.alias("before"), tables.visit.alias("after")
    joined = table.join(tables.source).join(before, before.c.id == table.c.before_id)
    joined = joined.join(after, after.c.id == table.c.after_id)
    times = (before.c.captured_at.label("before_at"), after.c.captured_at.label("after_at"))
    return select(table, tables.source.c.name, status.label("standing"), *times).select_from(joined)


# Made once, by whether analysts' verdicts count: building a statement costs more than asking it.
_CHANGES = {True: _changes_query(judged_status()), False: _changes_query(tables.change.c.status)}


def _change_of(row: Row[Any]) -> Change:
    return Change(
        key=row.key,
        source=row.name,
        source_id=row.source_id,
        subject=read(Subject, row.subject),
        status=ChangeStatus(row.standing),
        before=Captured(snapshot=row.before_id, seq=row.before_id, captured_at=row.before_at),
        after=Captured(snapshot=row.after_id, seq=row.after_id, captured_at=row.after_at),
        edits=read(tuple[Edit, ...], row.edits),
        explanation=row.explanation,
    )
