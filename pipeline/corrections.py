"""What a reader was told and has been taken back since: one line each, in the next edition and never again."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.changes import Change, ChangeStatus
from domain.editions import Audience, Period
from domain.visits import PageState
from pipeline.second_look import is_removal
from pipeline.world import World


def corrections(world: World, audience: Audience, period: Period, told: frozenset[str], days: int) -> tuple[str, ...]:
    """A sentence for each event told to this reader in the last `days` whose change was taken back in this period."""
    derived = world.archive.derived
    since = world.clock() - timedelta(days=days)
    event_of = {edit: event for event, edits in derived.events().items() for edit in edits}
    zone = ZoneInfo(audience.person.zone)
    lines = []
    for change in derived.changes(since=since, status=ChangeStatus.REVERTED):
        sightings = [one for one in derived.sightings_of(change.key) if event_of.get(one.edits[0].key) in told]
        settled = settling_visit(world, change)
        if not sightings or settled is None or not period.after_seq < settled <= period.cut_seq:
            continue
        day = world.archive.visits.get(settled).captured_at.astimezone(zone)
        lines.append(f"{sightings[0].headline}: taken back by {day:%a} {day.day} {day:%b}")
    return tuple(lines)


def settling_visit(world: World, change: Change) -> int | None:
    """The seq of the visit that took a change back: that of the next change, or the good one a page came back with."""
    derived = world.archive.derived
    if not is_removal(change):
        later = derived.changes(source=change.source, after_seq=change.after.seq, limit=1)
        return later[0].after.seq if later else None
    for visit in world.archive.visits.of_source(change.source, after_seq=change.after.seq):
        reading = derived.interpretation(visit.id)
        if reading is not None and reading.verdict.state is PageState.OK:
            return visit.seq
    return None
