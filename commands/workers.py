"""`bellwether worker` and `bellwether workers`: crawls carried by any number of machines, and who does what."""

from pathlib import Path
from typing import Any

import click

from commands.base import home_option, json_option, opened, print_json, stamp, table, told_plainly
from guard.escaping import terminal_text


@click.command("worker")
@click.option("--concurrency", type=click.IntRange(1, 64), default=4, show_default=True, help="Crawls at once.")
@click.option("--patience", type=click.FloatRange(0, 3600), default=60.0, show_default=True, help="Seconds to end in.")
@home_option
@told_plainly
def worker_command(concurrency: int, patience: float, home: Path) -> None:
    """Take crawls from the queue until told to stop; on SIGTERM end what is in hand, and take nothing new.

    Needs PostgreSQL, and `crawls = "workers"` under [scheduler] in the bellwether.toml of whoever runs the scheduler.
    """
    from pipeline.logs import to_stderr
    from workers.worker import Worker

    to_stderr()
    Worker(home, concurrency=concurrency, patience=patience).run()


@click.command("workers")
@json_option
@home_option
@told_plainly
def workers_command(as_json: bool, home: Path) -> None:
    """Show what waits in the queue, since when, and who has what in hand."""
    from workers.queue import jobs, queue_of, require_schema

    world = opened(home)
    with queue_of(world.configuration.settings.database_url).open() as queue:
        require_schema(queue)
        found = jobs(queue)
    runs, holders, now = world.archive.runs, world.archive.runs.holders(), world.clock()
    begun = runs.started([job.run for job in found])
    rows = []
    for job in found:
        names = runs.sources_of(job.run)
        host, pid, _since = next((holders[name] for name in names if name in holders), ("", 0, None))
        since = begun.get(job.run)
        rows.append(
            {
                "run": job.run,
                "host": job.host,
                "state": "doing" if job.doing else "waiting",
                "by": f"{host} {pid}" if job.doing and host else "",
                "since": stamp(since) if since else "",
                "tries": job.attempts,
                "sources": list(names),
            }
        )
    waiting = [begun[job.run] for job in found if not job.doing and job.run in begun]
    lag = max(((now - moment).total_seconds() for moment in waiting), default=0.0)
    if as_json:
        print_json({"depth": len(waiting), "lag_seconds": lag, "jobs": rows})
    else:
        show(rows, len(waiting), lag)


def show(rows: list[dict[str, Any]], depth: int, lag: float) -> None:
    if rows:
        shown = [
            (str(row["state"]), str(row["host"]), str(row["by"]), str(row["since"]), str(len(row["sources"])))
            for row in rows
        ]
        click.echo(terminal_text(table(shown, ("state", "host", "by", "since", "sources"))))
    click.echo(f"{depth} waiting" + (f", the longest for {lag:.0f} seconds" if depth else ""))
