"""Which sources a command means: by name, competitor, kind, failure, or because their time has come."""

from collections.abc import Sequence

from domain.errors import UsageError
from domain.sources import Source
from domain.visits import PageState
from pipeline import World


def choose(
    world: World,
    names: Sequence[str],
    *,
    competitor: str | None = None,
    kind: str | None = None,
    failed: bool = False,
    due: bool = False,
    everything: bool = False,
) -> tuple[Source, ...]:
    """The sources meant, in file order; UsageError where nothing was said or a name is unknown.

    A paused source is visited only when it is named.
    """
    if not (names or competitor or kind or failed or due or everything):
        raise UsageError("say what to crawl: --source NAME, --competitor NAME, --kind KIND, --failed, --due or --all")
    known = [source.name for source in world.sources]
    for name in names:
        if name not in known:
            raise UsageError(unknown("source", name, known))
    rivals = [rival.name for rival in world.configuration.sources.competitors]
    if competitor is not None and competitor not in rivals:
        raise UsageError(unknown("competitor", competitor, rivals))
    today = world.clock().date()
    chosen = tuple(
        source
        for source in world.sources
        if (not names or source.name in names)
        and (competitor is None or source.subject.name == competitor)
        and (kind is None or source.kind == kind)
        and (not failed or was_failed(world, source))
        and (not due or is_due(world, source))
        and (source.name in names or not source.rests_on(today))
    )
    if not chosen and not (failed or due or everything):
        raise UsageError("no source meets all of that; each further option narrows the choice")
    return chosen


def unknown(what: str, name: str, known: Sequence[str]) -> str:
    from rapidfuzz import process

    near = process.extractOne(name, known, score_cutoff=60)
    hint = f"did you mean '{near[0]}'?" if near else "`bellwether sources list` shows them all"
    return f"no {what} is called '{name}'; {hint}"


def was_failed(world: World, source: Source) -> bool:
    newest = world.archive.derived.latest(source.name)
    return newest is not None and newest[1].verdict.state is not PageState.OK


def is_due(world: World, source: Source) -> bool:
    from config.due import next_due

    now = world.clock()
    visits = world.archive.visits.of_source(source.name, newest_first=True, limit=1)
    last = visits[0].captured_at if visits else None
    return next_due(source.schedule, last, now) <= now
