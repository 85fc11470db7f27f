"""When sources are due, and who keeps the appointment."""

from collections.abc import Iterator
from datetime import UTC, datetime

from config.due import next_due
from domain.sources import Source
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


def claim_due(world: World, now: datetime) -> tuple[tuple[Source, datetime], ...]:
    """The sources due now that this scheduler, and no other, is to visit, each with its appointment."""
    world.archive.visits.register(world.sources)
    claimed = []
    for source in watched(world, now):
        at = due_at(world, source, now)
        appointment = at if last_visit(world, source) else NEVER
        if at <= now and world.archive.runs.claim(source.name, appointment):
            claimed.append((source, appointment))
    return tuple(claimed)
