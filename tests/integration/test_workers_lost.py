"""What a worker had in hand that is gone: who gets it, when, and before what else. A real PostgreSQL."""

import asyncio
from datetime import timedelta
from pathlib import Path

import procrastinate
from procrastinate.jobs import Job
from procrastinate.utils import utcnow

from domain.times import utc_now
from pipeline.crawling.carrying import LEASE
from pipeline.crawling.orders import STANDS_STILL, Order, Work
from tests.integration.support_pipeline import Moments, opened
from workers.queue import PRIORITY, STALLED, give_back_lost, hands, put, queue_of
from workers.queue import opened as queue
from workers.warming import template_of
from workers.worker import CONCURRENCY, NotDone, Pace, Patience

BUSY, FAILED = 4, 1
SILENT = "UPDATE procrastinate_workers SET last_heartbeat = now() - make_interval(secs => %(seconds)s)"


def orders(work: Work, number: int) -> list[Order]:
    return [Order(work=work, targets=("prices",), lock=f"{work}:{one}") for one in range(number)]


def taken(postgres_url: str, number: int) -> list[Job]:
    """The next jobs that a new worker gets."""

    async def take() -> list[Job]:
        app = queue_of(postgres_url, connector=procrastinate.PsycopgConnector)
        async with app.open_async():
            worker = await app.job_manager.register_worker()
            found = [await app.job_manager.fetch_job(queues=None, worker_id=worker) for _ in range(number)]
            return [job for job in found if job is not None]

    return asyncio.run(take())


def given_back(postgres_url: str) -> list[tuple[str, int | None]]:
    async def look() -> list[tuple[str, int | None]]:
        app = queue_of(postgres_url, connector=procrastinate.PsycopgConnector)
        async with app.open_async():
            return await give_back_lost(app, STALLED)

    return asyncio.run(look())


def run_of(job: Job) -> str:
    return str(job.task_kwargs["run"])


def test_what_a_silent_worker_had_goes_before_all_that_waits(tmp_path: Path, postgres_url: str) -> None:
    (tmp_path / "bellwether.toml").write_text(f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n')
    with opened(tmp_path, Moments(utc_now())) as world, queue(postgres_url) as app:
        (lost,) = put(app, world, orders(Work.CRAWL, 1))
        assert [run_of(job) for job in taken(postgres_url, 1)] == [lost]
        waiting = put(app, world, [*orders(Work.CRAWL, 3)[1:], *orders(Work.DETECT, 2), *orders(Work.COMPOSE, 1)])
        assert given_back(postgres_url) == [], "whoever speaks is left alone"
        app.connector.get_sync_connector().execute_query(SILENT, seconds=STALLED + 1)
        (hand,) = hands(app)
        assert given_back(postgres_url) == [(lost, hand.number)]
        assert given_back(postgres_url) == [], "it is given back once"
        found = taken(postgres_url, 2)
        assert [run_of(job) for job in found] == [lost, waiting[-1]], "then as ever: an edition waits for nobody"
        assert found[0].attempts == 1


def test_what_is_held_elsewhere_is_tried_again_soon_and_what_fails_after_twice_as_long_each_time() -> None:
    def waits(code: int) -> list[int]:
        found = []
        for attempts in range(8):
            job = Job(id=1, queue="crawl", lock=None, queueing_lock=None, task_name="crawl", attempts=attempts)
            decision = Patience().get_retry_decision(exception=NotDone(code), job=job)
            assert decision is not None
            assert decision.retry_at is not None
            found.append(round((decision.retry_at - utcnow()).total_seconds()))
        return found

    assert waits(BUSY) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert waits(FAILED) == [1, 2, 4, 8, 16, 32, 60, 60]


def test_what_a_lost_machine_held_is_free_when_its_silence_is_noticed_or_soon_after() -> None:
    pace = Pace()
    assert timedelta(seconds=pace.stalled) <= LEASE <= timedelta(seconds=pace.stalled + 3 * pace.look)
    assert pace.stalled >= 4 * pace.heartbeat, "who is late once or twice is not given up"
    together = timedelta(seconds=STANDS_STILL) * CONCURRENCY
    assert together <= LEASE, "whoever waits for locks of one that stands still keeps its lease"
    assert max(PRIORITY.values()) < 9


def test_a_machine_that_stands_still_in_a_transaction_keeps_its_locks_for_seconds_only(
    tmp_path: Path, postgres_url: str
) -> None:
    (tmp_path / "bellwether.toml").write_text(f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n')
    with opened(tmp_path, Moments(utc_now())):
        template = template_of(tmp_path)
        with (world := template.opened()).archive, world.archive._database.reading() as connection:
            found = connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar_one()
    assert found == f"{STANDS_STILL}s"
