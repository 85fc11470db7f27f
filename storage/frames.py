"""Frames: many bodies of one page kept as one, so that what they share is kept once.

A body in a frame says where it stands: which of the bodies of a history it is. Frames of the first kind, zstd over
bodies one behind the other, are still read; there it says at which byte it begins.
"""

from dataclasses import dataclass

import zstandard
from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, String, Table, bindparam, select

from domain.errors import StorageError
from storage import tables
from storage.histories import body_in

_WINDOW = 27

frame = Table(
    "frame",
    tables.metadata,
    Column("id", tables.Id, primary_key=True, autoincrement=True),
    Column("source_id", tables.Id, ForeignKey("source.id"), nullable=False, index=True),
    Column("part", String(64), nullable=False),
    Column("size", tables.Id, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
)
_BYTES = select(frame.c.bytes).where(frame.c.id == bindparam("wanted"))


@dataclass(frozen=True, slots=True)
class Place:
    """In which frame a body stands, and as which of its bodies (in frames of the first kind: at which byte).

    A row holds this instead of bytes of its own.
    """

    frame: int
    offset: int

    def written(self) -> bytes:
        return f"{self.frame}:{self.offset}".encode()


def place_of(written: bytes) -> Place:
    """StorageError when it is no place."""
    number, _, offset = written.partition(b":")
    if not (number.isdigit() and offset.isdigit()):
        raise StorageError("a body in a frame does not say where it stands")
    return Place(int(number), int(offset))


def unpacked(frame_bytes: bytes, until: int) -> bytes:
    """The first `until` bytes of a frame; StorageError where it does not hold so many or is damaged."""
    reader = zstandard.ZstdDecompressor(max_window_size=1 << _WINDOW)
    try:
        with reader.stream_reader(frame_bytes) as stream:
            content = stream.read(until)
    except zstandard.ZstdError as error:
        raise StorageError(f"a frame cannot be decompressed: {error}") from error
    if len(content) != until:
        raise StorageError(f"a frame holds {len(content)} bytes and should hold {until} at least")
    return content


def body_at(connection: Connection, written: bytes, size: int) -> bytes:
    """The body that a row with these bytes stands for, in a frame of the first kind. The caller checks its hash."""
    place = place_of(written)
    return unpacked(_bytes_of(connection, place), place.offset + size)[place.offset :]


def body_of_history(connection: Connection, written: bytes) -> bytes:
    """The body that a row with these bytes stands for. The caller checks its hash."""
    place = place_of(written)
    return body_in(_bytes_of(connection, place), place.offset)


def _bytes_of(connection: Connection, place: Place) -> bytes:
    found: bytes | None = connection.scalar(_BYTES, {"wanted": place.frame})
    if found is None:
        raise StorageError(f"frame {place.frame} is not stored")
    return found
