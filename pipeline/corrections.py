"""What was taken back: told before, it is corrected once; not told yet, it is said as what came and went."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.changes import Change, ChangeStatus
from domain.editions import Audience, Period
from domain.visits import PageState
from pipeline.second_look import TAKES_BACK, is_removal
from pipeline.world import World

WORTH_SAYING = timedelta(hours=20)


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


def came_and_went(world: World, audience: Audience, period: Period, told: frozenset[str]) -> tuple[str, ...]:
    """A sentence for each tagged change of the period that stood for a day or more and went before it was told."""
    derived = world.archive.derived
    event_of = {edit: event for event, edits in derived.events().items() for edit in edits}
    zone = ZoneInfo(audience.person.zone)
    lines = []
    for change in derived.changes(after_seq=period.after_seq, until_seq=period.cut_seq, status=ChangeStatus.REVERTED):
        settled = settling_visit(world, change)
        if settled is None or change.explanation.startswith(TAKES_BACK):
            continue
        begun = change.after.captured_at.astimezone(zone)
        ended = world.archive.visits.get(settled).captured_at.astimezone(zone)
        tagged = [one for one in derived.sightings_of(change.key) if one.tags]
        if tagged and ended - begun >= WORTH_SAYING and event_of.get(tagged[0].edits[0].key) not in told:
            lines.append(f"Came and went: {tagged[0].headline} ({begun:%a} {begun.day} {begun:%b} to {ended:%a})")
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
