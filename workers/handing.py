"""The scheduler's side of the queue: what is due is put into it once, and editions wait for what is under way there."""

from collections.abc import Sequence

import structlog

from domain.errors import StorageError
from domain.sources import Source
from pipeline import World
from pipeline.crawling.appointments import claim_due
from pipeline.crawling.orders import Work, host_lock

# What brings news; composing an edition is no reason for it to wait.
NEWS = (Work.CRAWL, Work.DETECT, Work.RELATE)

log = structlog.get_logger("scheduler")


def hand_due(world: World) -> None:
    """Put what is due into the queue; where that fails, all of it is free for the next look. Raises StorageError."""
    from workers.queue import hand_over, under_way  # its library is needed where there are workers only

    due = claim_due(world, world.clock(), under_way=under_way(world))
    if not due:
        return
    try:
        runs = hand_over(world, [source for source, _ in due])
    except StorageError:
        for source, appointment in due:
            world.archive.runs.release(source.name, appointment)
        raise
    log.info("crawls_queued", runs=len(runs), sources=len(due))


def hand_again(world: World, doubtful: Sequence[Source]) -> None:
    """Put a second look into the queue; hosts that are visited soon anyway are left out. Raises StorageError."""
    from workers.queue import hand_over, under_way

    busy = under_way(world)
    wanted = [source for source in doubtful if host_lock(source) not in busy]
    if wanted:
        log.info("looks_queued", runs=len(hand_over(world, wanted)), sources=len(wanted))


def brings_news(world: World) -> bool:
    """Whether anything is to be crawled, read or related still, or is being so. Raises StorageError."""
    from workers.queue import under_way

    return bool(under_way(world, NEWS))
