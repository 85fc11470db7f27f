"""What a crawl stored that was ended before its time: pages whose articles or pictures are still to be fetched."""

from collections.abc import Iterator, Sequence

from domain.sources import Source
from domain.visits import PageState, Purpose, Visit
from pipeline.world import World

# So many visits before one say whether its source had been seen well.
LATELY = 20


def pages_begun(world: World, sources: Sequence[Source]) -> Iterator[tuple[Visit, bool | None]]:
    """The newest page of each source that more belongs to; once it is read, whether its source was known before it."""
    for source in (source for source in sources if source.follow is not None or source.browser):
        for visit in world.archive.visits.of_source(source.name, purposes=(Purpose.CHECK,), newest_first=True, limit=1):
            is_read = world.archive.derived.interpretation(visit.id) is not None
            yield visit, _was_known(world, visit) if is_read else None


def served(world: World, visit: Visit, purpose: Purpose) -> bool:
    """Whether what belongs to a page was fetched."""
    return bool(world.archive.visits.serving(visit.id, purpose))


def _was_known(world: World, visit: Visit) -> bool:
    before = world.archive.visits.of_source(visit.source, until_seq=visit.seq - 1, newest_first=True, limit=LATELY)
    readings = (world.archive.derived.interpretation(one.id) for one in before)
    return any(reading is not None and reading.verdict.state is PageState.OK for reading in readings)
