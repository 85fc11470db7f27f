"""Who holds a source or a name, until when, and that nobody stores anything for what another holds by now."""

import secrets
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import Any

from sqlalchemy import BigInteger, Column, Connection, Row, String, Table, Text, delete, insert, select, update

from domain.errors import SourceBusy, StorageError
from domain.times import Clock
from storage import tables
from storage.column_types import Moment
from storage.database import Database, lock
from storage.holders import Holder, died, this_process
from storage.lookup import batched, source_ids

LEASE = timedelta(seconds=90)
# Names of this kind hold no work: each says of a process that it takes none.
UNFIT = "unfit:"
_AT_ONCE = 500

# What is held by name: a host, or work that one process does at a time. A row stays when it is given back: `token` is
# empty then, and `expires_at` is when the next may begin.
hold = Table(
    "hold",
    tables.metadata,
    Column("name", Text, primary_key=True),
    Column("token", String(64), nullable=False),
    Column("pid", BigInteger, nullable=False),
    Column("started", String(64), nullable=False),
    Column("host", Text, nullable=False),
    Column("machine", Text, nullable=False),
    Column("since", Moment, nullable=False),
    Column("expires_at", Moment, nullable=False),
    sqlite_with_rowid=False,
)


@dataclass(slots=True, kw_only=True)
class Held:
    """What a process holds for a while; whatever it stores for that is stored with this in hand.

    `not_before`: when the names are rested, where somebody gave one back just now. `run` is the run it is held for.
    """

    token: str
    lease: timedelta
    names: tuple[str, ...] = ()
    run: str | None = None
    not_before: datetime | None = None
    rows: int = 0
    lost: bool = False
    renewed: float = field(default_factory=monotonic)

    def stands(self) -> bool:
        """Whether nobody can have taken it over: it was renewed less than a lease ago, by this machine's own clock."""
        return not self.lost and monotonic() - self.renewed < self.lease.total_seconds()


class Leases:
    """Two processes, on one machine or on two, never hold one thing at once."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    @contextmanager
    def hold(
        self,
        source_names: Sequence[str],
        *,
        names: Sequence[str] = (),
        run: str | None = None,
        rest: timedelta = timedelta(0),
        lease: timedelta = LEASE,
    ) -> Iterator[Held]:
        """Hold all these sources and names, or none; gives what everything is to be stored with meanwhile.

        SourceBusy names the first that another holds, and the holder. A holder of this machine that is gone is
        replaced at once, any other when its lease ran out; while held, a thread renews the lease. One that was frozen
        and replaced wakes up with something that nothing is stored with any more. Names given back rest so long.
        """
        held = Held(token=secrets.token_hex(16), lease=lease, names=tuple(sorted(set(names))), run=run)
        with self._database.writing() as connection:
            lock(connection, "lease")
            self._take(connection, sorted(set(source_names)), held)
        released = threading.Event()
        heart = threading.Thread(target=self._beat, args=(held, released), name="lease", daemon=True)
        heart.start()
        try:
            yield held
        finally:
            released.set()
            heart.join()
            self._give_back(held, rest)

    def _take(self, connection: Connection, source_names: Sequence[str], held: Held) -> None:
        me, now = this_process(), self._clock()
        mine = {
            "token": held.token,
            "pid": me.pid,
            "started": me.started,
            "host": me.host,
            "machine": me.machine,
            "since": now,
            "expires_at": now + held.lease,
        }
        ids = source_ids(connection, source_names)
        named = {ids[name]: name for name in source_names}
        _take_rows(connection, tables.lease, "source_id", named, mine, me)
        rested = _take_rows(connection, hold, "name", {name: name for name in held.names}, mine, me)
        held.rows = len(named) + len(held.names)
        held.not_before = max((moment for moment in rested if moment > now), default=None)

    def _give_back(self, held: Held, rest: timedelta) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(tables.lease).where(tables.lease.c.token == held.token))
            if held.names:
                free = {"token": "", "expires_at": self._clock() + rest}
                connection.execute(update(hold).where(hold.c.token == held.token).values(**free))

    def _beat(self, held: Held, released: threading.Event) -> None:
        while not released.wait(held.lease.total_seconds() / 3):
            begun = monotonic()
            try:
                with self._database.writing() as connection:
                    renewed = _renewed(connection, held, self._clock() + held.lease)
            except StorageError:
                # The database is away for now: the next beat may reach it, and the lease has room for two misses.
                continue
            held.lost, held.renewed = renewed < held.rows, begun

    @contextmanager
    def announced(self, reason: str) -> Iterator[None]:
        """While inside, `announcements` tell that this process takes no work, and why."""
        me = this_process()
        with self.hold([], names=(f"{UNFIT}{me.host} {me.pid} {reason}",), lease=timedelta(seconds=30)):
            yield

    def announcements(self) -> tuple[tuple[str, int, datetime, str], ...]:
        """Which machines' processes take no work, since when, and why; of those that still say so."""
        alive = (hold.c.token != "") & (hold.c.expires_at >= self._clock()) & hold.c.name.startswith(UNFIT)
        with self._database.reading() as connection:
            rows = connection.execute(select(hold).where(alive).order_by(hold.c.since)).all()
        return tuple((row.host, row.pid, row.since, row.name.split(" ", 2)[2]) for row in rows)

    def holding(self) -> dict[str, Holder]:
        """The process that holds each name that is held."""
        with self._database.reading() as connection:
            rows = connection.execute(select(hold).where(hold.c.token != "")).all()
        return {row.name: _holder_of(row) for row in rows}

    def holders(self) -> dict[str, tuple[str, int, datetime]]:
        """Which machine and process holds each source and name that is held, and since when."""
        sources = select(tables.source.c.name, tables.lease).join(tables.source)
        with self._database.reading() as connection:
            rows = [*connection.execute(sources), *connection.execute(select(hold).where(hold.c.token != ""))]
        return {row.name: (row.host, row.pid, row.since) for row in rows}


def _holder_of(row: Row[Any]) -> Holder:
    return Holder(pid=row.pid, started=row.started, host=row.host, machine=row.machine)


def _take_rows(
    connection: Connection, table: Table, column: str, keys: dict[Any, str], mine: dict[str, Any], me: Holder
) -> list[datetime]:
    """Takes every row, keyed and said as given; when each that was given back is rested. Raises SourceBusy."""
    rested, now = [], mine["since"]
    for some in batched(keys, _AT_ONCE):
        wanted = table.c[column].in_(some)
        held = {row._mapping[column]: row for row in connection.execute(select(table).where(wanted))}
        for key in some:
            row = held.get(key)
            if row is not None and not row.token:
                rested.append(row.expires_at)
            elif row is not None and not _free(row, me, now):
                raise SourceBusy(
                    f"{'source ' if column == 'source_id' else ''}{keys[key]} is held by process {row.pid} on "
                    f"{row.host} since {row.since:%Y-%m-%d %H:%M:%S} UTC",
                    transient=True,
                    source=keys[key],
                )
        connection.execute(delete(table).where(wanted))
    if keys:
        connection.execute(insert(table), [{column: key, **mine} for key in keys])
    return rested


def _renewed(connection: Connection, held: Held, until: datetime) -> int:
    """How many rows are still this holder's; they are until then."""
    mine = (update(table).where(table.c.token == held.token) for table in (tables.lease, hold))
    return sum(connection.execute(one.values(expires_at=until)).rowcount for one in mine)


def require_held(connection: Connection, held: Held, source_ids: Sequence[int] = ()) -> None:
    """Raises StorageError unless all these sources and its names are held, and keeps it so until the transaction ends.

    `transient`: whoever took them over does the work.
    """
    for table, column, wanted in ((tables.lease, "source_id", set(source_ids)), (hold, "name", set(held.names))):
        key = table.c[column]
        mine = select(key).where(table.c.token == held.token, key.in_(wanted))
        if wanted and set(connection.scalars(mine.with_for_update(read=True))) != wanted:
            held.lost = True
            raise StorageError(
                "another process took these sources over while this one stood still; nothing was stored", transient=True
            )


def _free(held: Row[Any], me: Holder, now: datetime) -> bool:
    holder = _holder_of(held)
    if (holder.host, holder.machine) == (me.host, me.machine) and died(holder, me):
        return True
    return bool(held.expires_at < now)
