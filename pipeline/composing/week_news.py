"""What is news to one reader: the fresh events of their period, several changes of one source told as one."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from classifiers.grouping import event as told_as
from diffing.sifting.standing import stands_twice
from domain.changes import Change, ChangeStatus, Edit
from domain.editions import Period
from domain.errors import UnreadableContent
from domain.events import Event, Sighting
from domain.keys import change_key
from domain.sources import SourceKind, Subject
from pipeline.detecting.confirmation import confirmed
from pipeline.detecting.detection import sight
from pipeline.detecting.net import Doubtful, Net, Passed, name_of, nets
from pipeline.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekNews:
    """The events to tell, in order of their first sighting, and what is behind them.

    `stands_for` names, by an event's id, the other events that are told in it; `undone` are the ids of those that came
    to nothing within the period. `changes` are the net changes that sightings of these events point to, by key.
    `passed` is what came and went within the period, tagged or not.
    """

    events: tuple[Event, ...]
    stands_for: Mapping[str, tuple[str, ...]]
    undone: frozenset[str]
    changes: Mapping[str, Change]
    passed: tuple[Passed, ...]

    def ids(self, told: Sequence[str]) -> tuple[str, ...]:
        """The ids of all that a mail tells with these events: theirs, and of what is told in them."""
        return tuple(dict.fromkeys(one for event in told for one in (event, *self.stands_for.get(event, ()))))


@dataclass(frozen=True, slots=True, kw_only=True)
class Retold:
    """A net of several sightings, and what is said of it: nothing where it came to nothing."""

    net: Net
    change: Change
    sightings: tuple[Sighting, ...]


def week_news(world: World, fresh: Sequence[Event], period: Period) -> WeekNews:
    """The net of a reader's fresh events: per source, the first good visit of the period against the last."""
    found = period_nets(world, fresh, period)
    mine = {name_of(seen) for event in fresh for seen in event.sightings}
    several = [net for net in found if len(net.parts) > 1 and any(name_of(part) in mine for part in net.parts)]
    made = [one for net in several if (one := retell(world, net)) is not None]
    events, stands_for, undone = regrouped(fresh, made, period)
    return WeekNews(
        events=events,
        stands_for=stands_for,
        undone=undone,
        changes={one.change.key: one.change for one in made},
        passed=tuple(one for net in found for one in net.passed),
    )


def in_period(seen: Sighting, period: Period) -> bool:
    return period.after_seq < seen.seq <= period.cut_seq


def period_nets(world: World, fresh: Sequence[Event], period: Period) -> list[Net]:
    """The nets of every source: what is fresh, with what was taken back in the same time."""
    derived = world.archive.derived
    news: dict[tuple[str, Subject], list[Sighting]] = defaultdict(list)
    back: dict[tuple[str, Subject], list[Sighting]] = defaultdict(list)
    for seen in (seen for event in fresh for seen in event.sightings if in_period(seen, period)):
        news[seen.source, seen.subject].append(seen)
    taken_back = derived.sightings(after_seq=period.after_seq, until_seq=period.cut_seq, status=ChangeStatus.REVERTED)
    for seen in confirmed(world, taken_back):
        back[seen.source, seen.subject].append(seen)
    found: list[Net] = []
    for place in dict.fromkeys((*news, *back)):
        change = derived.change((news[place] or back[place])[0].change)
        found += nets(news[place], back[place], change.source_id, doubtful(world)) if change else ()
    return found


def doubtful(world: World) -> Doubtful:
    """Whether the text that an edit begins with stood twice in its place: two plans at one price, under one heading."""
    sources = {source.name: source for source in world.sources if source.kind is SourceKind.PAGE}

    def stood_twice(seen: Sighting, edit: Edit) -> bool:
        change, source = world.archive.derived.change(seen.change), sources.get(seen.source)
        if change is None or source is None or edit.before is None:
            return False
        visits = world.archive.visits
        try:
            return stands_twice(source, visits.fetched(visits.get(change.before.snapshot)), edit)
        except UnreadableContent:
            return True

    return stood_twice


def retell(world: World, net: Net) -> Retold | None:
    """What is said of several sightings as one; None where it cannot be said as one and they stay as they are."""
    derived = world.archive.derived
    first, last = derived.change(net.parts[0].change), derived.change(net.parts[-1].change)
    source = next((one for one in world.sources if one.name == net.parts[0].source), None)
    if first is None or last is None or source is None:
        return None
    change = replace(
        last,
        key=change_key(last.source_id, first.before.seq, last.after.seq),
        status=ChangeStatus.NEWS,
        before=first.before,
        edits=net.edits,
        explanation=f"{len(net.parts)} changes told as one",
    )
    if not net.edits:
        return Retold(net=net, change=change, sightings=())
    sightings = tuple(as_one(seen, net) for seen in sight(world, source, change))
    whole = len(sightings) == 1 and sightings[0].subject == net.parts[0].subject
    return Retold(net=net, change=change, sightings=sightings) if whole else None


def as_one(seen: Sighting, net: Net) -> Sighting:
    """The sighting of a net change with the times of its parts."""
    return replace(
        seen,
        seq=net.parts[0].seq,
        first_seen=net.parts[0].first_seen,
        last_confirmed=max(part.last_confirmed for part in net.parts),
        happened_on=min((part.happened_on for part in net.parts if part.happened_on), default=seen.happened_on),
        since=net.parts[-1].first_seen,
    )


def regrouped(
    fresh: Sequence[Event], made: Sequence[Retold], period: Period
) -> tuple[tuple[Event, ...], dict[str, tuple[str, ...]], frozenset[str]]:
    """The events with what is told as one put together: under the id of the earliest, with those it stands for."""
    replaced = {name_of(part) for one in made for part in one.net.parts}
    events: list[Event] = []
    stands_for: dict[str, tuple[str, ...]] = {}
    undone: set[str] = set()
    for together in joined(fresh, made):
        ids = tuple(event.id for event in together)
        kept = [seen for event in together for seen in event.sightings if name_of(seen) not in replaced]
        if len(kept) == sum(len(event.sightings) for event in together):
            events += together
            continue
        names = {name_of(seen) for event in together for seen in event.sightings}
        kept += [
            seen for one in made if any(name_of(part) in names for part in one.net.parts) for seen in one.sightings
        ]
        if any(in_period(seen, period) for seen in kept):
            events.append(told_as(sorted(kept, key=lambda seen: (seen.seq, seen.key)), ids[0]))
            stands_for[ids[0]] = ids[1:]
        else:
            undone.update(ids)
    return tuple(events), stands_for, frozenset(undone)


def joined(fresh: Sequence[Event], made: Sequence[Retold]) -> list[list[Event]]:
    """The events that share something told as one, together; each event is in exactly one list, in their order."""
    home = {name_of(seen): place for place, event in enumerate(fresh) for seen in event.sightings}
    root = list(range(len(fresh)))
    for one in made:
        places = sorted({home[name_of(part)] for part in one.net.parts if name_of(part) in home})
        roots = {root[place] for place in places}
        root = [min(roots) if mine in roots else mine for mine in root]
    together: dict[int, list[Event]] = defaultdict(list)
    for place, event in enumerate(fresh):
        together[root[place]].append(event)
    return list(together.values())
