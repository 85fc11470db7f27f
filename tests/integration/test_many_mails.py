"""A mail costs what it costs, however many were composed before it: nothing is kept of one, and none is read again."""

import gc
import shutil
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest

from bench.change_warm import Moments
from bench.scale_home import MONDAY, visits, write_home
from bench.scale_run import watch
from bench.scale_world import NOW, MadeWorld, made_world
from domain.editions import Audience
from pipeline import World, open_world, prepare, recipients
from pipeline.composing.drafting import path_of
from pipeline.composing.sitting import Sitting
from pipeline.detecting.grouping import recent_events
from pipeline.detecting.relating import relate

READERS = 24
# The first mails fill what is shared; from then on each is measured.
WARM = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """Bytes held at most while a mail was made, and bytes that were there after it and not before."""

    peak: int
    kept: int


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A week of some rivals' feeds, read and related, for two dozen readers."""
    folder = tmp_path_factory.mktemp("many")
    made, clock = few_rivals(made_world(240, 400, READERS)), Moments(now=MONDAY)
    write_home(folder, made)
    world = open_world(folder, {}, clock)
    with world.archive:
        watch(world, clock, (one for one in visits(made.events) if one[1] <= MONDAY + timedelta(days=4)))
        clock.now = NOW + timedelta(hours=1)
        relate(world)
        assert len(recent_events(world)) > 20, "nothing to tell: such mails would say nothing of their cost"
    return folder


@pytest.fixture
def world(home: Path, tmp_path: Path) -> Iterator[World]:
    mine = shutil.copytree(home, tmp_path / "home")
    found = open_world(mine, {}, Moments(now=NOW + timedelta(hours=1)))
    with found.archive:
        yield found


def few_rivals(made: MadeWorld) -> MadeWorld:
    names = sorted({event.subject.name for event in made.events})[:12]
    return replace(made, events=tuple(event for event in made.events if event.subject.name in names))


def costs(readers: tuple[Audience, ...], compose: Callable[[Audience], object]) -> list[Cost]:
    tracemalloc.start()
    try:
        return [cost(partial(compose, one)) for one in readers]
    finally:
        tracemalloc.stop()


def cost(work: Callable[[], object]) -> Cost:
    before = tracemalloc.get_traced_memory()[0]
    tracemalloc.reset_peak()
    work()
    peak = tracemalloc.get_traced_memory()[1]
    gc.collect()  # what hangs together in circles is nothing that is kept
    return Cost(peak=peak - before, kept=tracemalloc.get_traced_memory()[0] - before)


def same_throughout(found: list[Cost]) -> None:
    early, late = found[WARM : WARM + 8], found[-8:]
    size = sum(one.peak for one in early) / len(early)
    assert sum(one.peak for one in late) / len(late) < 1.2 * size, "a late mail takes more memory than an early one"
    assert sum(one.kept for one in late) / len(late) < 0.1 * size, "something is kept of each mail"


def test_a_late_mail_of_a_sitting_takes_no_more_than_an_early_one(world: World) -> None:
    sitting = Sitting(world)
    same_throughout(costs(recipients(world), lambda one: prepare(world, one, NOW, sitting)))


def test_nor_where_a_draft_tells_several_events_as_one(world: World) -> None:
    sitting = Sitting(world)
    first, second, *_ = recent_events(world)
    path = path_of(world, "2026-W09")
    path.parent.mkdir(exist_ok=True)
    rulings = f"  - event: {second.id}\n    same_as: {first.id}\n"
    path.write_text(f"week: 2026-W09\nby: mara\nfindings:\n{rulings}", encoding="utf-8")
    same_throughout(costs(recipients(world), lambda one: prepare(world, one, NOW, sitting)))
