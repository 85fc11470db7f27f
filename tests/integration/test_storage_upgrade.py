"""A home of the version before keeps every fact: its hashes become bytes, and its chains verify as before."""

import pytest
from sqlalchemy import Connection, text

from domain.errors import StorageError
from storage import open_archive
from storage.database import Database
from tests.integration.support_storage import attempt, failed, not_modified, page_source

HASHES = {"body": ("sha256", "base"), "visit": ("revision", "fingerprint", "chain"), "part": ("sha256",)}


def made(url: str) -> list[object]:
    with open_archive(url) as archive:
        archive.visits.register([page_source()])
        first = archive.visits.record(attempt(0, b"Pro costs $49. " * 200))
        archive.visits.record(attempt(1, b"Pro costs $59. " * 199 + b"Really."))
        archive.visits.record(not_modified(2, first))
        archive.visits.record(failed(3))
        return [(visit, archive.visits.fetched(visit)) for visit in archive.visits.of_source("acme-pricing")]


def taken_back(connection: Connection, sqlite: bool) -> None:
    """The tables as version 0012 had them."""
    if sqlite:
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        for name in ("visit", "part"):
            connection.execute(text(f"DROP TRIGGER {name}_no_update"))
        for name, columns in HASHES.items():
            digits = ", ".join(f"{column} = lower(hex({column}))" for column in columns)
            connection.execute(text(f"UPDATE {name} SET {digits}"))
        connection.execute(text("UPDATE body SET base = NULL WHERE base = ''"))
        connection.execute(text("UPDATE part SET sha256 = NULL WHERE sha256 = ''"))
        for name in ("visit", "part"):
            refusal = f"BEGIN SELECT RAISE(ABORT, 'a {name} is never rewritten'); END"
            connection.execute(text(f"CREATE TRIGGER {name}_no_update BEFORE UPDATE ON {name} {refusal}"))
    else:
        connection.execute(text("ALTER TABLE body DROP CONSTRAINT fk_body_base_body"))
        connection.execute(text("ALTER TABLE part DROP CONSTRAINT fk_part_sha256_body"))
        for name, columns in HASHES.items():
            for column in columns:
                digits = f"ALTER COLUMN {column} TYPE varchar(64) USING encode({column}, 'hex')"
                connection.execute(text(f"ALTER TABLE {name} {digits}"))
        for name, column in (("body", "base"), ("part", "sha256")):
            key = f"ADD CONSTRAINT fk_{name}_{column}_body FOREIGN KEY ({column}) REFERENCES body (sha256)"
            connection.execute(text(f"ALTER TABLE {name} {key}"))
    connection.execute(text("CREATE INDEX ix_part_sha256 ON part (sha256)"))
    for table in ("link", "related_event", "related"):
        connection.execute(text(f"DROP TABLE {table}"))
    connection.execute(text("DROP INDEX ix_sighting_captured_at"))
    for table, column in (("sighting", "captured_at"), ("sighting", "subject"), ("source", "touched")):
        connection.execute(text(f"ALTER TABLE {table} DROP COLUMN {column}"))
    connection.execute(text("UPDATE alembic_version SET version_num = '0012'"))


def take_back(url: str, *more: str) -> None:
    database = Database(url)
    with database.writing() as connection:
        taken_back(connection, database.sqlite)
        for statement in more:
            connection.execute(text(statement))
    database.close()


def test_everything_reads_and_verifies_as_before(database_url: str) -> None:
    before = made(database_url)
    take_back(database_url)
    with open_archive(database_url) as archive:
        visits = archive.visits.of_source("acme-pricing")
        assert [(visit, archive.visits.fetched(visit)) for visit in visits] == before
        assert list(archive.visits.verify()) == []
        assert archive.visits.record(attempt(1, b"Pro costs $59. " * 199 + b"Really.")).seq == 2
    refused(database_url)


def refused(url: str) -> None:
    database = Database(url)
    with pytest.raises(StorageError, match="never rewritten"), database.writing() as connection:
        connection.execute(text("UPDATE visit SET seconds = 1"))
    database.close()
