"""How many runs one, two and four workers carry in a second, and what a run costs the workers and the database."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.integration.postgres import Server, find_binaries, server
from tests.integration.support_machines import Machine, cpu_seconds, tree_of
from tests.integration.support_workers import Proof, check, left, make_home, many_hosts, opened_world, order_all

HOSTS = int(os.environ.get("BELLWETHER_WORKER_HOSTS", "100"))
TIMES = int(os.environ.get("BELLWETHER_WORKER_TIMES", "3"))
PROOF = Proof(hosts=HOSTS, times=TIMES, machines=4, concurrency=2, kills=0, freezes=0, most_seconds=1800)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Of one number of workers: runs in a second, and CPU seconds of a run with what follows from it."""

    workers: int
    runs_per_second: float
    worker_cpu: float
    database_cpu: float


@contextmanager
def machines(home: Path, number: int) -> Iterator[list[Machine]]:
    started = [Machine(home, PROOF.concurrency) for _ in range(number)]
    yield started
    for one in started:
        one.end()


def carried_by(number: int, folder: Path, postgres: Server) -> Pace:
    """From the first run that is done to the last: how long a worker takes to start is not counted."""
    folder.mkdir()
    with many_hosts(HOSTS, folder / "log") as port:
        make_home(folder, postgres.url_of(postgres.make()), port, HOSTS)
        with opened_world(folder) as world:
            order_all(world, TIMES)
            runs = HOSTS * TIMES
            with machines(folder, number) as started:
                while left(world)["crawl"] > runs - number * PROOF.concurrency:
                    time.sleep(0.2)
                waiting, began = left(world)["crawl"], time.monotonic()
                before, database = spent(started), postgres_cpu()
                while left(world).total():
                    assert time.monotonic() - began < PROOF.most_seconds, f"not done in time: {left(world)}"
                    time.sleep(0.2)
                seconds, after, database = time.monotonic() - began, spent(started), postgres_cpu() - database
            check(world, times=TIMES)
    return Pace(
        workers=number,
        runs_per_second=waiting / seconds,
        worker_cpu=(after - before) / waiting,
        database_cpu=database / waiting,
    )


def spent(started: list[Machine]) -> float:
    return sum(cpu_seconds(one.tree()) for one in started)


def postgres_cpu() -> float:
    """Of the server of this test: the one that is below us."""
    mine = tree_of(os.getpid())
    return cpu_seconds([pid for pid in mine if "postgres" in Path(f"/proc/{pid}/stat").read_text().partition(")")[0]])


def test_the_pace_of_one_two_and_four_workers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with server(os.environ, binaries=find_binaries(), own=True, settings=PROOF.settings) as postgres:
        paces = [carried_by(number, tmp_path / str(number), postgres) for number in (1, 2, 4)]
    with capsys.disabled():
        for pace in paces:
            print(f"\nworkers: {pace}", end="")
        print(f"; {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}")
    assert all(pace.runs_per_second > 0 for pace in paces)
