"""A world over a real database, a clock that a test moves, and visits recorded as the spiders would hand them over."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.keys import source_revision
from domain.sources import Source
from domain.visits import Attempt, FetchedPart, Purpose, Visit
from pipeline import World, detect, open_world, relate

MONDAY = datetime(2026, 2, 16, 5, 0, tzinfo=UTC)
PAGE = """<html><body><main><h1>StayFeed prices</h1>
<p>StayFeed gives hotel prices from ninety countries to revenue managers every single morning of the year.</p>
<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Pro</td><td>{pro}</td></tr></table></main></body></html>"""
SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {name: prices, url: "https://brightvane.example/prices"}
"""
ACCOUNTS = """us:
  name: Halden Group
  products: [{name: Hotel Rates, topics: [hotel prices], rivals: {Brightvane: [StayFeed]}}]
people:
  ines: {name: Ines Moreau, email: ines@halden.example, zone: Europe/Paris, digest: mon 07:00}
accounts:
  - {name: Marlowe Travel, tier: key, owner: ines, buys: [Hotel Rates], also_uses: {Brightvane: StayFeed}}
"""


class Moments:
    """A clock that a test moves."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


Record = Callable[..., Visit]


@pytest.fixture
def clock() -> Moments:
    return Moments(MONDAY)


@contextmanager
def opened(home: Path, clock: Moments, sources: str = SOURCES, accounts: str = ACCOUNTS) -> Iterator[World]:
    """A world over the two files as written, its sources registered."""
    (home / "sources.yaml").write_text(sources)
    (home / "accounts.yaml").write_text(accounts)
    world = open_world(home, {}, clock)
    world.archive.visits.register(world.sources)
    with world.archive:
        yield world


@pytest.fixture
def world(tmp_path: Path, clock: Moments) -> Iterator[World]:
    with opened(tmp_path, clock) as world:
        yield world


def attempt_at(source: Source, moment: datetime, pro: str | None, *, status: int = 200) -> Attempt:
    """A visit of the price page as the spiders would hand it over."""
    part = FetchedPart(
        part="page",
        url=source.url,
        requested_url=source.url,
        status=status,
        headers=(("Content-Type", "text/html; charset=utf-8"),),
        body=PAGE.format(pro=pro).encode() if pro else b"",
    )
    return Attempt(
        source=source.name,
        revision=source_revision(source),
        purpose=Purpose.CHECK,
        captured_at=moment,
        seconds=0.1,
        parts=(part,),
    )


@pytest.fixture
def record(world: World, clock: Moments) -> Record:
    """Store one visit of the price page, detect, and let an hour pass."""
    source = world.sources[0]

    def record(pro: str | None, *, status: int = 200, **changed: object) -> Visit:
        attempt = attempt_at(source, clock.now, pro, status=status)
        visit = world.archive.visits.record(replace(attempt, **changed))  # type: ignore[arg-type]
        detect(world, source)
        relate(world)
        clock.now += timedelta(hours=1)
        return visit

    return record
