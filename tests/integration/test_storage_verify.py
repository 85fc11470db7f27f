"""Whatever was changed or taken away behind our back is found and named."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, delete, insert, select, text, update

from domain.visits import Purpose
from storage import Archive, tables
from storage.database import Database
from tests.integration.support_storage import START, attempt, failed, not_modified, page_part, page_source

GUARDED = ("visit", "part", "body")
BODIES = [b"<li>Pro costs $49</li>" * 50 + b"%d" % hour for hour in range(4)]


@pytest.fixture
def history(archive: Archive) -> Archive:
    """Seven visits of one source and one of another: bodies on bases, a failure, a 304, a second part."""
    archive.visits.register([page_source(), page_source("rival-news")])
    for hour, content in enumerate(BODIES):
        archive.visits.record(attempt(hour, content))
    archive.visits.record(failed(5))
    archive.visits.record(not_modified(6, archive.visits.get(1)))
    archive.visits.record(attempt(7, None, parts=(page_part(b"one"), page_part(b"two", part="page-2"))))
    archive.visits.record(attempt(8, b"news", "rival-news"))
    return archive


@pytest.fixture
def tampering(history: Archive, database_url: str) -> Iterator[Connection]:
    """A connection that may do what the archive never does; committed when it is closed."""
    database = Database(database_url)
    with database.engine.connect() as connection:
        if database.sqlite:
            connection.exec_driver_sql("ROLLBACK")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            for name in GUARDED:
                connection.exec_driver_sql(f"DROP TRIGGER {name}_no_update")
                connection.exec_driver_sql(f"DROP TRIGGER {name}_no_delete")
            connection.exec_driver_sql("DROP TRIGGER body_once")
            connection.exec_driver_sql("BEGIN")
        else:
            connection.execute(text("SET session_replication_role = replica"))
        yield connection
    database.close()


def faults(history: Archive, tampering: Connection) -> list[str]:
    tampering.commit()
    return list(history.visits.verify())


def test_an_untouched_archive_verifies(history: Archive) -> None:
    assert list(history.visits.verify()) == []


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("revision_id", 2),
        ("seconds", 9.0),
        ("captured_at", START),
        ("recorded_at", START),
        ("failure", None),
        ("about", 1),
        ("purpose", "recheck"),
        ("chain", "0" * 64),
    ],
)
def test_a_changed_visit_is_named(history: Archive, tampering: Connection, column: str, value: object) -> None:
    tampering.execute(update(tables.visit).where(tables.visit.c.id == 5).values({column: value}))
    assert faults(history, tampering)[0].startswith(
        "source acme-pricing, visit 5, parts none: the chain does not verify"
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [("address_id", 1), ("status", 404), ("headers_id", None), ("own", '["9"]'), ("part", "page-9"), ("body_id", 1)],
)
def test_a_changed_part_is_named(history: Archive, tampering: Connection, column: str, value: object) -> None:
    tampering.execute(update(tables.part).where(tables.part.c.visit_id == 8).values({column: value}))
    (line,) = faults(history, tampering)
    assert line.startswith("source rival-news, visit 8, parts page")


def test_a_removed_part_is_noticed(history: Archive, tampering: Connection) -> None:
    table = tables.part
    tampering.execute(delete(table).where(table.c.visit_id == 7, table.c.part == "page-2"))
    (line,) = faults(history, tampering)
    assert line.startswith("source acme-pricing, visit 7, parts page: the chain does not verify")


def test_a_removed_visit_is_named(history: Archive, tampering: Connection) -> None:
    tampering.execute(delete(tables.visit).where(tables.visit.c.id == 5))
    lines = faults(history, tampering)
    assert "visit 5: the row is missing" in lines
    assert any(line.startswith("source acme-pricing, visit 6, ") for line in lines)


def test_a_visit_removed_from_the_end_is_named(history: Archive, tampering: Connection) -> None:
    tampering.execute(delete(tables.part).where(tables.part.c.visit_id == 8))
    tampering.execute(delete(tables.visit).where(tables.visit.c.id == 8))
    assert faults(history, tampering) == ["visit 8: the row is missing"]


def test_a_changed_body_is_named_with_every_part_that_shows_it_or_stands_on_it(
    history: Archive, tampering: Connection
) -> None:
    first = history.visits.get(1).main
    assert first is not None
    tampering.execute(update(tables.body).where(tables.body.c.sha256 == first.sha256).values(bytes=b"something else"))
    lines = faults(history, tampering)
    assert [line.partition(": ")[0] for line in lines] == [
        f"source acme-pricing, visit {visit}, part page" for visit in (1, 2, 3, 4)
    ]
    assert "cannot be decompressed" in lines[0]
    assert "it is compressed against cannot be read" in lines[1]


def test_a_removed_body_is_named(history: Archive, tampering: Connection) -> None:
    shown = select(tables.part.c.body_id).where(tables.part.c.visit_id == 8).scalar_subquery()
    tampering.execute(delete(tables.body).where(tables.body.c.id == shown))
    (line,) = faults(history, tampering)
    assert line.startswith("source rival-news, visit 8, part page: its body ")
    assert line.endswith(" is not stored")


def test_a_removed_base_is_said_of_what_stands_on_it(history: Archive, tampering: Connection) -> None:
    first = history.visits.get(1).main
    assert first is not None
    tampering.execute(delete(tables.body).where(tables.body.c.sha256 == first.sha256))
    lines = faults(history, tampering)
    assert sum("the body it is compressed against is not stored" in line for line in lines) == 3


def test_a_hash_that_was_changed_is_named_by_the_body_and_by_the_chain(history: Archive, tampering: Connection) -> None:
    shown = select(tables.part.c.body_id).where(tables.part.c.visit_id == 8).scalar_subquery()
    tampering.execute(update(tables.body).where(tables.body.c.id == shown).values(sha256="0" * 64))
    body, row = faults(history, tampering)
    assert "does not have the hash it is stored under" in body
    assert "source rival-news, visit 8, parts page: the chain does not verify" in row


def test_a_body_stored_twice_is_named(history: Archive, tampering: Connection) -> None:
    table = tables.body
    first = tampering.execute(select(table).where(table.c.base.is_(None)).limit(1)).mappings().one()
    tampering.execute(insert(table).values({**first, "id": 99}))
    (line,) = faults(history, tampering)
    assert line == f"body {first['sha256']}, of no visit: the body is stored twice"


def test_a_body_dropped_with_a_reason_still_verifies(history: Archive, tampering: Connection) -> None:
    shown = history.visits.get(8).main
    assert shown is not None
    dropped = {"bytes": None, "dropped_at": START, "dropped_why": "asked to be erased"}
    tampering.execute(update(tables.body).where(tables.body.c.sha256 == shown.sha256).values(dropped))
    assert faults(history, tampering) == []


def test_a_body_that_lost_its_bytes_without_a_reason_does_not_verify(history: Archive, tampering: Connection) -> None:
    shown = history.visits.get(8).main
    assert shown is not None
    tampering.execute(update(tables.body).where(tables.body.c.sha256 == shown.sha256).values(bytes=None))
    (line,) = faults(history, tampering)
    assert line.startswith("source rival-news, visit 8, part page: the body has no bytes")


def test_a_body_is_checked_when_it_is_read_as_well(history: Archive, tampering: Connection) -> None:
    from domain.errors import StorageError

    shown = history.visits.record(attempt(9, b"shot", purpose=Purpose.SCREENSHOT))
    assert shown.main is not None
    tampering.execute(update(tables.body).where(tables.body.c.sha256 == shown.main.sha256).values(bytes=b"shop"))
    tampering.commit()
    with pytest.raises(StorageError, match="does not have the hash"):
        history.visits.fetched(shown)
