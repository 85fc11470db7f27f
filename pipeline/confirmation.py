"""How long each sighting is known to have stayed true: the last good visit that still said so."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from domain.changes import Change
from domain.content import Where
from domain.events import Sighting
from domain.visits import PageState, Visit
from pipeline.net import begins, leaves
from pipeline.world import World

GONE = (PageState.GONE, PageState.SOFT_404)


def confirmed(world: World, sightings: Sequence[Sighting]) -> tuple[Sighting, ...]:
    """The sightings in the same order, each with the last time a visit found what it says.

    A visit that found the same bytes counts as much as one that found only other things edited; the first one that
    found something of it edited again, or in doubt, ends it.
    """
    derived = world.archive.derived
    first: dict[str, int] = {}
    for one in sightings:
        first[one.source] = min(one.seq, first.get(one.source, one.seq))
    changes = {name: derived.changes(source=name, after_seq=seq) for name, seq in first.items()}
    good = {name: derived.last_good(name) for name in first}
    return tuple(
        replace(
            one, last_confirmed=max(one.last_confirmed, still_so(world, one, changes[one.source], good[one.source]))
        )
        for one in sightings
    )


def still_so(world: World, sighting: Sighting, changes: Sequence[Change], good: Visit | None) -> datetime:
    """When a visit last found what a sighting says; `changes` are later ones of its source, `good` its last visit."""
    if any(edit.where is Where.STATE for edit in sighting.edits):
        return still_gone(world, sighting)
    said = {leaves(edit) for edit in sighting.edits if not edit.minor} or {leaves(edit) for edit in sighting.edits}
    later = (one for one in changes if one.after.seq > sighting.seq)
    undone = next((one for one in later if any(begins(edit) in said for edit in one.counted)), None)
    if undone is not None:
        good = last_good_before(world, sighting, undone.after.seq)
    return good.captured_at if good is not None and good.seq > sighting.seq else sighting.last_confirmed


def still_gone(world: World, sighting: Sighting) -> datetime:
    """A page that was unpublished is confirmed by every visit that does not find it."""
    newest = world.archive.derived.latest(sighting.source)
    gone = newest is not None and newest[1].verdict.state in GONE
    return newest[0].captured_at if newest is not None and gone else sighting.last_confirmed


def last_good_before(world: World, sighting: Sighting, seq: int) -> Visit | None:
    """The newest good visit after the sighting's own and before `seq`."""
    visits = world.archive.visits.of_source(
        sighting.source, after_seq=sighting.seq, until_seq=seq - 1, newest_first=True
    )
    readings = ((visit, world.archive.derived.interpretation(visit.id)) for visit in visits)
    good = (visit for visit, reading in readings if reading is not None and reading.verdict.state is PageState.OK)
    return next(good, None)
