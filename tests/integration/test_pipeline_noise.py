"""What a page's own history says of a difference: learned, explained, undone, and never able to hide what stays."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from commands import main
from domain.changes import ChangeStatus
from domain.errors import UsageError
from pipeline import World, detect
from pipeline.detecting.noise import learned, undo
from tests.integration.support_noise import PRODUCTS, QUOTES, Show, news_of, show
from tests.integration.support_pipeline import clock, world

__all__ = ["clock", "show", "world"]


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
