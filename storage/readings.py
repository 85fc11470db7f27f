"""What visits turned out to be, kept for many at once: readings, changes with their sightings, and new baselines."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import BindParameter, Connection, Row, bindparam, delete, insert, select, update

from domain.changes import Change, ChangeStatus, Edit
from domain.errors import StorageError
from domain.events import Sighting
from domain.keys import subject_key
from domain.looks import Look
from domain.sources import Subject
from domain.visits import Interpretation, PageState, Reason, Verdict
from storage import tables
from storage.codec import clean, write, write_sighting
from storage.leases import Held, require_held
from storage.lookup import batched, touch

_AT_ONCE = 500
_WANTED: BindParameter[Any] = bindparam("wanted", expanding=True)

# Made once: building a statement costs more than asking it.
_VISITS = select(tables.visit.c.id, tables.visit.c.source_id, tables.visit.c.captured_at).where(
    tables.visit.c.id.in_(_WANTED)
)
_NUMBER = select(tables.derivation.c.id).where(tables.derivation.c.hash == bindparam("named"))
_DROP_READINGS = delete(tables.interpretation).where(tables.interpretation.c.visit_id.in_(_WANTED))
_DROP_SIGHTINGS = delete(tables.sighting).where(tables.sighting.c.change_key.in_(_WANTED))
_DROP_CHANGES = delete(tables.change).where(tables.change.c.key.in_(_WANTED))
_DROP_BASELINES = delete(tables.baseline).where(tables.baseline.c.source_id.in_(_WANTED))
_ADD_READINGS, _ADD_CHANGES = insert(tables.interpretation), insert(tables.change)
_ADD_SIGHTINGS, _ADD_BASELINES = insert(tables.sighting), insert(tables.baseline)
_SIGHTED = (
    update(tables.change).where(tables.change.c.key == bindparam("wanted")).values(sighted_under=bindparam("under"))
)
_SET_STATUS = (
    update(tables.change)
    .where(tables.change.c.key == bindparam("wanted"))
    .values(status=bindparam("said"), explanation=bindparam("why"))
)

# Of a visit: the id of its source, and when it was captured.
Visited = Mapping[int, tuple[int, datetime]]
Told = Sequence[Sighting]


def keep_looks(connection: Connection, looks: Sequence[Look], derivation: str, held: Held | None) -> None:
    """Keep looks at visits of different sources, instead of what was kept of the same visits before.

    StorageError where a visit is not stored, or its source was `held` and is another's by now.
    """
    visited = _visited(connection, looks)
    sources = {look.reading.visit: visited[look.reading.visit][0] for look in looks}
    if held is not None:
        require_held(connection, held, [*sources.values()])
    _keep_readings(connection, [(sources[look.reading.visit], look.reading) for look in looks], derivation)
    told = [(look.change, look.sightings) for look in looks if look.change is not None]
    _keep_changes(connection, told, derivation)
    _add_sightings(connection, [(change.key, of) for change, of in told if of], derivation, visited)
    if moved := {sources[look.reading.visit] for look in looks if look.change is not None or look.settled}:
        touch(connection, moved)
    for each in (each for look in looks for each in look.settled):
        set_status(connection, each.key, each.status, each.why)
    firsts = {sources[look.reading.visit]: look.reading.visit for look in looks if look.reading.baseline}
    if firsts:
        connection.execute(_DROP_BASELINES, {"wanted": [*firsts]})
        connection.execute(_ADD_BASELINES, [{"source_id": one, "visit_id": visit} for one, visit in firsts.items()])


def _visited(connection: Connection, looks: Sequence[Look]) -> Visited:
    """The visits that are looked at, and those that their sightings were seen in."""
    seen = {one.seq for look in looks for one in look.sightings or ()}
    wanted = {look.reading.visit for look in looks}
    found = _found(connection, wanted | seen)
    for visit_id in wanted - found.keys():
        raise StorageError(f"visit {visit_id} is not stored")
    return found


def _found(connection: Connection, visit_ids: Iterable[int]) -> Visited:
    rows = (connection.execute(_VISITS, {"wanted": some}) for some in batched(visit_ids, _AT_ONCE))
    return {row.id: (row.source_id, row.captured_at) for some in rows for row in some}


def _keep_readings(connection: Connection, read: Sequence[tuple[int, Interpretation]], derivation: str) -> None:
    connection.execute(_DROP_READINGS, {"wanted": [reading.visit for _, reading in read]})
    number = number_of(connection, derivation)
    connection.execute(_ADD_READINGS, [reading_row(source_id, reading, number) for source_id, reading in read])


def number_of(connection: Connection, derivation: str) -> int:
    """The number by which readings name a derivation. StorageError where it was never registered."""
    found = connection.scalar(_NUMBER, {"named": derivation})
    if found is None:
        raise StorageError(f"derivation {derivation} is not registered")
    return int(found)


def reading_row(source_id: int, reading: Interpretation, derivation_id: int) -> dict[str, Any]:
    return {
        "visit_id": reading.visit,
        "source_id": source_id,
        "state": reading.verdict.state.value,
        "reason": reading.verdict.reason.value,
        "explanation": clean(reading.verdict.explanation),
        "baseline": reading.baseline,
        "change_key": reading.change,
        "derivation_id": derivation_id,
    }


def reading_of(row: Row[Any]) -> Interpretation:
    """A row of the interpretation table as a record."""
    verdict = Verdict(state=PageState(row.state), reason=Reason(row.reason), explanation=row.explanation)
    return Interpretation(visit=row.visit_id, verdict=verdict, baseline=row.baseline, change=row.change_key)


def _keep_changes(connection: Connection, told: Sequence[tuple[Change, Told | None]], derivation: str) -> None:
    """Changes without their sightings; that there are none of one is remembered, that it was not asked too."""
    if told:
        keys = [change.key for change, _ in told]
        connection.execute(_DROP_SIGHTINGS, {"wanted": keys})
        connection.execute(_DROP_CHANGES, {"wanted": keys})
        rows = [_change_row(change, derivation, None if of is None else derivation) for change, of in told]
        connection.execute(_ADD_CHANGES, rows)


def _change_row(change: Change, derivation: str, sighted_under: str | None) -> dict[str, Any]:
    return {
        "key": change.key,
        "source_id": change.source_id,
        "subject": write(Subject, change.subject),
        "status": change.status.value,
        "before_id": change.before.seq,
        "after_id": change.after.seq,
        "edits": write(tuple[Edit, ...], change.edits),
        "explanation": clean(change.explanation),
        "derivation": derivation,
        "sighted_under": sighted_under,
    }


def replace_sightings(connection: Connection, change_key: str, sightings: Told, derivation: str) -> None:
    """All sightings of one change, instead of those that were kept. StorageError when there is no such change."""
    connection.execute(_DROP_SIGHTINGS, {"wanted": [change_key]})
    if connection.execute(_SIGHTED, {"wanted": change_key, "under": derivation}).rowcount != 1:
        raise StorageError(f"change {change_key} is not stored")
    _add_sightings(
        connection, [(change_key, sightings)], derivation, _found(connection, {one.seq for one in sightings})
    )


def _add_sightings(connection: Connection, told: Sequence[tuple[str, Told]], derivation: str, visited: Visited) -> None:
    """Sightings of changes that have none yet."""
    rows = [
        _sighting_row(key, position, one, derivation, visited)
        for key, sightings in told
        for position, one in enumerate(sightings)
    ]
    if rows:
        connection.execute(_ADD_SIGHTINGS, rows)


def _sighting_row(key: str, position: int, one: Sighting, derivation: str, visited: Visited) -> dict[str, Any]:
    return {
        "change_key": key,
        "position": position,
        "key": one.key,
        "seq": one.seq,
        "sighting": write_sighting(one),
        "derivation": derivation,
        "subject": subject_key(one.subject),
        "captured_at": visited[one.seq][1] if one.seq in visited else None,
    }


def set_status(connection: Connection, change_key: str, status: ChangeStatus, explanation: str) -> None:
    """StorageError when there is no such change."""
    said = {"wanted": change_key, "said": status.value, "why": clean(explanation)}
    if connection.execute(_SET_STATUS, said).rowcount != 1:
        raise StorageError(f"change {change_key} is not stored")
