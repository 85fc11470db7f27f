"""What recording visits decides: which bodies are new and how they are kept, and which visits are repeated."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Row,
    Select,
    bindparam,
    exists,
    func,
    insert,
    select,
    tuple_,
    update,
)

from domain.errors import StorageError
from domain.keys import source_revision
from domain.sources import Source
from domain.times import Clock
from domain.visits import Attempt, PageState, Purpose, Visit
from storage import bodies, chain, tables
from storage.codec import write
from storage.database import next_numbers
from storage.lookup import COMPARED, batched, find, newest_visit, source_ids
from storage.rows import attempt_rows, good, same_attempt, stored_part, stored_visit, texts_of
from storage.wordings import numbers

# Made once: it is asked for every body that is new.
_NEWEST_BODY = (
    select(tables.body.c.sha256)
    .select_from(tables.part.join(tables.visit).join(tables.body))
    .where(tables.visit.c.source_id == bindparam("of_source"), tables.part.c.part == bindparam("of_part"))
    .where(tables.visit.c.purpose != Purpose.SCREENSHOT.value, tables.body.c.bytes.is_not(None))
    .order_by(tables.visit.c.id.desc())
    .limit(1)
)
AT_ONCE = 500
_WANTED: BindParameter[Any] = bindparam("wanted", expanding=True)
_ROOTS = select(tables.visit.c.id, tables.visit.c.source_id, tables.visit.c.revisit_of).where(
    tables.visit.c.id.in_(_WANTED)
)
_ADD_VISIT, _ADD_PART = insert(tables.visit), insert(tables.part)


def _comparable_query() -> Select[Any]:
    visit, read, source, baseline = tables.visit, tables.interpretation, tables.source, tables.baseline
    answered = (visit.c.purpose.in_(COMPARED), visit.c.failure.is_(None))
    newest = newest_visit(*answered)
    reading = select(read.c.visit_id).where(read.c.visit_id == newest).correlate(source).scalar_subquery()
    return (
        select(
            source.c.id,
            newest.label("newest"),
            reading.label("newest_read"),
            newest_visit(*answered, read.c.state == PageState.OK.value).label("last_good"),
            baseline.c.visit_id.label("baseline"),
        )
        .select_from(source.outerjoin(baseline))
        .where(source.c.id.in_(_WANTED))
    )


def _newest_of_baseline() -> Select[Any]:
    """Each source with a baseline, the visit that has its bodies (`root`) and the newest one that repeats that."""
    visit, source, baseline, chosen = tables.visit, tables.source, tables.baseline, tables.visit.alias("chosen")
    root = func.coalesce(chosen.c.revisit_of, chosen.c.id)
    same = select(visit.c.id).where(
        visit.c.source_id == source.c.id, (visit.c.id == root) | (visit.c.revisit_of == root)
    )
    newest = same.order_by(visit.c.id.desc()).limit(1).correlate(source, chosen).scalar_subquery()
    joined = source.join(baseline).join(chosen, chosen.c.id == baseline.c.visit_id)
    return (
        select(source.c.name, root.label("root"), newest.label("newest"))
        .select_from(joined)
        .where(source.c.name.in_(_WANTED))
    )


NEWEST_OF_BASELINE = _newest_of_baseline()
_COMPARABLE = _comparable_query()
_CHAINS = (
    select(tables.visit.c.source_id, tables.visit.c.chain)
    .select_from(tables.source.join(tables.visit, tables.visit.c.id == newest_visit()))
    .where(tables.source.c.id.in_(_WANTED))
)
_VISITED = select(tables.source.c.id).where(
    tables.source.c.id.in_(_WANTED), exists().where(tables.visit.c.source_id == tables.source.c.id)
)


def registered(connection: Connection, sources: Sequence[Source], clock: Clock) -> dict[str, int]:
    """The id of every source by name, made or renamed where it is new; each configuration is kept once."""
    known = {row.name: int(row.id) for row in connection.execute(select(tables.source))}
    table, revisions = tables.source_revision, {source.name: source_revision(source) for source in sources}
    column = table.c.revision
    kept = {
        (row.source_id, row.revision)
        for some in batched(revisions.values(), AT_ONCE)
        for row in connection.execute(select(table.c.source_id, column).where(column.in_(some)))
    }
    for source in sources:
        source_id = known[source.name] = known.get(source.name) or _made(connection, source, known)
        if (source_id, revisions[source.name]) not in kept:
            row = {"source_id": source_id, "revision": revisions[source.name], "recorded_at": clock()}
            connection.execute(insert(table).values(configuration=write(Source, source), **row))
    return {source.name: known[source.name] for source in sources}


def _made(connection: Connection, source: Source, known: dict[str, int]) -> int:
    """The id of a source without a row: of one it was before (which is renamed from now), else a new one."""
    table = tables.source
    for name in source.was:
        if name in known:
            found = known.pop(name)
            connection.execute(update(table).where(table.c.id == found).values(name=source.name))
            return found
    return int(connection.execute(insert(table).values(name=source.name).returning(table.c.id)).scalar_one())


@dataclass(slots=True)
class Fresh:
    """One attempt on its way into the tables: its visit row, its part rows, and its bodies that are new."""

    attempt: Attempt
    visit: dict[str, Any]
    parts: list[dict[str, Any]]
    encoded: list[bodies.Encoded] = field(default_factory=list)

    @property
    def source_id(self) -> int:
        return int(self.visit["source_id"])

    @property
    def may_repeat(self) -> bool:
        """A body never seen before repeats no visit, and only a good answer of a check repeats one."""
        attempt = self.attempt
        compared = attempt.failure is None and attempt.purpose in COMPARED and bool(self.parts)
        return not attempt.not_modified and compared and not self.encoded


def rounds(attempts: Iterable[Attempt]) -> Iterator[list[Attempt]]:
    """The attempts in order, in groups that hold each source once: a visit's chain link needs the one before it."""
    group: dict[str, Attempt] = {}
    for attempt in attempts:
        if attempt.source in group:
            yield list(group.values())
            group = {}
        group[attempt.source] = attempt
    if group:
        yield list(group.values())


def prepared(connection: Connection, attempts: Sequence[Attempt]) -> list[Fresh]:
    """Rows and encoded bodies, made before the write transaction: a base is never rewritten under us in a way that
    changes what it decodes to, and other writers need not wait for zstd.

    StorageError names a source that was never registered.
    """
    ids = source_ids(connection, [attempt.source for attempt in attempts])
    found = [Fresh(attempt, *attempt_rows(attempt, ids[attempt.source])) for attempt in attempts]
    hashes = {row["sha256"] for one in found for row in one.parts if row["sha256"] is not None}
    stored = bodies.numbers(connection, hashes).keys()
    visited = set(connection.scalars(_VISITED, {"wanted": list(ids.values())})) if hashes - stored else set()
    for one in found:
        one.encoded = list(_encoded(connection, one, stored, based=one.source_id in visited))
    return found


def _encoded(connection: Connection, one: Fresh, stored: Set[str], *, based: bool) -> Iterator[bodies.Encoded]:
    """The bodies not stored yet, each against the newest body of the same part of the same source, where it may have
    one (`based`)."""
    new = {
        row["sha256"]: part
        for row, part in zip(one.parts, one.attempt.parts, strict=True)
        if row["sha256"] is not None and row["sha256"] not in stored
    }
    plain = one.attempt.purpose is Purpose.SCREENSHOT
    for sha256, part in new.items():
        base = None if plain or not based else _base_for(connection, one.source_id, part.part)
        yield bodies.encode(part.body or b"", base, plain=plain, sha256=sha256)


def _base_for(connection: Connection, source_id: int, part: str) -> bodies.Base | None:
    sha256 = connection.scalar(_NEWEST_BODY, {"of_source": source_id, "of_part": part})
    try:
        return None if sha256 is None else bodies.base_from(connection, sha256)
    except StorageError:
        return None  # a damaged body is `verify`'s to tell; the new one is kept whole and stands alone


def already(connection: Connection, fresh: Sequence[Fresh]) -> dict[int, Visit]:
    """The visits that were stored from the same attempts before, by source; each source is among them once."""
    visit, wanted = tables.visit, {(one.source_id, one.visit["captured_at"]): one for one in fresh}
    keys = tuple_(visit.c.source_id, visit.c.captured_at).in_(list(wanted))
    ids = connection.scalars(select(visit.c.id).where(keys)).all()
    stored = find(connection, visit.c.id.in_(ids)) if ids else ()
    pairs = ((one, wanted[one.source_id, one.captured_at]) for one in stored)
    return {one.source_id: one for one, other in pairs if same_attempt(one, other.parts, other.visit)}


def add(connection: Connection, fresh: Sequence[Fresh], clock: Clock) -> None:
    """Bodies, visits and parts, numbered and chained in order; each source is among them once."""
    _link_repeats(connection, fresh)
    numbered = _add_bodies(connection, fresh)
    before = _newest_chains(connection, [one.source_id for one in fresh])
    first = next_numbers(connection, "seq", len(fresh))
    for number, one in enumerate(fresh, start=first):
        one.visit["id"], one.visit["recorded_at"] = number, clock()
        linked = chain.canonical(one.visit, one.parts)
        one.visit["chain"] = chain.link(before.get(one.source_id, chain.START), linked)
    said = numbers(connection, set().union(*(texts_of(one.visit, one.parts) for one in fresh)))
    connection.execute(_ADD_VISIT, [stored_visit(one.visit, said) for one in fresh])
    parts = [stored_part(part, one.visit["id"], said, numbered) for one in fresh for part in one.parts]
    if parts:
        connection.execute(_ADD_PART, parts)


def _add_bodies(connection: Connection, fresh: Sequence[Fresh]) -> dict[str, int]:
    """The numbers of all bodies by their hashes, of which another process may have brought a new one between our
    reading and our writing."""
    shown = {part["sha256"] for one in fresh for part in one.parts} - {None}
    stored = bodies.numbers(connection, shown)
    new = {body.sha256: body for one in fresh for body in one.encoded if body.sha256 not in stored}
    return stored | bodies.add(connection, list(new.values()))


def _newest_chains(connection: Connection, ids: Sequence[int]) -> dict[int, str]:
    return {row.source_id: row.chain for row in connection.execute(_CHAINS, {"wanted": ids})}


def _link_repeats(connection: Connection, fresh: Sequence[Fresh]) -> None:
    """Sets `revisit_of` to the visit whose bodies are repeated: one that has bodies of its own, so one step is enough.

    StorageError where a 304 answers for no visit of its source.
    """
    validated = {one.attempt.validated_visit for one in fresh if one.attempt.not_modified} - {None}
    rows = connection.execute(_ROOTS, {"wanted": list(validated)}) if validated else ()
    known = {row.id: row for row in rows}
    candidates = _comparable(connection, [one.source_id for one in fresh if one.may_repeat])
    for one in fresh:
        if one.attempt.not_modified:
            row = known.get(one.attempt.validated_visit)
            if row is None or row.source_id != one.source_id:
                raise StorageError("a 304 answers for a visit of the same source only", source=one.attempt.source)
            one.visit["revisit_of"] = row.revisit_of or row.id
        elif one.may_repeat:
            hashes = [(part["part"], part["sha256"]) for part in one.parts]
            same = (
                visit.id
                for visit in candidates.get(one.source_id, ())
                if hashes == [(part.part, part.sha256) for part in visit.parts]
            )
            one.visit["revisit_of"] = next(same, None)


def _comparable(connection: Connection, ids: Sequence[int]) -> dict[int, list[Visit]]:
    """For each source the visits that hold the bodies of its newest visit, its last good one and its baseline.

    A newest visit that is not interpreted yet counts as good by its answer.
    """
    rows = connection.execute(_COMPARABLE, {"wanted": list(ids)}).all() if ids else []
    wanted = {number for row in rows for number in (row.newest, row.last_good, row.baseline) if number is not None}
    visits = _by_id(connection, wanted)
    roots = _by_id(connection, {one.revisit_of for one in visits.values() if one.revisit_of is not None} - wanted)
    found: dict[int, list[Visit]] = {}
    for row in rows:
        chosen = [number for number in _chosen(row, visits) if number is not None]
        origins = [visits[number].revisit_of or number for number in chosen]
        found[row.id] = [visits.get(number) or roots[number] for number in dict.fromkeys(origins)]
    return found


def _chosen(row: Row[Any], visits: dict[int, Visit]) -> Iterator[int | None]:
    if row.newest is not None and not row.newest_read and good(visits[row.newest]):
        yield row.newest
    yield row.last_good
    yield row.baseline


def _by_id(connection: Connection, ids: Iterable[int]) -> dict[int, Visit]:
    return {one.id: one for some in batched(ids, AT_ONCE) for one in find(connection, tables.visit.c.id.in_(some))}
