"""What an analyst pins though it is old: told, as it stands now, to those who never read of it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from classifiers.grouping import event as told_as
from domain.changes import Change, ChangeStatus
from domain.content import Where
from domain.drafts import Draft
from domain.editions import Audience, EditionKind
from domain.events import Event, Sighting
from domain.keys import subject_key
from pipeline.composing.corrections import edit_events
from pipeline.composing.sitting import Sitting
from pipeline.composing.stale_alerts import unheard
from pipeline.composing.week_news import WeekNews, doubtful, retell
from pipeline.detecting.grouping import part_of
from pipeline.detecting.net import Net, Passed, Strand, follow, net_edit, passages, still_news
from pipeline.world import World

EVER = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pinned:
    """Events of old as they stand now; the `changes` that they point to and are not stored, by key.

    `passed` is what does not hold any more.
    """

    events: tuple[Event, ...] = ()
    changes: Mapping[str, Change] = field(default_factory=dict)
    passed: tuple[Passed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What one sighting of old comes to now: `seen` says it, None where nothing of it holds."""

    seen: Sighting | None
    change: Change | None = None
    passed: tuple[Passed, ...] = ()


def pinned_of_old(sitting: Sitting, audience: Audience, draft: Draft | None) -> Pinned:
    """The pinned events that grouping reads no more, for it goes back some weeks only, and this reader never had."""
    recent = {event.id for event in sitting.events}
    wanted = frozenset(one.event for one in draft.rulings if one.pin and one.event not in recent) if draft else None
    if not wanted:
        return Pinned()
    world, reader = sitting.world, audience.person.key
    told = world.archive.editions.told(reader, audience.kind, EVER)
    told |= world.archive.editions.told_at(reader, EditionKind.ALERT, EVER, but=unheard(world, reader, EVER)).keys()
    found = sitting.once(as_they_stand, wanted, sitting.cut)
    each = [one for event, one in found.items() if event not in told]
    return Pinned(
        events=tuple(event for one in each for event in one.events),
        changes={key: change for one in each for key, change in one.changes.items()},
        passed=tuple(passed for one in each for passed in one.passed),
    )


def with_pinned(news: WeekNews, pinned: Pinned) -> WeekNews:
    """A week's news with what is behind its events of old."""
    return replace(news, changes={**news.changes, **pinned.changes}, passed=(*news.passed, *pinned.passed))


def as_they_stand(world: World, ids: frozenset[str], cut: int) -> dict[str, Pinned]:
    """Each of these events by what its sightings come to up to `cut`, oldest first."""
    found = sightings_of(world, ids)
    return {event: as_it_stands(event, [standing(world, one, cut) for one in seen]) for event, seen in found.items()}


def as_it_stands(event: str, every: Sequence[Standing]) -> Pinned:
    """One event by what still holds of it; no event where nothing does."""
    living = [one.seen for one in every if one.seen is not None]
    if not living:
        return Pinned(passed=tuple(passed for one in every for passed in one.passed))
    return Pinned(
        events=(told_as(living, event),),
        changes={one.change.key: one.change for one in every if one.change is not None},
    )


def sightings_of(world: World, ids: frozenset[str]) -> dict[str, list[Sighting]]:
    """What is news still of these events, in order of seq: of a visit that several events tell of, each its part."""
    owner = edit_events(world)
    found: dict[str, list[Sighting]] = defaultdict(list)
    for seen in world.archive.derived.sightings(status=ChangeStatus.NEWS):
        tells = {owner[edit.key] for edit in seen.edits if edit.key in owner}
        for event in sorted(tells & ids):
            own = tuple(edit for edit in seen.edits if owner.get(edit.key) == event)
            part = seen if len(tells) == 1 else part_of(world, seen, own)
            found[event] += [part] if part is not None else []
    return found


def standing(world: World, seen: Sighting, cut: int) -> Standing:
    """What a sighting says after all that was edited of its own words since: another amount, or nothing."""
    later, change = later_of(world, seen, cut), world.archive.derived.change(seen.change)
    gone = next((one for one, stands in later if stands and is_gone(one) and not is_gone(seen)), None)
    if gone is not None:
        return Standing(seen=None, passed=went(seen, gone.first_seen))
    strands = own_strands(world, seen, later)
    if change is None or all(len(strand.steps) == 1 for strand in strands):
        return Standing(seen=seen)
    parts = {step.seen.change: step.seen for strand in strands for step in strand.steps}
    edits = (net_edit(strand, change.source_id) for strand in strands if still_news(strand))
    passed = tuple(one for strand in strands for one in passages(strand) if one.seen is seen)
    told = retell(
        world,
        Net(
            parts=tuple(sorted(parts.values(), key=lambda one: one.seq)),
            edits=tuple(edit for edit in edits if edit is not None),
            passed=passed,
        ),
    )
    if told is None or not told.sightings:
        return Standing(seen=None, passed=passed)
    return Standing(seen=told.sightings[0], change=told.change)


def later_of(world: World, seen: Sighting, cut: int) -> list[tuple[Sighting, bool]]:
    """What was seen of the same place since, and whether that was not taken back."""
    derived = world.archive.derived
    return [
        (one, status is ChangeStatus.NEWS)
        for status in (ChangeStatus.NEWS, ChangeStatus.REVERTED)
        for one in derived.sightings(
            after_seq=seen.seq, until_seq=cut, status=status, subjects=(subject_key(seen.subject),)
        )
        if one.source == seen.source
    ]


def own_strands(world: World, seen: Sighting, later: Sequence[tuple[Sighting, bool]]) -> list[Strand]:
    """The edits of a sighting, each with those that continue it."""
    sides: dict[bool, list[Sighting]] = defaultdict(list)
    for one, stands in later:
        sides[stands].append(one)
    strands = follow([seen, *sides[True]], sides[False], doubtful(world))
    return [strand for strand in strands if strand.steps[0].seen is seen]


def is_gone(seen: Sighting) -> bool:
    return any(edit.where is Where.STATE for edit in seen.edits)


def went(seen: Sighting, ended: datetime) -> tuple[Passed, ...]:
    """What a page said that is not there any more."""
    return tuple(Passed(edit=one, seen=seen, begun=seen.first_seen, ended=ended, back=False) for one in seen.edits)
