"""What rivals say now: the facts of each source's current baseline, computed from the stored bodies when asked for.

Figures are what a rival reported last, from its news: they stand until newer ones are told.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

import classifiers
import diffing
from domain.changes import Change, ChangeStatus, Edit
from domain.content import Extraction, Where
from domain.errors import UnreadableContent
from domain.events import Sighting
from domain.findings import Fact, Figure
from domain.sources import Source, SourceKind, Subject, SubjectKind
from domain.verdicts import AnalystVerdict, Says, Standing
from domain.visits import PageState, Visit
from pipeline.detecting.companies import companies_of
from pipeline.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class PresentFact:
    """A fact that stands in a source now. `since` is the first visit that saw it so; `seen` the last that did."""

    subject: Subject
    source: Source
    fact: Fact
    heading: tuple[str, ...]
    since: datetime
    seen: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """All facts of the sources asked for, and the sources of which nothing can be said, each with why."""

    facts: tuple[PresentFact, ...]
    unseen: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One line of a rival's timeline: a sighting, the status of its change, its event where it has one, and what
    analysts said of it, oldest first."""

    sighting: Sighting
    status: ChangeStatus
    event: str | None
    verdicts: tuple[AnalystVerdict, ...] = ()


def present(world: World, sources: Sequence[Source]) -> Present:
    """The present state of these sources; of a feed the figures last reported. Nothing is fetched, nothing stored."""
    facts: list[PresentFact] = []
    unseen: list[tuple[str, str]] = []
    for source in sources:
        if source.kind is SourceKind.FEED:
            facts += reported(world, source)
            continue
        baseline = world.archive.derived.baseline(source.name)
        if baseline is None:
            unseen.append((source.name, "no good visit yet"))
            continue
        try:
            extraction = diffing.read(source, world.archive.visits.fetched(baseline))
        except UnreadableContent as error:
            unseen.append((source.name, f"its last good answer cannot be read any more: {error}"))
            continue
        facts += facts_of(world, source, baseline, extraction)
    return Present(facts=tuple(facts), unseen=tuple(unseen))


def facts_of(world: World, source: Source, baseline: Visit, extraction: Extraction) -> Iterator[PresentFact]:
    stated = classifiers.present_facts(extraction, source)
    if not stated:
        return
    first, changes = first_good(world, source, baseline), world.archive.derived.changes(source=source.name)
    good = world.archive.derived.last_good(source.name) or baseline
    for one in stated:
        for subject in subjects_of(world, source, one.edit):
            yield PresentFact(
                subject=subject,
                source=source,
                fact=one.fact,
                heading=one.edit.path,
                since=since(one.edit, changes, baseline.seq) or first,
                seen=good.captured_at,
            )


def reported(world: World, source: Source) -> Iterator[PresentFact]:
    """The newest figure of each metric that a feed told of a company, where money or growth was told."""
    newest: dict[tuple[Subject, str], PresentFact] = {}
    seen = world.archive.derived.last_good(source.name)
    for change in world.archive.derived.changes(source=source.name, status=ChangeStatus.NEWS):
        for sighting in world.archive.derived.sightings_of(change.key):
            for fact in sighting.facts:
                if not isinstance(fact.value, Figure) or (fact.value.currency is None and fact.value.growth is None):
                    continue
                newest[sighting.subject, fact.value.metric] = PresentFact(
                    subject=sighting.subject,
                    source=source,
                    fact=fact,
                    heading=tuple(edit.title for edit in sighting.edits[:1] if edit.title),
                    since=sighting.first_seen,
                    seen=seen.captured_at if seen else sighting.last_confirmed,
                )
    yield from newest.values()


def moves(world: World, sources: Sequence[Source], tag: str, rival: str | None = None) -> dict[str, int]:
    """How many findings of rivals these feeds told with a tag, by source: they tell moves, not what stands today."""
    found: dict[str, int] = {}
    for source in sources:
        if source.kind is not SourceKind.FEED:
            continue
        for change in world.archive.derived.changes(source=source.name, status=ChangeStatus.NEWS):
            for one in world.archive.derived.sightings_of(change.key):
                about = one.subject.kind is SubjectKind.COMPETITOR and rival in (None, one.subject.name)
                if about and tag in {each.tag for each in one.tags}:
                    found[source.name] = found.get(source.name, 0) + 1
    return found


def subjects_of(world: World, source: Source, edit: Edit) -> tuple[Subject, ...]:
    """Whom a fact is about: the source's own subject, or the first company that a market's record names."""
    if source.subject.kind is not SubjectKind.MARKET:
        return (source.subject,)
    return companies_of(world, source, edit)[:1]


def since(edit: Edit, changes: Sequence[Change], until_seq: int) -> datetime | None:
    """When the newest change that brought these words was seen; None where no change did."""
    brought = [
        change.after.captured_at
        for change in changes
        if change.after.seq <= until_seq and any(brings(one, edit) for one in change.edits)
    ]
    return max(brought, default=None)


def brings(change: Edit, now: Edit) -> bool:
    """Whether an edit of a change put those words there, or that record as it now stands."""
    if now.where is Where.RECORD:
        return change.where is Where.RECORD and change.path[:1] == now.path[:1]
    return change.after == now.after


def first_good(world: World, source: Source, baseline: Visit) -> datetime:
    """When the source was first seen in a good state, as far as it was fetched the way it is now."""
    for visit in world.archive.visits.of_source(source.name, until_seq=baseline.seq):
        reading = world.archive.derived.interpretation(visit.id)
        if reading is not None and reading.verdict.state is PageState.OK:
            return visit.captured_at
    return baseline.captured_at


def timeline(world: World, name: str) -> tuple[Told, ...]:
    """Everything seen of a competitor, newest first: what is news and what was taken back, noise left out."""
    derived, standing = world.archive.derived, Standing(world.archive.verdicts.standing())
    owner = {key: event for event, keys in derived.events().items() for key in keys}
    told = []
    for change in derived.changes():
        if change.status is ChangeStatus.NOISE:
            continue
        for sighting in derived.sightings_of(change.key):
            if sighting.subject.name == name and sighting.subject.kind is SubjectKind.COMPETITOR:
                event = next((owner[edit.key] for edit in sighting.edits if edit.key in owner), None)
                said = standing.about(sighting)
                told.append(Told(sighting=sighting, status=change.status, event=event, verdicts=said))
    return tuple(sorted(told, key=lambda one: (one.sighting.first_seen, one.sighting.seq), reverse=True))


def left_out(world: World, name: str) -> tuple[AnalystVerdict, ...]:
    """What analysts called noise on the sources of a competitor, newest first: no timeline has it."""
    theirs = {source.name for source in world.sources if source.subject.name == name}
    every = (one for one in world.archive.verdicts.standing() if one.says is Says.NOISE and one.source in theirs)
    return tuple(sorted(every, key=lambda one: one.at, reverse=True))
