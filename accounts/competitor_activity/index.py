"""The Competitor Activity Index of each account: how much competitors did around it, and in which events."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.competitor_activity.coverage import Coverage, coverage_of
from accounts.competitor_activity.flaps import Flaps, flaps_of
from domain.coverage import Watched
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
# How long an event counts at all: what is known today reaches a week further back, so that last week's value is whole.
WINDOW_DAYS = 35
# Points (sum of decayed scores) at which the index stands at one half of its scale.
HALF_SCALE = 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """What one event adds: `points` = its impact's score, weighed by how much of its competitor is watched, and halved
    once per half-life since it was first seen by a source that counts."""

    event: str
    points: float
    competitor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One competitor's part of an account's activity: its own index (0..100), and in how many events."""

    competitor: str
    value: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """The index of one account (0..100) now and a week ago, and the events it is made of, the greatest first."""

    account: str
    value: int
    last_week: int
    made_of: tuple[Contribution, ...]

    @property
    def shares(self) -> tuple[Share, ...]:
        """The same for each competitor, the busiest first."""
        points: dict[str, list[float]] = {}
        for one in self.made_of:
            points.setdefault(one.competitor, []).append(one.points)
        found = (Share(competitor=name, value=scaled(sum(all_)), events=len(all_)) for name, all_ in points.items())
        return tuple(sorted(found, key=lambda one: (-one.value, one.competitor)))


def half_life(event: Event) -> int:
    """Days after which an event counts half: the longest of its tags'."""
    return max(
        (HALF_LIFE_DAYS.get(tag.tag, DEFAULT_HALF_LIFE_DAYS) for tag in event.tags), default=DEFAULT_HALF_LIFE_DAYS
    )


def scaled(points: float) -> int:
    """0..100, rising ever more slowly: HALF_SCALE points give 50, so that one busy rival does not end the scale."""
    return round(100 * points / (points + HALF_SCALE)) if points > 0 else 0


def competitor_of(event: Event) -> str | None:
    """The competitor who did it; an account's own news and a regulator's acts are not competitors' activity."""
    subjects = (event.subject, *(sighting.subject for sighting in event.sightings))
    return next((subject.name for subject in subjects if subject.kind is SubjectKind.COMPETITOR), None)


def activity_lines(
    accounts: Sequence[str],
    events: Sequence[Event],
    impacts: Sequence[Impact],
    today: date,
    watched: Sequence[Watched] = (),
) -> tuple[ActivityLine, ...]:
    """The index as the mail shows it."""
    found = activity(accounts, events, impacts, today, watched)
    return tuple(ActivityLine(account=one.account, value=one.value, last=one.last_week) for one in found)


def activity(
    accounts: Sequence[str],
    events: Sequence[Event],
    impacts: Sequence[Impact],
    today: date,
    watched: Sequence[Watched] = (),
) -> tuple[Activity, ...]:
    """One Activity per account name, in their order, over the competitors' events it is told of, first seen by `today`.

    An event counts once, by when it was first seen: crawling again, or another source saying it again, adds nothing.
    A change that was soon undone counts nothing. `watched` says what is looked at and since when: what an archive or a
    source added lately brought does not count, and the more of a competitor is watched, the less each event weighs.
    """
    coverage = coverage_of(watched)
    flaps = flaps_of(events)
    dated = _dated([event for event in events if event.id not in flaps.gone], coverage, flaps, today)
    mine: dict[str, list[Impact]] = {}
    for impact in impacts:
        if impact.told and impact.event in dated:
            mine.setdefault(impact.account, []).append(impact)
    return tuple(_of(account, dated, mine.get(account, ()), today) for account in accounts)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A competitor's event that counts: since when, how soon it fades (days), and what it weighs."""

    day: date
    half_life: int
    weight: float
    competitor: str


def _dated(events: Sequence[Event], coverage: Coverage, flaps: Flaps, today: date) -> dict[str, _Dated]:
    found = {}
    weights: dict[str, float] = {}
    for event in events:
        competitor, day = competitor_of(event), coverage.first_counted(event)
        if competitor is not None and day is not None:
            weight = weights.setdefault(competitor, coverage.weight(competitor, today))
            day = min(day, flaps.began.get(event.id, day))
            found[event.id] = _Dated(day, half_life(event), weight, competitor)
    return found


def _of(account: str, events: dict[str, _Dated], impacts: Sequence[Impact], today: date) -> Activity:
    now = _contributions(events, impacts, today)
    before = _contributions(events, impacts, today - timedelta(days=7))
    return Activity(
        account=account,
        value=scaled(sum(one.points for one in now)),
        last_week=scaled(sum(one.points for one in before)),
        made_of=tuple(sorted(now, key=lambda one: (-one.points, one.event))),
    )


def _contributions(events: dict[str, _Dated], impacts: Sequence[Impact], day: date) -> tuple[Contribution, ...]:
    best: dict[str, float] = {}
    for impact in impacts:
        event = events[impact.event]
        if not 0 <= (day - event.day).days <= WINDOW_DAYS:
            continue
        points = event.weight * impact.score * 0.5 ** ((day - event.day).days / event.half_life)
        best[impact.event] = max(points, best.get(impact.event, 0.0))
    return tuple(
        Contribution(event=event, points=points, competitor=events[event].competitor) for event, points in best.items()
    )
