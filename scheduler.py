"""When things run: due crawls in child processes, and each recipient's edition at their own hour.

The clock only says when to look. What has run is in the database, so two schedulers do no harm and a stopped one
catches up.
"""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import structlog
from apscheduler.schedulers.background import BackgroundScheduler

from config.due import next_edition
from domain.editions import Audience, DeliveryState, Edition
from domain.errors import BellwetherError, ConfigurationError, DeliveryError, KeyMissing
from domain.sources import Source
from domain.times import utc_now
from pipeline import World, composed, deliver, due_editions, open_world, prepare, recipients, to_recheck, waiting
from pipeline.composing.answering import Fate, has_inbox, read_inbox
from pipeline.composing.sitting import Sitting, understood
from pipeline.crawling.appointments import claim_due, due_at, watched
from pipeline.delivering.alerts import compose_alerts
from pipeline.delivering.draft_text import draft_for_review
from pipeline.delivering.publishing import withdraw_old
from workers.handing import brings_news, hand_again, hand_due
from workers.runner import runner_of

LOOK_SECONDS = 20
STOP_SECONDS = 20
CRAWL_SECONDS = 3600
RECHECK_SECONDS = 300
# How long an edition whose hour has come waits for a crawl that is under way.
PATIENCE_SECONDS = 600.0
LISTEN_SECONDS = 300.0
BUSY = 4

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


class Keeper:
    """Looks every few seconds, starts crawls as child processes, sends editions, and stops cleanly.

    A crawl of what is due runs beside everything else; no edition waits for it longer than `patience` seconds.
    """

    def __init__(self, home: Path, *, patience: float = PATIENCE_SECONDS) -> None:
        self.home = home
        self.patience = patience
        self.stopping = threading.Event()
        self.child: subprocess.Popen[bytes] | None = None
        self.second: subprocess.Popen[bytes] | None = None
        self.due: tuple[tuple[Source, datetime], ...] = ()
        self.began = 0.0
        self.waits: dict[str, float] = {}
        self.alerted = -1
        self.listened = -LISTEN_SECONDS
        self.told: dict[str, list[str]] = {}

    def look(self) -> None:
        """One look at what is due; a fault is logged and the next look tries again."""
        try:
            world = open_world(self.home, os.environ, utc_now)
            with world.archive:
                self.reap(world)
                self.visit_due(world)
                self.look_again(world)
                self.listen(world)
                self.review(world)
                self.alert(world)
                self.send(world)
                self.send_waiting(world)
                withdraw_old(world)
        except (BellwetherError, OSError) as error:
            log.error("look_failed", reason=str(error))

    def visit_due(self, world: World) -> None:
        """Start a crawl of what is due, unless one is under way."""
        if self.child is not None or self.stopping.is_set():
            return
        if world.configuration.settings.workers:
            hand_due(world)
            return
        self.due = claim_due(world, utc_now())
        if self.due:
            self.child, self.began = self.start([source for source, _ in self.due]), time.monotonic()

    def reap(self, world: World) -> None:
        """Take note of a crawl that ended, and end one that overran.

        Where another run held one of the sources, all are free for the next look.
        """
        if self.child is None:
            return
        if self.child.poll() is None and time.monotonic() - self.began < CRAWL_SECONDS:
            return
        code = ended(self.child, 0.0)
        self.child = None
        if code == BUSY:
            for source, appointment in self.due:
                world.archive.runs.release(source.name, appointment)

    def look_again(self, world: World) -> None:
        """A second look at what is about to be said; not beside a crawl, which holds sources and brings news itself."""
        doubtful = () if self.child is not None or self.stopping.is_set() else to_recheck(world, utc_now())
        if doubtful and world.configuration.settings.workers:
            hand_again(world, doubtful)
        elif doubtful:
            self.second = self.start(doubtful)
            ended(self.second, RECHECK_SECONDS)
            self.second = None

    def start(self, sources: Sequence[Source]) -> "subprocess.Popen[bytes]":
        """One child for all of them: its own reactor, and it dies with us."""
        names = [name for source in sources for name in ("--source", source.name)]
        options = ["--home", str(self.home), "--json", "--until-stdin-ends"]
        log.info("crawl_started", sources=[source.name for source in sources])
        command = [sys.executable, "-m", "commands.crawl", *options, *names]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)

    def listen(self, world: World) -> None:
        """Read what readers answered, every few minutes; a server that cannot be read is told and tried again."""
        if not has_inbox(world) or time.monotonic() - self.listened < LISTEN_SECONDS:
            return
        self.listened = time.monotonic()
        try:
            outcomes = read_inbox(world)
        except DeliveryError as error:
            log.error("inbox_not_read", reason=str(error))
            return
        if outcomes:
            log.info("inbox", letters=len(outcomes), taken=sum(one.fate is Fate.TAKEN for one in outcomes))

    def review(self, world: World) -> None:
        """Write the draft of the mails that go out next, where the operator set a time for that."""
        path = draft_for_review(world)
        if path is not None:
            log.info("draft_written", path=str(path))

    def alert(self, world: World) -> None:
        """Compose what cannot wait, once for what was understood anew; it is sent with whatever waits."""
        seen = understood(world)
        if seen == self.alerted or self.stopping.is_set():
            return
        try:
            for edition in compose_alerts(world):
                log.info("alert", edition=edition.id)
        except Exception:
            # Alerts that cannot be composed keep no weekly mail; the next visit tries again.
            log.exception("alerts_failed")
        self.alerted = seen

    def send(self, world: World) -> None:
        sitting, runner = Sitting(world), runner_of(world)
        due = tuple(due_editions(world, utc_now()))
        news = bool(due) and self.news_comes(world)
        for audience, sends_at in due:
            if self.stopping.is_set():
                return
            if self.may_wait(world, audience, sends_at, news=news):
                continue
            try:
                made = runner.edition(world, audience, sends_at, partial(prepare, world, audience, sends_at, sitting))
                if made is not None:
                    self.hand_over(made, world)
            except ConfigurationError as error:
                self.refused(audience.person.key, error)
            except Exception:
                # The one barrier of a look: what breaks one reader's mail is told, and the others still get theirs.
                log.exception("edition_failed", recipient=audience.person.key)
        runner.hand_over(world)

    def refused(self, recipient: str, error: ConfigurationError) -> None:
        """A draft with problems holds its mails, and so does a missing key; each state of that is told once."""
        waits = "edition_waits_for_key" if isinstance(error, KeyMissing) else "edition_waits_for_draft"
        problems = [str(problem) for problem in error.problems]
        if self.told.get(recipient) != problems:
            log.error(waits, recipient=recipient, problems=problems)
        self.told[recipient] = problems

    def send_waiting(self, world: World) -> None:
        """What could not be handed over before, of any week."""
        for edition in waiting(world):
            if self.stopping.is_set():
                return
            try:
                self.hand_over(edition, world)
            except Exception:
                # As above: one edition that cannot be handed over does not keep the others.
                log.exception("edition_failed", edition=edition.id)

    def news_comes(self, world: World) -> bool:
        """Whether a crawl is under way, here or in the queue."""
        return self.child is not None or (world.configuration.settings.workers and brings_news(world))

    def may_wait(self, world: World, audience: Audience, sends_at: datetime, *, news: bool) -> bool:
        """Whether an edition is better composed after the crawl that is under way."""
        name = f"{audience.kind} {audience.person.key} {sends_at:%Y-%m-%d %H:%M}"
        if not news or composed(world, audience, sends_at):
            self.waits.pop(name, None)
            return False
        return time.monotonic() - self.waits.setdefault(name, time.monotonic()) < self.patience

    def hand_over(self, edition: Edition, world: World) -> None:
        before = {row.channel: row.state for row in world.archive.ledger.deliveries(edition.id)}
        outcome = deliver(world, edition)
        if outcome == before:
            return
        tell = log.info if set(outcome.values()) == {DeliveryState.SENT} else log.error
        tell("edition", edition=edition.id, **{channel: str(state) for channel, state in outcome.items()})

    def stop(self, *_: object) -> None:
        self.stopping.set()
        for child in (self.child, self.second):
            if child is not None:
                child.terminate()
                last = threading.Timer(STOP_SECONDS, child.kill)
                last.daemon = True  # it keeps nobody waiting where the child ends before
                last.start()

    def close(self) -> None:
        """After the last look: wait for the crawl that was asked to end."""
        if self.child is not None:
            ended(self.child, STOP_SECONDS)


def ended(child: "subprocess.Popen[bytes]", seconds: float) -> int:
    """The child's exit code, at the latest after so many seconds: then it is killed."""
    try:
        code = child.wait(timeout=seconds)
        log.info("crawl_ended", exit_code=code)
    except subprocess.TimeoutExpired:
        child.kill()
        code = child.wait()
        log.error("crawl_overran")
    finally:
        if child.stdin is not None:
            child.stdin.close()
    return code


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
    keeper.close()
    log.info("scheduler_stopped")
