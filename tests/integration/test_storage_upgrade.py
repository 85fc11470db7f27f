"""A home of a version before keeps every fact: its rows are told anew, and its chains verify as before."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from domain.errors import StorageError
from domain.visits import FetchedPart
from storage import Archive, open_archive, tables
from storage.database import Database
from tests.integration.postgres import Server
from tests.integration.support_older import make_older
from tests.integration.support_storage import attempt, failed, not_modified, page_part, page_source

FIRST = b"Pro costs $49. " * 200
ELSEWHERE = FetchedPart(
    part="page",
    url="https://acme.example/new",
    requested_url="https://acme.example/",
    status=200,
    headers=(("Content-Type", "text/html; charset=utf-8"), ("Date", "Mon, 02 Feb 2026 06:00:00 GMT"), ("X-Ünsaid", "")),
    body=b"Pro costs $59. " * 199 + b"Really.",
)


@pytest.fixture(params=["sqlite", "postgres"])
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'old.db'}"
        return
    server: Server = request.getfixturevalue("postgres")
    name = server.make()
    yield server.url_of(name)
    server.drop(name)


def fill(archive: Archive) -> None:
    archive.visits.register([page_source()])
    first = archive.visits.record(attempt(0, FIRST))
    archive.visits.record(attempt(1, None, parts=(ELSEWHERE, page_part(b"more of it", part="page-2"))))
    archive.visits.record(not_modified(2, first))
    archive.visits.record(failed(3))


def told(archive: Archive) -> list[object]:
    return [(visit, archive.visits.fetched(visit)) for visit in archive.visits.of_source("acme-pricing")]


@pytest.mark.parametrize("version", ["0012", "0013", "0014", "0015"])
def test_everything_reads_and_verifies_as_before(empty_url: str, tmp_path: Path, version: str) -> None:
    new = tmp_path / "new.db"
    with open_archive(f"sqlite:///{new}") as archive:
        fill(archive)
        before = told(archive)
    make_older(empty_url, version, new)
    with open_archive(empty_url) as archive:
        assert told(archive) == before
        assert list(archive.visits.verify()) == []
        assert archive.visits.record(attempt(0, FIRST)).seq == 1
        assert archive.visits.record(attempt(9, b"Pro costs $69.")).seq == 5
        assert list(archive.visits.verify()) == []
    refused(empty_url)


def test_readings_name_the_derivation_they_named(empty_url: str, tmp_path: Path) -> None:
    new = tmp_path / "new.db"
    with open_archive(f"sqlite:///{new}") as archive:
        fill(archive)
    make_older(empty_url, "0015", new)
    hashes = ["b" * 64, "a" * 64]
    database = Database(empty_url)
    with database.writing() as connection:
        for visit, named in enumerate(hashes, start=1):
            connection.execute(
                text("INSERT INTO derivation (hash, parts, recorded_at) VALUES (:named, '{}', '2026-02-02 06:00:00')"),
                {"named": named},
            )
            connection.execute(
                text(
                    "INSERT INTO interpretation (visit_id, source_id, state, reason, explanation, baseline, derivation)"
                    " VALUES (:visit, 1, 'ok', '', '', :baseline, :named)"
                ),
                {"visit": visit, "baseline": visit == 1, "named": named},
            )
    open_archive(empty_url).close()
    named = select(tables.derivation.c.hash).join(tables.interpretation).order_by(tables.interpretation.c.visit_id)
    with database.reading() as connection:
        assert connection.scalars(named).all() == hashes
    database.close()


@pytest.mark.parametrize("version", ["0014", "0015"])
def test_bodies_that_stand_on_others_or_in_frames_come_along(empty_url: str, tmp_path: Path, version: str) -> None:
    new = tmp_path / "new.db"
    with open_archive(f"sqlite:///{new}") as archive:
        archive.visits.register([page_source()])
        for hour in range(4):
            archive.visits.record(attempt(hour, FIRST + b"%d" % hour))
        archive.compaction.compact("acme-pricing")
        for hour in range(4, 7):
            archive.visits.record(attempt(hour, FIRST + b"%d" % hour))
        before = told(archive)
    make_older(empty_url, version, new)
    with open_archive(empty_url) as archive:
        assert told(archive) == before
        assert list(archive.visits.verify()) == []
        assert archive.compaction.compact("acme-pricing").bodies == 7
        assert told(archive) == before
    refused(empty_url)


def refused(url: str) -> None:
    database = Database(url)
    for table, column in (("visit", "seconds"), ("part", "status"), ("wording", "mark"), ("body", "size")):
        with pytest.raises(StorageError, match="never rewritten"), database.writing() as connection:
            connection.execute(text(f"UPDATE {table} SET {column} = 1"))
    database.close()


def test_a_file_in_which_a_row_points_nowhere_is_left_as_it_was(tmp_path: Path) -> None:
    with open_archive(f"sqlite:///{tmp_path / 'new.db'}") as archive:
        fill(archive)
    url = f"sqlite:///{tmp_path / 'old.db'}"
    make_older(url, "0014", tmp_path / "new.db")
    database = Database(url)
    with pytest.raises(StorageError, match="points at one that is not there"), database.rebuilding() as connection:
        connection.execute(text("INSERT INTO baseline (source_id, visit_id) VALUES (1, 99)"))
    with database.reading() as connection:
        assert connection.execute(text("SELECT count(*) FROM baseline")).scalar_one() == 0
    database.close()
