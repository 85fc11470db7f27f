"""What recording a visit decides: which bodies are new and how they are kept, and which visit is repeated."""

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from domain.errors import StorageError
from domain.sources import Source
from domain.visits import Attempt, PageState, Purpose, Visit
from storage import bodies, tables
from storage.lookup import COMPARED, find, one
from storage.rows import good

# Made once: it is asked for every body that is new.
_NEWEST_BODY = (
    select(tables.part.c.sha256)
    .select_from(tables.part.join(tables.visit).join(tables.body, tables.body.c.sha256 == tables.part.c.sha256))
    .where(tables.visit.c.source_id == bindparam("of_source"), tables.part.c.part == bindparam("of_part"))
    .where(tables.visit.c.purpose != Purpose.SCREENSHOT.value, tables.body.c.bytes.is_not(None))
    .order_by(tables.visit.c.id.desc())
    .limit(1)
)


def source_id_made(connection: Connection, source: Source) -> int:
    """The source's id: by its name, else by one it had (and is renamed from now), else a new one."""
    table = tables.source
    for name in (source.name, *source.was):
        found = connection.scalar(select(table.c.id).filter_by(name=name))
        if found is not None:
            if name != source.name:
                connection.execute(update(table).where(table.c.id == found).values(name=source.name))
            return int(found)
    return int(connection.execute(insert(table).values(name=source.name).returning(table.c.id)).scalar_one())


def encode_new(
    connection: Connection, attempt: Attempt, source_id: int, parts: list[dict[str, Any]]
) -> list[bodies.Encoded]:
    """The bodies not yet stored, each against the newest body of the same part of the same source.

    Done before the write transaction: a base is never rewritten, and other writers need not wait for zstd.
    """
    fresh = {row["sha256"]: part for row, part in zip(parts, attempt.parts, strict=True) if row["sha256"] is not None}
    stored = bodies.known(connection, fresh) if fresh else set()
    plain = attempt.purpose is Purpose.SCREENSHOT
    encoded = []
    for sha256, part in fresh.items():
        if sha256 not in stored:
            base = None if plain else _base_for(connection, source_id, part.part)
            encoded.append(bodies.encode(part.body or b"", base, plain=plain, sha256=sha256))
    return encoded


def add_bodies(connection: Connection, encoded: Sequence[bodies.Encoded]) -> None:
    """Another process may have brought the same body between our reading and our writing."""
    stored = bodies.known(connection, [body.sha256 for body in encoded]) if encoded else set()
    for body in encoded:
        if body.sha256 not in stored:
            bodies.add(connection, body)


def _base_for(connection: Connection, source_id: int, part: str) -> bodies.Base | None:
    sha256 = connection.scalar(_NEWEST_BODY, {"of_source": source_id, "of_part": part})
    try:
        return None if sha256 is None else bodies.base_from(connection, sha256)
    except StorageError:
        return None  # a damaged body is `verify`'s to tell; the new one is kept whole and stands alone


def revisit_of(connection: Connection, attempt: Attempt, source_id: int, parts: list[dict[str, Any]]) -> int | None:
    """The visit whose bodies this one repeats; always one that has bodies of its own, so one step reaches them."""
    if attempt.not_modified:
        visit = None if attempt.validated_visit is None else one(connection, attempt.validated_visit)
        if visit is None or visit.source_id != source_id:
            raise StorageError("a 304 answers for a visit of the same source only", source=attempt.source)
        return visit.revisit_of or visit.id
    if attempt.failure is not None or attempt.purpose not in COMPARED or not parts:
        return None
    hashes = [(part["part"], part["sha256"]) for part in parts]
    for visit in _comparable(connection, source_id):
        origin = visit if visit.revisit_of is None else one(connection, visit.revisit_of)
        if hashes == [(part.part, part.sha256) for part in origin.parts]:
            return origin.id
    return None


def _comparable(connection: Connection, source_id: int) -> Iterator[Visit]:
    """The source's last good visit and its baseline; a visit not interpreted yet counts as good by its answer."""
    table, outer = tables.visit, tables.interpretation
    of_source = (table.c.source_id == source_id, table.c.purpose.in_(COMPARED), table.c.failure.is_(None))
    newest = connection.scalar(select(table.c.id).where(*of_source).order_by(table.c.id.desc()).limit(1))
    unread = find(connection, table.c.id == newest, outer.c.visit_id.is_(None))
    yield from (visit for visit in unread if good(visit))
    yield from find(connection, *of_source, outer.c.state == PageState.OK, newest_first=True, limit=1)
    baseline = tables.baseline
    yield from find(connection, table.c.id.in_(select(baseline.c.visit_id).where(baseline.c.source_id == source_id)))
