"""What each source takes of the archive: visits, seconds of fetching, and bytes."""

from sqlalchemy import case, func, select

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
        visit, source, part, body = tables.visit, tables.source, tables.part, tables.body
        asked = (
            select(
                source.c.id,
                source.c.name,
                func.count().label("visits"),
                func.sum(case((visit.c.revisit_of.is_not(None), 1), else_=0)).label("revisits"),
                func.sum(visit.c.seconds).label("seconds"),
            )
            .select_from(visit.join(source))
            .group_by(source.c.id, source.c.name)
        )
        answered = (
            select(visit.c.source_id, func.sum(part.c.size).label("size"))
            .select_from(visit.join(part, part.c.visit_id == visit.c.id))
            .group_by(visit.c.source_id)
        )
        shown = select(visit.c.source_id, part.c.sha256).select_from(visit.join(part, part.c.visit_id == visit.c.id))
        once = shown.where(part.c.sha256.is_not(None)).distinct().subquery("once")
        kept = (
            select(once.c.source_id, func.sum(func.length(body.c.bytes)).label("size"))
            .select_from(once.join(body, body.c.sha256 == once.c.sha256))
            .group_by(once.c.source_id)
        )
        drawn = shown.where(visit.c.purpose == Purpose.SCREENSHOT.value, part.c.sha256.is_not(None)).distinct()
        once_drawn = drawn.subquery("once_drawn")
        pictured = (
            select(once_drawn.c.source_id, func.sum(func.length(body.c.bytes)).label("size"))
            .select_from(once_drawn.join(body, body.c.sha256 == once_drawn.c.sha256))
            .group_by(once_drawn.c.source_id)
        )
        framed = select(frame.c.source_id, func.sum(func.length(frame.c.bytes)).label("size"))
        with self._database.reading() as connection:
            rows = connection.execute(asked).all()
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
