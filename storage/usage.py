"""What each source takes of the archive: visits, seconds of fetching, and bytes."""

from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, select

from domain.usage import SourceUse
from domain.visits import Purpose
from storage import tables
from storage.database import Database
from storage.frames import frame


class Usage:
    """Sums over everything stored; asked by people, never by a crawl."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def by_source(self) -> tuple[SourceUse, ...]:
        """Every source that has visits, the largest first. A body that two sources show counts for both."""
        visit, part = tables.visit, tables.part
        answered = (
            select(visit.c.source_id, func.sum(tables.body.c.size).label("size"))
            .select_from(visit.join(part, part.c.visit_id == visit.c.id).join(tables.body))
            .group_by(visit.c.source_id)
        )
        kept = _bytes_of_bodies("kept")
        pictured = _bytes_of_bodies("pictured", visit.c.purpose == Purpose.SCREENSHOT.value)
        framed = select(frame.c.source_id, func.sum(func.length(frame.c.bytes)).label("size"))
        with self._database.reading() as connection:
            rows = connection.execute(_visits_of_sources()).all()
            fetched = {row.source_id: int(row.size or 0) for row in connection.execute(answered)}
            stored = {row.source_id: int(row.size or 0) for row in connection.execute(kept)}
            pictures = {row.source_id: int(row.size or 0) for row in connection.execute(pictured)}
            frames = {row.source_id: int(row.size) for row in connection.execute(framed.group_by(frame.c.source_id))}
        uses = (
            SourceUse(
                source=row.name,
                visits=row.visits,
                revisits=int(row.revisits),
                seconds=float(row.seconds),
                fetched=fetched.get(row.id, 0),
                stored=stored.get(row.id, 0) + frames.get(row.id, 0),
                pictures=pictures.get(row.id, 0),
            )
            for row in rows
        )
        return tuple(sorted(uses, key=lambda use: (-use.stored, use.source)))

    def whole(self) -> int:
        """The bytes of the database itself: its file, or what PostgreSQL says of it."""
        if self._database.sqlite:
            asked = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
        else:
            asked = "SELECT pg_database_size(current_database())"
        with self._database.reading() as connection:
            return int(connection.exec_driver_sql(asked).scalar_one())


def _visits_of_sources() -> Select[Any]:
    """Of each source that has visits: how many, how many of them repeats, and their seconds."""
    visit, source = tables.visit, tables.source
    repeats = func.sum(case((visit.c.revisit_of.is_not(None), 1), else_=0))
    sums = func.count().label("visits"), repeats.label("revisits"), func.sum(visit.c.seconds).label("seconds")
    query = select(source.c.id, source.c.name, *sums).select_from(visit.join(source))
    return query.group_by(source.c.id, source.c.name)


def _bytes_of_bodies(name: str, *which: ColumnElement[bool]) -> Select[Any]:
    """The bytes of the bodies that the visits of each source show, each body once for a source."""
    visit, part, body = tables.visit, tables.part, tables.body
    shown = select(visit.c.source_id, part.c.body_id).select_from(visit.join(part, part.c.visit_id == visit.c.id))
    once = shown.where(part.c.body_id.is_not(None), *which).distinct().subquery(name)
    query = select(once.c.source_id, func.sum(func.length(body.c.bytes)).label("size"))
    return query.select_from(once.join(body, body.c.id == once.c.body_id)).group_by(once.c.source_id)
