"""From stored visits to changes and what they say of whom; nothing is fetched."""

from dataclasses import replace
from typing import TYPE_CHECKING

import classifiers
import diffing
from domain.changes import Captured, Change, ChangeStatus
from domain.errors import StorageError
from domain.events import Sighting
from domain.keys import change_key, fetched_alike
from domain.looks import Look
from domain.sources import Source, SourceKind
from domain.visits import Interpretation, PageState, Parts, Purpose, Verdict, Visit, VisitOrigin
from pipeline.detecting import noise
from pipeline.detecting.companies import companies_of
from pipeline.detecting.ground import Ground, not_understood
from pipeline.detecting.second_look import GONE, look_again
from pipeline.logs import log_of
from pipeline.world import World

if TYPE_CHECKING:
    from storage.leases import Held


FEED_VISITS = 10  # different answers of a feed that are read again when it says something new


def detect(world: World, source: Source, *, held: "Held | None" = None) -> None:
    """Interpret every stored visit of a source that has not been, in order; nothing is fetched.

    Raises StorageError where the source was `held` and is another's by now.
    """
    earlier: Visit | None = None
    derived = world.archive.derived
    waiting = derived.waiting(source.name)
    derivation = world.derivation() if waiting else ""
    for visit in waiting:
        look = looked_at(world, source, visit, earlier)
        if look.reading.baseline and from_the_past(derived.baseline(source.name), visit):
            earlier, look = visit, replace(look, reading=replace(look.reading, baseline=False))
        derived.store_all([look], derivation=derivation, held=held)


def looked_at(
    world: World,
    source: Source,
    visit: Visit,
    earlier: Visit | None = None,
    *,
    ground: Ground | None = None,
    parts: Parts | None = None,
) -> Look:
    """What one visit comes to; `ground` and `parts`, its answers, where they are at hand. Nothing is stored."""
    try:
        with world.archive.one_moment():
            return understand(world, source, visit, ground or ground_of(world, source), earlier, parts)
    except StorageError:
        raise
    except Exception as error:
        # One of the two barriers of a run (the other is of first visits): a body that breaks our own code.
        log = log_of("detection")
        log.exception("visit_not_understood", source=source.name, visit=visit.id)
        return Look(reading=not_understood(visit, error), change=None)


def ground_of(world: World, source: Source) -> Ground:
    derived = world.archive.derived
    return Ground(baseline=derived.baseline(source.name), changed=derived.changed(source.name))


def understand(
    world: World, source: Source, visit: Visit, ground: Ground, earlier: Visit | None, parts: Parts | None
) -> Look:
    """Everything one visit says: its reading, its change if any, and what that change is about. Nothing is stored."""
    baseline = comparable(ground.baseline, visit, earlier)
    reading, change, explanation = interpret(world, source, visit, baseline, parts)
    said = replace(reading.verdict, explanation=reading.verdict.explanation or explanation)
    look = Look(reading=replace(reading, verdict=said), change=change)
    if not from_the_past(ground.baseline, visit):
        look = with_history(world, source, visit, ground, look)
    if look.change is None or look.change.status is ChangeStatus.NOISE:
        return look
    sightings = sight(world, source, replace(look.change, edits=look.change.counted))
    change = look.change
    if not sightings:
        change = replace(change, status=ChangeStatus.NOISE, explanation="about nobody we watch")
    return replace(look, change=change, sightings=sightings)


def with_history(world: World, source: Source, visit: Visit, ground: Ground, look: Look) -> Look:
    """The look as the source's own history makes it out: learned noise, doubts, what was taken back, what stood."""
    if ground.baseline is None:
        return look  # there is no history yet
    if not ground.changed and look.reading.verdict.state not in GONE:
        return look  # nothing was told yet that it could bear out, take back or repeat
    change = look.change
    known = noise.by_slot(noise.learned(world, source, change)) if change else {}
    change = noise.sift(change, known) if change else None
    found = noise.stood(world, source, visit, look_again(world, source, visit, look.reading, change, known))
    return replace(found, settled=(*noise.settled_by(world, source, known), *found.settled))


def from_the_past(baseline: Visit | None, visit: Visit) -> bool:
    """Whether an archive's visit is older than the baseline: it tells history and never replaces what is newer.

    Visits of our own are ordered by seq alone: a clock that was wrong for a while changes nothing.
    """
    if visit.origin is not VisitOrigin.IMPORT:
        return False
    return baseline is not None and visit.captured_at < baseline.captured_at


def comparable(baseline: Visit | None, visit: Visit, earlier: Visit | None = None) -> Visit | None:
    """The baseline, unless its bytes were fetched another way: an edited address or header is not news.

    A visit older than the baseline is compared with the archive's visit before it (`earlier`), if there is one.
    """
    if from_the_past(baseline, visit):
        baseline = earlier if earlier and earlier.captured_at < visit.captured_at else None
    return baseline if baseline and fetched_alike(baseline.revision, visit.revision) else None


def interpret(
    world: World, source: Source, visit: Visit, baseline: Visit | None, parts: Parts | None = None
) -> tuple[Interpretation, Change | None, str]:
    """What one visit is, and how it differs from the baseline."""
    if baseline is not None and repeats(visit, baseline):
        verdict = Verdict(state=PageState.OK, explanation="unchanged")
        return Interpretation(visit=visit.id, verdict=verdict, baseline=False, change=None), None, "unchanged"
    found = examined(world, source, visit, baseline, parts)
    change = None
    if baseline is not None and (found.status is not None or found.furniture):
        status = found.status or ChangeStatus.NOISE
        change = Change(
            key=change_key(visit.source_id, baseline.seq, visit.seq),
            source=source.name,
            source_id=visit.source_id,
            subject=source.subject,
            status=backfilled(status, baseline, visit) if found.status else status,
            before=Captured(snapshot=baseline.id, seq=baseline.seq, captured_at=baseline.captured_at),
            after=Captured(snapshot=visit.id, seq=visit.seq, captured_at=visit.captured_at),
            edits=(*found.edits, *found.furniture),
            explanation=found.explanation,
        )
    key = change.key if change else None
    reading = Interpretation(visit=visit.id, verdict=found.verdict, baseline=found.baseline, change=key)
    return reading, change, found.explanation


def examined(
    world: World, source: Source, visit: Visit, baseline: Visit | None, parts: Parts | None
) -> diffing.Examination:
    visits = world.archive.visits
    follows = () if source.kind is SourceKind.PAGE else visits.serving(visit.id, Purpose.FOLLOW)
    return diffing.examine(
        source,
        source_id=visit.source_id,
        before=visits.fetched(baseline) if baseline and not visit.failure else None,
        before_at=baseline.captured_at if baseline else None,
        after=visits.fetched(visit) if parts is None else parts,
        articles=tuple(part for read in follows for part in visits.fetched(read)),
        captured_at=visit.captured_at,
        failure=visit.failure,
        seen=lambda: seen_before(world, source, baseline) if baseline else frozenset(),
    )


def seen_before(world: World, source: Source, baseline: Visit) -> frozenset[str]:
    """The entries of a feed's last different answers before the baseline: one that rolled off and comes back is old."""
    if source.kind is not SourceKind.FEED:
        return frozenset()
    visits = world.archive.visits
    earlier = visits.of_source(source.name, until_seq=baseline.seq - 1, newest_first=True, limit=4 * FEED_VISITS)
    answers = [one for one in earlier if one.revisit_of is None and one.failure is None][:FEED_VISITS]
    return frozenset().union(*(diffing.known_entries(source, visits.fetched(one)) for one in answers))


def repeats(visit: Visit, baseline: Visit) -> bool:
    """Whether the visit returned the baseline's bytes (same hashes, or the server said 304)."""
    if visit.failure is not None or visit.revisit_of is None:
        return False
    same_root = visit.revisit_of in (baseline.id, baseline.revisit_of)
    return same_root or [part.sha256 for part in visit.parts] == [part.sha256 for part in baseline.parts]


def backfilled(status: ChangeStatus, baseline: Visit, visit: Visit) -> ChangeStatus:
    """What an archive tells, and the step from the archive to the first crawl, is history and never news.

    Doubt stays doubt: the archive's design is left behind when a second visit bears out the one of today.
    """
    if status is ChangeStatus.HELD or VisitOrigin.IMPORT not in (baseline.origin, visit.origin):
        return status
    return ChangeStatus.BACKFILL


def sight(world: World, source: Source, change: Change) -> tuple[Sighting, ...]:
    """Tag the change, find its facts, and say what it tells of which company."""
    return classifiers.sight(
        change,
        source,
        change.source_id,
        rules=world.rules,
        competitors=world.configuration.sources.competitors,
        about=lambda edit: companies_of(world, source, edit),
    )
