"""Events of sightings, and the accounts that they touch: made anew only where what they were made of changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from domain.events import Event
from domain.keys import digest
from domain.links import KeptLinks, KeptSubject, Related
from pipeline.detecting.grouping import Mint, new_id, regrouped, subjects_of, unsettled, young_since
from pipeline.detecting.linking import Linker
from pipeline.program import program_hash
from pipeline.world import World

if TYPE_CHECKING:
    from storage.leases import Held


def relate(world: World, *, held: "Held | None" = None, anew: bool = False, mint: Mint = new_id) -> None:
    """Make events of the sightings that are news and belong to none yet, and link them to accounts.

    The same comes of it as of relating everything, which `anew` does: a subject whose sightings are those of last time,
    and of whose sources nothing was derived or judged since, is passed over; an event is linked where it changed.
    """
    since = young_since(world)
    # Asked before anything else is read: what comes in meanwhile is related next time, and never passed over.
    made_of = world.archive.relations.made_of(since)
    derivation = world.derivation()
    keys = {subject: digest(program_hash(), derivation, parts) for subject, parts in made_of.items()}
    kept = {} if anew else world.archive.relations.kept()
    stale = {subject for subject, key in keys.items() if subject not in kept or kept[subject].key != key}
    gone = kept.keys() - keys.keys()
    linker = Linker(world, anew=anew)
    weighing = left_to_weigh(world, linker, (one for name, one in kept.items() if name not in stale | gone))
    unread = {event for event, one in weighing.items() if one is None}
    stale |= {name for name, one in kept.items() if one.events & unread}
    found, subjects = regrouped(world, since, stale | gone, kept, mint)
    standing = {event for name, one in kept.items() if name not in subjects for event in one.events}
    links = linker.linked(found.events)
    links += tuple(one for event, one in weighing.items() if one is not None and event in standing)
    if not (stale or gone or links):
        return
    related = Related(
        events=found.events,
        links=links,
        impacts=linker.impacts(one.links for one in links),
        subjects=standing_now(keys, subjects - unsettled(found), found.events),
        gone=subjects - keys.keys(),
    )
    world.archive.relations.store(related, derivation, world.clock(), held=held)


def left_to_weigh(world: World, linker: Linker, told: Iterable[KeptSubject]) -> dict[str, KeptLinks | None]:
    """Of events that stand, those whose impacts are of another day or of before a reader answered; None: unreadable."""
    events = {event for one in told for event in one.events}
    left = world.archive.relations.links(events, not_weighed=linker.weighed_by)
    return {event: one and replace(one, weighed=linker.weighed_by) for event, one in left.items()}


def standing_now(keys: Mapping[str, str], subjects: frozenset[str], events: Sequence[Event]) -> dict[str, KeptSubject]:
    told: dict[str, set[str]] = {name: set() for name in subjects if name in keys}
    for event in events:
        for name in subjects_of(event) & told.keys():
            told[name].add(event.id)
    return {name: KeptSubject(key=keys[name], events=frozenset(found)) for name, found in told.items()}
