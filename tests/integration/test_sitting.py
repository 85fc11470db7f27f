"""Mails composed in one sitting say what each would say alone, and what is crawled meanwhile waits for the next."""

from datetime import UTC, datetime, timedelta

import digest
from domain.editions import Audience
from domain.verdicts import Says
from pipeline import World, compose, detect, prepare
from pipeline.composing.judging import judge
from pipeline.composing.sitting import Sitting
from tests.integration.support_pipeline import Moments, Record, clock, record, world

__all__ = ["clock", "record", "world"]

MONDAY = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)


def judge_all(world: World, says: Says) -> None:
    for change in world.archive.derived.changes():
        judge(world, change, world.archive.derived.sightings_of(change.key), [(says, None)], by="noor", note="")


def begun(world: World, record: Record, clock: Moments) -> tuple[Audience, Sitting]:
    """A sitting that begins on Monday with a rise to tell, and who reads of it."""
    record("$49")
    record("$59")
    (audience,) = digest.audiences(world.configuration.accounts)
    clock.now = MONDAY
    sitting = Sitting(world)
    assert sitting.events
    return audience, sitting


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


def test_what_is_judged_while_a_sitting_is_under_way_is_no_news_to_whoever_reads_later(
    world: World, record: Record, clock: Moments
) -> None:
    audience, sitting = begun(world, record, clock)
    judge_all(world, Says.NOISE)
    clock.now += timedelta(seconds=30)
    assert prepare(world, audience, MONDAY, sitting).event_ids == ()


def test_what_is_judged_while_a_mail_is_composed_is_corrected_in_the_next(
    world: World, record: Record, clock: Moments
) -> None:
    audience, sitting = begun(world, record, clock)
    clock.now += timedelta(seconds=10)
    judge_all(world, Says.NOISE)
    clock.now += timedelta(seconds=30)
    told = compose(world, audience, MONDAY, to_send=True, sitting=sitting)
    assert told.event_ids
    assert world.archive.editions.save(told, ("outbox",))
    for weeks, corrected in ((1, True), (2, False)):
        clock.now = MONDAY + timedelta(weeks=weeks)
        found = " ".join(prepare(world, audience, clock.now).text.split())
        assert ("judged to be no news" in found) is corrected
