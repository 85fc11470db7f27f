"""What a page's own history says of a difference: learned, explained, undone, and never able to hide what stays."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import main
from domain.changes import Change, ChangeStatus
from domain.errors import UsageError
from pipeline import World, detect
from pipeline.noise import learned, undo
from tests.integration.support_pipeline import Moments, attempt_at, clock, world

__all__ = ["clock", "world"]

PAGE = """<html><head><title>StayFeed</title></head><body>
<nav><a href="/">Home</a><h6>Products</h6><ul>{products}</ul></nav><main>
<h1>Hotel prices</h1><p>StayFeed reads hotel prices in ninety countries and hands them to revenue managers.</p>
<h2>Plans</h2><ul><li>Pro costs {pro} a month</li><li>Basic is free for one hotel</li></ul>
<h2>Community</h2><p>Right now the board lists {count} open questions on yield</p>
<h2>In their words</h2><p>{quote}</p>
</main></body></html>"""
QUOTES = (
    "We were live in a week and never looked back since, says the head of revenue at Polder Inns",
    "Our night shift sleeps now, because the feed does not, says the manager of Hotel Karsten",
    "Nobody on the team opens five tabs in the morning any more, says the owner of Three Firs",
)
PRODUCTS = '<li><a href="/products/rates">Rates</a></li><li><a href="/products/events">Events</a></li>'
Show = Callable[..., tuple[Change, ...]]


@pytest.fixture
def show(world: World, clock: Moments) -> Show:
    """Store one visit of the page, detect, let a day pass, and give the change it made, if any."""
    source = world.sources[0]

    def show(
        pro: str = "$39", count: int = 17, quote: str = QUOTES[0], products: str = PRODUCTS, at: str = "prices"
    ) -> tuple[Change, ...]:
        where = next(one for one in world.sources if one.name == at)
        body = PAGE.format(pro=pro, count=count, quote=quote, products=products).encode()
        attempt = attempt_at(where, clock.now, "-")
        visit = world.archive.visits.record(replace(attempt, parts=(replace(attempt.parts[0], body=body),)))
        detect(world, where)
        clock.now += timedelta(days=1)
        return world.archive.derived.changes(source=where.name, after_seq=visit.seq - 1)

    assert source.name == "prices"
    return show


def news_of(changes: Sequence[Change]) -> Change:
    """The one change that is news."""
    [found] = [change for change in changes if change.status is ChangeStatus.NEWS]
    return found


def statuses(world: World) -> list[ChangeStatus]:
    return [change.status for change in world.archive.derived.changes()]


def test_a_number_that_moves_at_every_visit_is_learned_and_what_it_said_before_is_settled(
    world: World, show: Show
) -> None:
    for count in (17, 21, 16, 25):
        show(count=count)
    assert statuses(world) == [ChangeStatus.NOISE] * 3
    [found] = learned(world, world.sources[0])
    assert (found.visits, found.of) == (3, 3)
    assert "25 open questions" in found.says


def test_a_price_that_changes_beside_learned_noise_is_told_at_once_and_alone(world: World, show: Show) -> None:
    for count in (17, 21, 16, 25):
        show(count=count)
    change = news_of(show(count=31, pro="$49"))
    assert [edit.after for edit in change.counted] == ["Pro costs $49 a month"]
    [sighting] = world.archive.derived.sightings_of(change.key)
    assert [edit.after for edit in sighting.edits] == ["Pro costs $49 a month"]


def test_texts_that_come_and_go_are_learned(world: World, show: Show) -> None:
    for number in (0, 1, 2, 0, 1, 2):
        show(quote=QUOTES[number])
    assert statuses(world)[-2:] == [ChangeStatus.NOISE] * 2
    assert any(
        "In their words" not in one.says and "come and go" in one.says for one in learned(world, world.sources[0])
    )


@pytest.mark.parametrize(
    "canary",
    [
        "From 1 March every plan costs $79 a month, says the head of revenue at Polder Inns and he means it",
        "Ruth Aldana joins StayFeed as chief executive, says the manager of Hotel Karsten to his guests",
        "The old feed ends on 30 September 2026 for everyone, says the owner of Three Firs to all",
    ],
)
def test_a_first_seen_price_name_or_date_among_rotating_texts_is_told_within_two_visits(
    world: World, show: Show, canary: str
) -> None:
    for number in (0, 1, 2, 0, 1, 2):
        show(quote=QUOTES[number])
    told = news_of((*show(quote=canary), *show(quote=canary)))
    assert canary in [edit.after for edit in told.counted]
    assert world.archive.derived.sightings_of(told.key)


def test_a_price_in_a_place_learned_to_be_noise_is_told_within_two_visits(world: World, show: Show) -> None:
    for price in ("$31", "$32", "$33", "$34", "$35", "$36", "$37", "$38"):
        show(pro=price)
    assert learned(world, world.sources[0])
    told = news_of((*show(pro="$99"), *show(pro="$99")))
    assert [edit.after for edit in told.counted] == ["Pro costs $99 a month"]


def test_what_stands_beside_a_change_of_its_own_is_told_with_it(world: World, show: Show) -> None:
    for number in (0, 1, 2, 0, 1, 2):
        show(quote=QUOTES[number])
    seeded = "Ruth Aldana joins StayFeed as chief executive, says the manager of Hotel Karsten to his guests"
    show(quote=seeded)
    told = news_of(show(quote=seeded, pro="$49"))
    assert {edit.after for edit in told.counted} == {seeded, "Pro costs $49 a month"}


def test_undone_noise_is_news_again_and_stays_so(world: World, show: Show) -> None:
    for count in (17, 21, 16, 25):
        show(count=count)
    [found] = learned(world, world.sources[0])
    undo(world, world.sources[0], found.slot)
    assert news_of(show(count=33))
    with pytest.raises(UsageError, match="nothing learned of prices is called"):
        undo(world, world.sources[0], found.slot)


def test_who_listens_again_is_told_what_is_mailed_and_what_is_only_listed(
    world: World, show: Show, tmp_path: Path
) -> None:
    for count in (17, 21, 16, 25):
        show(count=count)
    [found] = learned(world, world.sources[0])
    done = CliRunner().invoke(main, ["sources", "noise", "prices", "--undo", found.slot, "--home", str(tmp_path)])
    assert "told from the next visit on" in done.output
    assert "lists what was left out, and mails nothing" in done.output


def test_a_place_that_rests_is_no_noise_any_more(world: World, show: Show) -> None:
    for count in (17, 21, 16, 25):
        show(count=count)
    for _ in range(12):
        show(count=25)
    assert learned(world, world.sources[0]) == ()


def test_a_replay_learns_the_same(world: World, show: Show) -> None:
    for number in (0, 1, 2, 0, 1, 2):
        show(quote=QUOTES[number])
    show(quote="A text that nobody ever saw there before, says the porter of Polder Inns at noon")
    show(quote=QUOTES[1])
    before = world.archive.derived.changes()
    world.archive.derived.forget("prices")
    detect(world, world.sources[0])
    assert world.archive.derived.changes() == before


def test_a_product_that_comes_into_the_menu_is_told_when_a_second_visit_shows_it(world: World, show: Show) -> None:
    show()
    wider = PRODUCTS + '<li><a href="/products/pulse">Demand Pulse</a></li>'
    [first] = show(products=wider)
    assert first.status is ChangeStatus.NOISE
    told = news_of(show(products=wider))
    assert [edit.after for edit in told.counted] == ["Demand Pulse"]
    [sighting] = world.archive.derived.sightings_of(told.key)
    assert "Demand Pulse" in sighting.headline
    assert show(products=wider) == ()


def test_a_menu_that_flickers_is_never_told(world: World, show: Show) -> None:
    show()
    wider = PRODUCTS + '<li><a href="/products/pulse">Demand Pulse</a></li>'
    for products in (wider, PRODUCTS, wider, PRODUCTS):
        show(products=products)
    assert ChangeStatus.NEWS not in statuses(world)
