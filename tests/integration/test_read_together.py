"""Changed pages of one crawl that are read together come out as each would read by itself."""

import random
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from domain.sources import Source
from domain.visits import Visit
from pipeline import World, detect
from pipeline.detecting.quiet import footing_of
from pipeline.detecting.together import AT_ONCE, read_together
from tests.integration.support_pipeline import Moments, attempt_at, opened
from tests.integration.support_week import HELP, MONDAY, PEOPLE, policy

NAMES = tuple(f"page{number}" for number in range(AT_ONCE + 6))
SOURCES = "competitors:\n  - name: Brightvane\n    sources:\n" + "".join(
    f'      - {{name: {name}, url: "https://brightvane.example/{name}"}}\n' for name in NAMES
)
ROUNDS = 5
Said = tuple[str, int]


def says(chance: random.Random, name: str) -> Said:
    """What a page answers at one visit: itself, with a box, with a price that differs each time, or that it is gone."""
    more = f"<h2>Fees</h2><p>A seat costs ${chance.randrange(20, 90)} a month from spring on.</p>"
    return chance.choice(
        [(policy(name), 200), (policy(name, HELP), 200), (policy(name, "", more), 200), (policy(name), 404)]
    )


def visited(world: World, clock: Moments, answers: Sequence[Said]) -> list[tuple[Source, Visit]]:
    found = []
    for source, (html, status) in zip(world.sources, answers, strict=True):
        attempt = attempt_at(source, clock.now, "", status=status)
        body = replace(attempt.parts[0], body=html.encode())
        found.append((source, world.archive.visits.record(replace(attempt, parts=(body,)))))
    return found


def one_by_one(world: World, visits: list[tuple[Source, Visit]]) -> None:
    for source, _ in visits:
        detect(world, source)


def together(world: World, visits: list[tuple[Source, Visit]]) -> None:
    footing = footing_of(world, [visit for _, visit in visits])
    fit = [(visit, source, None) for source, visit in visits if source.name in footing]
    one_by_one(world, [(source, visit) for source, visit in visits if source.name not in footing])
    looks = list(read_together(world, fit, footing, derivation=world.derivation()))
    assert [visit.id for visit, _ in looks] == [visit.id for visit, *_ in fit]


def outcome(world: World) -> tuple[object, ...]:
    """All that was found, but for the times at which it was written."""
    derived = world.archive.derived
    visits = [visit for source in world.sources for visit in world.archive.visits.of_source(source.name)]
    readings = [derived.interpretation(visit.id) for visit in visits]
    changes = derived.changes()
    return readings, changes, [derived.sightings_of(change.key) for change in changes]


@pytest.mark.parametrize("seed", range(3))
def test_pages_read_together_come_out_as_each_by_itself(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    clock = Moments(MONDAY)
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    with ExitStack() as stack:
        alone, many = (stack.enter_context(opened(tmp_path / name, clock, SOURCES, PEOPLE)) for name in ("a", "b"))
        for number in range(ROUNDS):
            answers = [(policy(name), 200) if number == 0 else says(chance, name) for name in NAMES]
            one_by_one(alone, visited(alone, clock, answers))
            together(many, visited(many, clock, answers))
            clock.now += timedelta(hours=30)
        assert outcome(alone) == outcome(many)
        assert len(many.archive.derived.changes()) > len(NAMES)
