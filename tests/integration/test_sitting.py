"""Mails composed in one sitting say what each would say alone, and what is crawled meanwhile waits for the next."""

from datetime import UTC, datetime

import digest
from pipeline import World, compose, detect
from pipeline.composing.sitting import Sitting
from tests.integration.support_pipeline import Moments, Record, clock, record, world

__all__ = ["clock", "record", "world"]

MONDAY = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)


def test_a_mail_of_a_sitting_is_the_mail_alone(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    record("$59")
    (audience,) = digest.audiences(world.configuration.accounts)
    clock.now = MONDAY
    sitting = Sitting(world)
    sitting.relate()
    alone = compose(world, audience, MONDAY)
    first, again = (compose(world, audience, MONDAY, sitting=sitting) for _ in range(2))
    assert first.text == again.text == alone.text
    assert first.event_ids == again.event_ids == alone.event_ids


def test_an_event_is_linked_once_a_sitting(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    record("$59")
    sitting = Sitting(world)
    assert sitting.impacts(sitting.events)
    linked = sitting.impacts(sitting.events)
    assert all(one is other for one, other in zip(linked, sitting.impacts(sitting.events), strict=True))


def test_what_is_seen_after_a_sitting_began_belongs_to_the_next_edition(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    record("$59")
    (audience,) = digest.audiences(world.configuration.accounts)
    sitting = Sitting(world)
    begun, told = sitting.cut, len(sitting.events)
    record("$69")
    for source in world.sources:
        detect(world, source)
    clock.now = MONDAY
    assert compose(world, audience, MONDAY, sitting=sitting).cut_seq == begun
    assert (sitting.cut, len(sitting.events)) == (begun, told)
    sitting.anew()
    assert sitting.cut > begun
