"""Most visits find nothing new: told by what is stored, without reading a body and without loading what would."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from domain.keys import fetched_alike
from domain.reports import SourceReport
from domain.visits import Footing, PageState, Reason, Visit
from pipeline.world import World

if TYPE_CHECKING:
    from storage.leases import Held

# A change further back than this many good visits is learned nothing from any more (see noise.WINDOW), and what it
# left out was decided by the first of them.
LOOKED_BACK = 24
# Sightings older than this no longer join a new event: two stories that far apart are two happenings.
STORY_DAYS = 42


def settle(world: World, visits: Sequence[Visit], derivation: str, held: "Held | None" = None) -> frozenset[int]:
    """As `settle_on`, asking for the footing."""
    return settle_on(footing_of(world, visits), world, visits, derivation, held)


def footing_of(world: World, visits: Sequence[Visit]) -> dict[str, Footing]:
    """What the next visit of each source is compared with; a source without a baseline has none."""
    return world.archive.unchanged.footing([visit.source for visit in visits], back=LOOKED_BACK)


def settle_on(
    footing: Mapping[str, Footing], world: World, visits: Sequence[Visit], derivation: str, held: "Held | None" = None
) -> frozenset[int]:
    """Interprets those of the visits (one of a source) that found the baseline's bytes again; gives their ids.

    Only where the source's history waits for nothing, so that reading them in full would say the same.
    """
    same = tuple(unchanged(visits, footing))
    world.archive.unchanged.store(same, derivation=derivation, held=held)
    return frozenset(visit.id for visit in same)


def unchanged(visits: Iterable[Visit], footing: Mapping[str, Footing]) -> Iterable[Visit]:
    for visit in visits:
        held = footing.get(visit.source)
        if held is not None and held.settled and stands_on(visit, held):
            yield visit


def stands_on(visit: Visit, held: Footing) -> bool:
    """Whether a visit returned the baseline's bytes, fetched the same way."""
    repeats = visit.failure is None and visit.revisit_of in (held.baseline, held.root)
    return repeats and fetched_alike(held.revision, visit.revision)


def nothing_told(world: World) -> bool:
    """Whether no story is young enough to be told on: then a crawl that found nothing has nothing to relate."""
    return not world.archive.derived.sighted(since=world.clock() - timedelta(days=STORY_DAYS))


def unchanged_report(visit: Visit) -> SourceReport:
    """What such a visit came to."""
    return SourceReport(
        name=visit.source,
        state=PageState.OK,
        reason=Reason.NONE,
        explanation="unchanged",
        status=visit.main.status if visit.main else None,
        snapshot=visit.id,
        revisit=True,
        bytes=sum(part.size for part in visit.parts),
        seconds=visit.seconds,
        change=None,
    )
