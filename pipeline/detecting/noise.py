"""What a source's own history says of a difference: learned noise is left out, and told after all where it stays."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from diffing.noise.judged import judged, merged
from diffing.noise.learned import LearnedNoise, learn, leave_out
from diffing.sifting.standing import still_standing
from domain.changes import Captured, Change, ChangeStatus, Edit, Settled
from domain.content import Where
from domain.errors import UsageError
from domain.keys import change_key
from domain.looks import Earlier, Look
from domain.sources import Source, SourceKind
from domain.verdicts import Says
from domain.visits import PageState, Visit, VisitOrigin
from pipeline.detecting.ground import doubted, neighbours
from pipeline.world import World

WINDOW = 12  # good visits that are looked back on: what has not moved since is no noise any more
FEWEST_EARLIER = 2
SITE_DAYS = timedelta(days=14)
NEVER = datetime.min.replace(tzinfo=UTC)
LEARNED = "a place that changes by itself"
STOOD = "stands at a second visit"


def learned(world: World, source: Source, newest: Change | None = None) -> tuple[LearnedNoise, ...]:
    """The places of a page that change by themselves, or where an analyst judged a change to be noise.

    By its last good visits, and by the verdicts on earlier changes. Undone ones are left out, unless the place was
    judged again since. `newest` is a change not stored yet, of the visit being read.
    """
    if source.kind is not SourceKind.PAGE:
        return ()
    until = newest.after.seq - 1 if newest else None
    judged_so = list(by_verdict(world, source, until))
    moving = by_history(world, source, newest, until)
    if not judged_so and not moving:
        return ()
    undone = world.archive.decisions.undone_noise(source.name)
    said = [(at, one) for at, one in judged_so if at > latest(undone, one)]
    again = {one.slot for _, one in said}
    heard = [one for one in moving if latest(undone, one) == NEVER or one.slot in again]
    return merged([*heard, *(one for _, one in said)])


def latest(undone: Mapping[str, datetime], one: LearnedNoise) -> datetime:
    """When an analyst last asked to be told of a place; long ago where nobody did."""
    return max((undone[name] for name in (one.slot, one.place) if name in undone), default=NEVER)


def by_history(world: World, source: Source, newest: Change | None, until: int | None) -> tuple[LearnedNoise, ...]:
    """What the changes at the last good visits teach."""
    visits = good_visits(world, source, until)
    if len(visits) <= FEWEST_EARLIER:
        return ()
    changes = world.archive.derived.changes(source=source.name, after_seq=visits[0] - 1, until_seq=until)
    if newest is not None:
        visits = [*visits, newest.after.seq]
    return learn(changes, visits, newest)


def by_verdict(
    world: World, source: Source, until: int | None, of: str | None = None
) -> Iterator[tuple[datetime, LearnedNoise]]:
    """The places of changes up to a visit that an analyst judged to be noise, each with the moment of the verdict.

    `of` is the key of the one change that is asked about; None: all of the source's.
    """
    for verdict in world.archive.verdicts.standing(of, source=source.name):
        change = world.archive.derived.change(verdict.change) if verdict.says is Says.NOISE else None
        if change is None or (until is not None and change.after.seq > until):
            continue
        says = f"{verdict.by} judged this to be noise on {verdict.at:%Y-%m-%d}"
        for sighting in world.archive.derived.sightings_of(change.key, corrected=False):
            if verdict.about(sighting):
                for one in judged(sighting.edits, since=change.after.captured_at, says=says):
                    yield verdict.at, one


def silenced(world: World, change: Change) -> tuple[LearnedNoise, ...]:
    """The places that verdicts on one change leave out from now on."""
    source = world.configuration.sources.named(change.source)
    if source is None or source.kind is not SourceKind.PAGE:
        return ()
    mine = {one.slot for _, one in by_verdict(world, source, None, of=change.key)}
    return tuple(one for one in learned(world, source) if one.slot in mine)


def good_visits(world: World, source: Source, until: int | None) -> list[int]:
    """The seqs of the last good visits, oldest first."""
    newest = world.archive.derived.earlier(source.name, until_seq=until, limit=2 * WINDOW)
    return sorted([one.seq for one in newest if one.good][:WINDOW])


def undo(world: World, source: Source, slot: str) -> LearnedNoise:
    """Listen to a place again, for good; UsageError where nothing of that name was learned."""
    known = {one.slot: one for one in learned(world, source)}
    if slot not in known:
        raise UsageError(f"nothing learned of {source.name} is called '{slot}'; `bellwether sources noise` lists it")
    for name in (slot, known[slot].place):
        world.archive.decisions.undo_noise(source.name, name)
    return known[slot]


def by_slot(found: tuple[LearnedNoise, ...]) -> dict[str, LearnedNoise]:
    return {one.slot: one for one in found}


def sift(change: Change, known: Mapping[str, LearnedNoise]) -> Change:
    """The change with what is learned noise marked; one that says nothing else is noise."""
    if not known:
        return change
    marked = replace(change, edits=leave_out(change.edits, known))
    if marked.counted:
        return marked
    return replace(marked, status=ChangeStatus.NOISE, explanation=f"{LEARNED}: {marked.edits[0].noise}")


def settled_by(world: World, source: Source, known: Mapping[str, LearnedNoise]) -> tuple[Settled, ...]:
    """Earlier news that was nothing but what is now known to be noise."""
    if not known:
        return ()
    since = min(one.since for one in known.values())
    earlier = world.archive.derived.changes(source=source.name, since=since, status=ChangeStatus.NEWS)
    again = ((one, leave_out(one.edits, known)) for one in earlier)
    return tuple(
        Settled(key=one.key, status=ChangeStatus.NOISE, why=f"{LEARNED}: {edits[0].noise}")
        for one, edits in again
        if not one.explanation.startswith(STOOD) and all(edit.noise and not edit.waits for edit in edits)
    )


def stood(world: World, source: Source, visit: Visit, look: Look) -> Look:
    """The look with what was left out at the visit before and is still there: what stays is no noise."""
    if look.reading.verdict.state is not PageState.OK or source.kind is not SourceKind.PAGE:
        return look
    if look.change is not None and look.change.status is ChangeStatus.HELD:
        return look
    left = waiting(world, source, visit)
    if left is None:
        return look
    waits = [one for one in left.edits if one.waits]
    standing = still_standing(source, world.archive.visits.fetched(visit), waits)
    if look.change is not None and look.change.status is ChangeStatus.REVERTED:
        return replace(look, change=replace(look.change, edits=(*look.change.edits, *standing)))
    told = tuple(
        replace(one, noise="", waits=False) for one in standing if not said_elsewhere(world, source, visit, one)
    )
    return with_edits(look, left, visit, told) if told else look


def waiting(world: World, source: Source, visit: Visit) -> Change | None:
    """The change that waits for this visit: it made the baseline, left out what may be true, and is undecided yet."""
    derived = world.archive.derived
    baseline = derived.baseline(source.name)
    if baseline is None or baseline.seq >= visit.seq:
        return None
    made = derived.changes(source=source.name, after_seq=baseline.seq - 1, until_seq=baseline.seq)
    if not any(edit.waits for one in made for edit in one.edits):
        return None
    since = derived.earlier(source.name, after_seq=baseline.seq, until_seq=visit.seq - 1)
    return None if any(map(decides, since)) else made[-1]


def decides(visit: Earlier) -> bool:
    """Whether a visit was good, of our own, and no doubt hung over it."""
    doubt = visit.reading is not None and doubted(visit.reading)
    return visit.good and not doubt and visit.origin is not VisitOrigin.IMPORT


def said_elsewhere(world: World, source: Source, visit: Visit, edit: Edit) -> bool:
    """Whether another page of the site told the same of the site's furniture lately."""
    if edit.where is not Where.NAV:
        return False
    others = neighbours(world, source)
    since = visit.captured_at - SITE_DAYS
    lately = world.archive.derived.changes(since=since, until_seq=visit.seq, status=ChangeStatus.NEWS)
    return any(
        (one.where, one.before, one.after) == (edit.where, edit.before, edit.after)
        for change in lately
        if change.source in others
        for one in change.counted
    )


def with_edits(look: Look, left: Change, visit: Visit, told: tuple[Edit, ...]) -> Look:
    """The visit's change with the edits that stood; one of its own where it has none."""
    if look.change is not None:
        status = ChangeStatus.NEWS if look.change.status is ChangeStatus.NOISE else look.change.status
        explanation = f"{STOOD}; {look.change.explanation}"
        change = replace(look.change, edits=(*told, *look.change.edits), status=status, explanation=explanation)
        return replace(look, change=change)
    change = replace(
        left,
        key=change_key(left.source_id, left.before.seq, visit.seq),
        after=Captured(snapshot=visit.id, seq=visit.seq, captured_at=visit.captured_at),
        edits=told,
        status=ChangeStatus.BACKFILL if left.status is ChangeStatus.BACKFILL else ChangeStatus.NEWS,
        explanation=f"{STOOD}, so it is told although its place changes by itself",
    )
    return replace(look, change=change, reading=replace(look.reading, change=change.key, baseline=True))
