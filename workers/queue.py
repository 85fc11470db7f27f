"""The queue of crawls: what waits, for which host, and who has it in hand. Procrastinate, on the archive's PostgreSQL.

A job carries nothing but the id of a run; what that run is to visit stands in the archive. Jobs of one host share a
lock, so that no two workers anywhere visit it at once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import procrastinate
from procrastinate.connector import BaseConnector

from domain.errors import StorageError
from domain.keys import host_of
from domain.sources import Source
from pipeline import World

QUEUE = "crawls"
TASK = "crawl"
# A table that only the library's schema has; whoever makes it first wins, the other finds it made.
MADE = "SELECT to_regclass('procrastinate_jobs') IS NOT NULL AS made"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """One job as it stands: `doing` by a worker, or `todo`; how often it was begun."""

    number: int
    run: str
    host: str
    doing: bool
    worker: int | None
    attempts: int


def queue_of(
    database_url: str, *, connector: type[BaseConnector] = procrastinate.SyncPsycopgConnector
) -> procrastinate.App:
    """The queue on the archive's database; not opened yet. Raises StorageError where that is no PostgreSQL."""
    if not database_url.startswith("postgres"):
        raise StorageError("workers need PostgreSQL: move the archive there with `bellwether migrate`")
    address = f"postgresql://{database_url.partition('://')[2]}"
    app = procrastinate.App(connector=connector(conninfo=address, min_size=1, max_size=4))  # type: ignore[call-arg]
    app.configure_task(TASK, queue=QUEUE)
    return app


def require_schema(app: procrastinate.App) -> None:
    """The library's own tables, made where they are missing."""
    connector = app.connector.get_sync_connector()
    if not connector.execute_query_one(MADE)["made"]:
        app.schema_manager.apply_schema()


def put(app: procrastinate.App, run: str, host: str) -> None:
    """Let one worker do this run, and none beside it visit the host meanwhile."""
    app.configure_task(TASK, queue=QUEUE, lock=f"host:{host}").defer(run=run)


def jobs(app: procrastinate.App) -> tuple[Job, ...]:
    """What waits and what is in hand, oldest first."""
    found = [
        *app.job_manager.list_jobs(queue=QUEUE, status="doing"),
        *app.job_manager.list_jobs(queue=QUEUE, status="todo"),
    ]
    return tuple(sorted((_job(one) for one in found), key=lambda job: job.number))


def _job(job: Any) -> Job:
    return Job(
        number=job.id,
        run=str(job.task_kwargs.get("run")),
        host=(job.lock or "").removeprefix("host:"),
        doing=job.status == "doing",
        worker=job.worker_id,
        attempts=job.attempts,
    )


def hand_over(world: World, due: Sequence[Source]) -> tuple[str, ...]:
    """Put the due sources into the queue, a run for each host; the runs. Raises StorageError."""
    runs = []
    with queue_of(world.configuration.settings.database_url).open() as queue:
        require_schema(queue)
        for host, sources in by_host(due).items():
            run = world.archive.runs.start("crawl", [source.name for source in sources])
            put(queue, run, host)
            runs.append(run)
    return tuple(runs)


def by_host(sources: Sequence[Source]) -> Mapping[str, list[Source]]:
    """The sources of each host together: one worker visits them, one after the other."""
    groups: dict[str, list[Source]] = {}
    for source in sources:
        groups.setdefault(host_of(source.url), []).append(source)
    return groups
