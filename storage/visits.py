"""The evidence: one immutable row per attempt, its answers and their bodies, written in one transaction."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, func, select

from domain.sources import Source
from domain.times import Clock
from domain.visits import Attempt, FetchedPart, Purpose, StoredPart, Validator, Visit, VisitOrigin
from storage import bodies, tables, verification
from storage.column_types import Instant
from storage.database import Database, lock
from storage.leases import Held, require_held
from storage.lookup import COMPARED, LAST_CAPTURED, batched, find, one
from storage.recording import AT_ONCE, NEWEST_OF_BASELINE, add, already, prepared, registered, rounds
from storage.rows import visit_of
from storage.runs import note_visited


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
            return registered(connection, sources, self._clock)

    def record(self, attempt: Attempt) -> Visit:
        """Store an attempt with its bodies; the same attempt handed over twice is stored once.

        StorageError when its source was never registered, or it names an earlier visit that is not there.
        """
        return self.record_all((attempt,))[0]

    def record_all(self, attempts: Sequence[Attempt], *, held: Held | None = None) -> tuple[Visit, ...]:
        """Store attempts as `record` does, in one transaction for all that are of different sources.

        With what `Runs.hold` gave, StorageError where another holds one of the sources by now; the run that it is for,
        if any, has visited them from then on.
        """
        return tuple(visit for some in rounds(attempts) for visit in self._record_round(some, held))

    def _record_round(self, attempts: Sequence[Attempt], held: Held | None) -> Iterator[Visit]:
        with self._database.reading() as connection:
            fresh = prepared(connection, attempts)
        with self._database.writing() as connection:
            lock(connection, "seq")
            if held is not None:
                require_held(connection, held, [one.source_id for one in fresh])
            there = already(connection, fresh)
            new = [one for one in fresh if one.source_id not in there]
            if new:
                add(connection, new, self._clock)
            if held is not None and held.run is not None:
                checks = [one.source_id for one in fresh if one.attempt.purpose is Purpose.CHECK]
                note_visited(connection, held.run, checks)
        for each in fresh:
            stored = there.get(each.source_id)
            yield stored or visit_of({**each.visit, "name": each.attempt.source}, each.parts)

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

    def last_captured(self, names: Sequence[str]) -> dict[str, datetime]:
        """When the newest visit of each of these sources was made, of those that have one."""
        with self._database.reading() as connection:
            rows = (connection.execute(LAST_CAPTURED, {"wanted": some}) for some in batched(names, AT_ONCE))
            return {row.name: row.captured_at for some in rows for row in some}

    def fetched(self, visit: Visit) -> tuple[FetchedPart, ...]:
        """A visit's answers with their bodies; for a 304, those of the visit it repeats."""
        with self._database.reading() as connection:
            repeats = visit.revisit_of is not None and all(part.sha256 is None for part in visit.parts)
            shown = one(connection, visit.revisit_of) if repeats and visit.revisit_of is not None else visit
            return tuple(_with_body(connection, part) for part in shown.parts)

    def validator(self, source: Source, revision: str) -> Validator | None:
        """What to ask "changed since?" with; see `validators`."""
        return self.validators({source.name: (source, revision)}).get(source.name)

    def validators(self, wanted: Mapping[str, tuple[Source, str]]) -> dict[str, Validator]:
        """By name of the source, given with its revision: the ETag and Last-Modified of the newest visit that has the
        baseline's bodies, or of the one that brought them (a 304 need not repeat them).

        None for browser sources and sources of several answers (one 304 cannot speak for all of them), and where the
        source revision or the URL is another now. RFC 9110, section 13.
        """
        asked = {name: one for name, one in wanted.items() if not one[0].browser and one[0].paging is None}
        found: dict[str, Validator] = {}
        with self._database.reading() as connection:
            for some in batched(asked, AT_ONCE):
                rows = connection.execute(NEWEST_OF_BASELINE, {"wanted": some}).all()
                ids = {number for row in rows for number in (row.newest, row.root)}
                visits = {visit.id: visit for visit in find(connection, tables.visit.c.id.in_(ids))}
                for row in rows:
                    source, revision = asked[row.name]
                    same = (visits[number] for number in (row.newest, row.root))
                    told = (_validator_of(one, row.root, source.url) for one in same if one.revision == revision)
                    if (validator := next((one for one in told if one is not None), None)) is not None:
                        found[row.name] = validator
        return found

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
        crawled = select(func.min(tables.visit.c.captured_at, type_=Instant()))
        crawled = crawled.where(tables.visit.c.origin == VisitOrigin.CRAWL)
        with self._database.reading() as connection:
            first: datetime | None = connection.scalar(crawled)
            return first

    def last_recorded(self) -> datetime | None:
        """When the newest visit was recorded; None before the first."""
        newest = select(func.max(tables.visit.c.recorded_at, type_=Instant()))
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
