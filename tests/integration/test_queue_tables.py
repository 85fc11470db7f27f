"""The queue's tables are made once, by however many workers start on a new database at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from tests.integration.postgres import Server
from workers.queue import opened

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
