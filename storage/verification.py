"""Does everything stored still hash to what was recorded: bodies, chains, and the parts that join them."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, select

from domain.errors import StorageError
from storage import bodies, chain, tables
from storage.wordings import parts_query, worded

_FIRSTS = select(func.min(tables.body.c.id)).group_by(tables.body.c.sha256)
_TWICE = select(tables.body.c.id).where(tables.body.c.id.not_in(_FIRSTS)).order_by(tables.body.c.id)
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
    standing_on: dict[int | None, list[int]] = {}
    for number, base in connection.execute(select(table.c.id, table.c.base).order_by(table.c.id)):
        standing_on.setdefault(base, []).append(number)
    reached: set[int] = set()
    waiting: list[tuple[int, bytes | None]] = [(number, None) for number in reversed(standing_on.get(None, []))]
    while waiting:
        number, base_content = waiting.pop()
        reached.add(number)
        content, fault = _decoded(connection, number, base_content)
        if fault:
            yield from _lines(connection, number, fault)
        waiting += [(child, content) for child in reversed(standing_on.get(number, []))]
    for number in sorted({child for group in standing_on.values() for child in group} - reached):
        yield from _lines(connection, number, "the body it is compressed against is not stored")
    for number in connection.scalars(_TWICE):
        yield from _lines(connection, number, "the body is stored twice")


def _decoded(connection: Connection, number: int, base: bytes | None) -> tuple[bytes | None, str]:
    row = connection.execute(select(tables.body).filter_by(id=number)).one()
    if row.bytes is None:
        return None, "" if row.dropped_why else "the body has no bytes, and no reason why they were dropped"
    try:
        if row.base is not None and base is None:
            return None, "the body it is compressed against cannot be read"
        content = bodies.decode(bodies.unframed(connection, bodies.encoded_of(row)), base)
    except StorageError as error:
        return None, str(error)
    return content, "" if len(content) == row.size else f"the body has {len(content)} bytes, not {row.size}"


def _lines(connection: Connection, number: int, fault: str) -> Iterator[str]:
    """The fault of a body, said of every part that shows it; of the body alone where none does."""
    part, visit, source = tables.part, tables.visit, tables.source
    shown = select(source.c.name, visit.c.id, part.c.part).select_from(part.join(visit).join(source))
    rows = connection.execute(shown.where(part.c.body_id == number).order_by(visit.c.id)).all()
    for row in rows:
        yield f"source {row.name}, visit {row.id}, part {row.part}: {fault}"
    if not rows:
        sha256 = connection.scalar(select(tables.body.c.sha256).filter_by(id=number))
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
            # The hash of a body that is gone is not known, so nobody can say whether the chain was right.
            yield from list(_dangling(row, parts)) or _link_faults(row, parts, previous)
            previous = row.chain


def _parts(connection: Connection, visit_id: int) -> list[dict[str, Any]]:
    return [_told(row) for row in connection.execute(_PARTS, {"wanted": visit_id}).mappings()]


def _told(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A part as it was recorded; where its wording is damaged without it, so that no chain verifies with it."""
    try:
        return {**worded(row), "body_id": row["body_id"]}
    except StorageError:
        return {**row, "url": None, "requested_url": None, "headers": None}


def _link_faults(row: Row[Any], parts: list[dict[str, Any]], previous: str) -> Iterator[str]:
    if chain.link(previous, chain.canonical(dict(row._mapping), parts)) != row.chain:
        named = ", ".join(part["part"] for part in parts) or "none"
        yield (
            f"source {row.name}, visit {row.id}, parts {named}: the chain does not verify "
            "(this row or its parts were changed, or the visit before it was)"
        )


def _dangling(row: Row[Any], parts: list[dict[str, Any]]) -> Iterator[str]:
    for part in parts:
        if part["body_id"] is not None and part["sha256"] is None:
            yield f"source {row.name}, visit {row.id}, part {part['part']}: its body {part['body_id']} is not stored"
