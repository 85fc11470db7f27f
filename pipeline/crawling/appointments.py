"""When sources are due, and who keeps the appointment."""

from collections.abc import Collection, Iterator
from datetime import UTC, datetime

from config.due import next_due
from domain.sources import Source
from pipeline.crawling.orders import host_lock
from pipeline.world import World

# A source that was never visited has one appointment, however often we look.
NEVER = datetime(2000, 1, 1, tzinfo=UTC)


def watched(world: World, now: datetime) -> Iterator[Source]:
    """The sources that are not paused today."""
    return (source for source in world.sources if not source.rests_on(now.date()))


def due_at(world: World, source: Source, now: datetime) -> datetime:
    """When the source is to be visited next; a time in the past means now."""
    return next_due(source.schedule, last_visit(world, source), now)


def last_visit(world: World, source: Source) -> datetime | None:
    visits = world.archive.visits.of_source(source.name, newest_first=True, limit=1)
    return visits[0].captured_at if visits else None


def claim_due(world: World, now: datetime, *, under_way: Collection[str] = ()) -> tuple[tuple[Source, datetime], ...]:
    """The sources due now that this scheduler, and no other, is to visit, each with its appointment.

    Hosts with a visit `under_way`, queued or carried, wait until it is over: then all that is due there is one run.
    """
    world.archive.visits.register(world.sources)
    sources = tuple(source for source in watched(world, now) if host_lock(source) not in under_way)
    last = world.archive.visits.last_captured([source.name for source in sources])
    due = {}
    for source in sources:
        at = next_due(source.schedule, last.get(source.name), now)
        if at <= now:
            due[source.name] = at if source.name in last else NEVER
    ours = world.archive.runs.claim_all(due) if due else frozenset()
    return tuple((source, due[source.name]) for source in sources if source.name in ours)
