"""Bodies by their SHA-256: compressed against an earlier body of the same page, and checked whenever they are read."""

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

import zstandard
from sqlalchemy import (
    ColumnClause,
    Connection,
    LargeBinary,
    Row,
    Select,
    bindparam,
    func,
    insert,
    literal_column,
    select,
)

from domain.errors import StorageError
from storage import frames, tables

RAW, ZSTD, DELTA, FRAME, HISTORY = "raw", "zstd", "zstd-prefix", "frame", "history"
FRAMED = (FRAME, HISTORY)
LEVEL = 3
# A read decodes a whole chain of bases: twenty keep it at a few milliseconds, and cost little room.
LONGEST_CHAIN = 20
# A delta of less than 1/32 of the page is taken at once; a larger one must be this much smaller than the page
# compressed alone to be worth its slower read.
_PLAINLY_SMALL, _WORTH = 32, 0.8
_LARGEST_WINDOW = 27
_TABLE = 17


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """A body that another may be compressed against, by its number; `depth` is how many bases it stands on itself."""

    id: int
    depth: int
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """A body as stored; `base` is the number of the one it stands on."""

    sha256: str
    size: int
    codec: str
    base: int | None
    depth: int
    content: bytes


# Written as in the index, which is not used otherwise; nor is it where the whole hash is asked for beside it, as SQLite
# then reckons these bytes from that. So the whole hash is compared here.
_FIRST_BYTES: ColumnClause[bytes] = literal_column("substr(body.sha256, 1, 4)", LargeBinary())


def _chain_query() -> Select[Any]:
    table = tables.body
    walk = select(table).where(bindparam("first") == _FIRST_BYTES).cte("walk", recursive=True)
    walk = walk.union_all(select(table).where(table.c.id == walk.c.base))
    return select(walk)


# Made once: every read of a body asks it.
_CHAIN = _chain_query()
_ADD = insert(tables.body)
_LAST = select(func.max(tables.body.c.id))
_NUMBERS = select(tables.body.c.sha256, tables.body.c.id).where(_FIRST_BYTES.in_(bindparam("first", expanding=True)))


def sha256_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def encode(content: bytes, base: Base | None = None, *, plain: bool = False, sha256: str | None = None) -> Encoded:
    """The smallest of: as it is, compressed alone, compressed with `base` as prefix. `plain`: as it is.

    A prefix is a raw-content dictionary (RFC 8878, section 5): a page that changed little costs what changed.
    `sha256` is the body's own, where it is known already.
    """
    sha256 = sha256 or sha256_of(content)
    as_it_is = Encoded(sha256=sha256, size=len(content), codec=RAW, base=None, depth=0, content=content)
    if plain:
        return as_it_is
    delta = None
    if base is not None and base.depth < LONGEST_CHAIN and base.content:
        packed = _compress(content, base.content)
        delta = Encoded(
            sha256=sha256, size=len(content), codec=DELTA, base=base.id, depth=base.depth + 1, content=packed
        )
        if len(packed) * _PLAINLY_SMALL < len(content):
            return delta
    packed = _compress(content, b"")
    alone = Encoded(sha256=sha256, size=len(content), codec=ZSTD, base=None, depth=0, content=packed)
    if delta is not None and len(delta.content) < len(packed) * _WORTH:
        return delta
    return alone if len(packed) < len(content) else as_it_is


def decode(encoded: Encoded, base: bytes | None, *, check: bool = True) -> bytes:
    """The body; StorageError when it does not come out with the hash it is stored under.

    `check` is False for a body that is only needed to decode the next: a wrong one makes that one wrong too.
    """
    try:
        content = encoded.content if encoded.codec == RAW else _decompress(encoded, base or b"")
    except zstandard.ZstdError as error:
        raise StorageError(f"body {encoded.sha256} cannot be decompressed: {error}") from error
    if check and sha256_of(content) != encoded.sha256:
        raise StorageError(f"body {encoded.sha256} does not have the hash it is stored under")
    return content


def _compress(content: bytes, prefix: bytes) -> bytes:
    window = min(max((len(content) + len(prefix)).bit_length(), 10), _LARGEST_WINDOW)
    # zstd looks at the last 8 << hash_log bytes of a dictionary only: the level's own 17 would miss all before the
    # last megabyte.
    table = max(_TABLE, len(prefix).bit_length() - 3)
    parameters = zstandard.ZstdCompressionParameters.from_level(
        LEVEL, source_size=len(content), dict_size=len(prefix), window_log=window, hash_log=table, chain_log=table - 1
    )
    return zstandard.ZstdCompressor(compression_params=parameters, dict_data=_dictionary(prefix)).compress(content)


def _decompress(encoded: Encoded, prefix: bytes) -> bytes:
    if zstandard.frame_content_size(encoded.content) != encoded.size:
        raise StorageError(f"body {encoded.sha256} is not of the size it is stored with")
    reader = zstandard.ZstdDecompressor(dict_data=_dictionary(prefix), max_window_size=1 << _LARGEST_WINDOW)
    return reader.decompress(encoded.content, max_output_size=max(encoded.size, 1))


def _dictionary(prefix: bytes) -> zstandard.ZstdCompressionDict | None:
    if not prefix:
        return None
    return zstandard.ZstdCompressionDict(prefix, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def numbers(connection: Connection, hashes: Collection[str]) -> dict[str, int]:
    """The numbers of those of these bodies that are stored (dropped ones too), by their hashes."""
    if not hashes:
        return {}
    wanted = {"first": [_first_bytes(sha256) for sha256 in hashes]}
    return {row.sha256: row.id for row in connection.execute(_NUMBERS, wanted) if row.sha256 in hashes}


def _first_bytes(sha256: str) -> bytes:
    return bytes.fromhex(sha256[:8])


def add(connection: Connection, encoded: Sequence[Encoded]) -> dict[str, int]:
    """Bodies that are not stored yet; the numbers they get. Whoever calls holds the lock that writers of evidence
    take."""
    if not encoded:
        return {}
    first = int(connection.scalar(_LAST) or 0) + 1
    rows: list[dict[str, Any]] = [
        {
            "id": number,
            "sha256": one.sha256,
            "size": one.size,
            "codec": one.codec,
            "base": one.base,
            "depth": one.depth,
            "bytes": one.content,
        }
        for number, one in enumerate(encoded, start=first)
    ]
    connection.execute(_ADD, rows)
    return {row["sha256"]: row["id"] for row in rows}


def load(connection: Connection, sha256: str) -> bytes:
    """One body; StorageError when it is not there, was dropped, or does not verify."""
    return _content(connection, [encoded for _, encoded in _chain(connection, sha256)])


def base_from(connection: Connection, sha256: str) -> Base:
    """This body as the next one's base; the body its chain began with where the chain is as long as may be.

    Pages drift slowly: a second branch from the old beginning costs far less than another beginning.
    """
    chain = _chain(connection, sha256)
    if chain[0][1].depth >= LONGEST_CHAIN:
        chain = chain[-1:]
    number, encoded = chain[0]
    return Base(id=number, depth=encoded.depth, content=_content(connection, [one for _, one in chain]))


def _content(connection: Connection, chain: list[Encoded]) -> bytes:
    content = b""
    for encoded in reversed(chain):
        content = decode(unframed(connection, encoded), content, check=encoded is chain[0])
    return content


def unframed(connection: Connection, encoded: Encoded) -> Encoded:
    """A body that stands in a frame, as it is; any other as it was given."""
    if encoded.codec not in FRAMED:
        return encoded
    if encoded.codec == HISTORY:
        return replace(encoded, codec=RAW, content=frames.body_of_history(connection, encoded.content))
    return replace(encoded, codec=RAW, content=frames.body_at(connection, encoded.content, encoded.size))


def _chain(connection: Connection, sha256: str) -> list[tuple[int, Encoded]]:
    """The body's row and those it stands on, each with its number, itself first."""
    rows = {row.id: row for row in connection.execute(_CHAIN, {"first": _first_bytes(sha256)})}
    row = next((one for one in rows.values() if one.sha256 == sha256), None)
    if row is None:
        raise StorageError(f"body {sha256} is not stored")
    chain = []
    while row is not None:
        if row.bytes is None:
            raise StorageError(f"body {row.sha256} was dropped on {row.dropped_at:%Y-%m-%d}: {row.dropped_why}")
        chain.append((row.id, encoded_of(row)))
        row = rows.get(row.base)
    return chain


def encoded_of(row: Row[Any]) -> Encoded:
    """A row of the body table as a record."""
    return Encoded(
        sha256=row.sha256,
        size=row.size,
        codec=row.codec,
        base=row.base,
        depth=row.depth,
        content=row.bytes,
    )
