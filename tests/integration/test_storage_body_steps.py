"""Finding and adding a body takes as many steps of the database among a few as among thousands."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection

from storage import Archive, bodies, open_archive

FEW, MANY = 20, 3_000
BETWEEN = 10  # steps of SQLite's machine between two counts


def steps(connection: Connection, work: Callable[[], object]) -> int:
    """How many steps of SQLite's machine it takes, in tens."""
    counted = 0

    def count() -> None:
        nonlocal counted
        counted += 1

    raw = connection.connection.dbapi_connection
    assert raw is not None
    raw.set_progress_handler(count, BETWEEN)
    try:
        work()
    finally:
        raw.set_progress_handler(None, 0)
    return counted


def made(number: int) -> bodies.Encoded:
    return bodies.encode(random.Random(number).randbytes(64), plain=True)


def cost(archive: Archive, wanted: Callable[[Connection], object], stored: int) -> int:
    with archive.visits._database.writing() as connection:
        have = int(connection.exec_driver_sql("SELECT count(*) FROM body").scalar_one())
        bodies.add(connection, [made(number) for number in range(have, stored)])
        return steps(connection, lambda: wanted(connection))


@pytest.mark.parametrize(
    "wanted",
    [
        lambda connection: bodies.load(connection, made(7).sha256),
        lambda connection: bodies.numbers(connection, [made(7).sha256]),
        lambda connection: bodies.numbers(connection, [made(7).sha256, made(9).sha256]),
        lambda connection: bodies.add(connection, [made(random.randrange(10**6, 10**9))]),
    ],
)
def test_a_body_is_found_and_added_in_as_many_steps_among_many(
    tmp_path: Path, wanted: Callable[[Connection], object]
) -> None:
    with open_archive(f"sqlite:///{tmp_path}/bellwether.db") as archive:
        few = cost(archive, wanted, FEW)
        assert cost(archive, wanted, MANY) <= 2 * few + 10
