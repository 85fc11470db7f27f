"""An old matter that an analyst pins: told as it stands now, under its own name, to those who never had it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from domain.editions import DeliveryState, EditionKind
from domain.times import week_label
from pipeline import World, compose, prepare
from pipeline.composing.drafting import draft_of, path_of
from pipeline.delivering.draft_text import OF_OLD, offered, written
from pipeline.detecting.grouping import recent_events
from pipeline.detecting.quiet import STORY_DAYS
from pipeline.files import write_whole
from tests.integration.support_pipeline import Moments
from tests.integration.support_week import (
    HELP,
    POLICIES,
    Look,
    clock,
    edition,
    ines,
    look,
    noor,
    page,
    policy,
    words,
    world,
)

__all__ = ["clock", "look", "world"]

OLD = STORY_DAYS + 7
Pin = Callable[[str], str]


@pytest.fixture
def pin(world: World, clock: Moments) -> Pin:
    """Pin an event in the draft of the week it is by then; gives that week."""

    def pin(event: str) -> str:
        week = week_label(clock.now, "Europe/Paris")
        text = f"week: {week}\nby: noor\nfindings:\n  - {{event: {event}, pin: true}}\n"
        write_whole(path_of(world, week), text)
        return week

    return pin


@pytest.fixture
def raised(world: World, look: Look) -> str:
    """The event of a rise that nobody was told of."""
    look(page("Pro|$49"))
    look(page("Pro|$59"), 1)
    (event,) = recent_events(world)
    return event.id


def joins(world: World, clock: Moments, days: int = OLD) -> None:
    """Ines gets her first mail, long after what was seen before."""
    clock.now += timedelta(days=days)
    assert prepare(world, ines(world), clock.now).event_ids == ()
    clock.now += timedelta(days=7)


def test_an_old_matter_is_told_where_it_is_pinned_to_those_who_never_read_of_it(
    world: World, raised: str, clock: Moments, pin: Pin
) -> None:
    edition(world, clock, noor(world))
    joins(world, clock)
    week = pin(raised)
    mail = prepare(world, ines(world), clock.now)
    assert mail.event_ids == (raised,)
    assert "$49 → $59" in words(mail)
    assert "$49" in mail.evidence
    assert prepare(world, noor(world), clock.now).event_ids == (), "who was told of it is told once"
    assert OF_OLD in written(week, offered(world, week), draft_of(world, week), "noor")


def test_a_pin_keeps_nobody_from_their_welcome(world: World, raised: str, clock: Moments, pin: Pin) -> None:
    clock.now += timedelta(days=OLD)
    pin(raised)
    mail = prepare(world, ines(world), clock.now)
    assert mail.subject.startswith("Welcome")
    assert mail.event_ids == ()


def test_what_an_alert_told_is_not_told_as_new(world: World, raised: str, clock: Moments, pin: Pin) -> None:
    told = compose(world, ines(world), clock.now)
    assert raised in told.event_ids
    alert = replace(told, id="alert-ines", kind=EditionKind.ALERT, after_seq=0)
    assert world.archive.editions.save(alert, ("outbox",))
    waits, sent = DeliveryState.PENDING, DeliveryState.SENT
    world.archive.ledger.settle(alert.id, alert.recipient, "outbox", sent, "", was=waits)
    joins(world, clock)
    pin(raised)
    assert prepare(world, ines(world), clock.now).event_ids == ()


def test_an_old_rise_that_was_lowered_since_is_told_as_it_stands_now(
    world: World, raised: str, look: Look, clock: Moments, pin: Pin
) -> None:
    look(page("Pro|$39"), 40)
    joins(world, clock)
    pin(raised)
    mail = prepare(world, ines(world), clock.now)
    assert mail.event_ids == (raised,)
    assert "$49 → $39" in words(mail)
    assert "$59" not in words(mail)
    assert "THREAT" in mail.text.upper(), "a rival that became cheaper is no chance to offer more"


def test_an_old_rise_that_was_taken_back_is_told_as_what_came_and_went(
    world: World, raised: str, look: Look, clock: Moments, pin: Pin
) -> None:
    look(page("Pro|$49"), 40)
    joins(world, clock)
    pin(raised)
    mail = prepare(world, ines(world), clock.now)
    assert mail.event_ids == ()
    assert "Pro at $59" in words(mail)
    assert "Came and went" in words(mail)


def test_a_page_that_went_takes_what_it_said_with_it(
    world: World, raised: str, look: Look, clock: Moments, pin: Pin
) -> None:
    for day in (40, 41, 42):
        look("", day, status=410)
    joins(world, clock)
    pin(raised)
    assert raised not in prepare(world, ines(world), clock.now).event_ids


def test_what_else_a_visit_saw_is_not_told_with_what_is_pinned_of_it(
    world: World, look: Look, clock: Moments, pin: Pin
) -> None:
    for name in POLICIES:
        look(policy(name), 0, name)
    seats = "<p>Crew seats cost $15 a month from March on for every customer.</p>"
    for name in POLICIES:
        look(policy(name, HELP, seats if name == "privacy" else ""), 1, name)
    own, site = sorted(recent_events(world), key=lambda event: len(event.sightings))
    joins(world, clock)
    pin(own.id)
    told = prepare(world, ines(world), clock.now)
    assert told.event_ids == (own.id,)
    assert "Crew seats" in told.evidence
    assert "Our support team" not in told.evidence
    clock.now += timedelta(days=7)
    pin(site.id)
    told = prepare(world, ines(world), clock.now)
    assert told.event_ids == (site.id,)
    assert "Our support team" in told.evidence
    assert "Crew seats" not in told.evidence
