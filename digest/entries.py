"""Which entries of feeds a mail tells: none without a tag, and of each feed and week no more than a few."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from digest.words import source_called
from domain.editions import Week
from domain.events import Event
from domain.findings import FIVE_TAGS, TagName
from domain.sources import SourceKind

# Entries of one feed in one week's mail; one that touches an account is told whatever their number.
MOST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Capped:
    """The events that are told, in their order, and how many more there are of each feed, the fullest first.

    A feed is called as a reader would say it.
    """

    events: tuple[Event, ...]
    more: tuple[tuple[str, int], ...]


def only_entries(event: Event) -> bool:
    """Whether nothing but feeds say it: no page, register or sitemap."""
    return all(seen.source_kind is SourceKind.FEED for seen in event.sightings)


def tells_nothing(event: Event) -> bool:
    """Whether it is an entry that no rule knows as news, no more than an invitation to an event, or long past."""
    return event.long_past or (only_entries(event) and not {tag.tag for tag in event.tags} - {TagName.EVENT})


def capped(week: Week, events: Sequence[Event], *, touching: Collection[str], scores: Mapping[str, float]) -> Capped:
    """The events without those entries that are one too many of their feed; `scores` are the best impacts by event.

    What stands on a page or in a register too, touches an account or was put first by an analyst is never left out,
    and counts; of the others those stay that score best, carry one of the five tags, are said by more sources.
    """
    kept = {one.id for one in events if not only_entries(one) or one.id in touching or _pinned(week, one)}
    room = Counter(dict.fromkeys({_feed(one) for one in events}, MOST))
    room.subtract(_feed(one) for one in events if one.id in kept and only_entries(one))
    more: Counter[str] = Counter()
    for one in sorted((one for one in events if one.id not in kept), key=lambda one: _rank(one, scores)):
        if room[_feed(one)] > 0:
            room[_feed(one)] -= 1
            kept.add(one.id)
        else:
            more[source_called(_feed(one), one.subject.name)] += 1
    return Capped(events=tuple(one for one in events if one.id in kept), more=tuple(more.most_common()))


def _feed(event: Event) -> str:
    return event.sightings[0].source


def _pinned(week: Week, event: Event) -> bool:
    ruling = week.draft.of(event.id) if week.draft else None
    return ruling is not None and ruling.pin


def _rank(event: Event, scores: Mapping[str, float]) -> tuple[float, bool, int, float, str]:
    five = any(tag.tag in FIVE_TAGS for tag in event.tags)
    sure = max((tag.confidence for tag in event.tags), default=0.0)
    return (-scores.get(event.id, 0.0), not five, -len(event.sightings), -sure, event.id)
