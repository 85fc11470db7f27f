"""What an analyst pins though it is no news of the last weeks: told once more to those who never read of it."""

from collections import defaultdict
from datetime import UTC, datetime

from classifiers.grouping import event as told_as
from domain.changes import ChangeStatus
from domain.drafts import Draft
from domain.editions import Audience
from domain.events import Event, Sighting
from pipeline.composing.sitting import Sitting
from pipeline.world import World

EVER = datetime(1970, 1, 1, tzinfo=UTC)


def pinned_of_old(sitting: Sitting, audience: Audience, draft: Draft | None) -> tuple[Event, ...]:
    """The pinned events that grouping reads no more, for it goes back some weeks only, and this reader never had."""
    recent = {event.id for event in sitting.events}
    wanted = frozenset(one.event for one in draft.rulings if one.pin and one.event not in recent) if draft else None
    if not wanted:
        return ()
    told = sitting.world.archive.editions.told(audience.person.key, audience.kind, EVER)
    return tuple(event for event in sitting.once(events_as_stored, wanted) if event.id not in told)


def events_as_stored(world: World, ids: frozenset[str]) -> tuple[Event, ...]:
    """Events of any age, of the sightings that hold their edits and are news still; oldest first."""
    derived = world.archive.derived
    owner = {key: event for event, keys in derived.events().items() for key in keys if event in ids}
    found: dict[str, list[Sighting]] = defaultdict(list)
    for seen in derived.sightings(status=ChangeStatus.NEWS):
        for event in {owner[edit.key] for edit in seen.edits if edit.key in owner}:
            found[event].append(seen)
    return tuple(told_as(seen, event) for event, seen in found.items())
