"""`bellwether worker` and `bellwether workers`: work carried by any number of machines, and who does what."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.base import home_option, json_option, opened, print_json, stamp, table, told_plainly
from config.web_keys import link_keys
from domain.errors import KeyMissing, UsageError
from guard.escaping import terminal_text

if TYPE_CHECKING:
    from pipeline import World
    from storage.runs import Run
    from workers.queue import Count, Hand, Job

WORK = ("crawl", "detect", "relate", "compose")
SHOWN = 40
LISTED = 1_000  # with --json


@click.command("worker")
@click.option("--concurrency", type=click.IntRange(1, 64), default=4, show_default=True, help="Runs at once.")
@click.option("--patience", type=click.FloatRange(0, 3600), default=60.0, show_default=True, help="Seconds to end in.")
@click.option("--only", type=click.Choice(WORK), multiple=True, help="Only this kind of work; may be given again.")
@home_option
@told_plainly
def worker_command(concurrency: int, patience: float, only: tuple[str, ...], home: Path) -> None:
    """Take work from the queue until told to stop; on SIGTERM end what is in hand, and take nothing new.

    Needs PostgreSQL, and `crawls = "workers"` under [scheduler] in the bellwether.toml of whoever runs the scheduler.
    """
    from pipeline.crawling.orders import Work
    from pipeline.logs import to_stderr
    from workers.worker import Worker

    to_stderr()
    chosen = tuple(Work(each) for each in only) or tuple(Work)
    worker = Worker(home, concurrency=concurrency, patience=patience, only=chosen)
    if Work.COMPOSE in chosen:
        require_key(worker.world)
    worker.run()


def require_key(world: "World") -> None:
    """UsageError where mails are to have links and this machine has no key to sign them with."""
    web = world.configuration.settings.web
    if web is None:
        return
    try:
        link_keys(web, world.environ)
    except KeyMissing as error:
        raise UsageError(
            f"{error.problems[0]}\nnext: copy the key of the machine that runs `bellwether web` (a new one would sign "
            "links that it does not open), or take other work: --only crawl --only detect --only relate"
        ) from error


@click.command("workers")
@json_option
@home_option
@told_plainly
def workers_command(as_json: bool, home: Path) -> None:
    """Show which workers live, what waits in the queue, since when, and who has what in hand."""
    from workers.queue import STALLED, counts, hands, jobs
    from workers.queue import opened as queue

    world = opened(home)
    with queue(world.configuration.settings.database_url) as app:
        found, counted, alive = jobs(app, LISTED if as_json else SHOWN), counts(app), hands(app)
    runs = world.archive.runs.those([*(job.run for job in found), *(count.oldest for count in counted)])
    now, holders = world.clock(), world.archive.runs.holders()
    rows = [row_of(job, runs.get(job.run), holders) for job in found]
    by_work = {work: figures(work, counted, runs, now) for work in WORK}
    value = {
        "depth": sum(one["waiting"] for one in by_work.values()),
        "lag_seconds": max(one["lag_seconds"] for one in by_work.values()),
        "queues": by_work,
        "workers": [worker_row(hand, gone=hand.silent > STALLED) for hand in alive],
        "unfit": [
            {"host": host, "pid": pid, "since": stamp(since), "reason": reason}
            for host, pid, since, reason in world.archive.runs.announcements()
        ],
        "mails_given_up": list(mails_given_up(world)),
        "jobs": rows,
    }
    if as_json:
        print_json(value)
    else:
        show(value, more=sum(count.jobs for count in counted) - len(found))


def mails_given_up(world: "World") -> Iterator[dict[str, Any]]:
    """The mails that are due, could not be composed, and are asked for again later."""
    from pipeline import composed, due_editions
    from pipeline.composing.asked import stuck

    now = world.clock()
    missing = [(audience, at) for audience, at in due_editions(world, now) if not composed(world, audience, at)]
    for one, gave_up in stuck(world, missing):
        row = {"kind": one.kind, "reader": one.reader, "hour": stamp(one.sends_at)}
        yield row | {"times": gave_up.times, "again": stamp(gave_up.again)}


def figures(work: str, counted: "Sequence[Count]", runs: "Mapping[str, Run]", now: datetime) -> dict[str, Any]:
    """What a monitor wants of one kind of work; the lag is the age of the oldest that waits."""
    mine = {count.state: count for count in counted if count.work == work}
    numbers = {state: mine[state].jobs if state in mine else 0 for state in ("todo", "doing", "failed")}
    oldest = runs.get(mine["todo"].oldest) if "todo" in mine else None
    return {
        "waiting": numbers["todo"],
        "doing": numbers["doing"],
        "given_up": numbers["failed"],
        "lag_seconds": round((now - oldest.started).total_seconds(), 1) if oldest else 0.0,
    }


def row_of(job: "Job", run: "Run | None", holders: Mapping[str, tuple[str, int, datetime]]) -> dict[str, Any]:
    targets = run.targets if run else ()
    host, pid, _since = next((holders[name] for name in (job.lock, *targets) if name in holders), ("", 0, None))
    return {
        "run": job.run,
        "work": job.work,
        "lock": job.lock,
        "state": {"todo": "waiting", "failed": "given up"}.get(job.state, job.state),
        "worker": job.worker if job.state == "doing" else None,
        "by": f"{host} {pid}" if job.state == "doing" and host else "",
        "since": stamp(run.started) if run else "",
        "tries": job.attempts,
        "targets": list(targets),
    }


def worker_row(hand: "Hand", *, gone: bool) -> dict[str, Any]:
    return {"number": hand.number, "silent_seconds": round(hand.silent, 1), "gone": gone, "doing": hand.doing}


def show(value: dict[str, Any], *, more: int) -> None:
    for one in value["workers"]:
        said = f"silent for {one['silent_seconds']:.0f} s, given up" if one["gone"] else f"{one['doing']} in hand"
        click.echo(f"worker {one['number']}: {said}")
    for one in value["unfit"]:
        said = f"worker on {one['host']} (process {one['pid']}) takes no work since {one['since']}: {one['reason']}"
        click.echo(terminal_text(f"{said}\nit goes on by itself, a second after its files are mended"))
    for one in value["mails_given_up"]:
        said = f"mail to {one['reader']} ({one['kind']}) for {one['hour']} given up, {one['times']} times"
        click.echo(terminal_text(f"{said}; asked for again at {one['again']}"))
    if value["jobs"]:
        rows = [
            (one["state"], one["lock"], f"{one['by']}" or "-", one["since"], str(one["tries"])) for one in value["jobs"]
        ]
        click.echo(terminal_text(table(rows, ("STATE", "WHAT", "BY", "SINCE", "TRIES"))))
    if more > 0:
        click.echo(f"and {more} more")
    waits = f"the oldest for {value['lag_seconds']:.0f} seconds" if value["depth"] else "nothing"
    click.echo(f"{len(value['workers'])} workers, {value['depth']} waiting: {waits}")
