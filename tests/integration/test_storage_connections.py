"""Connections that the server ended: replaced where they idled, told of where they were used just now. On a server."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Engine, create_engine, text
from sqlalchemy.exc import OperationalError

from storage.connections import ask_after_idling
from storage.database import parse_url


@contextmanager
def connected(url: str, trusted: float) -> Iterator[Engine]:
    engine = create_engine(parse_url(url), pool_size=2)
    ask_after_idling(engine, trusted)
    yield engine
    engine.dispose()


def number(engine: Engine) -> int:
    """The server's number of the connection that the engine uses."""
    with engine.begin() as connection:
        return int(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())


def end(url: str, backend: int) -> None:
    engine = create_engine(parse_url(url))
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:backend, 10000)"), {"backend": backend})
    engine.dispose()


def test_a_connection_that_idled_and_was_ended_is_replaced_without_a_word(postgres_url: str) -> None:
    with connected(postgres_url, trusted=0.0) as engine:
        first = number(engine)
        assert number(engine) == first, "one that stands is used again"
        end(postgres_url, first)
        assert number(engine) != first


def test_one_that_was_used_just_now_is_not_asked_and_the_next_is_a_new_one(postgres_url: str) -> None:
    with connected(postgres_url, trusted=600.0) as engine:
        first = number(engine)
        end(postgres_url, first)
        with pytest.raises(OperationalError):
            number(engine)
        assert number(engine) != first
