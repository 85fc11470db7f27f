"""The evidence: one immutable row per attempt, its answers and their bodies, written in one transaction."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from domain.keys import source_revision
from domain.sources import Source
from domain.times import Clock
from domain.visits import Attempt, FetchedPart, Purpose, StoredPart, Validator, Visit, VisitOrigin
from storage import bodies, chain, tables, verification
from storage.codec import write
from storage.database import Database, lock, next_number
from storage.lookup import COMPARED, find, one, source_id_of
from storage.recording import add_bodies, encode_new, revisit_of, source_id_made
from storage.rows import attempt_rows, fingerprint_of, visit_of

# Made once: these are asked for every visit recorded.
_OF_VISIT = tables.visit.c
_SAME = select(_OF_VISIT.id).where(_OF_VISIT.fingerprint == bindparam("wanted"))
_NEWEST_CHAIN = (
    select(_OF_VISIT.chain).where(_OF_VISIT.source_id == bindparam("wanted")).order_by(_OF_VISIT.id.desc()).limit(1)
)
_ADD_VISIT, _ADD_PART = insert(tables.visit), insert(tables.part)


class Visits:
    """What sources answered, in the order of `seq`; nothing here is ever rewritten."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def register(self, sources: Sequence[Source]) -> dict[str, int]:
        """The id of every source by name, made where new; a source found under a name in `was` is renamed.

        Keeps each configuration once, under its source revision.
        """
        with self._database.writing() as connection:
            lock(connection, "seq")
            ids = {}
            for source in sources:
                ids[source.name] = source_id_made(connection, source)
                self._keep_revision(connection, ids[source.name], source)
            return ids

    def _keep_revision(self, connection: Connection, source_id: int, source: Source) -> None:
        table, revision = tables.source_revision, source_revision(source)
        if connection.scalar(select(table.c.revision).filter_by(source_id=source_id, revision=revision)) is None:
            row = {"source_id": source_id, "revision": revision, "recorded_at": self._clock()}
            connection.execute(insert(table).values(configuration=write(Source, source), **row))

    def record(self, attempt: Attempt) -> Visit:
        """Store an attempt with its bodies; the same attempt handed over twice is stored once.

        StorageError when its source was never registered, or it names an earlier visit that is not there.
        """
        with self._database.reading() as connection:
            visit, parts = attempt_rows(attempt, source_id_of(connection, attempt.source))
            encoded = encode_new(connection, attempt, visit["source_id"], parts)
        visit["fingerprint"] = fingerprint_of(visit, parts, not_modified=attempt.not_modified)
        with self._database.writing() as connection:
            lock(connection, "seq")
            there = connection.scalar(_SAME, {"wanted": visit["fingerprint"]})
            if there is not None:
                return one(connection, there)
            # A body never seen before repeats no visit.
            if attempt.not_modified or not encoded:
                visit["revisit_of"] = revisit_of(connection, attempt, visit["source_id"], parts)
            add_bodies(connection, encoded)
            self._add(connection, visit, parts)
        return visit_of({**visit, "name": attempt.source}, parts)

    def _add(self, connection: Connection, visit: dict[str, Any], parts: list[dict[str, Any]]) -> None:
        visit["id"] = next_number(connection, "seq")
        visit["recorded_at"] = self._clock()
        before = connection.scalar(_NEWEST_CHAIN, {"wanted": visit["source_id"]}) or chain.START
        visit["chain"] = chain.link(before, chain.canonical(visit, parts))
        connection.execute(_ADD_VISIT, visit)
        if parts:
            connection.execute(_ADD_PART, [{"visit_id": visit["id"], **part} for part in parts])

    def get(self, visit_id: int) -> Visit:
        """StorageError when there is none."""
        with self._database.reading() as connection:
            return one(connection, visit_id)

    def of_source(
        self,
        name: str,
        *,
        after_seq: int = 0,
        until_seq: int | None = None,
        purposes: Sequence[Purpose] = COMPARED,
        newest_first: bool = False,
        limit: int | None = None,
    ) -> tuple[Visit, ...]:
        """Visits of a source with after_seq < seq <= until_seq."""
        table = tables.visit
        conditions = [tables.source.c.name == name, table.c.id > after_seq, table.c.purpose.in_(purposes)]
        if until_seq is not None:
            conditions.append(table.c.id <= until_seq)
        with self._database.reading() as connection:
            return find(connection, *conditions, newest_first=newest_first, limit=limit)

    def fetched(self, visit: Visit) -> tuple[FetchedPart, ...]:
        """A visit's answers with their bodies; for a 304, those of the visit it repeats."""
        with self._database.reading() as connection:
            repeats = visit.revisit_of is not None and all(part.sha256 is None for part in visit.parts)
            shown = one(connection, visit.revisit_of) if repeats and visit.revisit_of is not None else visit
            return tuple(_with_body(connection, part) for part in shown.parts)

    def validator(self, source: Source, revision: str) -> Validator | None:
        """What to ask "changed since?" with: the newest ETag and Last-Modified of the baseline or its revisits.

        None for browser sources and sources of several answers (one 304 cannot speak for all of them), and where the
        source revision or the URL is another now. RFC 9110, section 13.
        """
        if source.browser or source.paging is not None:
            return None
        with self._database.reading() as connection:
            base = connection.scalar(
                select(tables.baseline.c.visit_id).join(tables.source).where(tables.source.c.name == source.name)
            )
            if base is None:
                return None
            root = one(connection, base).revisit_of or base
            same = (tables.visit.c.id == root) | (tables.visit.c.revisit_of == root)
            visits = find(connection, same, tables.visit.c.revision == revision, newest_first=True)
        found = (_validator_of(visit, root, source.url) for visit in visits)
        return next((validator for validator in found if validator is not None), None)

    def serving(self, visit_id: int, purpose: Purpose) -> tuple[Visit, ...]:
        """The visits made for this one: its followed articles, or its screenshots."""
        with self._database.reading() as connection:
            return find(connection, tables.visit.c.about == visit_id, tables.visit.c.purpose == purpose)

    def last_seq(self, *, until: datetime | None = None) -> int:
        """The seq of the newest visit (recorded by `until`), 0 where there is none; all up to it can be read by now."""
        if until is not None:
            newest = select(func.max(tables.visit.c.id)).where(tables.visit.c.recorded_at <= until)
            with self._database.reading() as connection:
                return int(connection.scalar(newest) or 0)
        with self._database.reading() as connection:
            return int(connection.scalar(select(tables.counter.c.value).filter_by(name="seq")) or 0)

    def count(self) -> int:
        with self._database.reading() as connection:
            return int(connection.scalar(select(func.count()).select_from(tables.visit)) or 0)

    def first_recorded(self) -> datetime | None:
        """When the first visit that was fetched (not imported) was made; None before the first crawl."""
        crawled = select(func.min(tables.visit.c.captured_at, type_=tables.Moment()))
        crawled = crawled.where(tables.visit.c.origin == VisitOrigin.CRAWL)
        with self._database.reading() as connection:
            first: datetime | None = connection.scalar(crawled)
            return first

    def last_recorded(self) -> datetime | None:
        """When the newest visit was recorded; None before the first."""
        newest = select(func.max(tables.visit.c.recorded_at, type_=tables.Moment()))
        with self._database.reading() as connection:
            last: datetime | None = connection.scalar(newest)
            return last

    def verify(self) -> Iterator[str]:
        """One line for each body, visit or part that is not what was stored; nothing where all is well."""
        with self._database.reading() as connection:
            yield from verification.faults(connection)


def _with_body(connection: Connection, part: StoredPart) -> FetchedPart:
    return FetchedPart(
        part=part.part,
        url=part.url,
        requested_url=part.requested_url,
        status=part.status,
        headers=part.headers,
        body=None if part.sha256 is None else bodies.load(connection, part.sha256),
    )


def _validator_of(visit: Visit, root: int, url: str) -> Validator | None:
    main = visit.main
    if main is None or len(visit.parts) != 1 or main.requested_url != url or main.status not in (200, 304):
        return None
    headers = {name.lower(): value for name, value in reversed(main.headers or ())}
    etag, last_modified = headers.get("etag"), headers.get("last-modified")
    if not etag and not last_modified:
        return None
    return Validator(visit=root, url=url, etag=etag, last_modified=last_modified)
