"""What one visit alone cannot tell: doubt confirmed, changes taken back, pages that are really gone."""

from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlsplit

import diffing
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind, Settled
from domain.content import Where
from domain.events import Sighting
from domain.keys import change_key, edit_key
from domain.sources import Source, SourceKind
from domain.visits import Interpretation, PageState, Visit
from pipeline.world import World

# In measured history a fifth of all changes came back within a week; two weeks leave room for weekly visits.
FLAP_DAYS = 14
# Two visits a day apart, less the slack of a schedule, both finding nothing; a page that only says of itself that it is
# not there, with no other page of the site to compare, is given three days.
GONE_HOURS = 20
SOFT_HOURS = 72
TAKES_BACK = "takes back"
GONE = (PageState.GONE, PageState.SOFT_404)


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One visit seen beside the ones before it."""

    reading: Interpretation
    change: Change | None
    settled: tuple[Settled, ...] = ()
    sightings: tuple[Sighting, ...] = ()


def look_again(world: World, source: Source, visit: Visit, reading: Interpretation, change: Change | None) -> Look:
    """The visit's reading and change as the visits before it make them out; nothing is stored."""
    if reading.verdict.state in GONE:
        return removed(world, source, visit, reading)
    if reading.verdict.state is not PageState.OK:
        return Look(reading=reading, change=change)
    recent = world.archive.derived.changes(source=source.name, since=visit.captured_at - timedelta(days=FLAP_DAYS))
    held = [one for one in recent if one.status is ChangeStatus.HELD][-1:]
    if held and change is not None and same_edits(held[0], change):
        change = replace(change, status=ChangeStatus.NEWS, explanation=f"confirmed; {change.explanation}")
        return Look(
            reading=replace(reading, baseline=True),
            change=change,
            settled=(Settled(key=held[0].key, status=ChangeStatus.NOISE, why="said by the visit that confirmed it"),),
        )
    settled = tuple(
        Settled(key=one.key, status=ChangeStatus.REVERTED, why="gone at the next good visit") for one in held
    )
    back = [one for one in recent[-1:] if is_removal(one) and one.status is ChangeStatus.NEWS]
    settled += tuple(Settled(key=one.key, status=ChangeStatus.REVERTED, why="the page is back") for one in back)
    if change is None or change.status is not ChangeStatus.NEWS or source.kind is SourceKind.FEED:
        return Look(reading=reading, change=change, settled=settled)
    return flapped(world, source, visit, Look(reading=reading, change=change, settled=settled), recent)


def flapped(world: World, source: Source, visit: Visit, look: Look, recent: tuple[Change, ...]) -> Look:
    """What takes the last change back is said as reverted; what was taken back before waits to be confirmed."""
    change = look.change
    if change is None:
        return look
    for one in reversed(recent):
        if one.status is ChangeStatus.NEWS and says_again(world, source, visit, one.before):
            taken_back = Settled(key=one.key, status=ChangeStatus.REVERTED, why=f"taken back {visit.captured_at:%d %b}")
            said = f"{TAKES_BACK} the change of {one.after.captured_at:%d %b}"
            reverted = replace(change, status=ChangeStatus.REVERTED, explanation=said)
            return replace(look, change=reverted, settled=(*look.settled, taken_back))
        if one.status is ChangeStatus.REVERTED and says_again(world, source, visit, one.after):
            waiting = replace(
                change, status=ChangeStatus.HELD, explanation="came and went before; waits for a second visit"
            )
            return replace(look, change=waiting, reading=replace(look.reading, baseline=False))
    return look


def says_again(world: World, source: Source, visit: Visit, earlier: Captured) -> bool:
    """Whether the visit says what an earlier one said."""
    visits = world.archive.visits
    found = diffing.examine(
        source,
        source_id=visit.source_id,
        before=visits.fetched(visits.get(earlier.snapshot)),
        after=visits.fetched(visit),
        captured_at=visit.captured_at,
    )
    return found.verdict.state is PageState.OK and found.status is None


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


def neighbours(world: World, source: Source) -> list[str]:
    """The names of the other sources of the same host."""
    host = urlsplit(source.url).netloc
    return [one.name for one in world.sources if one.name != source.name and urlsplit(one.url).netloc == host]


def page_title(world: World, source: Source, baseline: Visit) -> str:
    return diffing.read(source, world.archive.visits.fetched(baseline)).title or source.url


def is_removal(change: Change) -> bool:
    return any(edit.where is Where.STATE for edit in change.edits)


def same_edits(one: Change, other: Change) -> bool:
    return {edit.key for edit in one.edits} == {edit.key for edit in other.edits}
