"""Compaction: old bodies of a source move into frames. It changes how they are encoded and never what they say.

Each frame is one transaction that is checked before it is written: killed at any step, what was there before is there
still, and a reader sees the bodies in their old place or in the new one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from domain.errors import StorageError
from domain.usage import Compacted
from domain.visits import Purpose
from storage import bodies, tables
from storage.database import Database, lock
from storage.frames import Place, frame, place_of
from storage.histories import LARGEST, MOST, History, Unpacked
from storage.lookup import source_id_of

# Two bodies share little enough to leave them as they are; a frame pays from here.
FEWEST = 3
_MOVE = (
    update(tables.body)
    .where(tables.body.c.id == bindparam("of_body"), tables.body.c.bytes.is_not(None))
    .values(codec=bodies.HISTORY, base=None, depth=0, bytes=bindparam("place"))
)


@dataclass(frozen=True, slots=True)
class _Old:
    """A body that may move: its number and hash, and the frame it stands in already, if any."""

    id: int
    sha256: str
    codec: str
    frame: int | None


@dataclass(frozen=True, slots=True)
class _Filled:
    """Bodies with the frame that is made of them."""

    olds: list[_Old]
    history: History


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
        moved = sum(self._compact(source_id, part) for part in parts)
        with self._database.reading() as connection:
            after = _stored(connection, source_id)
        return Compacted(source=source_name, bodies=moved, before=before, after=after)

    def _compact(self, source_id: int, part: str) -> int:
        """How many bodies of a part moved into new frames; full ones and a single one that holds all are left."""
        with self._database.reading() as connection:
            olds = _olds(connection, source_id, part)
            rooms = _rooms(connection, source_id)
        waiting = [old for old in olds if _waits(old, rooms)]
        if len({(old.frame, old.codec) for old in waiting}) == 1 and waiting[0].codec == bodies.HISTORY:
            return 0
        return sum(
            self._move(source_id, part, filled) for filled in self._filled(waiting) if len(filled.olds) >= FEWEST
        )

    def _filled(self, waiting: list[_Old]) -> Iterator["_Filled"]:
        """The bodies, newest first, as the frames they fill."""
        filled = _Filled([], History())
        for old in waiting:
            with self._database.reading() as connection:
                filled.history.add(bodies.load(connection, old.sha256))
            filled.olds.append(old)
            if filled.history.full:
                yield filled
                filled = _Filled([], History())
        yield filled

    def _move(self, source_id: int, part: str, filled: "_Filled") -> int:
        content, olds = filled.history.packed(), filled.olds
        _require_same(content, olds)
        with self._database.writing() as connection:
            lock(connection, "seq")
            row = {"source_id": source_id, "part": part, "size": filled.history.room, "bytes": content}
            number = int(connection.execute(insert(frame).values(row).returning(frame.c.id)).scalar_one())
            places = [{"of_body": old.id, "place": Place(number, place).written()} for place, old in enumerate(olds)]
            connection.execute(_MOVE, places)
            _drop_empty(connection, source_id, {old.frame for old in olds} - {None})
        return len(olds)

    def vacuum(self) -> None:
        """Give the room that became free back to the file system."""
        self._database.vacuum()


def _require_same(content: bytes, olds: list[_Old]) -> None:
    """Every body comes out of its new frame with its hash, before the old encoding is given up."""
    unpacked = Unpacked(content)
    if any(bodies.sha256_of(unpacked.body(place)) != old.sha256 for place, old in enumerate(olds)):
        raise StorageError("a new frame does not come out as it went in; nothing was changed")


def _parts(connection: Connection, source_id: int) -> list[str]:
    part, visit = tables.part, tables.visit
    query = select(part.c.part).distinct().select_from(part.join(visit)).where(visit.c.source_id == source_id)
    return sorted(connection.scalars(query.where(visit.c.purpose != Purpose.SCREENSHOT.value)))


def _olds(connection: Connection, source_id: int, part_name: str) -> list[_Old]:
    """The bodies of one part, newest first, each once; none that was dropped."""
    part, visit, body = tables.part, tables.visit, tables.body
    joined = part.join(visit).join(body)
    place = func.substr(body.c.bytes, 1, 40)
    query = (
        select(body.c.id, body.c.sha256, body.c.codec, place.label("place"))
        .select_from(joined)
        .where(visit.c.source_id == source_id, part.c.part == part_name, body.c.bytes.is_not(None))
        .where(body.c.size.between(1, LARGEST))
        .group_by(body.c.id, body.c.sha256, body.c.codec, place)
        .order_by(func.max(visit.c.id).desc())
    )
    return [
        _Old(row.id, row.sha256, row.codec, place_of(bytes(row.place)).frame if row.codec in bodies.FRAMED else None)
        for row in connection.execute(query)
    ]


def _rooms(connection: Connection, source_id: int) -> dict[int, int]:
    """How full each frame of a source is."""
    query = select(frame.c.id, frame.c.size).where(frame.c.source_id == source_id)
    return {row.id: row.size for row in connection.execute(query)}


def _waits(old: _Old, rooms: dict[int, int]) -> bool:
    """Whether a body may move: not out of a full frame, nor out of that of another source that shows it too."""
    if old.frame is None:
        return True
    return old.frame in rooms and (old.codec == bodies.FRAME or rooms[old.frame] < MOST // 2)


def _drop_empty(connection: Connection, source_id: int, left: set[int | None]) -> None:
    """Takes away the frames that a new one replaces, once no body stands in them any more."""
    body = tables.body
    mine = select(tables.part.c.body_id).select_from(tables.part.join(tables.visit))
    mine = mine.where(tables.visit.c.source_id == source_id)
    for number in left:
        place = func.substr(body.c.bytes, 1, len(f"{number}:"))
        held = select(body.c.id).where(body.c.id.in_(mine), body.c.codec.in_(bodies.FRAMED))
        if connection.scalar(held.where(place == f"{number}:".encode()).limit(1)) is None:
            connection.execute(delete(frame).where(frame.c.id == number, frame.c.source_id == source_id))


def _stored(connection: Connection, source_id: int) -> int:
    """The bytes that a source's bodies take, frames included; a body shared with another source counts for both."""
    part, visit, body = tables.part, tables.visit, tables.body
    mine = select(part.c.body_id).select_from(part.join(visit)).where(visit.c.source_id == source_id)
    alone = connection.scalar(select(func.sum(func.length(body.c.bytes))).where(body.c.id.in_(mine)))
    framed = connection.scalar(select(func.sum(func.length(frame.c.bytes))).where(frame.c.source_id == source_id))
    return int(alone or 0) + int(framed or 0)
