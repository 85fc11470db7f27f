"""The Competitor Activity Index of a week, over what is watched and since when."""

import accounts
from domain.coverage import Watched
from domain.editions import ActivityLine, Period
from domain.events import Event, Impact
from domain.visits import VisitOrigin
from pipeline.world import World


def activity_lines(
    world: World, events: tuple[Event, ...], impacts: tuple[Impact, ...], period: Period
) -> tuple[ActivityLine, ...]:
    """The index of every account that has any."""
    names = [account.name for account in world.configuration.accounts.accounts]
    day = period.sends_at.date()
    told = tuple(event for event in events if not event.long_past)
    found = accounts.activity(names, told, impacts, day, watched(world))
    return tuple(
        ActivityLine(account=one.account, value=one.value, last=one.last_week)
        for one in found
        if one.value or one.last_week
    )


def watched(world: World) -> tuple[Watched, ...]:
    """Every source with the day of its first visit that was crawled; those never crawled are left out."""
    found = []
    for source in world.sources:
        first = world.archive.visits.of_source(source.name, limit=1)
        if first and first[0].origin is VisitOrigin.IMPORT:
            every = world.archive.visits.of_source(source.name)
            first = tuple(visit for visit in every if visit.origin is VisitOrigin.CRAWL)[:1]
        if first:
            found.append(Watched(source=source.name, subject=source.subject, since=first[0].captured_at.date()))
    return tuple(found)
