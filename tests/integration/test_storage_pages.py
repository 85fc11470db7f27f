"""The pages of a SQLite file: large for crawling, the smallest for a small file that is compacted."""

import sqlite3
from contextlib import closing
from pathlib import Path

from storage import open_archive
from storage.database import PAGE, SMALL_FILE, SMALL_PAGE
from tests.integration.support_storage import attempt, page_source


def pages_of(file: Path) -> tuple[int, str]:
    """How large the pages of a file are, and how its transactions are kept."""
    with closing(sqlite3.connect(file)) as connection:
        size = connection.execute("PRAGMA page_size").fetchone()[0]
        return size, connection.execute("PRAGMA journal_mode").fetchone()[0]


def made(file: Path, body: bytes) -> None:
    with open_archive(f"sqlite:///{file}") as archive:
        archive.visits.register([page_source()])
        archive.visits.record(attempt(1, body))


def vacuumed(file: Path) -> None:
    with open_archive(f"sqlite:///{file}") as archive:
        archive.compaction.vacuum()


def stored(file: Path) -> list[bytes | None]:
    with open_archive(f"sqlite:///{file}") as archive:
        assert list(archive.visits.verify()) == []
        visits = archive.visits.of_source("acme-pricing")
        return [part.body for visit in visits for part in archive.visits.fetched(visit)]


def test_a_small_file_is_compacted_into_small_pages_and_says_the_same(tmp_path: Path) -> None:
    file = tmp_path / "bellwether.db"
    made(file, b"as it was")
    before = file.stat().st_size
    vacuumed(file)
    assert pages_of(file) == (SMALL_PAGE, "wal")
    assert file.stat().st_size < before / 2
    assert stored(file) == [b"as it was"]


def test_a_large_file_keeps_large_pages_and_a_small_one_that_grew_gets_them_back(tmp_path: Path) -> None:
    file = tmp_path / "bellwether.db"
    made(file, b"as it was")
    assert pages_of(file) == (PAGE, "wal")
    vacuumed(file)
    assert pages_of(file) == (SMALL_PAGE, "wal")
    large = sqlite3.connect(":memory:").execute("SELECT randomblob(?)", (SMALL_FILE,)).fetchone()[0]
    with open_archive(f"sqlite:///{file}") as archive:
        archive.visits.record(attempt(2, large))
    vacuumed(file)
    assert pages_of(file) == (PAGE, "wal")
    assert stored(file) == [b"as it was", large]


def test_a_file_that_somebody_else_has_open_keeps_its_pages(tmp_path: Path) -> None:
    file = tmp_path / "bellwether.db"
    made(file, b"as it was")
    with open_archive(f"sqlite:///{file}") as other:
        assert other.visits.count() == 1
        vacuumed(file)
        assert other.visits.count() == 1
    assert pages_of(file) == (PAGE, "wal")
    assert stored(file) == [b"as it was"]
