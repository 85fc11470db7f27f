"""A watched site of nine pages, looked at on the days of a week, and the editions of two readers."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import digest
from domain.editions import Audience, Edition
from domain.visits import Visit
from pipeline import World, detect, prepare, relate
from tests.integration.support_pipeline import ACCOUNTS, Moments, attempt_at, opened

MONDAY = datetime(2026, 2, 16, 5, 0, tzinfo=UTC)
NEXT_MONDAY = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
POLICIES = ("privacy", "cookies", "terms", "refunds", "imprint", "security", "dpa", "sla")
SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {name: prices, url: "https://brightvane.example/prices"}
""" + "".join(f'      - {{name: {name}, url: "https://brightvane.example/{name}"}}\n' for name in POLICIES)
PEOPLE = ACCOUNTS.replace(
    "accounts:",
    "  noor: {name: Noor Haddad, email: noor@halden.example, zone: Europe/Paris, digest: thu 07:00, analyst: true}\n"
    "accounts:",
)
HELP = "<h2>Need help?</h2><p>Our support team answers within one working day at the number below.</p>"

Look = Callable[..., Visit]


def page(*rows: str, about: str = "StayFeed gives hotel prices from ninety countries to revenue managers.") -> str:
    cells = "".join(f"<tr><td>{row.partition('|')[0]}</td><td>{row.partition('|')[2]}</td></tr>" for row in rows)
    return f"""<html><head><title>StayFeed prices</title></head><body><main><h1>StayFeed prices</h1>
<p>{about}</p><p>Every plan can be ended at the end of a month, and every invoice is sent by the fifth.</p>
<table><tr><th>Plan</th><th>Price</th></tr>{cells}</table></main></body></html>"""


def policy(name: str, box: str = "", more: str = "") -> str:
    return f"""<html><head><title>{name}</title></head><body><main><h1>The {name} policy</h1>
<p>This is what Brightvane promises its customers about {name}, in force since January of last year.</p>{box}
<h2>Scope</h2><p>The {name} policy binds every company of the Brightvane group and whoever works for it.</p>{more}
</main></body></html>"""


@pytest.fixture
def clock() -> Moments:
    return Moments(MONDAY)


@pytest.fixture
def world(tmp_path: Path, clock: Moments) -> Iterator[World]:
    with opened(tmp_path, clock, SOURCES, PEOPLE) as world:
        yield world


@pytest.fixture
def look(world: World, clock: Moments) -> Look:
    """Store one visit of a source at a day of the week (0 is Monday), detect and relate."""

    def look(html: str, day: float = 0, name: str = "prices", *, status: int = 200) -> Visit:
        clock.now = max(clock.now, MONDAY + timedelta(days=day))
        source = next(one for one in world.sources if one.name == name)
        attempt = attempt_at(source, clock.now, "", status=status)
        visit = world.archive.visits.record(replace(attempt, parts=(replace(attempt.parts[0], body=html.encode()),)))
        detect(world, source)
        relate(world)
        return visit

    return look


def ines(world: World) -> Audience:
    return next(one for one in digest.audiences(world.configuration.accounts) if one.person.key == "ines")


def noor(world: World) -> Audience:
    return next(one for one in digest.audiences(world.configuration.accounts) if one.person.key == "noor")


def edition(world: World, clock: Moments, reader: Audience, weeks: int = 0) -> Edition:
    """The reader's edition of the Monday after the first week, or some weeks later."""
    clock.now = max(clock.now, NEXT_MONDAY + timedelta(days=7 * weeks))
    return prepare(world, reader, NEXT_MONDAY + timedelta(days=7 * weeks))


def words(edition: Edition) -> str:
    return " ".join(edition.text.split())
