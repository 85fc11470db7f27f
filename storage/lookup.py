"""Sources and visits found by what is asked of them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    RowMapping,
    ScalarSelect,
    Select,
    bindparam,
    select,
    update,
)

from domain.errors import StorageError
from domain.visits import Purpose, Visit
from storage import tables
from storage.rows import visit_of
from storage.wordings import parts_query, worded

COMPARED = (Purpose.CHECK, Purpose.RECHECK)
_AT_ONCE = 1_000
T = TypeVar("T")

# Made once: these are asked for every visit recorded.
_WANTED: BindParameter[Any] = bindparam("wanted")
_SOURCE_ID = select(tables.source.c.id).where(tables.source.c.name == _WANTED)
_TOLD = (tables.visit, tables.source.c.name, tables.wording.c.text.label("revision"))
_WORDED = tables.visit.join(tables.source).join(tables.wording, tables.wording.c.id == tables.visit.c.revision_id)
_VISIT = select(*_TOLD).select_from(_WORDED).where(tables.visit.c.id == _WANTED)
_FOUND = select(*_TOLD).select_from(
    _WORDED.outerjoin(tables.interpretation, tables.interpretation.c.visit_id == tables.visit.c.id)
)
_BASELINES = (
    select(*_TOLD)
    .select_from(_WORDED.join(tables.baseline, tables.baseline.c.visit_id == tables.visit.c.id))
    .where(tables.source.c.name.in_(bindparam("wanted", expanding=True)))
)
_TOUCH = update(tables.source).where(tables.source.c.id == _WANTED).values(touched=tables.source.c.touched + 1)
_PARTS = parts_query().where(tables.part.c.visit_id == _WANTED)
_PARTS_OF = parts_query().where(tables.part.c.visit_id.in_(bindparam("wanted", expanding=True)))


def newest_visit(*conditions: ColumnElement[bool]) -> ScalarSelect[Any]:
    """The newest visit of the source in the row around it that meets the conditions; one step in an index."""
    visit, read = tables.visit, tables.interpretation
    joined = visit.outerjoin(read, read.c.visit_id == visit.c.id)
    of_source = select(visit.c.id).select_from(joined).where(visit.c.source_id == tables.source.c.id, *conditions)
    return of_source.order_by(visit.c.id.desc()).limit(1).correlate(tables.source).scalar_subquery()


def _last_captured() -> Select[Any]:
    source, newest = tables.source, tables.visit.alias("newest")
    of_source = newest_visit(tables.visit.c.purpose.in_(COMPARED))
    joined = source.join(newest, newest.c.id == of_source)
    wanted: BindParameter[Any] = bindparam("wanted", expanding=True)
    return select(source.c.name, newest.c.captured_at).select_from(joined).where(source.c.name.in_(wanted))


LAST_CAPTURED = _last_captured()


def source_id_of(connection: Connection, name: str) -> int:
    """StorageError naming the source when it was never registered."""
    found = connection.scalar(_SOURCE_ID, {"wanted": name})
    if found is None:
        raise StorageError(f"source {name} is not registered", source=name)
    return int(found)


def source_ids(connection: Connection, names: Sequence[str]) -> dict[str, int]:
    """StorageError naming a source that was never registered."""
    table = tables.source
    found: dict[str, int] = {}
    for some in batched(names, _AT_ONCE):
        found |= {row.name: row.id for row in connection.execute(select(table).where(table.c.name.in_(some)))}
    for name in names:
        if name not in found:
            raise StorageError(f"source {name} is not registered", source=name)
    return found


def touch(connection: Connection, source_ids: Iterable[int]) -> None:
    """Note that what was derived of these sources changed: the events of whom they tell are grouped anew."""
    if wanted := [{"wanted": one} for one in sorted(set(source_ids))]:
        connection.execute(_TOUCH, wanted)


def find(
    connection: Connection, *conditions: ColumnElement[bool], newest_first: bool = False, limit: int | None = None
) -> tuple[Visit, ...]:
    """The visits that meet the conditions (on visit, source, interpretation), by seq, with their parts."""
    table = tables.visit
    chosen = _FOUND.where(*conditions).order_by(table.c.id.desc() if newest_first else table.c.id).limit(limit)
    return _with_parts(connection, connection.execute(chosen).mappings().all())


def baselines(connection: Connection, names: Iterable[str]) -> Iterator[Visit]:
    """The visits that the next ones of these sources are compared with, in no order, with their parts."""
    for some in batched(names, _AT_ONCE):
        yield from _with_parts(connection, connection.execute(_BASELINES, {"wanted": some}).mappings().all())


def _with_parts(connection: Connection, rows: Sequence[RowMapping]) -> tuple[Visit, ...]:
    parts: dict[int, list[Any]] = {row["id"]: [] for row in rows}
    for ids in batched(parts, _AT_ONCE):
        for part in connection.execute(_PARTS_OF, {"wanted": ids}).mappings():
            parts[part["visit_id"]].append(worded(part))
    return tuple(visit_of(row, parts[row["id"]]) for row in rows)


def batched(values: Iterable[T], size: int) -> Iterator[list[T]]:
    """The values in lists of at most `size`: a statement takes only so many parameters."""
    left = iter(values)
    while batch := list(islice(left, size)):
        yield batch


def one(connection: Connection, visit_id: int) -> Visit:
    """StorageError when there is none."""
    row = connection.execute(_VISIT, {"wanted": visit_id}).mappings().one_or_none()
    if row is None:
        raise StorageError(f"visit {visit_id} is not stored")
    return visit_of(row, [worded(part) for part in connection.execute(_PARTS, {"wanted": visit_id}).mappings()])
