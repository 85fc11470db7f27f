"""Why a change was told, or was not: what became of every difference between two stored visits; nothing is fetched."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from diffing.explaining.explain import as_stored, explain
from domain.changes import Change
from domain.errors import UnreadableContent
from domain.explanations import Explained, Fate
from domain.keys import fetched_alike
from domain.sources import Source, SubjectKind
from domain.visits import PageState, Purpose, Visit
from pipeline.detecting.detection import repeats, seen_before
from pipeline.detecting.second_look import is_removal
from pipeline.world import World

NOBODY = "names nobody we watch"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """One visit beside the one it was compared with. `said` is why there is nothing to list, where there is not."""

    source: Source
    visit: Visit | None
    before: Visit | None = None
    change: Change | None = None
    found: tuple[Explained, ...] = ()
    said: str = ""


def explain_change(world: World, source: Source, change: Change) -> Explanation:
    """What became of every difference between the two visits of a stored change, with the source as it is today.

    A page that is gone says that alone: an error page has nothing in common with what stood there.
    """
    visits = world.archive.visits
    before, visit = visits.get(change.before.snapshot), visits.get(change.after.snapshot)
    if is_removal(change):
        gone = tuple(replace(one, why=change.explanation) for one in as_stored((), change.edits))
        return Explanation(source=source, visit=visit, before=before, change=change, found=gone)
    found, said = _differences(world, source, before, visit)
    if said:
        return Explanation(source=source, visit=visit, before=before, change=change, said=said)
    told = as_stored(found, change.edits)
    return Explanation(source=source, visit=visit, before=before, change=change, found=_about_us(world, change, told))


def explain_newest(world: World, source: Source) -> Explanation:
    """The same for the newest visit of a source, whether it made a change or not."""
    newest = world.archive.derived.latest(source.name)
    if newest is None:
        return Explanation(source=source, visit=None, said="not visited yet")
    visit, reading = newest
    change = world.archive.derived.change(reading.change) if reading.change else None
    if change is not None:
        return explain_change(world, source, change)
    if reading.verdict.state is not PageState.OK:
        said = f"the answer was {reading.verdict.state}, so it is not compared: {reading.verdict.explanation}"
        return Explanation(source=source, visit=visit, said=said)
    before = _compared_with(world, visit)
    if before is None:
        return Explanation(source=source, visit=visit, said="the first good visit: what later ones are compared with")
    if repeats(visit, before):
        return Explanation(source=source, visit=visit, before=before, said="the answer is the same, byte for byte")
    found, said = _differences(world, source, before, visit)
    return Explanation(source=source, visit=visit, before=before, found=found, said=said)


def _compared_with(world: World, visit: Visit) -> Visit | None:
    """The baseline that a visit met: the last visit before it that became one, fetched in the same way."""
    earlier = world.archive.visits.of_source(visit.source, until_seq=visit.seq - 1, newest_first=True)
    for one in earlier:
        reading = world.archive.derived.interpretation(one.id)
        if reading is not None and reading.baseline:
            return one if fetched_alike(one.revision, visit.revision) else None
    return None


def _differences(world: World, source: Source, before: Visit, visit: Visit) -> tuple[tuple[Explained, ...], str]:
    """The differences, or why there are none to list."""
    visits = world.archive.visits
    articles = tuple(part for read in visits.serving(visit.id, Purpose.FOLLOW) for part in visits.fetched(read))
    try:
        found = explain(
            source,
            source_id=visit.source_id,
            before=visits.fetched(before),
            after=visits.fetched(visit),
            captured_at=visit.captured_at,
            before_at=before.captured_at,
            articles=articles,
            seen=seen_before(world, source, before),
        )
    except UnreadableContent as error:
        return (), f"one of the two answers cannot be read with the source as it is today: {error}"
    return found, ""


def _about_us(world: World, change: Change, found: Sequence[Explained]) -> tuple[Explained, ...]:
    """The differences of a market's source, with those marked that speak of no competitor or account of ours."""
    if change.subject.kind is not SubjectKind.MARKET:
        return tuple(found)
    told = {edit.key for sighting in world.archive.derived.sightings_of(change.key) for edit in sighting.edits}
    nobody = {edit.key for edit in change.edits} - told
    return tuple(
        replace(one, fate=Fate.NOBODY, why=NOBODY) if one.fate is Fate.NEWS and one.key in nobody else one
        for one in found
    )
