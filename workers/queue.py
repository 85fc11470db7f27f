"""The queue of work: what waits, under which lock, and who has it in hand. Procrastinate, on the archive's PostgreSQL.

A job carries nothing but the id of a run; what that run is for stands in the archive. Each kind of work has a queue of
its own, and jobs of one lock wait for one another: one host is visited, one source read, and one batch of editions
composed by one process at a time.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import procrastinate
import psycopg
from procrastinate.connector import BaseConnector
from procrastinate.exceptions import ConnectorException

from domain.errors import StorageError
from domain.sources import Source
from domain.times import utc_now
from pipeline import World
from pipeline.crawling.orders import STANDS_STILL, Order, Work, crawls
from workers.queue_tables import require_tables

# What was stored is read before more is fetched, and an edition waits for nobody.
PRIORITY: Mapping[Work, int] = {Work.CRAWL: 0, Work.DETECT: 1, Work.RELATE: 2, Work.COMPOSE: 3}
# News of many sources is related at once: it reads all that is young, whoever brought it.
GATHERED = timedelta(seconds=5)
QUEUES = tuple(work.value for work in Work)
# What was taken over has waited already, and goes before all that waits, at each of its tries.
FIRST = 9
# Seconds of silence after which a worker is given up. Whoever lives says so every three.
STALLED = 15.0
PATIENCE = (
    f"-c idle_in_transaction_session_timeout={STANDS_STILL}s "
    "-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3"
)
# In one statement, so that of two workers that notice at once one gives a job back, and never one that is taken again.
# Whoever has nothing to do is told, as the library tells of a job that is new.
GIVE_BACK = """
WITH gone AS (
  SELECT job.id, job.args, job.worker_id, job.queue_name
    FROM procrastinate_jobs job LEFT JOIN procrastinate_workers worker ON worker.id = job.worker_id
   WHERE job.status = 'doing' AND job.queue_name = ANY(%(queues)s)
     AND (worker.id IS NULL OR worker.last_heartbeat < now() - make_interval(secs => %(seconds)s))
     FOR UPDATE OF job SKIP LOCKED
)
SELECT args->>'run' AS run, worker_id,
       procrastinate_retry_job_v2(id, now(), %(priority)s, NULL, NULL)::text AS given_back,
       pg_notify('procrastinate_queue_v1#' || queue_name,
                 json_build_object('type', 'job_inserted', 'job_id', id)::text)::text AS told
  FROM gone
"""
UNDER_WAY = """
SELECT DISTINCT lock FROM procrastinate_jobs
 WHERE status IN ('todo', 'doing') AND queue_name = ANY(%(queues)s)
"""
RUNS_UNDER_WAY = """
SELECT args->>'run' AS run FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND queue_name = %(queue)s
"""
WORKERS = """
SELECT id AS number, extract(epoch FROM now() - last_heartbeat)::float AS silent,
       (SELECT count(*) FROM procrastinate_jobs WHERE worker_id = worker.id AND status = 'doing') AS doing
  FROM procrastinate_workers worker ORDER BY id
"""
JOBS = """
SELECT id AS number, args->>'run' AS run, queue_name AS work, coalesce(lock, '') AS lock, status::text AS state,
       worker_id AS worker, attempts
  FROM procrastinate_jobs
 WHERE status IN ('todo', 'doing', 'failed') AND queue_name = ANY(%(queues)s)
 ORDER BY id LIMIT %(most)s
"""
COUNTS = """
SELECT kind.work, kind.state, kind.jobs, job.args->>'run' AS oldest
  FROM (SELECT queue_name AS work, status::text AS state, count(*) AS jobs, min(id) AS first FROM procrastinate_jobs
         WHERE status IN ('todo', 'doing', 'failed') AND queue_name = ANY(%(queues)s) GROUP BY 1, 2) kind
  JOIN procrastinate_jobs job ON job.id = kind.first
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job as it stands: `todo`, `doing` by a worker, or `failed`: given up; how often it was begun."""

    number: int
    run: str
    work: str
    lock: str
    state: str
    worker: int | None
    attempts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """One worker, how many seconds ago it said that it lives, and how many runs it has in hand."""

    number: int
    silent: float
    doing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """So many jobs of one kind and state; `oldest` is the run of the first of them."""

    work: str
    state: str
    jobs: int
    oldest: str


def queue_of(
    database_url: str, *, connector: type[BaseConnector] = procrastinate.SyncPsycopgConnector
) -> procrastinate.App:
    """The queue on the archive's database; not opened yet. Raises StorageError where that is no PostgreSQL."""
    if not database_url.startswith("postgres"):
        raise StorageError("workers need PostgreSQL: move the archive there with `bellwether migrate`")
    address = f"postgresql://{database_url.partition('://')[2]}"
    pool = {"min_size": 1, "max_size": 4, "kwargs": {"options": PATIENCE}}
    return procrastinate.App(connector=connector(conninfo=address, **pool))  # type: ignore[call-arg]


@contextmanager
def opened(database_url: str) -> Iterator[procrastinate.App]:
    """The queue, its tables made where they are missing and brought up to date. Raises StorageError."""
    app = queue_of(database_url)
    try:
        with app.open():
            require_tables(app)
            yield app
    except (ConnectorException, psycopg.Error) as error:
        raise StorageError(f"the queue: {error}", transient=True) from error


def jobs_of(app: procrastinate.App, world: World, orders: Sequence[Order]) -> list[procrastinate.jobs.Job]:
    """A job for each order, with a run that says what it is for."""
    made = []
    for work in Work:
        these = [order for order in orders if order.work is work]
        runs = world.archive.runs.start_all(work, [order.targets for order in these])
        for run, order in zip(runs, these, strict=True):
            at = utc_now() + GATHERED if work is Work.RELATE else None
            way = app.configure_task(work, queue=work.value, lock=order.lock, priority=PRIORITY[work], schedule_at=at)
            made.append(way.make_new_job(run=run))
    return made


def put(app: procrastinate.App, world: World, orders: Sequence[Order]) -> tuple[str, ...]:
    """Let workers do all of this; the runs it became."""
    made = jobs_of(app, world, orders)
    if made:
        app.job_manager.batch_defer_jobs(made)
    return tuple(str(job.task_kwargs["run"]) for job in made)


def runs_under_way(app: procrastinate.App, work: Work) -> tuple[str, ...]:
    """The runs of a kind of work that are to be done, or are being done."""
    rows = app.connector.get_sync_connector().execute_query_all(RUNS_UNDER_WAY, queue=work.value)
    return tuple(str(row["run"]) for row in rows)


def locks_under_way(app: procrastinate.App, works: Sequence[Work] = (Work.CRAWL,)) -> frozenset[str]:
    """What is to be done already of these kinds, or is being done: the hosts of crawls, the sources to be read."""
    asked: dict[str, Any] = {"queues": [work.value for work in works]}
    rows = app.connector.get_sync_connector().execute_query_all(UNDER_WAY, **asked)
    return frozenset(str(row["lock"]) for row in rows)


def jobs(app: procrastinate.App, most: int | None = None) -> tuple[Job, ...]:
    """What waits, what is in hand and what was given up, oldest first; the first `most` of it."""
    rows = app.connector.get_sync_connector().execute_query_all(JOBS, queues=list(QUEUES), most=most)
    return tuple(Job(**row) for row in rows)


def counts(app: procrastinate.App) -> tuple[Count, ...]:
    """How much there is of each kind of work in each state, however deep the queue is."""
    rows = app.connector.get_sync_connector().execute_query_all(COUNTS, queues=list(QUEUES))
    return tuple(Count(**row) for row in rows)


async def give_back_lost(app: procrastinate.App, stalled: float) -> list[tuple[str, int | None]]:
    """Let others do what workers have that are gone, or silent for so many seconds: the runs, and whose each was."""
    asked: dict[str, Any] = {"queues": list(QUEUES), "seconds": stalled, "priority": FIRST}
    rows = await app.connector.execute_query_all_async(GIVE_BACK, **asked)
    return [(str(row["run"]), row["worker_id"]) for row in rows]


async def give_back(app: procrastinate.App, number: int) -> None:
    """Let another worker do a job that this one has and does not do: its end could not be written."""
    await app.job_manager.retry_job_by_id_async(number, retry_at=utc_now())


def hands(app: procrastinate.App) -> tuple[Hand, ...]:
    """Every worker that said it began and did not say it stopped."""
    rows = app.connector.get_sync_connector().execute_query_all(WORKERS)
    return tuple(Hand(**row) for row in rows)


def under_way(world: World, works: Sequence[Work] = (Work.CRAWL,)) -> frozenset[str]:
    """As `locks_under_way`, of the world's queue. Raises StorageError."""
    with opened(world.configuration.settings.database_url) as queue:
        return locks_under_way(queue, works)


def hand_over(world: World, due: Sequence[Source]) -> tuple[str, ...]:
    """Put the due sources into the queue, a run for each host; the runs. Raises StorageError.

    Whoever asks again and again leaves out the hosts that are `under_way`, or what waits grows by itself.
    """
    with opened(world.configuration.settings.database_url) as queue:
        return put(queue, world, crawls(due))
