"""The events of the last weeks, made of the sightings that are news."""

import secrets
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import classifiers
from domain.changes import ChangeStatus, Edit
from domain.events import Event, Sighting
from domain.keys import subject_key
from domain.links import KeptSubject
from pipeline.detecting.confirmation import confirmed
from pipeline.detecting.detection import sight
from pipeline.detecting.quiet import STORY_DAYS
from pipeline.detecting.site_wide import split, without
from pipeline.world import World

Mint = Callable[[], str]
Known = Mapping[str, tuple[str, ...]]


def new_id() -> str:
    return secrets.token_hex(8)


def young_since(world: World) -> datetime:
    """From when on sightings still join a story."""
    return world.clock() - timedelta(days=STORY_DAYS)


def recent_events(world: World) -> tuple[Event, ...]:
    sightings = world.archive.derived.sightings(since=young_since(world), status=ChangeStatus.NEWS)
    return grouped(world, sightings, world.archive.derived.events(), new_id).events


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """Events, and what they were made of: sightings as confirmed, each page's own edits apart from its site's."""

    sightings: tuple[Sighting, ...]
    taken: frozenset[str]
    known: Known
    events: tuple[Event, ...]


def grouped(world: World, sightings: Sequence[Sighting], known: Known, mint: Mint) -> Grouped:
    told, taken = split(sightings, lambda seen, edits: part_of(world, seen, edits))
    borne_out = confirmed(world, told)
    events = classifiers.group(borne_out, without(known, taken), mint)
    return Grouped(sightings=borne_out, taken=taken, known=known, events=events)


def part_of(world: World, seen: Sighting, edits: tuple[Edit, ...]) -> Sighting | None:
    """What some of a sighting's edits say alone; None where its source is not watched any more."""
    change = world.archive.derived.change(seen.change)
    source = next((one for one in world.sources if one.name == seen.source), None)
    if change is None or source is None:
        return None
    return next(
        (one for one in sight(world, source, replace(change, edits=edits)) if one.subject == seen.subject), None
    )


def regrouped(
    world: World, since: datetime, stale: Collection[str], kept: Mapping[str, KeptSubject], mint: Mint
) -> tuple[Grouped, frozenset[str]]:
    """The events that tell of these subjects or told of them last time, and all subjects that they tell of.

    Two subjects hang together where an event has edits of both; nothing else makes sightings of two into one. One
    that drops out of an event, judged noise or grown old, leaves no young edit to find the other by.
    """
    subjects = set(stale)
    while True:
        sightings = world.archive.derived.sightings(since=since, status=ChangeStatus.NEWS, subjects=subjects)
        known = world.archive.relations.events_with({edit.key for seen in sightings for edit in seen.edits})
        told = {event for name in subjects & kept.keys() for event in kept[name].events}
        beside = {name for name, one in kept.items() if name not in subjects and one.events & (known.keys() | told)}
        if not beside:
            return grouped(world, sightings, known, mint), frozenset(subjects)
        subjects |= beside


def unsettled(found: Grouped) -> frozenset[str]:
    """The subjects of which grouping would tell otherwise next time, now that the ids and edits found are known."""
    owner = {edit.key: event.id for event in found.events for seen in event.sightings for edit in seen.edits}
    after = {event: [key for key in keys if key not in owner] for event, keys in found.known.items()}
    for key, event in owner.items():
        after.setdefault(event, []).append(key)
    known = {event: tuple(sorted(keys)) for event, keys in after.items() if keys}
    again = classifiers.group(found.sightings, without(known, found.taken), new_id)
    before, now = {shape(event) for event in found.events}, {shape(event) for event in again}
    moved = {event for event, _ in before ^ now}
    both = (*found.events, *again)
    return frozenset(name for event in both if event.id in moved for name in subjects_of(event))


def shape(event: Event) -> tuple[str, tuple[str, ...]]:
    return event.id, tuple(f"{seen.change} {seen.key}" for seen in event.sightings)


def subjects_of(event: Event) -> frozenset[str]:
    return frozenset(subject_key(seen.subject) for seen in event.sightings)
