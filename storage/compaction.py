"""Compaction: old bodies of a source move into frames. It changes how they are encoded and never what they say.

Each frame is one transaction that is checked before it is written: killed at any step, what was there before is there
still, and a reader sees the bodies in their old place or in the new one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from domain.errors import StorageError
from domain.usage import Compacted
from domain.visits import Purpose
from storage import bodies, tables
from storage.database import Database, lock
from storage.frames import MOST, Place, frame, packed, place_of, unpacked
from storage.lookup import source_id_of

# Two bodies share little enough to leave them as they are; a frame pays from here.
FEWEST = 3
_MOVE = (
    update(tables.body)
    .where(tables.body.c.sha256 == bindparam("of_body"), tables.body.c.bytes.is_not(None))
    .values(codec=bodies.FRAME, base=None, depth=0, bytes=bindparam("place"))
)


@dataclass(frozen=True, slots=True)
class _Old:
    """A body that may move: its hash, and the frame it stands in already, if any."""

    sha256: str
    size: int
    frame: int | None


class Compaction:
    """Makes the archive smaller, source by source."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def compact(self, source_name: str) -> Compacted:
        """Put the bodies of a source into as few frames as they fill. StorageError when it was never registered."""
        with self._database.reading() as connection:
            source_id = source_id_of(connection, source_name)
            parts = _parts(connection, source_id)
            before = _stored(connection, source_id)
        moved = sum(self._frame(source_id, part, group) for part in parts for group in self._groups(source_id, part))
        with self._database.reading() as connection:
            after = _stored(connection, source_id)
        return Compacted(source=source_name, bodies=moved, before=before, after=after)

    def _groups(self, source_id: int, part: str) -> Iterator[list[_Old]]:
        """The part's bodies, newest first, as frames would hold them; frames that are full stay as they are."""
        with self._database.reading() as connection:
            found = _olds(connection, source_id, part)
            full = _full_frames(connection, source_id)
        group: list[_Old] = []
        for old in (one for one in found if one.frame not in full):
            if group and sum(one.size for one in group) + old.size > MOST:
                yield group
                group = []
            group.append(old)
        if len(group) >= FEWEST:
            yield group

    def _frame(self, source_id: int, part: str, group: Sequence[_Old]) -> int:
        """Writes one frame; gives how many bodies moved, 0 where all of them stand in one frame already."""
        if len({old.frame for old in group}) == 1 and group[0].frame is not None:
            return 0
        with self._database.reading() as connection:
            contents = [bodies.load(connection, old.sha256) for old in group]
        content = packed(contents)
        if unpacked(content, sum(map(len, contents))) != b"".join(contents):
            raise StorageError("a new frame does not come out as it went in; nothing was changed")
        with self._database.writing() as connection:
            lock(connection, "seq")
            row = {"source_id": source_id, "part": part, "size": sum(map(len, contents)), "bytes": content}
            number = int(connection.execute(insert(frame).values(row).returning(frame.c.id)).scalar_one())
            places, offset = [], 0
            for old in group:
                places.append({"of_body": old.sha256, "place": Place(number, offset).written()})
                offset += old.size
            connection.execute(_MOVE, places)
            _drop_empty(connection, source_id, {old.frame for old in group} - {None})
        return len(group)

    def vacuum(self) -> None:
        """Give the room that became free back to the file system."""
        self._database.vacuum()


def _parts(connection: Connection, source_id: int) -> list[str]:
    part, visit = tables.part, tables.visit
    query = select(part.c.part).distinct().select_from(part.join(visit)).where(visit.c.source_id == source_id)
    return sorted(connection.scalars(query.where(visit.c.purpose != Purpose.SCREENSHOT.value)))


def _olds(connection: Connection, source_id: int, part_name: str) -> list[_Old]:
    """The bodies of one part, newest first, each once; none that was dropped."""
    part, visit, body = tables.part, tables.visit, tables.body
    joined = part.join(visit).join(body, body.c.sha256 == part.c.sha256)
    place = func.substr(body.c.bytes, 1, 40)
    query = (
        select(body.c.sha256, body.c.size, body.c.codec, place.label("place"), func.max(visit.c.id).label("newest"))
        .select_from(joined)
        .where(visit.c.source_id == source_id, part.c.part == part_name, body.c.bytes.is_not(None), body.c.size > 0)
        .group_by(body.c.sha256, body.c.size, body.c.codec, place)
        .order_by(func.max(visit.c.id).desc())
    )
    return [
        _Old(row.sha256, row.size, place_of(bytes(row.place)).frame if row.codec == bodies.FRAME else None)
        for row in connection.execute(query)
    ]


def _full_frames(connection: Connection, source_id: int) -> set[int | None]:
    """Frames that would hardly take another body, and those of other sources that show the same bodies."""
    mine = select(frame.c.id).where(frame.c.source_id == source_id, frame.c.size < MOST // 2)
    others = select(frame.c.id).where(frame.c.id.not_in(mine))
    return set(connection.scalars(others))


def _drop_empty(connection: Connection, source_id: int, left: set[int | None]) -> None:
    """Takes away the frames that a new one replaces, once no body stands in them any more."""
    body = tables.body
    mine = select(tables.part.c.sha256).select_from(tables.part.join(tables.visit))
    mine = mine.where(tables.visit.c.source_id == source_id)
    for number in left:
        place = func.substr(body.c.bytes, 1, len(f"{number}:"))
        held = select(body.c.sha256).where(body.c.sha256.in_(mine), body.c.codec == bodies.FRAME)
        if connection.scalar(held.where(place == f"{number}:".encode()).limit(1)) is None:
            connection.execute(delete(frame).where(frame.c.id == number, frame.c.source_id == source_id))


def _stored(connection: Connection, source_id: int) -> int:
    """The bytes that a source's bodies take, frames included; a body shared with another source counts for both."""
    part, visit, body = tables.part, tables.visit, tables.body
    mine = select(part.c.sha256).select_from(part.join(visit)).where(visit.c.source_id == source_id)
    alone = connection.scalar(select(func.sum(func.length(body.c.bytes))).where(body.c.sha256.in_(mine)))
    framed = connection.scalar(select(func.sum(func.length(frame.c.bytes))).where(frame.c.source_id == source_id))
    return int(alone or 0) + int(framed or 0)
