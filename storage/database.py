"""The connection to SQLite or PostgreSQL: how it is opened, how transactions begin, and what its errors become."""

import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, bindparam, create_engine, event, make_url, select, update
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from domain.errors import StorageError
from storage import tables
from storage.connections import ask_after_idling

BUSY_SECONDS = 30
TRIES_A_SECOND = 20
# Of SQLite's sizes of a page this one crawls fastest and takes least room, but some 70 tables and indexes take a page
# each, however little they hold: a file smaller than this is compacted into the smallest pages there are.
PAGE, SMALL_PAGE, SMALL_FILE = 2048, 512, 1_000_000
# A machine that stands still or lost its power in the middle of a transaction keeps its locks no longer than this: the
# server ends the transaction, where by default it would wait for ever, or two hours for the network.
IDLE_SECONDS = 30
NETWORK = "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"

_ROOM = (
    "SELECT page_size, page_size * (page_count - freelist_count) "
    "FROM pragma_page_size(), pragma_page_count(), pragma_freelist_count()"
)

# Made once: building a statement costs more than asking it, and these are asked for every visit.
_ROW = tables.counter
_NAMED = _ROW.c.name == bindparam("series")
_NEXT = update(_ROW).where(_NAMED).values(value=_ROW.c.value + bindparam("more")).returning(_ROW.c.value)
_LOCK = select(_ROW.c.value).where(_NAMED).with_for_update()


class Database:
    """One engine with two ways in: reading() sees one consistent moment, writing() is one transaction.

    Every driver error leaves as StorageError; `transient` where waiting may help (locked, connection lost). A server
    ends a transaction in which nothing was asked for `idle_seconds`.
    """

    def __init__(self, url: str, *, idle_seconds: int = IDLE_SECONDS) -> None:
        self.url = parse_url(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self.where = str(self.url.database) if self.sqlite else self.url.render_as_string(hide_password=True)
        self.engine = _sqlite_engine(self.url) if self.sqlite else _postgres_engine(self.url, idle_seconds)
        snapshot = {} if self.sqlite else {"isolation_level": "REPEATABLE READ"}
        self._reader = self.engine.execution_options(reading=True, **snapshot)
        self._moment = threading.local()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        held: Connection | None = getattr(self._moment, "connection", None)
        if held is not None:
            with self._mapped():
                yield held
            return
        with self._mapped(), self._reader.begin() as connection:
            yield connection

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """All reading within sees one moment, of before what is written meanwhile: it opens one transaction, not many.

        Only a file does that. A server ends a transaction that idles, and what is made of what was read may take long.
        """
        if not self.sqlite or getattr(self._moment, "connection", None) is not None:
            yield
            return
        with self.reading() as connection:
            self._moment.connection = connection
            try:
                yield
            finally:
                del self._moment.connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        with self._mapped(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """One transaction in which tables may be made anew. SQLite asks only at its end whether all that is pointed at
        is there, as it would refuse to drop a table that others point at."""
        if not self.sqlite:
            with self.writing() as connection:
                yield connection
            return
        with self._mapped(), self.engine.connect().execution_options(alone=True) as connection:
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            try:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise StorageError(
                        f"database {self.where}: a row points at one that is not there; nothing was changed"
                    )
                connection.commit()
            finally:
                connection.rollback()
                connection.exec_driver_sql("PRAGMA foreign_keys = ON")

    def vacuum(self) -> None:
        """Give the room that became free back to the file system; SQLite writes its whole file anew for that."""
        alone = {"alone": True} if self.sqlite else {"isolation_level": "AUTOCOMMIT"}
        # An idle connection of ours would keep the file from changing the size of its pages.
        self.engine.dispose()
        with self._mapped(), self.engine.connect().execution_options(**alone) as connection:
            if self.sqlite:
                _choose_pages(connection)
            try:
                connection.exec_driver_sql("VACUUM")
            finally:
                if self.sqlite:
                    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            if self.sqlite:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _mapped(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            transient = isinstance(error, OperationalError)
            raise StorageError(f"database {self.where}: {error.orig}", transient=transient) from error

    def close(self) -> None:
        self.engine.dispose()


def parse_url(text: str) -> URL:
    """`sqlite:///FILE` or `postgresql://...`; StorageError for anything else."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise StorageError("the database URL cannot be read; write sqlite:///FILE or postgresql://...") from error
    if url.get_backend_name() in ("postgresql", "postgres"):
        return url.set(drivername="postgresql+psycopg")
    if url.get_backend_name() == "sqlite" and url.database and url.database != ":memory:":
        return url
    raise StorageError(f"{url.get_backend_name()}: the database is sqlite:///FILE or postgresql://...")


def next_numbers(connection: Connection, name: str, count: int) -> int:
    """The first of the next `count` numbers of a series; locks its row until the transaction ends."""
    return int(connection.execute(_NEXT, {"series": name, "more": count}).scalar_one()) - count + 1


def lock(connection: Connection, name: str) -> None:
    """Wait for whoever writes under this name; SQLite's one writer at a time makes it a plain read there."""
    connection.execute(_LOCK, {"series": name}).scalar_one()


def insert_missing(connection: Connection, table: Table) -> Any:
    """An insert that leaves a row already there alone."""
    from sqlalchemy.dialects import postgresql, sqlite

    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table).on_conflict_do_nothing()


def _sqlite_engine(url: URL) -> Engine:
    folder = Path(str(url.database)).absolute().parent
    if not folder.is_dir():
        raise StorageError(f"{folder}: no such folder for the database {url.database}")
    # isolation_level None: the driver begins nothing by itself; _begin does.
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None})
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_SECONDS * 1000}")
    connection.execute(f"PRAGMA page_size = {PAGE}")  # counts in an empty file only
    _turn_to_wal(connection)
    # FULL: what the ledger says was begun must survive a power cut, or a mail could go out twice.
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")


def _choose_pages(connection: Connection) -> None:
    """The size of pages that the next VACUUM writes. A file with a write-ahead log keeps its own, so the log is taken
    away until that is done; where somebody else has the file open it stays, and the pages with it."""
    size, used = connection.exec_driver_sql(_ROOM).one()
    wanted = SMALL_PAGE if used < SMALL_FILE else PAGE
    if size == wanted:
        return
    try:
        connection.exec_driver_sql("PRAGMA journal_mode = DELETE")
    except OperationalError:
        return
    connection.exec_driver_sql(f"PRAGMA page_size = {wanted}")


def _turn_to_wal(connection: sqlite3.Connection) -> None:
    """Of several that open a new file at once SQLite refuses all but one at once, whatever the busy timeout says."""
    for left in reversed(range(BUSY_SECONDS * TRIES_A_SECOND)):
        try:
            if connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
                connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError:
            if not left:
                raise
            time.sleep(1 / TRIES_A_SECOND)


def _begin(connection: Connection) -> None:
    """Writers queue at the start: a transaction that reads first and writes later would lose its race instead."""
    options = connection.get_execution_options()
    if not options.get("alone", False):
        connection.exec_driver_sql("BEGIN" if options.get("reading", False) else "BEGIN IMMEDIATE")


def _postgres_engine(url: URL, idle_seconds: int) -> Engine:
    patience = f"-c idle_in_transaction_session_timeout={idle_seconds}s {NETWORK}"
    given = {} if "options" in url.query else {"options": patience}
    engine = create_engine(url, connect_args=given, pool_size=2, isolation_level="READ COMMITTED")
    ask_after_idling(engine)
    return engine
