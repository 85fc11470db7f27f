"""Which of the recent events are news to one reader: never told, or told, undone since, and true again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from classifiers.grouping import event as told_as
from domain.changes import ChangeStatus
from domain.content import Where
from domain.editions import Period
from domain.events import Event, Sighting
from pipeline.composing.sitting import Sitting
from pipeline.detecting.quiet import STORY_DAYS
from pipeline.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """The events with a sighting of a period; by id, as they are told again, those that are news to who knows them."""

    events: tuple[Event, ...]
    again: Mapping[str, Event]


def fresh_events(sitting: Sitting, period: Period, told: frozenset[str]) -> tuple[Event, ...]:
    """The events of a period that this reader was not told of (`told`), or is to be told of again."""
    reached = sitting.within(reached_in, period, sitting.events)
    return tuple(
        reached.again[event.id] if event.id in told else event
        for event in reached.events
        if event.id not in told or event.id in reached.again
    )


def reached_in(world: World, period: Period, events: Sequence[Event]) -> Reached:
    """What of these events lies in a period, and what of it tells anew: undone since it was told, and true again.

    Who says once more what was said before says that it was undone.
    """
    since, derived = world.clock() - timedelta(days=STORY_DAYS), world.archive.derived
    withdrawn = edit_keys(derived.sightings(since=since, status=ChangeStatus.REVERTED))
    earlier = said_before(world, period)
    reached = tuple(event for event in events if of_period(event, period))
    again: dict[str, Event] = {}
    for event in reached:
        said = edit_keys(of_period(event, period))
        if said & earlier:
            again[event.id] = anew(event, period)
        elif said & withdrawn:
            again[event.id] = event
    return Reached(events=reached, again=again)


def edit_keys(sightings: Sequence[Sighting]) -> set[str]:
    return {edit.key for seen in sightings for edit in seen.edits}


def of_period(event: Event, period: Period) -> list[Sighting]:
    return [one for one in event.sightings if period.after_seq < one.seq <= period.cut_seq]


def said_before(world: World, period: Period) -> set[str]:
    """The keys of the edits that were news up to the reader's last edition.

    A key names source, place, old and new text: a source that makes the same edit in another visit had the old text
    back in the meantime, which a later source of the same happening or a replay never says. But an entry that rolled
    off its feed and comes back is old, and a small edit is not worth a second telling.
    """
    since = world.clock() - timedelta(days=2 * STORY_DAYS)
    sightings = world.archive.derived.sightings(since=since, until_seq=period.after_seq, status=ChangeStatus.NEWS)
    edits = (edit for seen in sightings for edit in seen.edits)
    return {edit.key for edit in edits if edit.where is not Where.ENTRY and not edit.minor}


def anew(event: Event, period: Period) -> Event:
    """What was told and undone is told by what says it now; its first sightings were another time."""
    return told_as(of_period(event, period), event.id)
