"""Frames: many bodies of one page compressed together, newest first, so that what they share is kept once.

zstd looks back over a window as large as the frame, with long-distance matching: one body after the other costs what no
other body of the page says. A body in a frame says where it stands; reading it unpacks the frame up to there.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import zstandard
from sqlalchemy import Column, Connection, ForeignKey, LargeBinary, String, Table, bindparam, select

from domain.errors import StorageError
from storage import tables

LEVEL = 19
_WINDOW = 27
# What reading the oldest body of a frame may have to unpack: zstd does a gigabyte a second of such text.
MOST = 32_000_000

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
    """Where in which frame a body stands: the bytes that its row holds instead of its own."""

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


def packed(bodies: Sequence[bytes]) -> bytes:
    """The bodies as one frame."""
    size = sum(map(len, bodies))
    window = min(max(size.bit_length(), 10), _WINDOW)
    parameters = zstandard.ZstdCompressionParameters.from_level(
        LEVEL, source_size=size, window_log=window, enable_ldm=True
    )
    return zstandard.ZstdCompressor(compression_params=parameters).compress(b"".join(bodies))


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
    """The body that a row with these bytes stands for. The caller checks its hash."""
    place = place_of(written)
    found = connection.scalar(_BYTES, {"wanted": place.frame})
    if found is None:
        raise StorageError(f"frame {place.frame} is not stored")
    return unpacked(found, place.offset + size)[place.offset :]
