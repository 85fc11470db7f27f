"""The week's draft: read before the mails are composed, heeded, and kept with who changed what."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from classifiers.grouping import event as told_as
from config.draft_file import read_draft
from config.yaml_tree import read_text
from domain.drafts import Draft, DraftChange, Ruling
from domain.errors import ConfigurationError
from domain.events import Event
from domain.verdicts import Says
from pipeline.composing.judging import judge
from pipeline.detecting.grouping import recent_events
from pipeline.detecting.relating import relate
from pipeline.world import World

FOLDER = "drafts"
MATTERS = ("hide", "pin", "reword", "note", "same_as", "judge")


def path_of(world: World, week: str) -> Path:
    """Where the draft of a week stands, whether or not there is one."""
    return world.configuration.settings.home / FOLDER / f"{week}.yaml"


def draft_of(world: World, week: str) -> Draft | None:
    """The draft of a week: this home's file, else what was heeded of it last, wherever that was; None without both.

    A file that is an older copy of what was heeded since is left aside: another home has the newer one.
    ConfigurationError holds all its problems.
    """
    path, kept = path_of(world, week), world.archive.drafts.texts(week)
    if not path.exists() and not kept:
        return None
    name = f"{FOLDER}/{path.name}"
    text, problems = read_text(path, name, "") if path.exists() else (kept[-1][0], ())
    if is_older_copy(text, path, kept):
        text = kept[-1][0]
    draft, more = read_draft(text, name, week, world.archive.drafts.minted()) if not problems else (None, ())
    if problems or more or draft is None:
        raise ConfigurationError((*problems, *more))
    return draft


def is_older_copy(text: str, path: Path, kept: Sequence[tuple[str, datetime]]) -> bool:
    """Whether a file says what was heeded before the last text, and nobody has put it back since that was read."""
    if text not in {one for one, _ in kept} or text == kept[-1][0]:
        return False
    return datetime.fromtimestamp(path.stat().st_mtime, UTC) <= kept[-1][1]


def as_drafted(events: Sequence[Event], draft: Draft | None) -> tuple[Event, ...]:
    """The events with those told in another one put into it; one told in an event that is not here is no news."""
    if draft is None:
        return tuple(events)
    into = {one.event: one.same_as for one in draft.rulings if one.same_as}
    known = {event.id: event for event in events}
    told: dict[str, list[Event]] = {event.id: [event] for event in events if event.id not in into}
    for event in events:
        if into.get(event.id) in told:
            told[into[event.id]].append(event)
    return tuple(known[name] if len(parts) == 1 else put_together(parts, name) for name, parts in told.items())


def put_together(events: Sequence[Event], name: str) -> Event:
    seen = {(one.key, one.change): one for event in events for one in event.sightings}
    return told_as(sorted(seen.values(), key=lambda one: (one.seq, one.key)), name)


def shown(events: Sequence[Event], draft: Draft | None) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """The events to tell, and those that the draft leaves out."""
    gone = {one.event for one in draft.rulings if one.left_out} if draft else set[str]()
    return tuple(one for one in events if one.id not in gone), tuple(one for one in events if one.id in gone)


def heed(world: World, draft: Draft) -> bool:
    """Do what lasts (verdicts, events put together) and keep the draft with what it changed; once for one text.

    Whether anything was done now.

    Everything can be done twice without harm: a process that ends in between leaves nothing half done.
    """
    before = world.archive.drafts.latest(draft.week)
    if before == draft.text:
        return False
    relate(world)
    events = {event.id: event for event in recent_events(world)}
    for ruling in draft.rulings:
        if ruling.judge and ruling.event in events:
            judge_event(world, events[ruling.event], ruling.judge, draft)
        if ruling.same_as:
            world.archive.drafts.put_together(ruling.event, ruling.same_as, world.clock())
    world.archive.drafts.keep(draft, changes(earlier(draft, before, world), draft, world.clock()))
    return True


def judge_event(world: World, event: Event, says: Says, draft: Draft) -> None:
    for seen in event.sightings:
        change = world.archive.derived.change(seen.change)
        if change is not None:
            judge(world, change, [seen], [(says, None)], by=draft.by, note=f"draft of {draft.week}")


def earlier(draft: Draft, text: str | None, world: World) -> Draft:
    """The draft as it was heeded before; one that changes nothing where there was none."""
    nothing = replace(draft, note="", rulings=tuple(Ruling(event=one.event) for one in draft.rulings))
    if text is None:
        return nothing
    return read_draft(text, draft.week, draft.week, world.archive.drafts.minted())[0] or nothing


def changes(before: Draft, after: Draft, at: datetime) -> tuple[DraftChange, ...]:
    """What differs between two drafts of a week, finding by finding."""

    def change(event: str, what: str, old: str, new: str) -> DraftChange:
        return DraftChange(week=after.week, event=event, what=what, before=old, after=new, by=after.by, at=at)

    names = dict.fromkeys(one.event for one in (*before.rulings, *after.rulings))
    found = [change("", "note", before.note, after.note)]
    for name in names:
        old, new = before.of(name) or Ruling(event=name), after.of(name) or Ruling(event=name)
        found += [change(name, what, said(old, what), said(new, what)) for what in MATTERS]
    return tuple(one for one in found if one.before != one.after)


def said(ruling: Ruling, what: str) -> str:
    value = getattr(ruling, what)
    if isinstance(value, bool):
        return "yes" if value else ""
    return str(value or "")
