"""What one visit alone cannot tell: doubt confirmed, changes taken back, pages that are really gone."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import diffing
from diffing.learned import LearnedNoise, leave_out
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind, Settled
from domain.content import Where
from domain.keys import change_key, edit_key
from domain.sources import Source, SourceKind
from domain.visits import Interpretation, PageState, Visit
from pipeline.looks import Look, neighbours
from pipeline.world import World

# In measured history a fifth of all changes came back within a week; two weeks leave room for weekly visits.
FLAP_DAYS = 14
# Two visits a day apart, less the slack of a schedule, both finding nothing; a page that only says of itself that it is
# not there, with no other page of the site to compare, is given three days.
GONE_HOURS = 20
SOFT_HOURS = 72
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
        return confirmed(Look(reading=reading, change=change), held)
    settled = tuple(
        Settled(key=one.key, status=ChangeStatus.REVERTED, why="gone at the next good visit") for one in held
    )
    back = [one for one in recent[-1:] if is_removal(one) and one.status is ChangeStatus.NEWS]
    settled += tuple(Settled(key=one.key, status=ChangeStatus.REVERTED, why="the page is back") for one in back)
    look = Look(reading=reading, change=change, settled=settled)
    if change is None or change.status is not ChangeStatus.NEWS or source.kind is SourceKind.FEED:
        return look
    return flapped(world, source, visit, look, recent, known)


def confirms(world: World, source: Source, visit: Visit, held: Change, change: Change) -> bool:
    """Whether a visit bears out what was held: it says the same, or goes on from a page that was doubted as a whole.

    A page made anew has moved on in small things by the next visit; asking for the very same edits would hold it for
    ever.
    """
    if same_edits(held, change):
        return True
    if change.status is not ChangeStatus.HELD:
        return False
    return compared_with(world, source, visit, held.after).status is not ChangeStatus.HELD


def confirmed(look: Look, held: Sequence[Change]) -> Look:
    assert look.change is not None  # noqa: S101 - only a change confirms
    change = replace(look.change, status=ChangeStatus.NEWS, explanation=f"confirmed; {look.change.explanation}")
    said = "said by the visit that confirmed it"
    settled = tuple(Settled(key=one.key, status=ChangeStatus.NOISE, why=said) for one in held)
    return Look(reading=replace(look.reading, baseline=True), change=change, settled=settled)


def flapped(world: World, source: Source, visit: Visit, look: Look, recent: tuple[Change, ...], known: Known) -> Look:
    """What takes the last change back is said as reverted; what was taken back before waits to be confirmed."""
    change = look.change
    if change is None:
        return look
    for one in reversed(recent):
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
    since = derived.bad_since(source.name)
    alone = reading.verdict.state is PageState.SOFT_404 and not neighbours(world, source)
    long_enough = since is not None and visit.captured_at - since >= timedelta(
        hours=SOFT_HOURS if alone else GONE_HOURS
    )
    if baseline is None or not long_enough or not all_gone(world, baseline, source) or not site_is_well(world, source):
        return Look(reading=reading, change=None)
    if any(is_removal(one) for one in derived.changes(source=source.name, after_seq=baseline.seq)):
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


def all_gone(world: World, baseline: Visit, source: Source) -> bool:
    """Whether every visit since the last good one found the page gone, and not blocked or broken."""
    derived = world.archive.derived
    good = derived.last_good(source.name) or baseline
    readings = [
        derived.interpretation(one.id) for one in world.archive.visits.of_source(source.name, after_seq=good.seq)
    ]
    return all(reading.verdict.state in GONE for reading in readings if reading is not None)


def site_is_well(world: World, source: Source) -> bool:
    """Whether another source of the same host was seen well lately; True where there is no other to ask."""
    newest = [found for found in map(world.archive.derived.latest, neighbours(world, source)) if found is not None]
    return not newest or any(reading.verdict.state is PageState.OK for _, reading in newest)


def page_title(world: World, source: Source, baseline: Visit) -> str:
    return diffing.read(source, world.archive.visits.fetched(baseline)).title or source.url


def is_removal(change: Change) -> bool:
    return any(edit.where is Where.STATE for edit in change.edits)


def same_edits(one: Change, other: Change) -> bool:
    return {edit.key for edit in one.counted} == {edit.key for edit in other.counted}
