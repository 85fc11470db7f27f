"""Relating what changed comes to exactly what relating everything comes to, whatever happened in between."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from pipeline import World, prepare, relate
from tests.integration.support_pipeline import MONDAY, Moments, Record, clock, record, world
from tests.integration.support_relating import STEPS, Home, call_noise, wait
from tests.integration.support_week import ines, page

__all__ = ["clock", "record", "world"]


@pytest.fixture
def homes(tmp_path: Path) -> Iterator[tuple[Home, Home]]:
    clock = Moments(MONDAY)
    pair = Home(tmp_path / "changed", clock, anew=False), Home(tmp_path / "everything", clock, anew=True)
    with ExitStack() as stack:
        for home in pair:
            stack.callback(home.close)
        yield pair


def judge_corhurst(home: Home) -> None:
    (seen,) = (one for one in home.world.archive.derived.sightings() if one.source == "cor")
    call_noise(home, seen)


def grow_old(home: Home) -> None:
    """Corhurst's sighting is older than a story lasts then, and Brightvane's is not."""
    wait(home, 3)


def derive_nothing_of_corhurst(home: Home) -> None:
    home.world.archive.derived.forget("cor")


@pytest.mark.parametrize("drop", [judge_corhurst, grow_old, derive_nothing_of_corhurst])
def test_where_one_of_two_subjects_drops_out_the_other_is_related_anew(
    homes: tuple[Home, Home], drop: Callable[[Home], None]
) -> None:
    for home in homes:
        home.show("cor", page("Pro|$99"))
        home.show("prices", page("Pro|$49"))
        home.show("cor", page("Pro|$109"))
    homes[0].clock.now += timedelta(days=20)
    for home in homes:
        home.show("prices", page("Pro|$59"))
        home.relate()
        one, other = sorted(home.world.archive.derived.events())
        home.world.archive.drafts.put_together(one, other, home.clock.now)
        home.relate()
    together = homes[0].stands()
    assert together == homes[1].stands()
    for home in homes:
        drop(home)
        home.relate()
    assert homes[0].stands() == homes[1].stands() != together


@pytest.mark.parametrize("seed", range(4))
def test_after_whatever_happens_the_same_events_and_impacts_stand(homes: tuple[Home, Home], seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(16):
        step, draw = chance.choice(STEPS), chance.randrange(1_000_000)
        for home in homes:
            step(home, draw)
            home.relate()
        homes[0].clock.now += timedelta(hours=1)
        assert homes[0].stands() == homes[1].stands(), step.__name__


def test_what_did_not_change_is_neither_linked_nor_written_again(world: World, record: Record) -> None:
    record("$400")
    record("$900")
    stood = world.archive.relations.kept()
    assert [one.events for one in stood.values()] == [frozenset(world.archive.derived.events())]
    nobody = replace(world, names_known=refused, rules_read=refused)
    relate(nobody)
    record("$900")
    relate(nobody)
    assert world.archive.relations.kept() == stood


def refused() -> NoReturn:
    raise AssertionError("nothing is to be linked or read anew")


def test_on_another_day_impacts_are_weighed_and_not_linked_anew(world: World, record: Record, clock: Moments) -> None:
    record("$400")
    record("$900")
    ids = list(world.archive.derived.events())
    (before,) = world.archive.relations.links(ids).values()
    clock.now += timedelta(days=1)
    relate(replace(world, names_known=refused, rules_read=refused))
    (after,) = world.archive.relations.links(ids).values()
    assert before is not None
    assert after is not None
    assert (after.key, after.links) == (before.key, before.links)
    assert after.weighed != before.weighed


def test_links_that_cannot_be_read_are_made_anew(world: World, record: Record, clock: Moments) -> None:
    """As after an upgrade that changed what a link says: what is kept of them can be made again at any time."""
    record("$400")
    record("$900")
    stood = world.archive.derived.impacts()
    ids = list(world.archive.derived.events())
    for key, then in (("key = key", clock.now), ("key = 'of another program'", clock.now + timedelta(days=1))):
        with sqlite3.connect(world.configuration.settings.database_url.removeprefix("sqlite:///")) as database:
            database.execute(f"UPDATE link SET links = '{{}}', weighed = 'on another day', {key}")
        clock.now = then
        assert prepare(world, ines(world), clock.now).html
        relate(world)
        assert None not in world.archive.relations.links(ids).values()
        assert world.archive.derived.impacts() == stood
