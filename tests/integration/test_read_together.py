"""Changed pages of one crawl that are read together come out as each would read by itself."""

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from itertools import islice
from pathlib import Path

import pytest

from domain.changes import ChangeStatus
from domain.sources import Source
from domain.visits import Parts, Visit
from pipeline import World, detect
from pipeline.detecting.first_look import at_hand
from pipeline.detecting.quiet import footing_of
from pipeline.detecting.together import AT_ONCE, read_together
from tests.integration.support_noise import PRODUCTS
from tests.integration.support_pipeline import Moments, attempt_at, opened
from tests.integration.support_week import HELP, MONDAY, PEOPLE, policy

NAMES = tuple(f"page{number}" for number in range(AT_ONCE + 6))
ROUNDS = 5
GONE = "<html><body><h1>Not found</h1></body></html>"
Said = tuple[str, int]
Found = tuple[Visit, Source, Parts | None]
Homes = tuple[Callable[[str], tuple[World, World]], Moments]


def watching(names: Sequence[str]) -> str:
    return "competitors:\n  - name: Brightvane\n    sources:\n" + "".join(
        f'      - {{name: {name}, url: "https://brightvane.example/{name}"}}\n' for name in names
    )


def menu(name: str, more: str) -> str:
    """A page of a site whose menu leads to its products."""
    links = PRODUCTS + more
    return policy(name).replace("<body>", f"<body><nav><ul>{links}</ul></nav>")


def says(chance: random.Random, name: str, *, first: bool) -> Said:
    """What a page answers at one visit: itself, with a box, with a price that differs each time, or that it is gone."""
    if first:
        return policy(name), 200
    more = f"<h2>Fees</h2><p>A seat costs ${chance.randrange(20, 90)} a month from spring on.</p>"
    return chance.choice([(policy(name), 200), (policy(name, HELP), 200), (policy(name, "", more), 200), (GONE, 404)])


def visited(world: World, clock: Moments, answers: Sequence[Said]) -> list[Found]:
    """Each source's visit as it was stored, and its answers as a crawl has them at hand."""
    attempts = []
    for source, (html, status) in zip(world.sources, answers, strict=True):
        attempt = attempt_at(source, clock.now, "", status=status)
        attempts.append(replace(attempt, parts=(replace(attempt.parts[0], body=html.encode()),)))
    visits = world.archive.visits.record_all(attempts)
    parts = at_hand(attempts, visits)
    return [(visit, source, parts.get(visit.id)) for visit, source in zip(visits, world.sources, strict=True)]


def one_by_one(world: World, found: list[Found]) -> None:
    for _, source, _ in found:
        detect(world, source)


def together(world: World, found: list[Found], most: int | None = None) -> None:
    """As a crawl reads them; one that dies after `most` looks keeps no other."""
    footing = footing_of(world, [visit for visit, *_ in found])
    fit = [one for one in found if one[1].name in footing]
    one_by_one(world, [one for one in found if one[1].name not in footing])
    looks = list(islice(read_together(world, fit, footing, derivation=world.derivation()), most))
    assert [visit.id for visit, _ in looks] == [visit.id for visit, *_ in fit[:most]]


def outcome(world: World) -> tuple[object, ...]:
    """All that was found, but for the times at which it was written."""
    derived = world.archive.derived
    visits = [visit for source in world.sources for visit in world.archive.visits.of_source(source.name)]
    readings = [derived.interpretation(visit.id) for visit in visits]
    changes = derived.changes()
    return readings, changes, [derived.sightings_of(change.key) for change in changes]


@pytest.fixture
def homes(tmp_path: Path) -> Iterator[Homes]:
    """Two homes that watch the same pages, on one clock."""
    clock = Moments(MONDAY)
    with ExitStack() as stack:

        def make(sources: str) -> tuple[World, World]:
            for name in ("a", "b"):
                (tmp_path / name).mkdir()
            first, second = (opened(tmp_path / name, clock, sources, PEOPLE) for name in ("a", "b"))
            return stack.enter_context(first), stack.enter_context(second)

        yield make, clock


def lived(homes: Homes, names: Sequence[str], rounds: Iterable[Sequence[Said]]) -> World:
    """A home after these rounds, whose visits were read together; one that read them alone found the same."""
    make, clock = homes
    alone, many = make(watching(names))
    for answers in rounds:
        one_by_one(alone, visited(alone, clock, answers))
        together(many, visited(many, clock, answers))
        clock.now += timedelta(hours=30)
    assert outcome(alone) == outcome(many)
    return many


@pytest.mark.parametrize("seed", range(3))
def test_pages_read_together_come_out_as_each_by_itself(homes: Homes, seed: int) -> None:
    chance = random.Random(seed)
    rounds = ([says(chance, name, first=number == 0) for name in NAMES] for number in range(ROUNDS))
    many = lived(homes, NAMES, rounds)
    assert len(many.archive.derived.changes()) > len(NAMES)


def test_whether_a_site_is_well_again_is_known_to_the_page_that_is_gone_from_it(homes: Homes) -> None:
    well = [(policy("front"), 200), (policy("old"), 200)]
    away = [("", 503), (GONE, 404)]
    back = [(policy("front", HELP), 200), (GONE, 404)]
    many = lived(homes, ("front", "old"), (well, away, back))
    assert [one.explanation[:10] for one in many.archive.derived.changes(source="old")] == ["gone since"]


def test_a_product_new_in_the_menu_of_two_pages_is_told_of_the_first(homes: Homes) -> None:
    pulse = '<li><a href="/products/pulse">Demand Pulse</a></li>'
    rounds = [[(menu(name, more), 200) for name in ("one", "two")] for more in ("", pulse, pulse)]
    many = lived(homes, ("one", "two"), rounds)
    told = many.archive.derived.changes(status=ChangeStatus.NEWS)
    assert [(one.source, one.counted[0].after) for one in told] == [("one", "Demand Pulse")]


def test_a_crawl_that_dies_between_looks_loses_none_for_good(homes: Homes) -> None:
    make, clock = homes
    alone, died = make(watching(NAMES))
    for answers in ([(policy(name), 200) for name in NAMES], [(policy(name, HELP), 200) for name in NAMES]):
        one_by_one(alone, visited(alone, clock, answers))
        found = visited(died, clock, answers)
        together(died, found, AT_ONCE)
        clock.now += timedelta(hours=30)
    left = [one for one in found if died.archive.derived.interpretation(one[0].id) is None]
    assert len(left) == len(NAMES) - AT_ONCE
    one_by_one(died, found)
    assert outcome(alone) == outcome(died)
