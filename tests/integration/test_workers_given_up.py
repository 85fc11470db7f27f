"""Runs that fail each time: what becomes of what they stored, and how often they are tried. A real PostgreSQL."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import procrastinate
import pytest

from domain.errors import SourceBusy
from domain.times import utc_now
from pipeline import World
from pipeline.composing.sitting import understood
from pipeline.crawling.orders import Work
from tests.integration.support_pipeline import Moments, attempt_at, opened
from workers.queue import jobs, queue_of
from workers.queue import opened as queue
from workers.worker import GivenUp, Patience, Worker


@contextmanager
def home(folder: Path, postgres_url: str) -> Iterator[World]:
    (folder / "bellwether.toml").write_text(f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n')
    with opened(folder, Moments(utc_now())) as world, queue(postgres_url):
        yield world


def judge(folder: Path, postgres_url: str, run: str, *, tries: int = 9, busy: bool = False) -> None:
    """As the worker does that tried it for so many times."""

    async def tried() -> None:
        worker = Worker(folder)
        worker.app = queue_of(postgres_url, connector=procrastinate.PsycopgConnector)
        with worker.world.archive:
            async with worker.app.open_async():
                await worker.judge(run, tries=tries, busy=busy)

    asyncio.run(tried())


def fail(world: World, run: str, times: int) -> None:
    assert [world.archive.runs.note_failure(run) for _ in range(times)] == list(range(1, times + 1))


def test_what_a_crawl_stored_that_was_given_up_is_still_read(tmp_path: Path, postgres_url: str) -> None:
    with home(tmp_path, postgres_url) as world:
        run = world.archive.runs.start(Work.CRAWL, ["prices"])
        visit = world.archive.visits.record(attempt_at(world.sources[0], utc_now(), "$49"))
        assert understood(world) < visit.seq, "mails wait for it to be read"
        fail(world, run, 8)
        with pytest.raises(GivenUp, match="9 tries, 9 of them failed"):
            judge(tmp_path, postgres_url, run)
        ended = world.archive.runs.find(run)
        assert ended is not None
        assert ended.ended is not None
        with queue(postgres_url) as app:
            assert [(job.work, job.lock) for job in jobs(app)] == [("detect", "source:prices")]


def test_waiting_takes_no_tries_from_failing(tmp_path: Path, postgres_url: str) -> None:
    with home(tmp_path, postgres_url) as world:
        run = world.archive.runs.start(Work.DETECT, ["prices"])
        judge(tmp_path, postgres_url, run, tries=40, busy=True)
        judge(tmp_path, postgres_url, run, tries=41)
        found = world.archive.runs.find(run)
        assert found is not None
        assert (found.ended, found.failures) == (None, 1), "it failed once"
    assert Patience().is_over(tries=9, failures=9)
    assert not Patience().is_over(tries=90, failures=0)
    assert Patience().is_over(tries=91, failures=0)


def test_a_run_whose_sources_another_holds_is_given_up_later(tmp_path: Path, postgres_url: str) -> None:
    with home(tmp_path, postgres_url) as world:
        run = world.archive.runs.start(Work.DETECT, ["prices"])
        visit = world.archive.visits.record(attempt_at(world.sources[0], utc_now(), "$49"))
        fail(world, run, 8)
        with world.archive.runs.hold(["prices"]), pytest.raises(SourceBusy):
            judge(tmp_path, postgres_url, run)
        assert understood(world) < visit.seq, "it is to be tried again"
        with pytest.raises(GivenUp):
            judge(tmp_path, postgres_url, run, tries=10)
        assert understood(world) == visit.seq
