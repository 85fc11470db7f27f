"""A worker: takes runs from the queue, crawls each in a child process, and takes over from workers that died."""

import asyncio
import json
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import procrastinate
import structlog

from domain.times import utc_now
from pipeline import open_world
from workers.queue import QUEUE, TASK, queue_of, require_schema

CRAWL_SECONDS = 3600.0
BUSY = 4  # what `crawl` answers where somebody holds one of its sources
BUSY_WAIT = 15
MOST_TRIES = 40

log = structlog.get_logger("worker")


class Busy(Exception):
    """Somebody crawls one of the sources by hand, or a worker that was given up still does: later."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds between two signs of life and two looks for work, and of silence until a worker is given up."""

    heartbeat: float = 5.0
    look: float = 5.0
    stalled: float = 20.0


class Worker:
    """Runs of one home, `concurrency` of them at a time; told to stop, it gives them `patience` seconds to end."""

    def __init__(self, home: Path, *, concurrency: int = 4, patience: float = 60.0, pace: Pace | None = None) -> None:
        self.home = home
        self.concurrency = concurrency
        self.patience = patience
        self.pace = pace or Pace()
        with (world := open_world(home, os.environ, utc_now)).archive:
            self.url = world.configuration.settings.database_url

    def run(self) -> None:
        """Until SIGTERM or SIGINT: then nothing new is taken, and what is in hand has `patience` seconds to end."""
        with queue_of(self.url).open() as queue:
            require_schema(queue)
        asyncio.run(self.work())

    async def work(self) -> None:
        app = queue_of(self.url, connector=procrastinate.PsycopgConnector)
        retry = procrastinate.RetryStrategy(max_attempts=MOST_TRIES, wait=BUSY_WAIT, retry_exceptions=[Busy])
        app.task(name=TASK, queue=QUEUE, retry=retry)(self.crawl)
        async with app.open_async():
            reaper = asyncio.create_task(self.take_over(app))
            log.info("worker_started", home=str(self.home), concurrency=self.concurrency)
            try:
                await app.run_worker_async(
                    queues=[QUEUE],
                    concurrency=self.concurrency,
                    fetch_job_polling_interval=self.pace.look,
                    shutdown_graceful_timeout=self.patience,
                    update_heartbeat_interval=self.pace.heartbeat,
                    stalled_worker_timeout=self.pace.stalled,
                    delete_jobs="successful",
                )
            finally:
                reaper.cancel()
        log.info("worker_stopped")

    async def crawl(self, run: str) -> None:
        """One run, in a child that dies with us. Raises Busy; whatever else goes wrong is in the run's summary."""
        names = await asyncio.to_thread(self._archive, lambda archive: archive.runs.sources_of(run))
        if not names:
            log.error("run_unknown", run=run)
            return
        code = await self._child([name for source in names for name in ("--source", source)])
        if code == BUSY:
            raise Busy
        summary = json.dumps({"exit_code": code})
        await asyncio.to_thread(self._archive, lambda archive: archive.runs.finish(run, summary))
        log.info("run_done", run=run, sources=len(names), exit_code=code)

    async def _child(self, sources: list[str]) -> int:
        """The exit code of a crawl; it is ended after an hour, and when this worker is."""
        command = [sys.executable, "-m", "commands.crawl", "--home", str(self.home), "--json", "--until-stdin-ends"]
        child = await asyncio.create_subprocess_exec(
            *command, *sources, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.DEVNULL
        )
        try:
            return await asyncio.wait_for(child.wait(), CRAWL_SECONDS)
        except TimeoutError:
            log.error("crawl_overran", sources=sources[1::2])
            return -1
        finally:
            if child.returncode is None:
                child.kill()
                await child.wait()

    async def take_over(self, app: procrastinate.App) -> None:
        """Give the runs of workers that are gone back to the queue. Runs until it is cancelled."""
        while True:
            stalled = await app.job_manager.get_stalled_jobs(queue=QUEUE, seconds_since_heartbeat=self.pace.stalled)
            for job in stalled:
                log.warning("run_taken_over", run=job.task_kwargs.get("run"), worker=job.worker_id)
                await app.job_manager.retry_job(job)
            await asyncio.sleep(self.pace.look)

    def _archive(self, do: Callable[[Any], Any]) -> Any:
        with open_world(self.home, os.environ, utc_now).archive as archive:
            return do(archive)
