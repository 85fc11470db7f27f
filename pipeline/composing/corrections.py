"""What was taken back: told before, it is corrected once; not told yet, it is said as what came and went."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from classifiers.wording.said_amounts import money, unit
from digest.words import clip, counted, day, joined, source_words
from domain.changes import Change, ChangeStatus, Edit
from domain.editions import Audience, Period
from domain.events import Sighting
from domain.findings import Price
from domain.visits import PageState
from pipeline.composing.sitting import Sitting
from pipeline.composing.week_news import doubtful, retell
from pipeline.detecting.net import Passed, name_of, nets
from pipeline.detecting.quiet import STORY_DAYS
from pipeline.detecting.second_look import TAKES_BACK, is_removal
from pipeline.world import World

WORTH_SAYING = timedelta(hours=20)
SHOWN = 2
EXCERPT = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenBack:
    """What one visit took back, without what is true again by now."""

    source_id: int
    settled: int
    at: datetime
    undone: tuple[Sighting, ...]


def corrections(sitting: Sitting, audience: Audience, period: Period, told: frozenset[str]) -> tuple[str, ...]:
    """A sentence for each event told to this reader whose change was taken back in this period."""
    event_of, zone = sitting.once(edit_events), ZoneInfo(audience.person.zone)
    lines = []
    for one in sitting.within(taken_back, period):
        when = one.at.astimezone(zone)
        mine = [seen for seen in one.undone if event_of.get(seen.edits[0].key) in told]
        said = as_told(sitting.world, one.source_id, mine, one.settled) if mine else ()
        lines += [f"{headline}: taken back by {when:%a} {when.day} {when:%b}" for headline in said]
    return tuple(lines)


def taken_back(world: World, period: Period) -> tuple[TakenBack, ...]:
    """What the visits of a period took back of all that a story of today may tell of, and has not come again since."""
    derived, since = world.archive.derived, world.clock() - timedelta(days=STORY_DAYS)
    by_visit: dict[tuple[str, int], list[Change]] = defaultdict(list)
    for change in derived.changes(since=since, status=ChangeStatus.REVERTED):
        settled = settling_visit(world, change)
        if settled is not None and period.after_seq < settled <= period.cut_seq:
            by_visit[change.source, settled].append(change)
    found = []
    for (_, settled), changes in by_visit.items():
        known = [seen for change in changes for seen in derived.sightings_of(change.key)]
        again = derived.sightings(after_seq=settled, until_seq=period.cut_seq, status=ChangeStatus.NEWS)
        true_again = {edit.key for seen in again for edit in seen.edits}
        undone = tuple(seen for seen in known if not all(edit.key in true_again for edit in seen.edits))
        at = world.archive.visits.get(settled).captured_at
        found.append(TakenBack(source_id=changes[0].source_id, settled=settled, at=at, undone=undone))
    return tuple(found)


def as_told(world: World, source_id: int, undone: Sequence[Sighting], settled: int) -> tuple[str, ...]:
    """The headlines of what one visit took back, several steps as the one that they were told as.

    A step in between that no visit took back by itself went with the others.
    """
    first = min(undone, key=lambda seen: seen.seq)
    between = world.archive.derived.sightings(after_seq=first.seq, until_seq=settled - 1, status=ChangeStatus.NEWS)
    steps = [seen for seen in between if (seen.source, seen.subject) == (first.source, first.subject)]
    gone = {name_of(seen) for seen in undone}
    said = []
    for net in nets([*undone, *steps], (), source_id, doubtful(world)):
        if any(name_of(part) in gone for part in net.parts):
            retold = retell(world, net) if len(net.parts) > 1 else None
            said.append(retold.sightings[0].headline if retold and retold.sightings else net.parts[0].headline)
    return tuple(dict.fromkeys(said))


def edit_events(world: World) -> dict[str, str]:
    """The id of the event that each edit belongs to, by its key."""
    return {edit: event for event, edits in world.archive.derived.events().items() for edit in edits}


def came_and_went(
    sitting: Sitting, audience: Audience, period: Period, told: frozenset[str], passed: Sequence[Passed]
) -> tuple[str, ...]:
    """A sentence for whatever tagged stood for a day or more within the period and went before it was told."""
    event_of = sitting.once(edit_events)
    zone = ZoneInfo(audience.person.zone)
    today = period.sends_at.astimezone(zone).date()
    together: dict[tuple[str, datetime], list[Passed]] = defaultdict(list)
    for one in passed:
        if worth_saying(one) and event_of.get(one.edit.key) not in told:
            together[name_of(one.seen), one.ended].append(one)
    lines = []
    for found in together.values():
        begun, ended = (day(moment.astimezone(zone).date(), today) for moment in (found[0].begun, found[0].ended))
        said = list(dict.fromkeys(stood(one.edit, one.seen) for one in found))
        said = [*said[:SHOWN], *([counted(len(said) - SHOWN, "more edit")] if len(said) > SHOWN else [])]
        whose = found[0].seen.subject.name
        where = f"{whose}, {source_words(found[0].seen.source, whose)}"
        lines.append(f"Came and went: {where}: {joined(said)} from {begun} to {ended}.")
    return (*lines, *pages_back(sitting, period, told, zone))


def worth_saying(one: Passed) -> bool:
    """Whether what passed stood for a day or more and was what the sighting's tags are about."""
    about = {quote.edit for tag in one.seen.tags for quote in tag.quotes} | {f.quote.edit for f in one.seen.facts}
    return bool(one.seen.tags) and one.edit.key in about and one.ended - one.begun >= WORTH_SAYING


def stood(edit: Edit, seen: Sighting) -> str:
    """What stood there meanwhile: `Pro at $39 a month`, `“Free for teams of five”`, `no “Contact us”`."""
    prices = [one.value for one in seen.facts if one.quote.edit == edit.key and isinstance(one.value, Price)]
    shown = next((price for price in prices if price.amount_after is not None), None)
    if shown is not None and shown.amount_after is not None:
        return f"{shown.plan or 'a price'} at {money(shown.amount_after, shown.currency)}{unit(shown)}"
    return f"{'' if edit.after else 'no '}“{clip(edit.title or edit.after or edit.before or '', EXCERPT)}”"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBack:
    """A tagged page that was unpublished for a day or more, and is back."""

    seen: Sighting
    begun: datetime
    ended: datetime


def pages_back(sitting: Sitting, period: Period, told: frozenset[str], zone: ZoneInfo) -> list[str]:
    """A sentence for each page that was unpublished within the period and is back, before anybody was told."""
    event_of, today = sitting.once(edit_events), period.sends_at.astimezone(zone).date()
    lines = []
    for one in sitting.within(back_again, period):
        if event_of.get(one.seen.edits[0].key) not in told:
            begun, ended = (day(moment.astimezone(zone).date(), today) for moment in (one.begun, one.ended))
            lines.append(f"Came and went: {one.seen.headline} from {begun} to {ended}.")
    return lines


def back_again(world: World, period: Period) -> tuple[PageBack, ...]:
    """The tagged pages that went and came within a period, having been gone for long enough to say so."""
    derived, found = world.archive.derived, []
    for change in derived.changes(after_seq=period.after_seq, until_seq=period.cut_seq, status=ChangeStatus.REVERTED):
        settled = settling_visit(world, change) if is_removal(change) else None
        tagged = [one for one in derived.sightings_of(change.key) if one.tags] if settled is not None else []
        if settled is None or not tagged:
            continue
        begun, ended = change.after.captured_at, world.archive.visits.get(settled).captured_at
        if ended - begun >= WORTH_SAYING:
            found.append(PageBack(seen=tagged[0], begun=begun, ended=ended))
    return tuple(found)


def settling_visit(world: World, change: Change) -> int | None:
    """The seq of the visit that took a change back, with the next change that says so or with a page that is back."""
    derived = world.archive.derived
    if not is_removal(change):
        later = derived.changes(source=change.source, after_seq=change.after.seq, status=ChangeStatus.REVERTED)
        return next((one.after.seq for one in later if one.explanation.startswith(TAKES_BACK)), None)
    for visit in world.archive.visits.of_source(change.source, after_seq=change.after.seq):
        reading = derived.interpretation(visit.id)
        if reading is not None and reading.verdict.state is PageState.OK:
            return visit.seq
    return None
