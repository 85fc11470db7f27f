"""Which sources could not be seen, since when and why."""

from datetime import timedelta

from domain.editions import Unseen
from domain.sources import Source
from domain.visits import Interpretation, PageState, Reason, Visit
from pipeline.world import World

WEEK = timedelta(days=7)


def unseen(world: World) -> tuple[Unseen, ...]:
    """The sources whose newest visit was not good; paused ones are not meant to be seen."""
    derived = world.archive.derived
    found = []
    for source in world.sources:
        if source.rests_on(world.clock().date()):
            continue
        newest = derived.latest(source.name)
        if newest is None:
            found.append(never_seen(world, source))
            continue
        visit, reading = newest
        if reading.verdict.state is not PageState.OK:
            found.append(badly_seen(world, source, visit, reading))
        elif overdue(world, source, visit):
            found.append(not_looked_at(source, visit))
    return tuple(found)


def badly_seen(world: World, source: Source, visit: Visit, reading: Interpretation) -> Unseen:
    """What kept the newest visit from being good, and since when."""
    good = world.archive.derived.last_good(source.name)
    return Unseen(
        source=source,
        state=reading.verdict.state,
        reason=reading.verdict.reason,
        explanation=reading.verdict.explanation,
        since=world.archive.derived.bad_since(source.name) or visit.captured_at,
        last_good=good.captured_at if good else None,
    )


def never_seen(world: World, source: Source) -> Unseen:
    return Unseen(
        source=source,
        state=PageState.ERROR,
        reason=Reason.NOT_VISITED,
        explanation="Not visited yet.",
        since=world.clock(),
        last_good=None,
    )


def overdue(world: World, source: Source, visit: Visit) -> bool:
    """Whether the newest visit is so old that its silence says nothing of this week."""
    pace = max(source.schedule.every or WEEK, WEEK)
    return world.clock() - visit.captured_at > pace + timedelta(days=1)


def not_looked_at(source: Source, visit: Visit) -> Unseen:
    return Unseen(
        source=source,
        state=PageState.ERROR,
        reason=Reason.NOT_LOOKED_AT,
        explanation="No crawl has visited it since.",
        since=visit.captured_at,
        last_good=visit.captured_at,
    )
