"""The whole scale run through the product's own path: a week of feeds detected, linked and mailed to every reader.

`python -m bench.scale_run [ACCOUNTS EVENTS READERS]`, 10,000 5,000 500 where nothing is said.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench.change_pairs import answer
from bench.change_warm import Moments
from bench.scale_home import MONDAY, visits, write_home
from bench.scale_world import NOW, MadeWorld, made_world
from domain.keys import source_revision
from domain.visits import Attempt, Purpose
from pipeline import World, deliver, detect, open_world, prepare, recipients, relate
from pipeline.composing.sitting import Sitting

Talk = Callable[[str], None]
T = TypeVar("T")
# A run of an hour says how far it is.
TOLD_EVERY = 50


def whole(accounts: int, events: int, readers: int, talk: Talk) -> dict[str, float]:
    """Seconds of processor time of each stage, what came of it, and the most memory the process held."""
    with TemporaryDirectory(prefix="bench-scale-") as folder:
        return _run(Path(folder), made_world(accounts, events, readers), talk)


def _run(home: Path, made: MadeWorld, talk: Talk) -> dict[str, float]:
    stages = Stages(talk=talk)
    write_home(home, made)
    clock = Moments(now=MONDAY)
    world = stages.time("open_s", lambda: open_world(home, {}, clock))
    with world.archive:
        stages.time("names_s", lambda: world.names)
        stages.time("detect_s", lambda: watch(world, clock, visits(made.events)))
        clock.now = NOW + timedelta(hours=1)
        stages.time("relate_s", lambda: relate(world))
        stages.time("relate_again_s", lambda: relate(world))
        sent = stages.time("mails_s", lambda: _mail(world, talk))
        impacts = world.archive.derived.impacts()
        found = {
            "events": len({one.event for one in impacts}),
            "impacts": len(impacts),
            "told": sum(one.told for one in impacts),
            "mails": sent,
            "database_mb": (home / "bellwether.db").stat().st_size / 1e6,
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3,
        }
    return {**stages.seconds, **found}


class Stages:
    """The processor seconds of each stage, told as they pass."""

    def __init__(self, talk: Talk) -> None:
        self.talk = talk
        self.seconds: dict[str, float] = {}

    def time(self, name: str, work: Callable[[], T]) -> T:
        started = time.process_time()
        result = work()
        self.seconds[name] = time.process_time() - started
        self.talk(f"{name}={self.seconds[name]:.4g}")
        return result


def watch(world: World, clock: Moments, week: Iterable[tuple[str, datetime, bytes]]) -> None:
    """Stores and detects a week's visits, as the crawler hands them over."""
    sources = {source.name: source for source in world.sources}
    world.archive.visits.register(world.sources)
    for name, moment, body in week:
        source = sources[name]
        clock.now = moment
        world.archive.visits.record(
            Attempt(
                source=name,
                revision=source_revision(source),
                purpose=Purpose.CHECK,
                captured_at=moment,
                seconds=0.0,
                parts=answer(source.url, body),
            )
        )
        detect(world, source)


def _mail(world: World, talk: Talk) -> int:
    """Composes and hands over every reader's edition, as `digest send` does; how many went."""
    sitting, sent, started = Sitting(world), 0, time.process_time()
    for number, one in enumerate(recipients(world), 1):
        sent += bool(deliver(world, prepare(world, one, NOW, sitting)))
        if number == 1 or number % TOLD_EVERY == 0:
            held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
            talk(f"{number} mails after {time.process_time() - started:.4g}, at most {held:.0f} MB")
    return sent


if __name__ == "__main__":
    asked = [int(one) for one in sys.argv[1:4]] or [10_000, 5_000, 500]
    print(json.dumps(whole(asked[0], asked[1], asked[2], lambda line: print(line, file=sys.stderr, flush=True))))
