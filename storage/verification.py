"""Does everything stored still hash to what was recorded: bodies, chains, and the parts that join them."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from domain.errors import StorageError
from storage import bodies, chain, tables
from storage.wordings import parts_query, worded

_PARTS = parts_query().where(tables.part.c.visit_id == bindparam("wanted"))


def faults(connection: Connection) -> Iterator[str]:
    """One line per fault, naming source, visit and part."""
    yield from _body_faults(connection)
    yield from _numbering_faults(connection)
    yield from _chain_faults(connection)


def _body_faults(connection: Connection) -> Iterator[str]:
    """Walks from each body that stands alone to those compressed against it: each is decoded once, and only one
    chain is in memory."""
    table = tables.body
    standing_on: dict[str | None, list[str]] = {}
    for sha256, base in connection.execute(select(table.c.sha256, table.c.base).order_by(table.c.sha256)):
        standing_on.setdefault(base, []).append(sha256)
    reached: set[str] = set()
    waiting: list[tuple[str, bytes | None]] = [(sha256, None) for sha256 in reversed(standing_on.get(None, []))]
    while waiting:
        sha256, base_content = waiting.pop()
        reached.add(sha256)
        content, fault = _decoded(connection, sha256, base_content)
        if fault:
            yield from _lines(connection, sha256, fault)
        waiting += [(child, content) for child in reversed(standing_on.get(sha256, []))]
    for sha256 in sorted({child for group in standing_on.values() for child in group} - reached):
        yield from _lines(connection, sha256, "the body it is compressed against is not stored")


def _decoded(connection: Connection, sha256: str, base: bytes | None) -> tuple[bytes | None, str]:
    row = connection.execute(select(tables.body).filter_by(sha256=sha256)).one()
    if row.bytes is None:
        return None, "" if row.dropped_why else "the body has no bytes, and no reason why they were dropped"
    try:
        if row.base is not None and base is None:
            return None, "the body it is compressed against cannot be read"
        content = bodies.decode(bodies.unframed(connection, bodies.encoded_of(row)), base)
    except StorageError as error:
        return None, str(error)
    return content, "" if len(content) == row.size else f"the body has {len(content)} bytes, not {row.size}"


def _lines(connection: Connection, sha256: str, fault: str) -> Iterator[str]:
    """The fault of a body, said of every part that shows it; of the body alone where none does."""
    part, visit, source = tables.part, tables.visit, tables.source
    shown = select(source.c.name, visit.c.id, part.c.part).select_from(part.join(visit).join(source))
    rows = connection.execute(shown.where(part.c.sha256 == sha256).order_by(visit.c.id)).all()
    for row in rows:
        yield f"source {row.name}, visit {row.id}, part {row.part}: {fault}"
    if not rows:
        yield f"body {sha256}, of no visit: {fault}"


def _numbering_faults(connection: Connection) -> Iterator[str]:
    """Numbers are given without gaps, so a missing one is a visit taken away (at the end of a chain too)."""
    last = connection.scalar(select(tables.counter.c.value).filter_by(name="seq")) or 0
    expected = 1
    for number in connection.scalars(select(tables.visit.c.id).order_by(tables.visit.c.id)):
        for missing in range(expected, number):
            yield f"visit {missing}: the row is missing"
        if number > last:
            yield f"visit {number}: was never given out (the last is {last})"
        expected = number + 1
    for missing in range(expected, last + 1):
        yield f"visit {missing}: the row is missing"


def _chain_faults(connection: Connection) -> Iterator[str]:
    visit, source, revision = tables.visit, tables.source, tables.wording
    rows = connection.execute(
        select(visit, source.c.name, revision.c.text.label("revision"))
        .select_from(visit.outerjoin(source).outerjoin(revision, revision.c.id == visit.c.revision_id))
        .order_by(visit.c.source_id, visit.c.id)
    ).all()
    for _, visits in groupby(rows, key=lambda row: row.source_id):
        previous = chain.START
        for row in visits:
            parts = _parts(connection, row.id)
            yield from _link_faults(row, parts, previous)
            yield from _dangling(connection, row, parts)
            previous = row.chain


def _parts(connection: Connection, visit_id: int) -> list[dict[str, Any]]:
    return [_told(row) for row in connection.execute(_PARTS, {"wanted": visit_id}).mappings()]


def _told(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A part as it was recorded; where its wording is damaged without it, so that no chain verifies with it."""
    try:
        return worded(row)
    except StorageError:
        return {**row, "url": None, "requested_url": None, "headers": None}


def _link_faults(row: Row[Any], parts: list[dict[str, Any]], previous: str) -> Iterator[str]:
    if chain.link(previous, chain.canonical(dict(row._mapping), parts)) != row.chain:
        named = ", ".join(part["part"] for part in parts) or "none"
        yield (
            f"source {row.name}, visit {row.id}, parts {named}: the chain does not verify "
            "(this row or its parts were changed, or the visit before it was)"
        )


def _dangling(connection: Connection, row: Row[Any], parts: list[dict[str, Any]]) -> Iterator[str]:
    hashes = {part["sha256"] for part in parts if part["sha256"] is not None}
    stored = bodies.known(connection, hashes) if hashes else set()
    for part in parts:
        if part["sha256"] is not None and part["sha256"] not in stored:
            yield f"source {row.name}, visit {row.id}, part {part['part']}: its body {part['sha256']} is not stored"
