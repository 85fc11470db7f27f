"""Relating what changed comes to exactly what relating everything comes to, whatever happened in between."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest

from domain.answers import Answer
from domain.events import Impact, Sighting
from domain.sources import SourceKind
from domain.verdicts import Says
from pipeline import World, detect, open_world, prepare, relate
from pipeline.composing.judging import judge
from pipeline.detecting.grouping import recent_events
from tests.integration.support_pipeline import MONDAY, Moments, Record, attempt_at, clock, record, world
from tests.integration.support_week import PEOPLE, ines, page

__all__ = ["clock", "record", "world"]

SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {name: prices, url: "https://brightvane.example/prices"}
      - {name: plans, url: "https://brightvane.example/plans"}
      - {name: tariffs, url: "https://brightvane.example/tariffs"}
      - {name: news, kind: feed, url: "https://brightvane.example/feed.xml"}
  - name: Corhurst
    sources:
      - {name: cor, url: "https://corhurst.example/prices"}
markets:
  - {name: wire, kind: feed, url: "https://wire.example/feed.xml", match: [competitors, accounts]}
"""
BEYOND = """  - {name: Larkspur Hotels, tier: key, owner: ines, buys: [Hotel Rates], also_uses: {Corhurst: null}}
"""
TITLES = (
    "Brightvane launches Harbour app for ferries",
    "Corhurst and Brightvane sign a partnership for hotel prices",
    "Brightvane names Mary Hale chief executive",
    "Corhurst launches Cabin scanner for hotels",
    "Marlowe Travel opens an office in Lyon",
)
BANNERS = ("", "All plans gain hotel prices of forty more countries in May.", "The summer sale ends on Friday.")
FEED = '<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{}</channel></rss>'
ITEM = "<item><title>{0}</title><link>https://wire.example/{1}</link><guid>{1}</guid></item>"


class Home:
    """One home; `anew` relates everything each time, as the measure of the other."""

    def __init__(self, folder: Path, clock: Moments, *, anew: bool) -> None:
        folder.mkdir()
        self.folder, self.clock, self.anew = folder, clock, anew
        (folder / "sources.yaml").write_text(SOURCES)
        self.accounts(beyond=True)
        self.world = open_world(folder, {}, clock)
        self.world.archive.visits.register(self.world.sources)
        numbers = count()
        self.mint = lambda: f"{next(numbers):016x}"

    def accounts(self, *, beyond: bool) -> None:
        (self.folder / "accounts.yaml").write_text(PEOPLE + (BEYOND if beyond else ""))

    def close(self) -> None:
        self.world.archive.close()

    def read_again(self) -> None:
        self.close()
        self.world = open_world(self.folder, {}, self.clock)

    def show(self, name: str, body: str) -> None:
        source = self.world.configuration.sources.named(name)
        if source is None:  # removed meanwhile
            return
        attempt = attempt_at(source, self.clock.now, "-")
        kind = "application/rss+xml" if source.kind is SourceKind.FEED else "text/html; charset=utf-8"
        part = replace(attempt.parts[0], headers=(("Content-Type", kind),), body=body.encode())
        self.world.archive.visits.record(replace(attempt, parts=(part,)))
        detect(self.world, source)

    def relate(self) -> None:
        relate(self.world, anew=self.anew, mint=self.mint)

    def stands(self) -> tuple[dict[str, tuple[str, ...]], tuple[Impact, ...]]:
        return self.world.archive.derived.events(), self.world.archive.derived.impacts()


Step = Callable[[Home, int], None]


def watch(home: Home, without: str | None, *, alias: str = "") -> None:
    lines = [line for line in SOURCES.splitlines() if without is None or f"name: {without}," not in line]
    text = "\n".join(line for line in lines if line != "markets:" or without != "wire") + "\n"
    named = f"- name: Corhurst\n    aliases: [{alias}]\n" if alias else "- name: Corhurst\n"
    (home.folder / "sources.yaml").write_text(text.replace("- name: Corhurst\n", named))
    home.read_again()
    home.world.archive.visits.register(home.world.sources)


def show_a_page(home: Home, draw: int) -> None:
    chance = random.Random(draw)
    name = chance.choice(("prices", "plans", "tariffs", "cor"))
    rows = (f"Pro|${chance.choice((49, 59, 69))}", f"Team|${chance.choice((99, 109))}")
    home.show(name, page(*rows).replace("</main>", f"<p>{chance.choice(BANNERS)}</p></main>"))


def show_one_banner_on_all(home: Home, draw: int) -> None:
    for name in ("prices", "plans", "tariffs"):
        home.show(name, page("Pro|$49").replace("</main>", f"<p>{BANNERS[draw % len(BANNERS)]}</p></main>"))


def show_a_feed(home: Home, draw: int) -> None:
    chance = random.Random(draw)
    titles = chance.sample(range(len(TITLES)), chance.randrange(1, len(TITLES)))
    home.show(chance.choice(("news", "wire")), FEED.format("".join(ITEM.format(TITLES[one], one) for one in titles)))


def wait(home: Home, draw: int) -> None:
    """Both homes have one clock: it is moved for the first of them."""
    if not home.anew:
        home.clock.now += timedelta(days=(1, 3, 9, 25)[draw % 4])


def judge_one(home: Home, draw: int) -> None:
    sightings = home.world.archive.derived.sightings()
    if sightings:
        call_noise(home, sightings[draw % len(sightings)])


def call_noise(home: Home, seen: Sighting) -> None:
    change = home.world.archive.derived.change(seen.change)
    assert change is not None
    judge(home.world, change, [seen], [(Says.NOISE, None)], by="mara", note="")


def take_a_verdict_back(home: Home, draw: int) -> None:
    standing = home.world.archive.verdicts.standing()
    if standing:
        home.world.archive.verdicts.withdraw([standing[draw % len(standing)].sighting])


def put_two_together(home: Home, draw: int) -> None:
    events = sorted(home.world.archive.derived.events())
    if len(events) > 1:
        one, other = random.Random(draw).sample(events, 2)
        home.world.archive.drafts.put_together(one, other, home.clock.now)


def put_two_subjects_together(home: Home, draw: int) -> None:
    """The newest event of each competitor; then Corhurst's sighting drops out, or the days pass."""
    for name in ("cor", "prices"):
        for price in (100, 101):
            home.show(name, page(f"Pro|${price + draw % 800}"))
    home.relate()
    newest = {event.subject.name: event for event in recent_events(home.world)}
    if {"Brightvane", "Corhurst"} <= newest.keys():
        one, other = newest["Corhurst"], newest["Brightvane"]
        home.world.archive.drafts.put_together(one.id, other.id, home.clock.now)
        home.relate()
        if draw % 2:
            call_noise(home, one.sightings[0])
        else:
            wait(home, draw)


def remove_a_source(home: Home, draw: int) -> None:
    watch(home, ("plans", "wire", None, None)[draw % 4])


def name_a_competitor_otherwise(home: Home, draw: int) -> None:
    watch(home, None, alias=("", "Harbour app")[draw % 2])


def edit_the_accounts(home: Home, draw: int) -> None:
    home.accounts(beyond=bool(draw % 2))
    home.read_again()


def answer(home: Home, draw: int) -> None:
    home.relate()
    edition = prepare(home.world, ines(home.world), home.clock.now)
    if edition.items:
        said = (Answer.USEFUL, Answer.NOT_THIS_ACCOUNT)[draw % 2]
        home.world.archive.answers.record(edition.id, edition.items[0].number, said, "ines")


def read_a_source_again(home: Home, draw: int) -> None:
    source = home.world.sources[draw % len(home.world.sources)]
    home.world.archive.derived.forget(source.name)
    detect(home.world, source)


STEPS: tuple[Step, ...] = (
    *(show_a_page,) * 4,
    *(show_a_feed,) * 3,
    show_one_banner_on_all,
    wait,
    judge_one,
    take_a_verdict_back,
    put_two_together,
    *(put_two_subjects_together,) * 2,
    remove_a_source,
    name_a_competitor_otherwise,
    edit_the_accounts,
    answer,
    read_a_source_again,
)


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
