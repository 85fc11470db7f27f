"""What is held when an edition is cut: each says what it would be, since when, why, and when it is decided."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from config.due import next_due
from diffing.sifting.standing import still_standing
from digest.words import clip, day
from domain.changes import Change, ChangeStatus, Edit
from domain.editions import Audience, Held, Period, Unseen
from domain.errors import UnreadableContent
from domain.sources import Source, SourceKind
from domain.visits import PageState
from pipeline.composing.sitting import Sitting
from pipeline.composing.unseen import badly_seen
from pipeline.detecting.quiet import STORY_DAYS
from pipeline.detecting.second_look import is_removal
from pipeline.world import World

EXCERPT = 16


def held(world: World, period: Period) -> tuple[Held, ...]:
    """Everything that no good visit has decided yet, however long ago it began; oldest first."""
    sources = {source.name: source for source in world.sources}
    doubtful = [change for change in undecided(world) if change.after.seq <= period.cut_seq]
    found = [as_held(world, sources[change.source], change) for change in doubtful if change.source in sources]
    return tuple(sorted(found, key=lambda one: (one.since, one.source.name)))


def undecided(world: World) -> Iterator[Change]:
    """Every held change, and the newest change of a source that left out something which waits for the next visit."""
    derived = world.archive.derived
    yield from derived.changes(status=ChangeStatus.HELD)
    for source in world.sources:
        baseline, good = derived.baseline(source.name), derived.last_good(source.name)
        if baseline is None or good is None or good.seq > baseline.seq:
            continue
        newest = derived.changes(source=source.name, after_seq=baseline.seq - 1, until_seq=baseline.seq)
        yield from (one for one in newest if any(edit.waits for edit in one.edits))


def as_held(world: World, source: Source, change: Change) -> Held:
    now = world.clock()
    newest = world.archive.visits.of_source(source.name, newest_first=True, limit=1)
    return Held(
        source=source,
        subject=change.subject,
        says=would_be(world, change),
        why=reason_of(change),
        since=change.after.captured_at,
        due=next_due(source.schedule, newest[0].captured_at if newest else None, now),
        failed=failed_since(world, source, change),
    )


def would_be(world: World, change: Change) -> str:
    """What edits that wait say, the first of them; else the headline of what is held."""
    waiting = [edit for edit in change.edits if edit.waits]
    sightings = world.archive.derived.sightings_of(change.key)
    if sightings and not waiting:
        return sightings[0].headline
    said = next((text for edit in waiting or change.edits for text in (edit.after or edit.before,) if text), "")
    return f"{change.subject.name}: “{clip(said, EXCERPT)}”"


def reason_of(change: Change) -> str:
    """`the whole page is another one`: why it was left out, or is held, up to what is going to happen."""
    waiting = next((edit.noise for edit in change.edits if edit.waits), "")
    said = (waiting or change.explanation).partition(": told")[0].partition(": held")[0].partition("; waits")[0]
    said = said.strip(" .")
    return said[:1].lower() + said[1:]


def failed_since(world: World, source: Source, change: Change) -> Unseen | None:
    """Why the source could not be seen again, where a later visit tried."""
    newest = world.archive.derived.latest(source.name)
    if newest is None or newest[0].seq <= change.after.seq or newest[1].verdict.state is PageState.OK:
        return None
    return badly_seen(world, source, *newest)


def settled_doubts(sitting: Sitting, audience: Audience, period: Period) -> tuple[str, ...]:
    """A sentence for each change that an earlier edition of this reader called held and a visit since found gone."""
    zone = ZoneInfo(audience.person.zone)
    today = period.sends_at.astimezone(zone).date()
    return tuple(
        f"Held before: {said}: not there any more on {day(at.astimezone(zone).date(), today)}."
        for said, at in sitting.within(gone_since, period)
    )


def gone_since(world: World, period: Period) -> tuple[tuple[str, datetime], ...]:
    """What was held before a period and what its visits found not to be there any more, and when."""
    derived, since = world.archive.derived, world.clock() - timedelta(days=STORY_DAYS)
    found = []
    for change in derived.changes(until_seq=period.after_seq, status=ChangeStatus.REVERTED, since=since):
        decided = first_good_after(world, change) if was_held(world, change) else None
        seen = decided is not None and period.after_seq < decided[0] <= period.cut_seq
        if seen and decided is not None and not still_so(world, change, decided[0]):
            found.append((would_be(world, change), decided[1]))
    return tuple(found)


def still_so(world: World, change: Change, seq: int) -> bool:
    """Whether the visit `seq`, which did not bear out a held change as a whole, still shows some of what it says."""
    said = {edit.key for edit in of_headline(world, change)}
    news = world.archive.derived.changes(source=change.source, after_seq=seq - 1, until_seq=seq)
    if any(edit.key in said for one in news for edit in one.counted):
        return True
    source = next((one for one in world.sources if one.name == change.source), None)
    if source is None or source.kind is not SourceKind.PAGE:
        return False
    try:
        visits = world.archive.visits
        return bool(still_standing(source, visits.fetched(visits.get(seq)), of_headline(world, change)))
    except UnreadableContent:
        return False


def of_headline(world: World, change: Change) -> tuple[Edit, ...]:
    """The edits that `would_be` speaks of: those that its first sighting's facts or tags quote, where it has any."""
    sightings = world.archive.derived.sightings_of(change.key)
    waiting = tuple(edit for edit in change.edits if edit.waits)
    if not sightings or waiting:
        return (waiting or change.edits)[:1]
    lead = sightings[0]
    facts = {fact.quote.edit for fact in lead.facts}
    quoted = facts or {quote.edit for tag in lead.tags for quote in tag.quotes}
    return tuple(edit for edit in lead.edits if edit.key in quoted) or lead.edits[:1]


def was_held(world: World, change: Change) -> bool:
    """Whether a change that was taken back never counted: its visit did not become the baseline."""
    reading = world.archive.derived.interpretation(change.after.snapshot)
    return reading is not None and not reading.baseline and not is_removal(change)


def first_good_after(world: World, change: Change) -> tuple[int, datetime] | None:
    """Seq and time of the first good visit after a change's own."""
    for visit in world.archive.visits.of_source(change.source, after_seq=change.after.seq):
        reading = world.archive.derived.interpretation(visit.id)
        if reading is not None and reading.verdict.state is PageState.OK:
            return visit.seq, visit.captured_at
    return None
