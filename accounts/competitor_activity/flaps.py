"""Changes that a page soon takes back: neither they nor what took them back is anything a competitor did."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.content import Where
from domain.events import Event

# Taken back within so long it was a flap; later, it is a change of mind, and both count.
SOON = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Turn:
    """An edit of a page, by where and what, so that its inverse is known."""

    source: str
    path: tuple[str, ...]
    before: str | None
    after: str | None

    @property
    def inverse(self) -> "Turn":
        return Turn(self.source, self.path, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Flaps:
    """`gone`: ids of events that came to nothing. `began`: of one made again after it was taken back, the first day."""

    gone: frozenset[str]
    began: dict[str, date]


def flaps_of(events: Sequence[Event]) -> Flaps:
    """Pairs each event, in order of time, with one that had made just the opposite edits shortly before."""
    open_: dict[frozenset[Turn], list[Event]] = {}
    first: dict[frozenset[Turn], date] = {}
    gone: set[str] = set()
    began: dict[str, date] = {}
    for event in sorted(events, key=lambda one: (one.first_seen, one.id)):
        turns = frozenset(_turns(event))
        if not turns:
            continue
        opposite = open_.get(frozenset(turn.inverse for turn in turns), [])
        if opposite and event.first_seen - opposite[-1].first_seen <= SOON:
            gone |= {event.id, opposite.pop().id}
            continue
        open_.setdefault(turns, []).append(event)
        began[event.id] = first.setdefault(turns, event.first_seen.date())
    return Flaps(frozenset(gone), began)


def _turns(event: Event) -> Iterator[Turn]:
    for sighting in event.sightings:
        for edit in sighting.edits:
            if edit.where is not Where.ENTRY:
                yield Turn(sighting.source, edit.path, edit.before, edit.after)
