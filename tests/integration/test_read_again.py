"""What was mailed and comes out otherwise on replay is one line to the same readers, once."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

from domain.findings import Price
from pipeline import World, replay
from pipeline.composing.read_again import read_otherwise, still_said, told_facts
from pipeline.detecting.grouping import recent_events
from tests.integration.support_pipeline import Moments
from tests.integration.support_week import Look, clock, edition, ines, look, noor, page, words, world

__all__ = ["clock", "look", "world"]


def test_an_amount_that_is_read_otherwise_is_corrected_to_whom_it_was_told(
    world: World, look: Look, clock: Moments
) -> None:
    look(page("Team|$99"))
    look(page("Team|$79"), 1)
    edition(world, clock, ines(world))
    (event,) = recent_events(world)
    (fact,) = event.facts
    assert isinstance(fact.value, Price)
    misread = replace(fact.value, amount_after=Decimal(89), after="$89")
    now = replace(event, facts=(replace(fact, value=misread),))
    since = clock.now - timedelta(days=40)
    lines, told = read_otherwise(world, ines(world), [now], since)
    assert lines == ("Correction to W08: Brightvane, Team: $99 → $89 (-10%), not $99 → $79 (-20%).",)
    assert [one.value for one in told] == ["99 89 USD None"]
    assert read_otherwise(world, noor(world), [now], since) == ((), ())


def in_other_words(world: World, source: object) -> World:
    sources = replace(world.configuration.sources, sources=(source, *world.sources[1:]))  # type: ignore[arg-type]
    return replace(world, configuration=replace(world.configuration, sources=sources))


def test_what_is_no_news_read_again_is_taken_back_once(world: World, look: Look, clock: Moments) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$59"), 1)
    edition(world, clock, ines(world))
    again = in_other_words(world, replace(world.sources[0], remove=("table",)))
    replay(again, again.sources)
    assert "read again, it is no news." in words(edition(again, clock, ines(again), 1))
    assert "read again" not in words(edition(again, clock, ines(again), 2))


def test_what_says_something_else_read_again_is_told_with_what_it_says(world: World, look: Look) -> None:
    look(page("Pro|$49"))
    visit = look(page("Pro|$59"), 1)
    (event,) = recent_events(world)
    told = told_facts([event])[0]
    assert told.seq == visit.seq
    assert still_said(world, told) is None
    assert still_said(world, replace(told, event="an event of which nothing is left")) == event.headline


def test_a_replay_that_comes_to_the_same_corrects_nothing(world: World, look: Look, clock: Moments) -> None:
    look(page("Pro|$49", "Team|$99"))
    look(page("Pro|$59", "Team|$89"), 1)
    edition(world, clock, ines(world))
    replay(world, world.sources)
    assert read_otherwise(world, ines(world), recent_events(world), clock.now - timedelta(days=40)) == ((), ())


def test_a_fact_that_is_only_found_later_or_no_more_is_no_correction(world: World, look: Look, clock: Moments) -> None:
    look(page("Pro|$49"))
    look(page("Pro|$59"), 1)
    edition(world, clock, ines(world))
    (event,) = recent_events(world)
    bare = replace(event, facts=())
    since = clock.now - timedelta(days=40)
    assert read_otherwise(world, ines(world), [bare], since) == ((), ())
    assert [one.key for one in told_facts([bare])] == ["said"]
