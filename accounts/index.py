"""The Competitor Activity Index of each account: how much competitors did around it, and in which events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.editions import ActivityLine
from domain.events import Event, Impact
from domain.findings import TagName
from domain.sources import SubjectKind

HALF_LIFE_DAYS = {
    TagName.PRICING: 28,
    TagName.PRODUCT: 28,
    TagName.PARTNERSHIP: 42,
    TagName.REGULATORY: 56,
    TagName.EXECUTIVE: 42,
    TagName.HIRING: 28,
    TagName.SETBACK: 28,
    TagName.FINANCIAL: 21,
}
DEFAULT_HALF_LIFE_DAYS = 14
# Points (sum of decayed scores) at which the index stands at one half of its scale.
HALF_SCALE = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one event adds: `points` = its impact's score, halved once per half-life since it was first seen."""

    event: str
    points: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """The index of one account (0..100) now and a week ago, and the events it is made of, the greatest first."""

    account: str
    value: int
    last_week: int
    made_of: tuple[Contribution, ...]


def half_life(event: Event) -> int:
    """Days after which an event counts half: the longest of its tags'."""
    return max(
        (HALF_LIFE_DAYS.get(tag.tag, DEFAULT_HALF_LIFE_DAYS) for tag in event.tags), default=DEFAULT_HALF_LIFE_DAYS
    )


def scaled(points: float) -> int:
    """0..100, rising ever more slowly: HALF_SCALE points give 50, so that one busy rival does not end the scale."""
    return round(100 * points / (points + HALF_SCALE)) if points > 0 else 0


def by_competitor(event: Event) -> bool:
    """Whether a competitor did it; an account's own news and a regulator's acts are not competitors' activity."""
    subjects = (event.subject, *(sighting.subject for sighting in event.sightings))
    return any(subject.kind is SubjectKind.COMPETITOR for subject in subjects)


def activity_lines(
    accounts: Sequence[str], events: Sequence[Event], impacts: Sequence[Impact], today: date
) -> tuple[ActivityLine, ...]:
    """The index as the mail shows it."""
    found = activity(accounts, events, impacts, today)
    return tuple(ActivityLine(account=one.account, value=one.value, last=one.last_week) for one in found)


def activity(
    accounts: Sequence[str], events: Sequence[Event], impacts: Sequence[Impact], today: date
) -> tuple[Activity, ...]:
    """One Activity per account name, in their order, over the competitors' events it is told of, first seen by `today`.

    An event counts once, by when it was first seen: crawling again, or another source saying it again, adds nothing.
    """
    known = {event.id: event for event in events if by_competitor(event)}
    return tuple(_of(account, known, impacts, today) for account in accounts)


def _of(account: str, events: dict[str, Event], impacts: Sequence[Impact], today: date) -> Activity:
    now = _contributions(account, events, impacts, today)
    before = _contributions(account, events, impacts, today - timedelta(days=7))
    return Activity(
        account=account,
        value=scaled(sum(one.points for one in now)),
        last_week=scaled(sum(one.points for one in before)),
        made_of=tuple(sorted(now, key=lambda one: (-one.points, one.event))),
    )


def _contributions(
    account: str, events: dict[str, Event], impacts: Sequence[Impact], day: date
) -> tuple[Contribution, ...]:
    best: dict[str, float] = {}
    for impact in impacts:
        event = events.get(impact.event)
        if not impact.told or impact.account != account or event is None or event.first_seen.date() > day:
            continue
        age = (day - event.first_seen.date()).days
        points = impact.score * 0.5 ** (age / half_life(event))
        best[impact.event] = max(points, best.get(impact.event, 0.0))
    return tuple(Contribution(event=event, points=points) for event, points in best.items())
