"""Everything stored moves from SQLite to PostgreSQL and back, and goes on there."""

from pathlib import Path

import pytest
from sqlalchemy import insert, inspect, update

from domain.errors import StorageError
from storage import open_archive
from storage.database import Database
from storage.moving import LATER, ORDER, move, ordered
from storage.tables import body, event
from tests.integration.support_storage import (
    START,
    attempt,
    change_between,
    derivation,
    failed,
    judge,
    keep_change,
    not_modified,
    page_source,
    sighting_of,
)


def filled(url: str) -> None:
    """Visits with bodies that lean on earlier ones, a 304, a failure, a change with what was seen in it."""
    with open_archive(url) as archive:
        archive.visits.register([page_source(), page_source("beta-news")])
        first = archive.visits.record(attempt(0, b"Pro costs $49. " * 200))
        archive.visits.record(not_modified(1, first))
        archive.visits.record(failed(2))
        second = archive.visits.record(attempt(3, b"Pro costs $59. " * 200))
        archive.visits.record(attempt(4, "Neuigkeiten: Preis 12 €".encode(), "beta-news"))
        judge(archive, first, baseline=True)
        change = change_between(first, second)
        keep_change(archive, change)
        archive.derived.store_sightings(change.key, [sighting_of(change)], derivation(archive))
    database = Database(url)
    with database.writing() as connection:  # events are merged in any order: each may point at a later one
        rows = [("e-1", None), ("e-2", "e-1"), ("e-0", "e-2")]
        for own, other in rows:
            connection.execute(insert(event).values(id=own, minted_at=START, merged_into=other))
    database.close()


def test_all_rows_arrive_verify_and_go_on_in_postgres_and_back(tmp_path: Path, postgres_url: str) -> None:
    here, back = f"sqlite:///{tmp_path / 'a.db'}", f"sqlite:///{tmp_path / 'b.db'}"
    filled(here)
    told: list[str] = []
    counts = move(here, postgres_url, on_table=lambda name, _rows: told.append(name))
    assert (counts["visit"], counts["source"], counts["sighting"]) == (5, 2, 1)
    assert told == [table.name for table in ordered()]
    with open_archive(here) as old, open_archive(postgres_url) as new:
        assert new.derived.changes() == old.derived.changes()
        assert [visit.chain for visit in new.visits.of_source("acme-pricing")] == [
            visit.chain for visit in old.visits.of_source("acme-pricing")
        ]
        new.visits.register([page_source(), page_source("beta-news"), page_source("gamma")])
        assert new.visits.record(attempt(5, b"Pro costs $69. " * 200)).seq == new.visits.last_seq() == 6
        assert list(new.visits.verify()) == []
    assert move(postgres_url, back)["visit"] == 6


def test_a_target_that_holds_something_is_left_alone(tmp_path: Path, postgres_url: str) -> None:
    here = f"sqlite:///{tmp_path / 'a.db'}"
    filled(here)
    with open_archive(postgres_url) as archive:
        archive.visits.register([page_source("other")])
    with pytest.raises(StorageError, match="is not empty: `source` has rows"):
        move(here, postgres_url)
    with pytest.raises(StorageError, match="name the same database"):
        move(here, here)


def test_a_body_that_was_altered_is_found_on_arrival(tmp_path: Path, postgres_url: str) -> None:
    here = f"sqlite:///{tmp_path / 'a.db'}"
    filled(here)
    database = Database(here)
    with database.writing() as connection:
        connection.execute(update(body).where(body.c.base.is_(None)).values(bytes=b"something else"))
    database.close()
    with pytest.raises(StorageError, match="does not verify"):
        move(here, postgres_url)


def test_what_is_written_meanwhile_is_not_lost_silently(tmp_path: Path, postgres_url: str) -> None:
    here = f"sqlite:///{tmp_path / 'a.db'}"
    filled(here)

    def meanwhile(name: str, _rows: int) -> None:
        if name == "visit":
            with open_archive(here) as archive:
                archive.visits.record(attempt(9, b"Pro costs $99. " * 200))

    with pytest.raises(StorageError, match="was written to while it was copied"):
        move(here, postgres_url, on_table=meanwhile)


def test_no_table_is_left_behind_and_those_that_point_at_themselves_are_ordered(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    open_archive(url).close()
    database = Database(url)
    with database.reading() as connection:
        there = set(inspect(connection).get_table_names()) - {"alembic_version"}
    database.close()
    assert {table.name for table in ordered()} == there
    selfish = {table.name for table in ordered() if any(key.column.table is table for key in table.foreign_keys)}
    assert selfish == {*ORDER, *LATER}
