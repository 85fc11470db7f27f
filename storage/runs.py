"""When sources were due and who crawls them: claims, leases and the log of runs."""

import json
import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from domain.errors import SourceBusy, StorageError
from domain.times import Clock
from storage import tables
from storage.codec import to_json
from storage.database import Database, lock
from storage.holders import Holder, died, this_process
from storage.lookup import batched, source_id_of, source_ids

LEASE = timedelta(seconds=90)
STALE = timedelta(hours=2)
_AT_ONCE = 500


class Runs:
    """Two schedulers, or two people, never crawl one source at once, and never run one appointment twice."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def claim(self, source_name: str, scheduled_for: datetime, *, stale_after: timedelta = STALE) -> bool:
        """Whether this appointment is ours; False when someone took it before.

        An appointment that is still asked for `stale_after` its claim was never kept (whoever took it was killed), so
        it may be taken again.
        """
        table, now = tables.claim, self._clock()
        with self._database.writing() as connection:
            lock(connection, "lease")
            source_id = source_id_of(connection, source_name)
            mine = (table.c.source_id == source_id) & (table.c.scheduled_for == scheduled_for)
            taken: datetime | None = connection.scalar(select(table.c.claimed_at).where(mine))
            if taken is None:
                row = {"source_id": source_id, "scheduled_for": scheduled_for, "claimed_at": now}
                connection.execute(insert(table).values(row))
            elif now - taken >= stale_after:
                connection.execute(update(table).where(mine).values(claimed_at=now))
            else:
                return False
            return True

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
        newest = select(func.max(table.c.scheduled_for, type_=tables.Moment())).join(tables.source)
        with self._database.reading() as connection:
            last: datetime | None = connection.scalar(newest.where(tables.source.c.name == source_name))
            return last

    @contextmanager
    def hold(self, source_names: Sequence[str], *, lease: timedelta = LEASE) -> Iterator[str]:
        """Hold all these sources, or none; gives the token that whatever is stored for them is to be stored with.

        SourceBusy names the first that another holds, and the holder. A holder of this machine that is gone is
        replaced at once, any other when its lease ran out; while held, a thread renews the lease. One that was frozen
        and replaced wakes up with a token that nothing is stored with any more.
        """
        token = secrets.token_hex(16)
        with self._database.writing() as connection:
            lock(connection, "lease")
            self._take(connection, sorted(set(source_names)), token, lease)
        released = threading.Event()
        heart = threading.Thread(target=self._beat, args=(token, lease, released), name="lease", daemon=True)
        heart.start()
        try:
            yield token
        finally:
            released.set()
            heart.join()
            with self._database.writing() as connection:
                connection.execute(delete(tables.lease).where(tables.lease.c.token == token))

    def _take(self, connection: Connection, names: Sequence[str], token: str, lease: timedelta) -> None:
        table, now, me = tables.lease, self._clock(), this_process()
        ids = source_ids(connection, names)
        for some in batched(names, _AT_ONCE):
            wanted = table.c.source_id.in_([ids[name] for name in some])
            held = {row.source_id: row for row in connection.execute(select(table).where(wanted))}
            for name in some:
                row = held.get(ids[name])
                if row is not None and not _free(row, me, now):
                    raise SourceBusy(
                        f"source {name} is held by process {row.pid} on {row.host} since "
                        f"{row.since:%Y-%m-%d %H:%M:%S} UTC",
                        transient=True,
                        source=name,
                    )
            connection.execute(delete(table).where(wanted))
        mine = {
            "token": token,
            "pid": me.pid,
            "started": me.started,
            "host": me.host,
            "machine": me.machine,
            "since": now,
            "expires_at": now + lease,
        }
        if names:
            connection.execute(insert(table), [{"source_id": ids[name], **mine} for name in names])

    def _beat(self, token: str, lease: timedelta, released: threading.Event) -> None:
        table = tables.lease
        while not released.wait(lease.total_seconds() / 3):
            try:
                with self._database.writing() as connection:
                    renewed = update(table).where(table.c.token == token)
                    connection.execute(renewed.values(expires_at=self._clock() + lease))
            except StorageError:
                # The database is away for now: the next beat may reach it, and the lease has room for two misses.
                continue

    def start(self, kind: str, sources: Sequence[str]) -> str:
        """Log that a run began; its id is its time and four random characters."""
        now = self._clock()
        run_id = f"{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}"
        row = {"id": run_id, "kind": kind, "sources": to_json(list(sources)), "started_at": now}
        with self._database.writing() as connection:
            connection.execute(insert(tables.run).values(row))
        return run_id

    def sources_of(self, run_id: str) -> tuple[str, ...]:
        """The sources that a run was started for; none for a run that is not known."""
        with self._database.reading() as connection:
            found = connection.scalar(select(tables.run.c.sources).where(tables.run.c.id == run_id))
        return tuple(json.loads(found)) if found else ()

    def started(self, run_ids: Sequence[str]) -> dict[str, datetime]:
        """When each of these runs was started, of those that are known."""
        table = tables.run
        with self._database.reading() as connection:
            rows = connection.execute(select(table.c.id, table.c.started_at).where(table.c.id.in_(set(run_ids))))
            return {row.id: row.started_at for row in rows}

    def holders(self) -> dict[str, tuple[str, int, datetime]]:
        """Which machine and process holds each source that is held, and since when."""
        query = select(tables.source.c.name, tables.lease).join(tables.source)
        with self._database.reading() as connection:
            return {row.name: (row.host, row.pid, row.since) for row in connection.execute(query)}

    def finish(self, run_id: str, summary_json: str) -> None:
        """StorageError when no such run was started."""
        table = tables.run
        with self._database.writing() as connection:
            ended = update(table).where(table.c.id == run_id).values(ended_at=self._clock(), summary=summary_json)
            if connection.execute(ended).rowcount != 1:
                raise StorageError(f"run {run_id} was never started")


def require_held(connection: Connection, token: str, source_ids: Sequence[int]) -> None:
    """Raises StorageError unless the token holds all these sources, and keeps it so until the transaction ends."""
    table, wanted = tables.lease, set(source_ids)
    mine = select(table.c.source_id).where(table.c.token == token, table.c.source_id.in_(wanted))
    if set(connection.scalars(mine.with_for_update(read=True))) != wanted:
        raise StorageError("another process took these sources over while this one stood still; nothing was stored")


def _free(held: Row[Any], me: Holder, now: datetime) -> bool:
    holder = Holder(pid=held.pid, started=held.started, host=held.host, machine=held.machine)
    if (holder.host, holder.machine) == (me.host, me.machine) and died(holder, me):
        return True
    return bool(held.expires_at < now)
