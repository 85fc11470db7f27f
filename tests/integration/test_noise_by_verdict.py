"""What an analyst judges to be noise is noise at its place from then on, and nothing that stays is hidden by it."""

import pytest

from domain.changes import Change, ChangeStatus
from domain.verdicts import Says
from pipeline import World, detect
from pipeline.composing.judging import judge, meant
from pipeline.detecting.noise import learned, undo
from tests.integration.support_noise import QUOTES, Show, news_of, show
from tests.integration.support_pipeline import Moments, clock, world
from tests.integration.support_rules import Type, typed

__all__ = ["clock", "show", "typed", "world"]


def say_noise(world: World, change: Change) -> None:
    judge(world, *meant(world, change.key), [(Says.NOISE, None)], by="mara", note="")


def test_a_count_that_is_judged_to_be_noise_once_is_left_out_from_the_next_visit_on(world: World, show: Show) -> None:
    show(count=17)
    say_noise(world, news_of(show(count=21)))
    [next_one] = show(count=33)
    assert next_one.status is ChangeStatus.NOISE
    assert "mara judged this to be noise on 2026-02-18: “Right now the board lists 21" in next_one.explanation
    assert news_of(show(count=34, pro="$49")).counted[0].after == "Pro costs $49 a month"


def test_a_text_judged_to_be_noise_comes_back_unseen_and_a_new_one_waits_a_visit(world: World, show: Show) -> None:
    show(quote=QUOTES[0])
    say_noise(world, news_of(show(quote=QUOTES[1])))
    assert [change.status for change in show(quote=QUOTES[0])] == [ChangeStatus.NOISE]
    [waits] = show(quote=QUOTES[2])
    assert waits.status is ChangeStatus.NOISE
    assert [edit.after for edit in news_of(show(quote=QUOTES[2])).counted] == [QUOTES[2]]


@pytest.mark.parametrize(
    "canary",
    [
        "From 1 March every plan costs $79 a month, says the head of revenue at Polder Inns and he means it",
        "Ruth Aldana joins StayFeed as chief executive, says the manager of Hotel Karsten to his guests",
    ],
)
def test_a_price_or_name_where_noise_was_judged_is_told_within_two_visits(
    world: World, show: Show, canary: str
) -> None:
    show(quote=QUOTES[0])
    say_noise(world, news_of(show(quote=QUOTES[1])))
    told = news_of((*show(quote=canary), *show(quote=canary)))
    assert canary in [edit.after for edit in told.counted]


def test_a_price_judged_to_be_noise_hides_no_later_one(world: World, show: Show) -> None:
    show(pro="$39")
    say_noise(world, news_of(show(pro="$49")))
    told = news_of((*show(pro="$59"), *show(pro="$59")))
    assert [edit.after for edit in told.counted] == ["Pro costs $59 a month"]


def test_a_place_is_listened_to_again_until_it_is_judged_once_more(world: World, show: Show, clock: Moments) -> None:
    show(count=17)
    say_noise(world, news_of(show(count=21)))
    [found] = learned(world, world.sources[0])
    undo(world, world.sources[0], found.slot)
    again = news_of(show(count=33))
    say_noise(world, again)
    assert [change.status for change in show(count=35)] == [ChangeStatus.NOISE]


def test_a_verdict_taken_back_takes_its_noise_back(world: World, show: Show) -> None:
    show(count=17)
    change = news_of(show(count=21))
    say_noise(world, change)
    world.archive.verdicts.withdraw([one.key for one in meant(world, change.key)[1]])
    assert learned(world, world.sources[0]) == ()
    assert news_of(show(count=33))


def test_a_replay_comes_to_the_same_and_the_verdict_still_stands(world: World, show: Show) -> None:
    show(count=17)
    change = news_of(show(count=21))
    say_noise(world, change)
    show(count=33)
    before = world.archive.derived.changes()
    world.archive.derived.forget("prices")
    detect(world, world.sources[0])
    assert world.archive.derived.changes() == before
    assert world.archive.derived.sightings_of(change.key)


def test_a_verdict_on_a_whole_new_design_silences_no_place(world: World, show: Show) -> None:
    show(products="<li>Rates</li>")
    many = "".join(f"<h2>Part {number}</h2><p>Hotels of kind {number} like it, they say</p>" for number in range(12))
    wide = news_of(show(quote=f"{QUOTES[0]}</p>{many}<p>"))
    say_noise(world, wide)
    assert learned(world, world.sources[0]) == ()


def test_who_judges_noise_is_told_what_is_left_out_from_now_on_and_how_to_hear_of_it_again(
    world: World, show: Show, typed: Type
) -> None:
    show(count=17)
    change = news_of(show(count=21))
    told = typed("changes", "judge", change.key[:10], "--noise").stdout
    [found] = learned(world, world.sources[0])
    assert f"from the next visit on, left out: {found.slot}  " in told
    assert "to be told of one again: bellwether sources noise prices --undo ID" in told
    assert found.slot in typed("sources", "noise", "prices").stdout
    assert "from the next visit on" not in typed("changes", "judge", change.key[:10], "--right").stdout
