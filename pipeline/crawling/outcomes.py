"""What a visit came to, as a crawl tells it."""

from dataclasses import replace

from domain.changes import ChangeStatus
from domain.looks import Look
from domain.reports import SourceReport
from domain.visits import Footing, Interpretation, PageState, Verdict, Visit
from pipeline.world import World


def is_told(world: World, key: str | None) -> bool:
    """Whether a change is more than noise: an entry about strangers, say, is stored and not spoken of."""
    change = world.archive.derived.change(key) if key else None
    return change is not None and change.status is not ChangeStatus.NOISE


def report_on(world: World, visit: Visit, *, known: bool) -> SourceReport:
    """What one stored visit came to; `known` says whether the source had a baseline before it."""
    reading = world.archive.derived.interpretation(visit.id)
    if reading is None:
        verdict = Verdict(state=PageState.ERROR, explanation="not interpreted")
        reading = Interpretation(visit=visit.id, verdict=verdict, baseline=False, change=None)
    report = report_of(visit, reading, change=reading.change if is_told(world, reading.change) else None)
    return replace(report, first=False) if known else report


def report_of_look(world: World, visit: Visit, look: Look, footing: Footing | None) -> SourceReport:
    """What a look that is kept came to; `footing` is what the visit was held against, None at a first good one."""
    told = look.change is not None and look.change.status is not ChangeStatus.NOISE
    if told and (footing is None or footing.changed):
        told = is_told(world, look.reading.change)  # an analyst may have judged the very same before
    report = report_of(visit, look.reading, change=look.reading.change if told else None)
    return replace(report, first=False) if footing is not None else report


def report_of(visit: Visit, reading: Interpretation, change: str | None = None) -> SourceReport:
    """What the first good visit of a source came to, or one before it."""
    verdict = reading.verdict
    return SourceReport(
        name=visit.source,
        state=verdict.state,
        reason=verdict.reason,
        explanation=verdict.explanation,
        status=visit.main.status if visit.main else None,
        snapshot=visit.id,
        revisit=visit.revisit_of is not None,
        bytes=sum(part.size for part in visit.parts),
        seconds=visit.seconds,
        change=change,
        first=verdict.state is PageState.OK,
    )
