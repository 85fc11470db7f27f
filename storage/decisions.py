"""What people decided about derived rows; it is kept apart from them, so that a replay does not lose it."""

from datetime import datetime

from sqlalchemy import delete, insert, select

from domain.times import Clock
from storage import tables
from storage.database import Database
from storage.lookup import source_id_of


class Decisions:
    """Learned noise that an analyst undid: the place is listened to, whatever is learned of it again."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def undo_noise(self, source_name: str, slot: str) -> None:
        """Listen to a place of a source again, from now on. StorageError for a source that is not registered."""
        table = tables.undone_noise
        with self._database.writing() as connection:
            source_id = source_id_of(connection, source_name)
            connection.execute(delete(table).where(table.c.source_id == source_id, table.c.slot == slot))
            connection.execute(insert(table).values(source_id=source_id, slot=slot, undone_at=self._clock()))

    def undone_noise(self, source_name: str) -> dict[str, datetime]:
        """The places of a source that are listened to again, and since when."""
        table = tables.undone_noise
        wanted = select(table.c.slot, table.c.undone_at).join(tables.source).where(tables.source.c.name == source_name)
        with self._database.reading() as connection:
            return {row.slot: row.undone_at for row in connection.execute(wanted)}
