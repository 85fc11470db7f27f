"""When things run: due crawls in child processes, and each recipient's edition at their own hour.

The clock only says when to look. What has run is in the database, so two schedulers do no harm and a stopped one
catches up.
"""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from config.due import next_due, next_edition
from domain.editions import Audience, DeliveryState
from domain.errors import BellwetherError
from domain.sources import Source
from domain.times import utc_now
from pipeline import World, composed, deliver, due_editions, open_world, prepare, recipients, to_recheck

LOOK_SECONDS = 20
STOP_SECONDS = 20
CRAWL_SECONDS = 3600
BUSY = 4
# A source that was never visited has one appointment, however often we look.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)

log = structlog.get_logger("scheduler")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that will run: `what` is "crawl" or "edition", `name` the source or recipient."""

    at: datetime
    what: str
    name: str


def agenda(world: World) -> tuple[Item, ...]:
    """The next run of every source and edition, soonest first."""
    now = world.clock()
    crawls = [Item(at=due_at(world, source, now), what="crawl", name=source.name) for source in watched(world, now)]
    editions = [
        Item(at=next_edition(audience.person, now), what="edition", name=audience.person.key)
        for audience in recipients(world)
    ]
    late = [
        Item(at=sends_at, what="late edition", name=audience.person.key)
        for audience, sends_at in due_editions(world, now)
        if not composed(world, audience, sends_at)
    ]
    return tuple(sorted((*crawls, *editions, *late), key=lambda item: (item.at, item.what, item.name)))


def watched(world: World, now: datetime) -> Iterator[Source]:
    """The sources that are not paused today."""
    return (source for source in world.sources if not source.rests_on(now.date()))


def due_at(world: World, source: Source, now: datetime) -> datetime:
    """When the source is to be visited next; a time in the past means now."""
    return next_due(source.schedule, last_visit(world, source), now)


def last_visit(world: World, source: Source) -> datetime | None:
    visits = world.archive.visits.of_source(source.name, newest_first=True, limit=1)
    return visits[0].captured_at if visits else None


def claim_due(world: World, now: datetime) -> tuple[tuple[Source, datetime], ...]:
    """The sources due now that this scheduler, and no other, is to visit, each with its appointment."""
    world.archive.visits.register(world.sources)
    claimed = []
    for source in watched(world, now):
        at = due_at(world, source, now)
        appointment = at if last_visit(world, source) else NEVER
        if at <= now and world.archive.runs.claim(source.name, appointment):
            claimed.append((source, appointment))
    return tuple(claimed)


class Keeper:
    """Looks every few seconds, starts crawls as child processes, sends editions, and stops cleanly."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.stopping = threading.Event()
        self.child: subprocess.Popen[bytes] | None = None

    def look(self) -> None:
        """One look at what is due; a fault is logged and the next look tries again."""
        try:
            world = open_world(self.home, os.environ, utc_now)
            with world.archive:
                self.visit_due(world)
                doubtful = to_recheck(world, utc_now())
                if doubtful and not self.stopping.is_set():
                    self.crawl(doubtful)
                self.send(world)
        except (BellwetherError, OSError) as error:
            log.error("look_failed", reason=str(error))

    def visit_due(self, world: World) -> None:
        """Crawl what is due. Where another run held one of the sources, all are free for the next look."""
        due = () if self.stopping.is_set() else claim_due(world, utc_now())
        if due and self.crawl([source for source, _ in due]) == BUSY:
            for source, appointment in due:
                world.archive.runs.release(source.name, appointment)

    def crawl(self, sources: Sequence[Source]) -> int:
        """One child for all that is due: its own reactor, a hard deadline, and it dies with us. Gives its exit code."""
        names = [name for source in sources for name in ("--source", source.name)]
        command = [
            sys.executable,
            "-m",
            "commands.crawl",
            "--home",
            str(self.home),
            "--json",
            "--until-stdin-ends",
            *names,
        ]
        log.info("crawl_started", sources=[source.name for source in sources])
        self.child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)
        try:
            code = self.child.wait(timeout=CRAWL_SECONDS)
            log.info("crawl_ended", exit_code=code)
        except subprocess.TimeoutExpired:
            self.child.kill()
            self.child.wait()
            code = self.child.returncode
            log.error("crawl_overran", seconds=CRAWL_SECONDS)
        finally:
            if self.child.stdin is not None:
                self.child.stdin.close()
            self.child = None
        return code

    def send(self, world: World) -> None:
        for audience, sends_at in due_editions(world, utc_now()):
            if self.stopping.is_set():
                return
            try:
                self.hand_over(world, audience, sends_at)
            except Exception:
                # The one barrier of a look: what breaks one reader's mail is told, and the others still get theirs.
                log.exception("edition_failed", recipient=audience.person.key)

    def hand_over(self, world: World, audience: Audience, sends_at: datetime) -> None:
        edition = prepare(world, audience, sends_at)
        before = {row.channel: row.state for row in world.archive.ledger.deliveries(edition.id)}
        outcome = deliver(world, edition)
        if outcome == before:
            return
        tell = log.info if set(outcome.values()) == {DeliveryState.SENT} else log.error
        tell("edition", edition=edition.id, **{channel: str(state) for channel, state in outcome.items()})

    def stop(self, *_: object) -> None:
        self.stopping.set()
        child = self.child
        if child is not None:
            child.terminate()
            threading.Timer(STOP_SECONDS, child.kill).start()


def serve(home: Path) -> None:
    """Run until SIGTERM or SIGINT; a crawl under way is asked to end and what it stored stays."""
    open_world(home, os.environ, utc_now).archive.close()  # say what is wrong with the files now, not in a log later
    keeper = Keeper(home)
    signal.signal(signal.SIGTERM, keeper.stop)
    signal.signal(signal.SIGINT, keeper.stop)
    clock = BackgroundScheduler(timezone="UTC")
    clock.add_job(
        keeper.look,
        "interval",
        seconds=LOOK_SECONDS,
        next_run_time=utc_now() + timedelta(seconds=0.1),
        max_instances=1,
        coalesce=True,
        misfire_grace_time=None,
    )
    clock.start()
    log.info("scheduler_started", home=str(home), looks_every_seconds=LOOK_SECONDS)
    keeper.stopping.wait()
    clock.shutdown(wait=True)
    log.info("scheduler_stopped")
