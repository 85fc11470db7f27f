"""The queue's tables are made once, by however many workers start at the same moment, and brought up to date."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from typing import Any

import psycopg
import pytest

from domain.errors import StorageError
from tests.integration.postgres import Server
from workers.queue import opened
from workers.queue_tables import STANDING, note, steps, take

STARTING = 6
ROUNDS = 3


def test_workers_that_start_together_all_find_the_tables(postgres: Server) -> None:
    for _ in range(ROUNDS):
        name = postgres.make()
        together = Barrier(STARTING)

        def starts(url: str = postgres.url_of(name), together: Barrier = together) -> bool:
            together.wait()
            with opened(url) as queue:
                return bool(queue.check_connection())

        with ThreadPoolExecutor(STARTING) as pool:
            assert all(pool.map(lambda _: starts(), range(STARTING)))
        postgres.drop(name)


OLDER = "03.00.00_50_post_cancel_notification.sql"


@contextmanager
def connected(postgres: Server) -> Iterator[tuple[str, psycopg.Connection[Any]]]:
    """A new database's address, and a connection to it."""
    name = postgres.make()
    plain = postgres.url_of(name).replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(plain) as connection:
        yield plain, connection
    postgres.drop(name)


def test_tables_of_an_older_library_are_brought_up_to_date_and_keep_what_waits(postgres: Server) -> None:
    with connected(postgres) as (url, connection):
        for step in steps():
            if step <= OLDER:
                take(connection, step)
        connection.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, lock, args) "
            "VALUES ('crawl', 'crawl', 'host:a.example', '{\"run\": \"r1\"}')"
        )
        connection.commit()
        for _ in range(2):
            with opened(url) as queue:
                (job,) = queue.job_manager.list_jobs()
                assert (job.lock, job.task_kwargs) == ("host:a.example", {"run": "r1"})
        assert connection.execute(STANDING).fetchall() == [(steps()[-1],)]
        found = connection.execute("SELECT count(*) FROM pg_proc WHERE proname = 'procrastinate_fetch_job_v2'")
        assert found.fetchone() == (1,)


def test_tables_of_a_newer_library_are_refused(postgres: Server) -> None:
    with connected(postgres) as (url, connection):
        with opened(url):
            pass
        note(connection, "99.00.00_01_pre_something.sql")
        connection.commit()
        with pytest.raises(StorageError, match="install the same Bellwether on every machine"), opened(url):
            pass
