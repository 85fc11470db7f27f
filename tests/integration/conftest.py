"""Databases for the tests: each test gets a fresh one, on SQLite and on a real PostgreSQL."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from storage import Archive, open_archive
from tests.integration.postgres import Server, find_binaries, server


@pytest.fixture(scope="session")
def postgres() -> Iterator[Server]:
    """One PostgreSQL for the session (one per worker)."""
    with server(os.environ, binaries=find_binaries()) as running:
        yield running


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("template") / "bellwether.db"
    open_archive(f"sqlite:///{file}").close()
    return file


@pytest.fixture(scope="session")
def _postgres_template(postgres: Server) -> Iterator[str]:
    name = postgres.make()
    open_archive(postgres.url_of(name)).close()
    yield name
    postgres.drop(name)


@pytest.fixture
def postgres_url(postgres: Server, _postgres_template: str) -> Iterator[str]:
    """The URL of a PostgreSQL database of this version's schema, empty."""
    name = postgres.make(_postgres_template)
    yield postgres.url_of(name)
    postgres.drop(name)


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_template: Path) -> str:
    """The URL of a SQLite database of this version's schema, empty."""
    file = tmp_path / "bellwether.db"
    shutil.copy(_sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The same test on both databases."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def open_one(database_url: str) -> Iterator[Callable[..., Archive]]:
    """Opens the test's database, again and again if wanted; all are closed at the end."""
    opened: list[Archive] = []

    def open_it(**options: object) -> Archive:
        opened.append(open_archive(database_url, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_it
    for one in opened:
        one.close()


@pytest.fixture
def archive(open_one: Callable[..., Archive]) -> Archive:
    """An empty archive."""
    return open_one()
