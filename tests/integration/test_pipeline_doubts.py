"""Doubt, removal and learned noise where they meet: what is true is told once, whatever came in between."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice, permutations

import pytest

from domain.changes import ChangeStatus
from domain.keys import source_revision
from domain.visits import VisitOrigin
from pipeline import World, detect
from tests.integration.support_pipeline import Moments, attempt_at, clock, world

__all__ = ["clock", "world"]

WORDS = (
    "rates",
    "rooms",
    "guests",
    "nights",
    "floors",
    "lobbies",
    "desks",
    "keys",
    "bells",
    "porters",
    "suites",
    "beds",
)
THINGS = (
    "soup",
    "bread",
    "onions",
    "ladles",
    "stoves",
    "plates",
    "cellars",
    "aprons",
    "herbs",
    "bakers",
    "ovens",
    "pans",
)


def prose(words: Sequence[str]) -> str:
    """Forty different sentences made of the words."""
    trios = islice(permutations(words, 3), 0, 1200, 30)
    return "".join(f"<p>{one.capitalize()} {two} {three}, {two} {one}, {three} {two}.</p>" for one, two, three in trios)


LONG, OTHER = prose(WORDS), prose(THINGS)
MENU = '<nav><h6>Products</h6><ul><li><a href="/products/rates">Rates</a></li>{}</ul></nav>'
PULSE = '<li><a href="/products/pulse">Demand Pulse</a></li>'
QUOTES = (
    "We were live in a week and never looked back since, says the head of revenue at Polder Inns",
    "Our night shift sleeps now, because the feed does not, says the manager of Hotel Karsten",
    "Nobody on the team opens five tabs in the morning any more, says the owner of Three Firs",
)
SEED = "The old feed ends on 30 September 2026 for everyone, says the owner of Three Firs to all"
See = Callable[..., None]


def page(*, pro: str = "$39", quote: str = QUOTES[0], more: str = LONG, menu: str = "", title: str = "Prices") -> str:
    return (
        f"<html><head><title>{title}</title></head><body>{MENU.format(menu)}<main><h1>{title}</h1>{more}"
        f"<h2>Plans</h2><p>Pro costs {pro} a month</p><h2>In their words</h2><p>{quote}</p></main></body></html>"
    )


@pytest.fixture
def see(world: World, clock: Moments) -> See:
    """Store one answer of the page, detect, and let a day pass."""

    def see(body: str, *, status: int = 200, revision: str = "", days: float = 1, **given: object) -> None:
        [source] = world.sources
        attempt = attempt_at(source, clock.now, "-", status=status)
        parts = (replace(attempt.parts[0], body=body.encode()),)
        fields: dict[str, object] = {"parts": parts, "revision": revision or source_revision(source), **given}
        world.archive.visits.record(replace(attempt, **fields))  # type: ignore[arg-type]
        detect(world, source)
        clock.now += timedelta(days=days)

    return see


def told(world: World) -> list[str]:
    """What the changes that are news say came, oldest first."""
    news = world.archive.derived.changes(status=ChangeStatus.NEWS)
    return [edit.after or f"without {edit.before}" for change in news for edit in change.counted]


def rotate(see: See, times: int = 6) -> None:
    for turn in range(times):
        see(page(quote=QUOTES[turn % 3]))


def test_a_text_told_because_it_stood_stays_told_when_the_rotation_goes_on(world: World, see: See) -> None:
    rotate(see)
    for quote in (SEED, SEED, QUOTES[0], QUOTES[1]):
        see(page(quote=quote))
    assert told(world) == [SEED]


def test_news_under_the_heading_of_a_rotation_is_not_settled_while_it_stands(world: World, see: See) -> None:
    see(page())
    joins = f"{QUOTES[0]}</p><p>Ruth Aldana joins StayFeed as chief executive"
    see(page(quote=joins))
    for turn in range(1, 7):
        see(page(quote=joins.replace(QUOTES[0], QUOTES[turn % 3])))
    assert "Ruth Aldana joins StayFeed as chief executive" in told(world)


def test_what_waits_outlasts_a_visit_that_takes_a_price_back(world: World, see: See) -> None:
    rotate(see)
    for pro in ("$49", "$39", "$39"):
        see(page(pro=pro, quote=SEED, menu=PULSE))
    assert set(told(world)) == {SEED, "Demand Pulse"}


def test_a_product_that_came_with_a_redesign_is_told_after_it(world: World, see: See) -> None:
    see(page())
    for _ in range(3):
        see(page(more=OTHER, pro="dear", quote="nobody", menu=PULSE, title="Kitchen"))
    assert "Demand Pulse" in told(world)


def test_what_waits_outlasts_a_visit_in_doubt(world: World, see: See) -> None:
    rotate(see)
    see(page(quote=SEED))
    see("<html><body><main><h1>Prices</h1></main></body></html>")
    see(page(quote=SEED))
    assert told(world) == [SEED]


def test_a_page_that_is_another_one_at_each_visit_is_told_at_the_third(world: World, see: See) -> None:
    see(page())
    for word in ("soap", "wine", "rope", "salt"):
        deal = "".join(f"<p>{word} {n} of the week is {word} that {word * n} sells.</p>" for n in range(20))
        see(f"<html><head><title>{word}</title></head><body><main><h1>{word}</h1>{deal}</main></body></html>", days=7)
    assert told(world)


def test_an_error_between_two_visits_that_found_it_gone_does_not_hide_a_removal(world: World, see: See) -> None:
    see(page())
    for status in (410, 503, 410, 410):
        see("", status=status)
    assert told(world) == ["without Prices"]


def test_a_page_unpublished_a_second_time_is_told_again(world: World, see: See) -> None:
    see(page())
    for _ in range(2):
        see("", status=410)
        see("", status=410)
        see(page())
    see("", status=410)
    see("", status=410)
    statuses = [change.status for change in world.archive.derived.changes()]
    assert statuses == [ChangeStatus.REVERTED, ChangeStatus.REVERTED, ChangeStatus.NEWS]


def test_a_page_back_after_weeks_takes_its_removal_back(world: World, see: See) -> None:
    see(page())
    for _ in range(30):
        see("", status=410)
    see(page())
    assert [change.status for change in world.archive.derived.changes()] == [ChangeStatus.REVERTED]


def test_an_old_visit_imported_late_settles_no_doubt(world: World, see: See, clock: Moments) -> None:
    see(page())
    see("<html><body><main><h1>Prices</h1></main></body></html>")
    see(page(pro="$9"), origin=VisitOrigin.IMPORT, captured_at=clock.now - timedelta(days=400))
    assert ChangeStatus.HELD in [change.status for change in world.archive.derived.changes()]


def test_an_archive_of_an_older_design_does_not_stand_in_the_way_of_news(
    world: World, see: See, clock: Moments
) -> None:
    see(page(more=OTHER, pro="dear", quote="nobody", title="Kitchen"), origin=VisitOrigin.IMPORT)
    for pro in ("$39", "$39", "$59"):
        see(page(pro=pro))
    assert told(world) == ["Pro costs $59 a month"]


def test_doubt_is_settled_by_a_visit_fetched_in_another_way(world: World, see: See) -> None:
    see(page())
    for revision in ("", "0" * 64):
        see(page(more=OTHER, pro="dear", quote="nobody", title="Kitchen"), revision=revision)
    assert told(world)


def test_a_release_that_moves_at_each_visit_is_told(world: World, see: See) -> None:
    for release in ("4.1", "4.2", "4.3", "4.4", "5.0", "5.0"):
        see(page(quote=f"The current release of StayFeed is {release} for all"))
    assert any("5.0" in text for text in told(world))
