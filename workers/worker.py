"""A worker: takes runs from the queue, carries each in a process of its own, and takes over from workers that died."""

import asyncio
import os
import signal
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import procrastinate
import structlog
from procrastinate.exceptions import ConnectorException
from procrastinate.job_context import JobContext
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from domain.errors import StorageError
from domain.times import utc_now
from pipeline import open_world
from pipeline.crawling.carrying import give_up
from pipeline.crawling.orders import Order, Work, orders_after
from workers.fitness import until_fit
from workers.nurse import BUSY, DONE
from workers.nursery import Nursery, Unfit
from workers.queue import STALLED, give_back, give_back_lost, jobs_of, opened, queue_of

CONCURRENCY = 4

log = structlog.get_logger("worker")


class NotDone(Exception):
    """A run that did not come to its end, and is tried again; `busy` where somebody else holds what it needs."""

    def __init__(self, code: int) -> None:
        super().__init__(f"exit code {code}")
        self.busy = code == BUSY


class GivenUp(Exception):
    """A run that was ended because it fails each time."""


class Patience(BaseRetryStrategy):
    """What is held elsewhere is tried again a second later each time: what a machine held that is gone is free soon.

    What fails waits twice as long each time, is given up after a few, and shown as that. A worker that is told to stop
    and loses patience gives back what it has in hand, and so does one that can carry nothing.
    """

    longest, most_waits, most_failures = 60, 90, 9

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, asyncio.CancelledError | Unfit):
            return RetryDecision(retry_in={"seconds": 0})
        # The last bound is for what cannot even be judged.
        if isinstance(exception, GivenUp) or job.attempts > self.most_waits + self.most_failures:
            return None
        busy = isinstance(exception, NotDone) and exception.busy
        wait = 1 + job.attempts if busy else 2 ** min(job.attempts, 10)
        return RetryDecision(retry_in={"seconds": min(self.longest, wait)})

    def is_over(self, *, tries: int, failures: int) -> bool:
        """Whether it was enough: of failures, or of the other tries, in which it waited or its worker was lost."""
        return failures >= self.most_failures or tries - failures > self.most_waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """Seconds between two signs of life and two looks for work, and of silence until a worker is given up."""

    heartbeat: float = 3.0
    look: float = 2.0
    stalled: float = STALLED


class Worker:
    """Runs of one home, `concurrency` of them at a time; told to stop, it gives them `patience` seconds to end."""

    def __init__(
        self,
        home: Path,
        *,
        concurrency: int = CONCURRENCY,
        patience: float = 60.0,
        pace: Pace | None = None,
        only: Sequence[Work] = tuple(Work),
    ) -> None:
        self.home = home
        self.concurrency = concurrency
        self.patience = patience
        self.pace = pace or Pace()
        self.queues = [work.value for work in only]
        self.world = open_world(home, os.environ, utc_now)
        self.url = self.world.configuration.settings.database_url
        self.stopping = False
        self.number: int | None = None  # as the queue knows us; another one after the database was away
        self.in_hand: set[int] = set()
        self.strays: set[int] = set()
        self.taking: asyncio.Task[None] | None = None

    def run(self) -> None:
        """Until SIGTERM or SIGINT: then nothing new is taken, and what is in hand has `patience` seconds to end."""
        with opened(self.url), self.world.archive:
            asyncio.run(self.work())

    async def work(self) -> None:
        self.app = queue_of(self.url, connector=procrastinate.PsycopgConnector)
        self.nursery = Nursery(self.home)
        for work in Work:
            self.app.task(name=work.value, queue=work.value, retry=Patience(), pass_context=True)(self.carry)
        async with self.app.open_async():
            serving, reaper = asyncio.create_task(self.serve()), asyncio.create_task(self.take_over())
            for each in (signal.SIGTERM, signal.SIGINT):
                asyncio.get_running_loop().add_signal_handler(each, self.stop, serving)
            log.info("worker_started", home=str(self.home), concurrency=self.concurrency, queues=self.queues)
            try:
                await asyncio.gather(serving, return_exceptions=True)
            finally:
                reaper.cancel()
                await self.nursery.close()
        log.info("worker_stopped")

    def stop(self, serving: "asyncio.Task[None]") -> None:
        self.stopping = True
        serving.cancel()

    async def serve(self) -> None:
        """Takes jobs while it can carry them; where the database went away, it begins again when it is back."""
        while not self.stopping:
            await until_fit(self.nursery, self.world, self.home, over=lambda: self.stopping)
            self.taking = asyncio.create_task(self.take())
            try:
                await self.taking
                log.warning("queue_lost")
            except ConnectorException as error:
                log.warning("queue_lost", reason=str(error.__cause__ or error))
            except asyncio.CancelledError:
                if self.stopping:
                    raise
                continue  # it laid down its work, and takes more when it is fit again
            await asyncio.sleep(self.pace.heartbeat)

    async def take(self) -> None:
        """Takes and carries jobs, as a new worker of the queue, until the queue is lost or this is cancelled."""
        await self.app.run_worker_async(
            queues=self.queues,
            concurrency=self.concurrency,
            fetch_job_polling_interval=self.pace.look,
            shutdown_graceful_timeout=self.patience,
            update_heartbeat_interval=self.pace.heartbeat,
            stalled_worker_timeout=self.pace.stalled,
            delete_jobs="successful",
            install_signal_handlers=False,
        )

    async def carry(self, context: JobContext, run: str) -> None:
        """One run, in a process that dies with us, and what follows from it. Raises NotDone, GivenUp, Unfit."""
        number = int(context.job.id or 0)
        self.number = context.job.worker_id
        self.in_hand.add(number)
        tries = context.job.attempts + 1
        try:
            await self._carry(run, what=context.job.lock or context.job.queue)
        except Unfit:
            # Our own fault and not the run's: it takes none of its tries, and we take nothing more for now.
            if self.taking is not None:
                self.taking.cancel()
            raise
        except NotDone as error:
            await self.judge(run, tries=tries, busy=error.busy)
            raise
        except (StorageError, ConnectorException):
            raise  # the database is away: that this failed cannot be noted there either
        except Exception:
            log.exception("run_not_carried", run=run)
            await self.judge(run, tries=tries, busy=False)
            raise
        finally:
            self.in_hand.discard(number)

    async def _carry(self, run: str, *, what: str) -> None:
        code = await self.nursery.carry(run)
        if code != DONE:
            log.log(20 if code == BUSY else 40, "run_not_done", what=what, run=run, exit_code=code)
            raise NotDone(code)
        await self.put_following(run)
        log.info("run_done", what=what, run=run)

    async def judge(self, run: str, *, tries: int, busy: bool) -> None:
        """Give a run up that had its tries; waiting takes none of those for failing. Raises GivenUp."""
        failures = await asyncio.to_thread(self.failures_of, run, busy=busy)
        if Patience().is_over(tries=tries, failures=failures):
            await self.give_up(run, tries)
            raise GivenUp(f"after {tries} tries, {failures} of them failed")

    def failures_of(self, run: str, *, busy: bool) -> int:
        runs = self.world.archive.runs
        if not busy:
            return runs.note_failure(run)
        found = runs.find(run)
        return found.failures if found else 0

    async def give_up(self, run: str, tries: int) -> None:
        """End a run; what it had stored is read as after any other, and keeps no mail waiting.

        Where somebody holds its sources, SourceBusy: it is tried, and given up, once more.
        """
        await asyncio.to_thread(give_up, self.world, run, tries)
        log.error("run_given_up", run=run, tries=tries)
        await self.put_following(run)

    async def put_following(self, run: str) -> None:
        """What a run leaves to be done, put before the run is taken off the queue: a kill between does it again."""
        orders = await asyncio.to_thread(self.following, run)
        wanted = [order for order in orders if order.work is not Work.RELATE or not await self.is_waiting(order)]
        if wanted:
            made = await asyncio.to_thread(jobs_of, self.app, self.world, wanted)
            await self.app.job_manager.batch_defer_jobs_async(made)

    def following(self, run: str) -> tuple[Order, ...]:
        found = self.world.archive.runs.find(run)
        return tuple(orders_after(self.world.archive, found)) if found else ()

    async def is_waiting(self, order: Order) -> bool:
        manager = self.app.job_manager
        return bool(list(await manager.list_jobs_async(queue=order.work.value, lock=order.lock, status="todo")))

    async def take_over(self) -> None:
        """Give the runs of workers that are gone back to the queue. Runs until it is cancelled."""
        while True:
            try:
                for run, number in await give_back_lost(self.app, self.pace.stalled):
                    log.warning("run_taken_over", run=run, worker=number)
                await self.give_back_strays()
            except ConnectorException as error:
                log.warning("queue_lost", reason=str(error.__cause__ or error))
            await asyncio.sleep(self.pace.look)

    async def give_back_strays(self) -> None:
        """What the queue says we do and we do not, at two looks: the database was away when its end was written."""
        if self.number is None:
            return
        mine = await self.app.job_manager.list_jobs_async(status="doing", worker_id=self.number)
        found = {int(job.id or 0) for job in mine} - self.in_hand
        for number in found & self.strays:
            log.warning("run_given_back", job=number)
            await give_back(self.app, number)
        self.strays = found
