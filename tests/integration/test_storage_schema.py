"""Opening a database: made, upgraded, of another version, or not to be had."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from domain.errors import StorageError
from storage import archive, open_archive, tables
from storage.database import Database
from tests.integration.postgres import Server
from tests.integration.support_storage import attempt, page_source


# An index of an expression: that it is there and used, test_storage_visits.py says.
@pytest.mark.filterwarnings("ignore:.*expression-based index")
def test_the_migrations_make_exactly_the_tables_of_this_version(database_url: str) -> None:
    database = Database(database_url)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "compare_server_default": True})
        differences = compare_metadata(context, tables.metadata)
    database.close()
    assert differences == []


def test_opening_does_not_look_for_migrations_when_there_are_none_to_run() -> None:
    files = sorted((archive.MIGRATIONS / "versions").glob("*.py"))
    assert files[-1].name.partition("_")[0] == archive.SCHEMA


def test_a_database_of_a_newer_version_is_refused_in_plain_words(database_url: str) -> None:
    change_version(database_url, "9999")
    with pytest.raises(StorageError, match=f"of version 9999; this Bellwether knows versions up to {archive.SCHEMA}"):
        open_archive(database_url)


def change_version(database_url: str, version: str) -> None:
    database = Database(database_url)
    with database.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = :version"), {"version": version})
    database.close()


def test_an_empty_postgres_database_is_set_up_on_first_opening(postgres: Server) -> None:
    name = postgres.make()
    with open_archive(postgres.url_of(name)) as opened:
        assert opened.visits.register([page_source()]) == {"acme-pricing": 1}
    postgres.drop(name)


def test_a_file_whose_migration_failed_half_way_is_still_empty(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bellwether.db'}"
    database = Database(url)
    with pytest.raises(StorageError):
        migrate_over_a_table_in_the_way(database)
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM sqlite_master")).scalar_one() == 0
    database.close()
    open_archive(url).close()


def migrate_over_a_table_in_the_way(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(text("CREATE TABLE visit (id INTEGER)"))
        archive.migrate(connection, None)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match=str(tmp_path / "nowhere")):
        open_archive(f"sqlite:///{tmp_path / 'nowhere' / 'bellwether.db'}")


def test_a_folder_that_cannot_be_written_is_named() -> None:
    with pytest.raises(StorageError, match=r"/proc/bellwether\.db"):
        open_archive("sqlite:////proc/bellwether.db")


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("these are notes, and long enough to be no header of a database\n" * 40)
    with pytest.raises(StorageError, match=r"notes\.db"):
        open_archive(f"sqlite:///{tmp_path / 'notes.db'}")


def test_a_server_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    with pytest.raises(StorageError) as caught:
        open_archive(f"postgresql://me:secret@/news?host={tmp_path}")
    assert str(tmp_path.name) in str(caught.value)
    assert "secret" not in str(caught.value)
    assert caught.value.transient


@pytest.mark.parametrize("url", ["mysql://here/news", "sqlite://", "not a url"])
def test_an_address_of_another_kind_of_database_is_refused(url: str) -> None:
    with pytest.raises(StorageError, match="sqlite:///FILE"):
        open_archive(url)


OPEN = "import sys; from storage import open_archive; open_archive(sys.argv[1]).close()"


def test_processes_that_open_a_new_database_at_once_all_succeed(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'bellwether.db'}"
    opening = [subprocess.Popen([sys.executable, "-c", OPEN, url], cwd=Path.cwd()) for _ in range(3)]
    assert [process.wait() for process in opening] == [0, 0, 0]


def test_the_database_refuses_to_rewrite_a_visit(database_url: str) -> None:
    with open_archive(database_url) as opened:
        opened.visits.register([page_source()])
        opened.visits.record(attempt(1, b"as it was"))
    database = Database(database_url)
    for statement in (
        "UPDATE visit SET seconds = 1",
        "DELETE FROM part",
        "UPDATE part SET status = 1",
        "DELETE FROM visit",
        "DELETE FROM body",
        "UPDATE body SET sha256 = '0'",
        "UPDATE body SET size = 1",
    ):
        with pytest.raises(StorageError, match="never rewritten"), database.writing() as connection:
            connection.execute(text(statement))
    database.close()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_file_that_may_only_be_read_is_named(tmp_path: Path) -> None:
    file = tmp_path / "bellwether.db"
    file.touch(mode=0o400)
    with pytest.raises(StorageError, match=str(file)):
        open_archive(f"sqlite:///{file}")
