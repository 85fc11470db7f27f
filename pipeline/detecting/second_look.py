"""What one visit alone cannot tell: doubt confirmed, changes taken back, pages that are really gone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import diffing
from diffing.noise.learned import LearnedNoise, leave_out
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind, Settled
from domain.content import Where
from domain.keys import change_key, edit_key, fetched_alike
from domain.looks import Look
from domain.sources import Source, SourceKind
from domain.visits import Interpretation, PageState, Visit, VisitOrigin
from pipeline.detecting.ground import doubted, neighbours
from pipeline.world import World

# In measured history a fifth of all changes came back within a week; two weeks leave room for weekly visits.
FLAP_DAYS = 14
# Two visits a day apart, less the slack of a schedule, both finding nothing; a page that only says of itself that it is
# not there, with no other page of the site to compare, is given three days.
GONE_HOURS = 20
SOFT_HOURS = 72
FLAP_CHANGES = 8  # that a visit is held against: each takes another reading of the page
DOUBTS = 2  # in a row, before the next one is told all the same
TAKES_BACK = "takes back"
GONE = (PageState.GONE, PageState.SOFT_404)

Known = Mapping[str, LearnedNoise]


def look_again(
    world: World, source: Source, visit: Visit, reading: Interpretation, change: Change | None, known: Known
) -> Look:
    """The visit's reading and change as the visits before it make them out; nothing is stored.

    `known` is the source's learned noise by slot: what lies in it neither confirms nor takes back.
    """
    if reading.verdict.state in GONE:
        return removed(world, source, visit, reading)
    if reading.verdict.state is not PageState.OK:
        return Look(reading=reading, change=change)
    derived = world.archive.derived
    recent = derived.changes(source=source.name, since=visit.captured_at - timedelta(days=FLAP_DAYS), judged=False)
    held = derived.changes(source=source.name, status=ChangeStatus.HELD, judged=False)
    if held and change is not None and confirms(world, source, visit, held[-1], change):
        return confirmed(world, Look(reading=reading, change=change), held)
    settled = (*(after_all(world, source, visit, one, change) for one in held), *came_back(world, source))
    look = Look(reading=reading, change=change, settled=settled)
    if change is None or change.status is not ChangeStatus.NEWS or source.kind is SourceKind.FEED:
        return look
    return flapped(world, source, visit, look, recent, known)


def after_all(world: World, source: Source, visit: Visit, held: Change, change: Change | None) -> Settled:
    """What becomes of a held change that a good visit does not repeat.

    Fetched in another way there is nothing to repeat: then it is news where the page goes on from what was held.
    """
    alike = fetched_alike(world.archive.visits.get(held.after.snapshot).revision, visit.revision)
    if not alike and change is None and goes_on(world, source, visit, held):
        return Settled(
            key=held.key, status=ChangeStatus.NEWS, why="confirmed by the first visit fetched in another way"
        )
    return Settled(key=held.key, status=ChangeStatus.REVERTED, why="gone at the next good visit")


def came_back(world: World, source: Source) -> tuple[Settled, ...]:
    """The removal that a good visit ends, however long ago it was told."""
    baseline = world.archive.derived.baseline(source.name)
    since = world.archive.derived.changes(source=source.name, after_seq=baseline.seq if baseline else 0, judged=False)
    gone = [one for one in since[-1:] if is_removal(one) and one.status is ChangeStatus.NEWS]
    return tuple(Settled(key=one.key, status=ChangeStatus.REVERTED, why="the page is back") for one in gone)


def confirms(world: World, source: Source, visit: Visit, held: Change, change: Change) -> bool:
    """Whether a visit bears out what was held: it says the same, or goes on from a page that was doubted as a whole.

    A page made anew has moved on in small things by the next visit; asking for the very same edits would hold it for
    ever.
    """
    if same_edits(held, change):
        return True
    if change.status is not ChangeStatus.HELD:
        return False
    return goes_on(world, source, visit, held) or restless(world, source, visit)


def goes_on(world: World, source: Source, visit: Visit, held: Change) -> bool:
    found = compared_with(world, source, visit, held.after)
    return found.verdict.state is PageState.OK and found.status is not ChangeStatus.HELD


def restless(world: World, source: Source, visit: Visit) -> bool:
    """Whether the last good visits were doubted one after the other: a page that is another one each time is told."""
    earlier = world.archive.derived.earlier(source.name, until_seq=visit.seq - 1, limit=4 * DOUBTS)
    good = [one.reading for one in earlier if one.reading is not None and one.good][:DOUBTS]
    return len(good) == DOUBTS and all(map(doubted, good))


def confirmed(world: World, look: Look, held: Sequence[Change]) -> Look:
    assert look.change is not None  # noqa: S101 - only a change confirms
    archived = world.archive.visits.get(look.change.before.snapshot).origin is VisitOrigin.IMPORT
    status = ChangeStatus.BACKFILL if archived else ChangeStatus.NEWS
    change = replace(look.change, status=status, explanation=f"confirmed; {look.change.explanation}")
    said = "said by the visit that confirmed it"
    settled = tuple(Settled(key=one.key, status=ChangeStatus.NOISE, why=said) for one in held)
    return Look(reading=replace(look.reading, baseline=True), change=change, settled=settled)


def flapped(world: World, source: Source, visit: Visit, look: Look, recent: tuple[Change, ...], known: Known) -> Look:
    """What takes the last change back is said as reverted; what was taken back before waits to be confirmed."""
    change = look.change
    if change is None:
        return look
    for one in reversed(recent[-FLAP_CHANGES:]):
        if one.status is ChangeStatus.NEWS and says_again(world, source, visit, one.before, known):
            undone = [each for each in recent if each.status is ChangeStatus.NEWS and each.after.seq >= one.after.seq]
            why = f"taken back {visit.captured_at:%d %b}"
            taken_back = tuple(Settled(key=each.key, status=ChangeStatus.REVERTED, why=why) for each in undone)
            said = f"{TAKES_BACK} the change of {one.after.captured_at:%d %b}"
            reverted = replace(change, status=ChangeStatus.REVERTED, explanation=said)
            return replace(look, change=reverted, settled=(*look.settled, *taken_back))
        if one.status is ChangeStatus.REVERTED and says_again(world, source, visit, one.after, known):
            waiting = replace(
                change, status=ChangeStatus.HELD, explanation="came and went before; waits for a second visit"
            )
            return replace(look, change=waiting, reading=replace(look.reading, baseline=False))
    return look


def says_again(world: World, source: Source, visit: Visit, earlier: Captured, known: Known) -> bool:
    """Whether the visit says what an earlier one said, but for learned noise."""
    found = compared_with(world, source, visit, earlier)
    if found.verdict.state is not PageState.OK or found.status is ChangeStatus.HELD:
        return False
    return all(edit.noise for edit in leave_out(found.edits, known))


def compared_with(world: World, source: Source, visit: Visit, earlier: Captured) -> diffing.Examination:
    visits = world.archive.visits
    return diffing.examine(
        source,
        source_id=visit.source_id,
        before=visits.fetched(visits.get(earlier.snapshot)),
        before_at=earlier.captured_at,
        after=visits.fetched(visit),
        captured_at=visit.captured_at,
    )


def removed(world: World, source: Source, visit: Visit, reading: Interpretation) -> Look:
    """A page found gone twice, a day apart, while its site is well, was unpublished: that is news."""
    derived = world.archive.derived
    baseline = derived.baseline(source.name)
    since = gone_since(world, source, visit)
    alone = reading.verdict.state is PageState.SOFT_404 and not neighbours(world, source)
    long_enough = visit.captured_at - since >= timedelta(hours=SOFT_HOURS if alone else GONE_HOURS)
    if baseline is None or not long_enough or not site_is_well(world, source, visit):
        return Look(reading=reading, change=None)
    good = derived.last_good(source.name) or baseline
    if any(is_removal(one) for one in derived.changes(source=source.name, after_seq=good.seq, judged=False)):
        return Look(reading=reading, change=None)
    title = page_title(world, source, baseline)
    edit = Edit(
        key=edit_key(visit.source_id, (title,), title, None),
        kind=EditKind.REMOVED,
        where=Where.STATE,
        path=(title,),
        before=title,
        after=None,
        title=title,
        link=source.url,
    )
    change = Change(
        key=change_key(visit.source_id, baseline.seq, visit.seq),
        source=source.name,
        source_id=visit.source_id,
        subject=source.subject,
        status=ChangeStatus.NEWS,
        before=Captured(snapshot=baseline.id, seq=baseline.seq, captured_at=baseline.captured_at),
        after=Captured(snapshot=visit.id, seq=visit.seq, captured_at=visit.captured_at),
        edits=(edit,),
        explanation=f"gone since {since:%d %b}, confirmed while the site is well",
    )
    return Look(reading=replace(reading, change=change.key), change=change)


def gone_since(world: World, source: Source, visit: Visit) -> datetime:
    """Since when every visit found the page gone; a blocked or broken answer says nothing and begins the time anew."""
    since = visit.captured_at
    for one in world.archive.derived.earlier(source.name, until_seq=visit.seq - 1):
        if one.reading is None or one.reading.verdict.state not in GONE:
            break
        since = one.captured_at
    return since


def site_is_well(world: World, source: Source, visit: Visit) -> bool:
    """Whether another source of the same host was well when last seen; True where there is no other to ask."""
    newest = [found for name in neighbours(world, source) if (found := state_before(world, name, visit)) is not None]
    return not newest or PageState.OK in newest


def state_before(world: World, name: str, visit: Visit) -> PageState | None:
    """The state of a source at its last visit before another's, so that a replay sees what was seen then."""
    earlier = world.archive.derived.earlier(name, until_seq=visit.seq, limit=4)
    return next((one.reading.verdict.state for one in earlier if one.reading is not None), None)


def page_title(world: World, source: Source, baseline: Visit) -> str:
    return diffing.read(source, world.archive.visits.fetched(baseline)).title or source.url


def is_removal(change: Change) -> bool:
    return any(edit.where is Where.STATE for edit in change.edits)


def same_edits(one: Change, other: Change) -> bool:
    return {edit.key for edit in one.counted} == {edit.key for edit in other.counted}
