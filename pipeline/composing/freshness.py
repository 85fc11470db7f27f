"""Which of the recent events are news to one reader: never told, or told, undone since, and true again."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from classifiers.grouping import event as told_as
from domain.changes import ChangeStatus
from domain.content import Where
from domain.editions import Period
from domain.events import Event, Sighting
from pipeline.detecting.quiet import STORY_DAYS
from pipeline.world import World


def fresh_events(
    world: World, period: Period, events: Sequence[Event], told: frozenset[str], since: datetime
) -> tuple[Event, ...]:
    """The events of a period that this reader was not told of (`told`), or is to be told of again."""
    derived = world.archive.derived
    withdrawn = {
        edit.key for seen in derived.sightings(since=since, status=ChangeStatus.REVERTED) for edit in seen.edits
    }
    earlier_said = said_before(world, period)
    return tuple(
        anew(event, period) if event.id in told and said_again(event, period, earlier_said) else event
        for event in events
        if is_fresh(event, period, told, withdrawn | earlier_said)
    )


def is_fresh(event: Event, period: Period, told: frozenset[str], again: set[str]) -> bool:
    """Whether a sighting of the period is news to this reader: never told, or told, undone since, and true again.

    `again` holds the keys of edits that were said before, so that who says them once more says that they were undone.
    """
    seen = of_period(event, period)
    return bool(seen) and (event.id not in told or any(edit.key in again for one in seen for edit in one.edits))


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


def said_again(event: Event, period: Period, before: set[str]) -> bool:
    return any(edit.key in before for seen in of_period(event, period) for edit in seen.edits)


def anew(event: Event, period: Period) -> Event:
    """What was told and undone is told by what says it now; its first sightings were another time."""
    return told_as(of_period(event, period), event.id)
