"""One visit seen beside the ones before it, and the pages of its site beside it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from domain.sources import Source
from domain.visits import Interpretation, PageState, Reason, Verdict, Visit
from pipeline.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What a source's visit is held against: its baseline, and whether any change of the source is stored."""

    baseline: Visit | None
    changed: bool


def not_understood(visit: Visit, error: Exception) -> Interpretation:
    """What a visit comes to whose body breaks our own code: it is recorded as unreadable, and the next is read."""
    said = f"this version cannot read it ({type(error).__name__}); please report it"
    verdict = Verdict(state=PageState.ERROR, reason=Reason.UNREADABLE, explanation=said)
    return Interpretation(visit=visit.id, verdict=verdict, baseline=False, change=None)


def doubted(reading: Interpretation) -> bool:
    """Whether a good visit's change was held at the time: it was not made the baseline."""
    return reading.change is not None and not reading.baseline


def neighbours(world: World, source: Source) -> list[str]:
    """The names of the other sources of the same host."""
    host = urlsplit(source.url).netloc
    return [one.name for one in world.sources if one.name != source.name and urlsplit(one.url).netloc == host]
