"""The PostgreSQL the tests run on is real, found or asked for, and never silently left out."""

import os
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from storage import open_archive
from tests.integration.postgres import Server, find_binaries, server


def test_the_tests_run_on_a_real_postgres_that_keeps_unicode(postgres_url: str) -> None:
    engine = create_engine(postgres_url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.connect() as connection:
        assert connection.execute(text("SHOW server_encoding")).scalar_one() == "UTF8"
        assert str(connection.execute(text("SELECT version()")).scalar_one()).startswith("PostgreSQL")
    engine.dispose()


def test_a_server_given_by_address_is_used(postgres: Server) -> None:
    given = postgres.url_of("postgres")
    with server({"TEST_DATABASE_URL": given}, binaries=None) as other:
        name = other.make()
        open_archive(other.url_of(name)).close()
        other.drop(name)
    assert other.url.render_as_string(hide_password=False) == given


def test_without_any_postgres_the_tests_fail_and_say_what_to_install(tmp_path: Path) -> None:
    assert find_binaries(wheel="no_such_wheel", path=str(tmp_path), system=tmp_path) is None
    with pytest.raises(RuntimeError, match="set TEST_DATABASE_URL"), server({}, binaries=None):
        pass


def test_binaries_are_found_on_the_path_where_the_wheel_is_not_installed(tmp_path: Path) -> None:
    for name in ("initdb", "postgres"):
        (tmp_path / name).touch(mode=0o755)
    assert find_binaries(wheel="no_such_wheel", path=str(tmp_path), system=tmp_path / "none") == tmp_path
    assert os.environ.get("TEST_DATABASE_URL") or find_binaries() is not None
