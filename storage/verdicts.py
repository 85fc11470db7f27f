"""What analysts judged, kept apart from what is derived so that a replay does not lose it, and what follows from it."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    ColumnElement,
    Connection,
    ForeignKey,
    Row,
    String,
    Table,
    Text,
    and_,
    case,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    update,
)

from domain.changes import ChangeStatus
from domain.findings import TagName
from domain.times import Clock
from domain.verdicts import AnalystVerdict, Says
from storage import tables
from storage.codec import clean, read, write
from storage.column_types import Moment
from storage.database import Database, lock
from storage.lookup import source_id_of, touch

verdict = Table(
    "verdict",
    tables.metadata,
    Column("id", tables.Id, primary_key=True, autoincrement=True),
    Column("sighting_key", tables.Hash, nullable=False, index=True),
    Column("change_key", tables.Hash, nullable=False, index=True),
    Column("source_id", tables.Id, ForeignKey("source.id"), nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("says", String(16), nullable=False),
    Column("tag", String(32)),
    Column("tags", Text, nullable=False),
    Column("judged_by", Text, nullable=False),
    Column("judged_at", Moment, nullable=False),
    Column("note", Text, nullable=False),
    Column("withdrawn_at", Moment),
)


def _noise_of(sighting: Any) -> ColumnElement[bool]:
    """Whether a sighting (a table or its alias) was judged to be noise."""
    same = or_(
        verdict.c.sighting_key == sighting.c.key,
        and_(verdict.c.whole, verdict.c.change_key == sighting.c.change_key),
    )
    return exists().where(verdict.c.says == Says.NOISE.value, verdict.c.withdrawn_at.is_(None), same)


def judged_noise() -> ColumnElement[bool]:
    """For a statement over `sighting`: whether the row was judged to be noise."""
    return _noise_of(tables.sighting)


def about_tags() -> ColumnElement[bool]:
    """For a statement over `verdict`: whether it gives a tag, takes one, or holds those that were there."""
    return or_(verdict.c.tag.is_not(None), verdict.c.says == Says.RIGHT.value)


def judged_status() -> ColumnElement[str]:
    """For a statement over `change`: its status, or noise where all that it says was judged to be."""
    said = tables.sighting.alias("said")
    left = tables.sighting.alias("left")
    anything = exists().where(said.c.change_key == tables.change.c.key).correlate(tables.change)
    news_left = exists().where(left.c.change_key == tables.change.c.key, ~_noise_of(left)).correlate(tables.change)
    return case((and_(anything, ~news_left), literal(ChangeStatus.NOISE.value)), else_=tables.change.c.status)


class Verdicts:
    """What analysts said of sightings; the last word on a matter stands, and the earlier ones are kept."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def record(self, verdicts: Sequence[AnalystVerdict]) -> None:
        """Keep them all, withdrawing what they contradict, in one transaction."""
        with self._database.writing() as connection:
            lock(connection, "event")
            for one in verdicts:
                for row_id, other in _standing(connection, verdict.c.sighting_key == one.sighting):
                    if one.contradicts(other):
                        self._withdraw(connection, verdict.c.id == row_id)
                connection.execute(insert(verdict).values(_row(one, source_id_of(connection, one.source))))
            touch(connection, [source_id_of(connection, one.source) for one in verdicts])

    def withdraw(self, sighting_keys: Collection[str]) -> int:
        """Take back all that stands about these sightings; how many verdicts that were."""
        with self._database.writing() as connection:
            return self._withdraw(connection, verdict.c.sighting_key.in_(list(sighting_keys)))

    def standing(self, change_key: str | None = None, *, source: str | None = None) -> tuple[AnalystVerdict, ...]:
        """What stands of one change, of all changes of a source, or of all, oldest first."""
        conditions = [verdict.c.change_key == change_key] if change_key else []
        conditions += [tables.source.c.name == source] if source else []
        with self._database.reading() as connection:
            return standing(connection, *conditions)

    def mark(self) -> tuple[int, int]:
        """What changes with every verdict that is given or taken back."""
        with self._database.reading() as connection:
            row = connection.execute(
                select(func.count(), func.count(verdict.c.withdrawn_at)).select_from(verdict)
            ).one()
            return int(row[0]), int(row[1])

    def _withdraw(self, connection: Connection, condition: ColumnElement[bool]) -> int:
        touch(connection, connection.scalars(select(verdict.c.source_id).where(condition)).all())
        statement = update(verdict).where(condition, verdict.c.withdrawn_at.is_(None))
        return int(connection.execute(statement.values(withdrawn_at=self._clock())).rowcount)


def standing(connection: Connection, *conditions: ColumnElement[bool]) -> tuple[AnalystVerdict, ...]:
    return tuple(one for _, one in _standing(connection, *conditions))


def _standing(connection: Connection, *conditions: ColumnElement[bool]) -> list[tuple[int, AnalystVerdict]]:
    query = select(verdict, tables.source.c.name).join(tables.source).where(verdict.c.withdrawn_at.is_(None))
    return [(row.id, _verdict_of(row)) for row in connection.execute(query.where(*conditions).order_by(verdict.c.id))]


def _row(one: AnalystVerdict, source_id: int) -> dict[str, Any]:
    return {
        "sighting_key": one.sighting,
        "change_key": one.change,
        "source_id": source_id,
        "whole": one.whole,
        "says": one.says.value,
        "tag": one.tag.value if one.tag else None,
        "tags": write(tuple[TagName, ...], one.tags),
        "judged_by": clean(one.by),
        "judged_at": one.at,
        "note": clean(one.note),
    }


def _verdict_of(row: Row[Any]) -> AnalystVerdict:
    return AnalystVerdict(
        sighting=row.sighting_key,
        change=row.change_key,
        source=row.name,
        whole=row.whole,
        says=Says(row.says),
        by=row.judged_by,
        at=row.judged_at,
        tag=TagName(row.tag) if row.tag else None,
        tags=read(tuple[TagName, ...], row.tags),
        note=row.note,
    )
