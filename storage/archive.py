"""Opening the archive: one database, brought to this version's schema, and the ways to speak to it."""

from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, inspect, select, text

from domain.errors import StorageError
from domain.times import Clock, utc_now
from storage.answers import Answers
from storage.compaction import Compaction
from storage.crm import CrmTasks
from storage.database import IDLE_SECONDS, Database
from storage.decisions import Decisions
from storage.derived import Derived
from storage.drafts import Drafts
from storage.editions import Editions
from storage.ledger import Ledger
from storage.pages import Pages
from storage.relations import Relations
from storage.runs import Runs
from storage.told import Told
from storage.unchanged import Unchanged
from storage.usage import Usage
from storage.verdicts import Verdicts
from storage.visits import Visits

MIGRATIONS = Path(__file__).parent / "migrations"
# The newest migration; a test compares it with the files, so that opening need not read them.
SCHEMA = "0016"
_MIGRATION_LOCK = 5_201_314


class Archive:
    """Everything stored, by what it is for: visits (evidence), derived (readings of it), relations (events, and whom
    they touch), decisions, verdicts, editions, ledger (their deliveries), runs.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self.visits = Visits(database, clock)
        self.derived = Derived(database, clock)
        self.relations = Relations(database)
        self.unchanged = Unchanged(database)
        self.compaction = Compaction(database)
        self.usage = Usage(database)
        self.decisions = Decisions(database, clock)
        self.verdicts = Verdicts(database, clock)
        self.drafts = Drafts(database, clock)
        self.told = Told(database)
        self.answers = Answers(database, clock)
        self.editions = Editions(database, clock)
        self.ledger = Ledger(database, clock)
        self.pages = Pages(database, clock)
        self.crm = CrmTasks(database, clock)
        self.runs = Runs(database, clock)

    def one_moment(self) -> AbstractContextManager[None]:
        """All reading within sees one moment; see Database.one_moment."""
        return self._database.one_moment()

    def require_version(self) -> None:
        """StorageError where another version brought the database up to date since it was opened."""
        with self._database.reading() as connection:
            found = _number(connection)
        if found != SCHEMA:
            raise StorageError(
                f"database {self._database.where} is of version {found} by now; this Bellwether is of {SCHEMA}"
            )

    def close(self) -> None:
        """It can still be spoken to: then it is connected to anew."""
        self._database.close()

    def __enter__(self) -> "Archive":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def open_archive(url: str, *, clock: Clock = utc_now, idle_seconds: int = IDLE_SECONDS) -> Archive:
    """Open, make or upgrade the database at `sqlite:///FILE` or `postgresql://...`; `idle_seconds`: see Database.

    StorageError when it cannot be opened or written, or was made by a newer version.
    """
    database = Database(url, idle_seconds=idle_seconds)
    try:
        _bring_up_to_date(database)
    except StorageError:
        database.close()
        raise
    return Archive(database, clock)


def _bring_up_to_date(database: Database) -> None:
    with database.reading() as connection:
        if _version(connection) == SCHEMA:
            return
    with database.rebuilding() as connection:
        if not database.sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _MIGRATION_LOCK})
        version = _version(connection)
        if version != SCHEMA:
            migrate(connection, version)


def migrate(connection: Connection, version: str | None, *, to: str = "head") -> None:
    """Run the migrations from `version` (None: an empty database) inside the transaction that is open."""
    # Alembic takes a while to import and is needed once per version.
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if version is not None and version not in known:
        raise StorageError(
            f"database {connection.engine.url.render_as_string(hide_password=True)} is of version {version}; this "
            f"Bellwether knows versions up to {SCHEMA}: install the newer Bellwether, or restore an older database"
        )
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return _number(connection)


def _number(connection: Connection) -> str | None:
    return connection.execute(select(text("version_num")).select_from(text("alembic_version"))).scalar_one_or_none()
