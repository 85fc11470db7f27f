"""From when to when each sighting is known to have been true: the first and the last visit that found it so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from domain.changes import Change, ChangeStatus, Edit
from domain.content import Where
from domain.events import Sighting
from domain.looks import Earlier
from domain.visits import PageState
from pipeline.detecting.net import begins, leaves
from pipeline.world import World

GONE = (PageState.GONE, PageState.SOFT_404)
# How long a doubt may have been open before the visit that settled it.
DOUBTED = timedelta(days=14)


def confirmed(world: World, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """The sightings in the same order, each with the first and the last time a visit found what it says.

    The first may be one that was doubted or left out, and borne out by the sighting's own. A later visit that found the
    same bytes counts as much as one that found only other things edited; the first one that found something of it
    edited again, or in doubt, ends it.
    """
    derived = world.archive.derived
    if not sightings:
        return ()
    names = sorted({one.source for one in sightings})
    # A source's only change is the sighting's own: there is no other to be held against it.
    others = derived.where_several(names, min(one.first_seen for one in sightings) - DOUBTED)
    good = derived.newest_good(names)
    return tuple(
        replace(
            one,
            first_seen=doubted_before(one, others.get(one.source, ())),
            last_confirmed=max(
                one.last_confirmed, still_so(world, one, others.get(one.source, ()), good.get(one.source))
            ),
        )
        for one in sightings
    )


def doubted_before(sighting: Sighting, changes: Sequence[Change]) -> datetime:
    """When a visit first found what a sighting says, doubted or left out until the sighting's own bore it out.

    `changes` may reach further back, for other sightings of its source: that makes no doubt last longer.
    """
    since = sighting.first_seen - DOUBTED
    own = next((one for one in changes if one.key == sighting.change), None)
    said = {edit.key for edit in sighting.edits if not edit.minor} or {edit.key for edit in sighting.edits}
    young = (one for one in changes if one.after.captured_at >= since)
    earlier = (one for one in young if own is not None and own.before.seq <= one.after.seq < own.after.seq)
    found = (one for one in earlier if any(edit.key in said and in_doubt(one, edit) for edit in one.edits))
    return min((one.after.captured_at for one in found), default=sighting.first_seen)


def in_doubt(change: Change, edit: Edit) -> bool:
    return bool(edit.noise) or change.status in (ChangeStatus.HELD, ChangeStatus.NOISE)


def still_so(world: World, sighting: Sighting, changes: Sequence[Change], good: Earlier | None) -> datetime:
    """When a visit last found what a sighting says; `changes` are later ones of its source, `good` its last visit."""
    if any(edit.where is Where.STATE for edit in sighting.edits):
        return still_gone(world, sighting)
    later = [one for one in changes if one.after.seq > sighting.seq]
    if later:
        said = {leaves(edit) for edit in sighting.edits if not edit.minor} or {leaves(edit) for edit in sighting.edits}
        undone = next((one for one in later if any(begins(edit) in said for edit in one.counted)), None)
        if undone is not None:
            good = last_good_before(world, sighting, undone.after.seq)
    return good.captured_at if good is not None and good.seq > sighting.seq else sighting.last_confirmed


def still_gone(world: World, sighting: Sighting) -> datetime:
    """A page that was unpublished is confirmed by every visit that does not find it."""
    newest = world.archive.derived.latest(sighting.source)
    gone = newest is not None and newest[1].verdict.state in GONE
    return newest[0].captured_at if newest is not None and gone else sighting.last_confirmed


def last_good_before(world: World, sighting: Sighting, seq: int) -> Earlier | None:
    """The newest good visit after the sighting's own and before `seq`."""
    earlier = world.archive.derived.earlier(sighting.source, after_seq=sighting.seq, until_seq=seq - 1)
    return next((one for one in earlier if one.good), None)
