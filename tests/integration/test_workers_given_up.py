"""Runs that fail each time: what becomes of what they stored, and how often they are tried. A real PostgreSQL."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import procrastinate

from domain.times import utc_now
from pipeline import World
from pipeline.orders import Work
from pipeline.sitting import understood
from tests.integration.support_pipeline import Moments, attempt_at, opened
from workers.queue import jobs, queue_of
from workers.queue import opened as queue
from workers.worker import Worker


@contextmanager
def home(folder: Path, postgres_url: str) -> Iterator[World]:
    (folder / "bellwether.toml").write_text(f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n')
    with opened(folder, Moments(utc_now())) as world, queue(postgres_url):
        yield world


def give_up(folder: Path, postgres_url: str, run: str) -> None:
    """As the worker does that tried for the last time."""

    async def tried() -> None:
        worker = Worker(folder)
        worker.app = queue_of(postgres_url, connector=procrastinate.PsycopgConnector)
        with worker.world.archive:
            async with worker.app.open_async():
                await worker.give_up(run, 9)

    asyncio.run(tried())


def test_what_a_crawl_stored_that_was_given_up_is_still_read(tmp_path: Path, postgres_url: str) -> None:
    with home(tmp_path, postgres_url) as world:
        run = world.archive.runs.start(Work.CRAWL, ["prices"])
        visit = world.archive.visits.record(attempt_at(world.sources[0], utc_now(), "$49"))
        assert understood(world) < visit.seq, "mails wait for it to be read"
        give_up(tmp_path, postgres_url, run)
        ended = world.archive.runs.find(run)
        assert ended is not None
        assert ended.ended is not None
        with queue(postgres_url) as app:
            assert [(job.work, job.lock) for job in jobs(app)] == [("detect", "source:prices")]
