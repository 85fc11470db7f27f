"""The activity of a week knows since when a source is watched, whatever an archive brought of the time before."""

from datetime import date, datetime, timedelta

from domain.editions import Period
from domain.visits import VisitOrigin
from pipeline import World
from pipeline.composing.activity import activity_lines, watched
from pipeline.composing.sitting import Sitting
from pipeline.detecting.grouping import recent_events
from tests.integration.support_pipeline import Moments, Record, clock, record, world

__all__ = ["clock", "record", "world"]


def period(now: datetime) -> Period:
    return Period(label="2026-W08", after_seq=0, cut_seq=99, sends_at=now)


def lines(world: World, now: datetime) -> list[tuple[str, bool]]:
    events = recent_events(world)
    found = activity_lines(world, events, Sitting(world).impacts(events), period(now))
    return [(line.account, line.value > 0) for line in found]


def test_a_source_is_watched_since_its_first_visit_that_was_crawled(
    world: World, record: Record, clock: Moments
) -> None:
    assert watched(world) == ()
    record("$39", origin=VisitOrigin.IMPORT, captured_at=clock.now - timedelta(days=90))
    assert watched(world) == ()
    record("$49")
    (prices,) = watched(world)
    assert (prices.source, prices.subject.name, prices.since) == ("prices", "Brightvane", date(2026, 2, 16))


def test_a_price_that_rose_under_watch_is_activity_around_the_account(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    assert lines(world, clock.now) == []
    record("$59")
    assert lines(world, clock.now) == [("Marlowe Travel", True)]
