"""A week told once: the net of several changes, what came and went, what is held, and what a whole site did."""

from dataclasses import replace
from datetime import datetime, timedelta

from domain.changes import ChangeStatus
from domain.editions import Period
from pipeline import World, compose, prepare, to_recheck
from pipeline.composing.editions import noise_count
from pipeline.detecting.confirmation import confirmed
from pipeline.detecting.grouping import recent_events
from tests.integration.support_pipeline import Moments
from tests.integration.support_week import (
    MONDAY,
    NEXT_MONDAY,
    Look,
    clock,
    edition,
    ines,
    look,
    noor,
    page,
    words,
    world,
)

__all__ = ["clock", "look", "world"]


def test_two_raises_of_a_week_are_told_as_one_from_first_to_last(world: World, look: Look, clock: Moments) -> None:
    for day, price in enumerate(("$49", "$59", "$69")):
        look(page(f"Pro|{price}"), day * 2)
    first, second = (event.id for event in recent_events(world))
    found = edition(world, clock, ines(world))
    assert "Pro: $49 → $69" in words(found)
    assert "$59" not in words(found).replace(
        "Came and went: Brightvane, prices: Pro at $59 from Wed 18 Feb to Fri 20 Feb.", ""
    )
    assert "Seen Wed 18 Feb, as now since Fri 20 Feb" in words(found)
    assert found.event_ids == (first, second)
    assert "first seen 2026-02-18 06:00 · as now since 2026-02-20 06:00 · last confirmed 2026-02-20 06:00" in (
        found.evidence
    )
    assert edition(world, clock, ines(world), 1).event_ids == ()


def test_a_net_is_shown_between_the_first_and_the_last_visit(world: World, look: Look, clock: Moments) -> None:
    visits = [look(page(f"Pro|{price}"), day * 2) for day, price in enumerate(("$49", "$59", "$69"))]
    shown = edition(world, clock, ines(world)).evidence
    hashes = [visit.main.sha256 or "" for visit in visits if visit.main]
    assert [one in shown for one in hashes] == [True, False, True]


def test_a_price_that_came_back_is_said_as_come_and_gone_beside_what_stayed(
    world: World, look: Look, clock: Moments
) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$39", "Enterprise|$900"), 1)
    look(page("Pro|$49", "Enterprise|$900"), 4)
    said = words(edition(world, clock, ines(world)))
    assert "Came and went: Brightvane, prices: Pro at $39 from Tue 17 Feb to Fri 20 Feb." in said
    assert "Enterprise" in said
    assert "$49 → $39" not in said


def test_a_round_trip_leaves_no_item_and_says_where_it_went(world: World, look: Look, clock: Moments) -> None:
    for day, price in enumerate(("$49", "$59", "$69", "$49")):
        look(page(f"Pro|{price}"), day * 2)
    found = edition(world, clock, ines(world))
    assert found.event_ids == ()
    assert "Brightvane, prices: Pro at $59 from Wed 18 Feb to Fri 20 Feb." in words(found)
    assert "Brightvane, prices: Pro at $69 from Fri 20 Feb to Sun 22 Feb." in words(found)


def cards(*plans: str) -> str:
    shown = "".join(
        f"<div class='plan'><div>{plan.partition('|')[0]}</div><div>{plan.partition('|')[2]} per month</div></div>"
        for plan in plans
    )
    return f"""<html><head><title>Plans</title></head><body><main><h1>Plans</h1>
<p>StayFeed gives hotel prices from ninety countries to revenue managers.</p>{shown}</main></body></html>"""


def test_two_plans_that_meet_at_one_price_are_two_changes_and_nothing_came_and_went(
    world: World, look: Look, clock: Moments
) -> None:
    for day, starter, team in ((0, "$10", "$20"), (1, "$20", "$20"), (3, "$20", "$30")):
        look(cards(f"Starter|{starter}", f"Team|{team}", "Firm|$90"), day)
    said = words(edition(world, clock, noor(world)))
    assert "$10 per month → $20 per month" in said
    assert "$20 per month → $30 per month" in said
    assert "$10 per month → $30 per month" not in said
    assert "Came and went" not in said


def test_a_price_in_a_card_of_its_own_is_followed_from_first_to_last(world: World, look: Look, clock: Moments) -> None:
    for day, starter in ((0, "$10"), (1, "$15"), (3, "$18")):
        look(cards(f"Starter|{starter}", "Team|$20", "Firm|$90"), day)
    assert "$10 per month → $18 per month" in words(edition(world, clock, noor(world)))


def test_a_plan_that_was_added_and_edited_is_told_as_it_stands(world: World, look: Look, clock: Moments) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$49", "Team|$99"), 1)
    look(page("Pro|$49", "Team|$89"), 3)
    said = words(edition(world, clock, ines(world)))
    assert "$89" in said
    assert "$99 → $89" not in said


def test_two_unrelated_changes_of_a_page_stay_two(world: World, look: Look, clock: Moments) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$59"), 1)
    look(page("Pro|$59", about="StayFeed gives hotel prices from one hundred countries to revenue managers."), 3)
    assert len(edition(world, clock, noor(world)).event_ids) == 2


def test_each_reader_gets_the_net_of_their_own_period(world: World, look: Look, clock: Moments) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$59"), 1)
    thursday = MONDAY + timedelta(days=3, hours=1)
    clock.now = thursday
    early = prepare(world, noor(world), thursday)
    look(page("Pro|$69"), 4)
    late = edition(world, clock, ines(world))
    clock.now = thursday + timedelta(days=7)
    then = prepare(world, noor(world), clock.now)
    assert "$49 → $59" in words(early)
    assert "$49 → $69" in words(late)
    assert "$59 → $69" in words(then)


def test_what_was_told_as_one_and_then_taken_back_is_corrected(world: World, look: Look, clock: Moments) -> None:
    for day, price in enumerate(("$49", "$59", "$69")):
        look(page(f"Pro|{price}"), day * 2)
    edition(world, clock, ines(world))
    look(page("Pro|$49"), 9)
    corrected = edition(world, clock, ines(world), 1)
    assert "taken back by Wed 25 Feb" in words(corrected)
    assert corrected.event_ids == ()
    assert "taken back" not in edition(world, clock, ines(world), 2).text


def test_what_was_told_taken_back_and_true_again_within_a_week_is_no_correction(
    world: World, look: Look, clock: Moments
) -> None:
    for day, price in enumerate(("$49", "$59")):
        look(page(f"Pro|{price}"), day)
    edition(world, clock, ines(world))
    for day, price in ((8, "$49"), (10, "$59"), (11, "$59")):
        look(page(f"Pro|{price}"), day)
    said = words(edition(world, clock, ines(world), 1))
    assert "taken back" not in said
    assert "Came and went: Brightvane, prices: Pro at $49 from Tue 24 Feb to Thu 26 Feb." in said


def shrunk() -> str:
    return "<html><head><title>StayFeed prices</title></head><body><main><h1>StayFeed</h1></main></body></html>"


def full() -> str:
    more = " ".join(
        f"Hotel chain number {n} has used StayFeed since its first season in the market." for n in range(30)
    )
    return page("Pro|$49", about=more)


def test_what_is_held_is_said_in_every_edition_until_it_is_decided(world: World, look: Look, clock: Moments) -> None:
    look(full())
    look(shrunk(), 5)
    (change,) = world.archive.derived.changes()
    assert change.status is ChangeStatus.HELD
    clock.now = NEXT_MONDAY
    assert [source.name for source in to_recheck(world, clock.now)] == ["prices"]
    look("", 7.1, status=503)
    first, second = (words(edition(world, clock, ines(world), week)) for week in (0, 1))
    for said in (first, second):
        assert "Held: prices, since" in said
        assert "Brightvane drops Pro at $49 from StayFeed prices" in said
        assert "(the whole page is another one); not decided yet, server error" in said
    clock.now = NEXT_MONDAY + timedelta(days=14)
    assert [source.name for source in to_recheck(world, clock.now)] == ["prices"]
    look(full(), 21)
    third = words(edition(world, clock, ines(world), 2))
    assert "Held before: Brightvane" in third
    assert "not there any more on Mon 9 Mar" in third
    assert "Held:" not in third
    assert "Held" not in words(edition(world, clock, ines(world), 3))


def test_what_a_held_change_said_and_still_stands_is_not_said_to_be_gone(
    world: World, look: Look, clock: Moments
) -> None:
    parts = [
        f"<h2>Part {part}</h2><p>" + " ".join(f"word{part}x{word}" for word in range(30)) + "</p>" for part in range(12)
    ]
    look(page("Pro|$39").replace("</main>", "".join(parts) + "</main>"))
    look(page("Pro|$49"), 6)
    assert "Held: prices, since Sun: Brightvane raises Pro from $39 to $49" in words(edition(world, clock, ines(world)))
    look(page("Pro|$49").replace("</main>", "".join(parts[:3]) + "</main>"), 8)
    said = words(edition(world, clock, ines(world), 1))
    assert "Pro: $39 → $49" in said
    assert "Held before" not in said


def test_what_was_held_and_borne_out_was_first_seen_when_it_was_held(world: World, look: Look) -> None:
    look(full())
    look(shrunk(), 3)
    assert recent_events(world) == ()
    look(shrunk(), 5)
    (event,) = recent_events(world)
    assert (event.first_seen, event.last_confirmed) == (MONDAY + timedelta(days=3), MONDAY + timedelta(days=5))


def test_what_was_left_out_and_waits_is_looked_at_again_and_said(world: World, look: Look, clock: Moments) -> None:
    look(page("Pro|$49"))
    visit = look(page("Pro|$59"), 5)
    derived = world.archive.derived
    (change,), reading = derived.changes(), derived.interpretation(visit.id)
    assert reading is not None
    left_out = tuple(replace(edit, noise="an amount that turns", waits=True) for edit in change.edits)
    noise = replace(change, status=ChangeStatus.NOISE, edits=left_out, explanation="a place that changes by itself")
    derived.store(reading, noise, derivation=world.derivation())
    clock.now = NEXT_MONDAY
    assert [source.name for source in to_recheck(world, clock.now)] == ["prices"]
    said = words(compose(world, noor(world), NEXT_MONDAY))
    assert "Held: prices, since Sat: Brightvane: “Pro | $59” (an amount that turns); decided" in said
    look(page("Pro|$59"), 7)
    assert "Held" not in words(compose(world, noor(world), NEXT_MONDAY))


def test_a_change_that_is_learned_noise_counts_as_noise_and_one_about_strangers_does_not(
    world: World, look: Look, clock: Moments
) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$59"), 5)
    (change,) = world.archive.derived.changes()
    week = Period(label="2026-W08", after_seq=0, cut_seq=2, sends_at=NEXT_MONDAY)
    counts = []
    for why in ("a place that changes by itself: Plans", "about nobody we watch"):
        world.archive.derived.set_status(change.key, ChangeStatus.NOISE, why)
        counts.append(noise_count(world, week))
    assert counts == [1, 0]


def confirmed_at(world: World) -> datetime:
    (event,) = recent_events(world)
    return event.last_confirmed


def test_the_same_bytes_and_noise_and_other_edits_confirm_and_an_edit_of_the_same_block_does_not(
    world: World, look: Look, clock: Moments
) -> None:
    look(page("Pro|$49"))
    raised = page("Pro|$59")
    look(raised, 1)
    assert confirmed_at(world) == MONDAY + timedelta(days=1)
    look(raised, 2)
    assert confirmed_at(world) == MONDAY + timedelta(days=2)
    look(raised.replace("<main>", '<main data-nonce="8f1c">'), 3)
    assert confirmed_at(world) == MONDAY + timedelta(days=3)
    look("", 3.5, status=503)
    assert confirmed_at(world) == MONDAY + timedelta(days=3)
    elsewhere = page("Pro|$59", about="StayFeed gives hotel prices from one hundred countries to revenue managers.")
    look(elsewhere, 4)
    first, second = recent_events(world)
    assert first.last_confirmed == second.last_confirmed == MONDAY + timedelta(days=4)
    look(elsewhere.replace("$59", "$69"), 5)
    look(elsewhere.replace("$59", "$69"), 6)
    assert [event.last_confirmed.day - MONDAY.day for event in recent_events(world)] == [4, 6, 6]


def test_since_when_something_is_so_does_not_hang_on_what_else_is_asked_of(world: World, look: Look) -> None:
    """Relating asks of all sightings of a source, or of few; a doubt of long ago counts in neither."""
    look(full().replace("$49", "$39"))
    look(full(), 1)
    look(shrunk(), 3)
    look(shrunk(), 3 + 20)
    sightings = world.archive.derived.sightings()
    together = confirmed(world, sightings)
    assert together == tuple(one for seen in sightings for one in confirmed(world, [seen]))
    assert together[-1].first_seen == MONDAY + timedelta(days=23)
