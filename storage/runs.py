"""When sources were due, who crawls them, and the log of runs with what each still has to do."""

import json
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Column, Connection, ForeignKey, String, Table, delete, func, insert, select, update

from domain.errors import StorageError
from storage import tables
from storage.codec import to_json
from storage.column_types import Moment
from storage.database import lock
from storage.leases import Held, Leases, require_held
from storage.lookup import batched, source_id_of, source_ids

STALE = timedelta(hours=2)
_AT_ONCE = 500

# What a run under way has visited, written with the visit itself: whoever takes the run over leaves that out.
run_visit = Table(
    "run_visit",
    tables.metadata,
    Column("run_id", String(64), ForeignKey("run.id"), primary_key=True),
    Column("source_id", tables.Id, ForeignKey("source.id"), primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One piece of work: `kind` says what, `targets` of what; `visited` are those of its sources that are done.

    `failures`: how often it was begun and failed, while it has not ended.
    """

    id: str
    kind: str
    targets: tuple[str, ...]
    started: datetime
    ended: datetime | None = None
    visited: frozenset[str] = frozenset()
    failures: int = 0


class Runs(Leases):
    """Two schedulers, or two people, never crawl one source at once, and never run one appointment twice."""

    def claim(self, source_name: str, scheduled_for: datetime, *, stale_after: timedelta = STALE) -> bool:
        """Whether this appointment is ours; False when someone took it before.

        An appointment that is still asked for `stale_after` its claim was never kept (whoever took it was killed), so
        it may be taken again.
        """
        return source_name in self.claim_all({source_name: scheduled_for}, stale_after=stale_after)

    def claim_all(self, wanted: Mapping[str, datetime], *, stale_after: timedelta = STALE) -> frozenset[str]:
        """Which of these sources' appointments are ours now; see `claim`."""
        table, now = tables.claim, self._clock()
        with self._database.writing() as connection:
            lock(connection, "lease")
            ids = source_ids(connection, list(wanted))
            asked = {(ids[name], moment): name for name, moment in wanted.items()}
            taken = _claims(connection, asked)
            ours = {name for key, name in asked.items() if key not in taken or now - taken[key] >= stale_after}
            new = [key for key, name in asked.items() if name in ours and key not in taken]
            if new:
                rows = [{"source_id": number, "scheduled_for": at, "claimed_at": now} for number, at in new]
                connection.execute(insert(table), rows)
            for number, at in (key for key, name in asked.items() if name in ours and key in taken):
                mine = (table.c.source_id == number) & (table.c.scheduled_for == at)
                connection.execute(update(table).where(mine).values(claimed_at=now))
        return frozenset(ours)

    def release(self, source_name: str, scheduled_for: datetime) -> None:
        """Give an appointment back that was claimed and could not be kept."""
        table = tables.claim
        with self._database.writing() as connection:
            source_id = source_id_of(connection, source_name)
            mine = (table.c.source_id == source_id) & (table.c.scheduled_for == scheduled_for)
            connection.execute(delete(table).where(mine))

    def last_run(self, source_name: str) -> datetime | None:
        """The newest appointment of a source that was claimed."""
        table = tables.claim
        newest = select(func.max(table.c.scheduled_for, type_=Moment())).join(tables.source)
        with self._database.reading() as connection:
            last: datetime | None = connection.scalar(newest.where(tables.source.c.name == source_name))
            return last

    def start(self, kind: str, targets: Sequence[str]) -> str:
        """Log that a run began; its id is its time and random characters."""
        return self.start_all(kind, [targets])[0]

    def start_all(self, kind: str, targets: Sequence[Sequence[str]]) -> tuple[str, ...]:
        """As `start`, one run for each of these, in one transaction."""
        now = self._clock()
        rows = [
            {
                "id": f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(6)}",
                "kind": kind,
                "sources": to_json(list(some)),
                "started_at": now,
            }
            for some in targets
        ]
        if rows:
            with self._database.writing() as connection:
                connection.execute(insert(tables.run), rows)
        return tuple(str(row["id"]) for row in rows)

    def find(self, run_id: str) -> Run | None:
        """A run, and which of its sources it has visited; None for one that is not known."""
        table, done = tables.run, run_visit
        names = select(tables.source.c.name).join(done, done.c.source_id == tables.source.c.id)
        with self._database.reading() as connection:
            row = connection.execute(select(table).where(table.c.id == run_id)).one_or_none()
            visited = frozenset(connection.scalars(names.where(done.c.run_id == run_id)))
        if row is None:
            return None
        return Run(
            id=row.id,
            kind=row.kind,
            targets=tuple(json.loads(row.sources)),
            started=row.started_at,
            ended=row.ended_at,
            visited=visited,
            failures=_failures(row.summary) if row.ended_at is None else 0,
        )

    def those(self, run_ids: Sequence[str]) -> Mapping[str, Run]:
        """These runs, of those that are known; without what they visited."""
        table = tables.run
        with self._database.reading() as connection:
            some = batched(sorted(set(run_ids)), _AT_ONCE)
            rows = [row for ids in some for row in connection.execute(select(table).where(table.c.id.in_(ids)))]
        return {
            row.id: Run(id=row.id, kind=row.kind, targets=tuple(json.loads(row.sources)), started=row.started_at)
            for row in rows
        }

    def sources_of(self, run_id: str) -> tuple[str, ...]:
        """The sources that a run was started for; none for a run that is not known."""
        found = self.find(run_id)
        return found.targets if found else ()

    def note_failure(self, run_id: str) -> int:
        """How often a run failed by now, this time included; 0 for one that is over or not known."""
        table = tables.run
        under_way = (table.c.id == run_id) & table.c.ended_at.is_(None)
        with self._database.writing() as connection:
            row = connection.execute(select(table.c.summary).where(under_way).with_for_update()).one_or_none()
            if row is None:
                return 0
            failures = _failures(row.summary) + 1
            connection.execute(update(table).where(under_way).values(summary=to_json({"failures": failures})))
        return failures

    def finish(self, run_id: str, summary_json: str, *, held: Held | None = None) -> None:
        """StorageError when no such run was started, or what it was `held` with is another's by now."""
        table = tables.run
        with self._database.writing() as connection:
            if held is not None:
                require_held(connection, held)
            connection.execute(delete(run_visit).where(run_visit.c.run_id == run_id))
            ended = update(table).where(table.c.id == run_id).values(ended_at=self._clock(), summary=summary_json)
            if connection.execute(ended).rowcount != 1:
                raise StorageError(f"run {run_id} was never started")

    def given_up(self, kind: str, since: datetime) -> tuple[tuple[tuple[str, ...], datetime], ...]:
        """The targets of the runs of this kind, started since then, that were given up, and when; oldest first."""
        table = tables.run
        # Ids begin with the time, and are indexed.
        query = select(table.c.sources, table.c.ended_at).where(table.c.id >= f"{since:%Y%m%dT%H%M%SZ}")
        query = query.where(table.c.kind == kind, table.c.ended_at.is_not(None), table.c.summary.contains("given_up"))
        with self._database.reading() as connection:
            rows = connection.execute(query.order_by(table.c.ended_at, table.c.id)).all()
        return tuple((tuple(json.loads(row.sources)), row.ended_at) for row in rows)


def _failures(summary: str | None) -> int:
    return int(json.loads(summary)["failures"]) if summary else 0


def _claims(connection: Connection, asked: Iterable[tuple[int, datetime]]) -> dict[tuple[int, datetime], datetime]:
    """When each of these appointments was claimed, of those that were."""
    table, found = tables.claim, {}
    for some in batched(asked, _AT_ONCE):
        wanted = table.c.source_id.in_({number for number, _ in some}) & table.c.scheduled_for.in_(
            {at for _, at in some}
        )
        for row in connection.execute(select(table).where(wanted)):
            found[row.source_id, row.scheduled_for] = row.claimed_at
    return found


def note_visited(connection: Connection, run_id: str, source_ids: Sequence[int]) -> None:
    """In the transaction that stores their visits; those of them that are noted already stay so."""
    known = set(connection.scalars(select(run_visit.c.source_id).where(run_visit.c.run_id == run_id)))
    new = [{"run_id": run_id, "source_id": number} for number in dict.fromkeys(source_ids) if number not in known]
    if new:
        connection.execute(insert(run_visit), new)
