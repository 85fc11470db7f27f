"""A home that lives through random weeks: what is shown, judged, put together, edited and answered in them."""

import random
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

from domain.answers import Answer
from domain.events import Impact, Sighting
from domain.sources import SourceKind
from domain.verdicts import Says
from pipeline import detect, open_world, prepare, relate
from pipeline.composing.judging import judge
from pipeline.detecting.grouping import recent_events
from tests.integration.support_pipeline import Moments, attempt_at
from tests.integration.support_week import PEOPLE, ines, page

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
