"""Changes found by what is asked of them, each as it was derived or as analysts' verdicts let it stand."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Row,
    Select,
    bindparam,
    func,
    select,
)

from domain.changes import Captured, Change, ChangeStatus, Edit
from domain.sources import Subject
from storage import tables
from storage.codec import read
from storage.lookup import batched
from storage.verdicts import judged_status

_AT_ONCE = 500
_CHANGE, _BEFORE, AFTER = tables.change, tables.visit.alias("before"), tables.visit.alias("after")
_WANTED: BindParameter[Any] = bindparam("wanted", expanding=True)
_SINCE: BindParameter[Any] = bindparam("since", type_=tables.visit.c.captured_at.type)
_ORDER = (_CHANGE.c.after_id, _CHANGE.c.key)


def _query(status: ColumnElement[str]) -> Select[Any]:
    joined = _CHANGE.join(tables.source).join(_BEFORE, _BEFORE.c.id == _CHANGE.c.before_id)
    joined = joined.join(AFTER, AFTER.c.id == _CHANGE.c.after_id)
    times = (_BEFORE.c.captured_at.label("before_at"), AFTER.c.captured_at.label("after_at"))
    return select(_CHANGE, tables.source.c.name, status.label("standing"), *times).select_from(joined)


# Made once, by whether analysts' verdicts count: building a statement costs more than asking it.
_CHANGES = {True: _query(judged_status()), False: _query(_CHANGE.c.status)}


def _several_query() -> Select[Any]:
    joined = _CHANGE.join(tables.source).join(AFTER, AFTER.c.id == _CHANGE.c.after_id)
    young = select(tables.source.c.name).select_from(joined).where(tables.source.c.name.in_(_WANTED))
    return young.where(AFTER.c.captured_at >= _SINCE).group_by(tables.source.c.name).having(func.count() > 1)


_SEVERAL = _several_query()
_OF_SOURCES = _CHANGES[True].where(tables.source.c.name.in_(_WANTED), AFTER.c.captured_at >= _SINCE).order_by(*_ORDER)


def changes(
    connection: Connection, *conditions: ColumnElement[bool], limit: int | None = None, judged: bool = True
) -> tuple[Change, ...]:
    """The changes that meet the conditions (on change, source and AFTER, the newer visit), oldest first."""
    query = _CHANGES[judged].where(*conditions).order_by(*_ORDER).limit(limit)
    return tuple(_change_of(row) for row in connection.execute(query))


def where_several(connection: Connection, names: Iterable[str], since: datetime) -> Iterator[Change]:
    """See Derived.where_several."""
    for some in batched(names, _AT_ONCE):
        several = connection.scalars(_SEVERAL, {"wanted": some, "since": since}).all()
        rows = connection.execute(_OF_SOURCES, {"wanted": several, "since": since}) if several else ()
        yield from (_change_of(row) for row in rows)


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
