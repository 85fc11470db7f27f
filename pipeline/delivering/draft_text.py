"""Writes the week's draft: every finding that is about to be mailed, to whom, and what may be changed in it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from config.due import next_edition
from digest.say import sentence
from digest.scope import scope
from digest.words import clean, short_name
from domain.drafts import Draft, Ruling
from domain.editions import Audience, Period
from domain.events import Event, Impact
from domain.times import week_label
from pipeline.composing.drafting import path_of
from pipeline.composing.editions import LATE, gather
from pipeline.composing.sitting import Sitting
from pipeline.delivering.editions import composed, due_editions, recipients
from pipeline.detecting.relating import relate
from pipeline.files import write_whole
from pipeline.world import World

# Who changes a draft that was written by itself, until somebody puts their name there.
REVIEW = "review"
HEAD = """\
# The mails of {week}, before they go out: `bellwether digest send` and the scheduler read this file.
# Change what you want and leave the rest; `bellwether digest draft` checks the file and adds what came since.
#
#   hide: true       in no mail of this week
#   pin: true        first in every mail that tells it; an old matter too, by the id of its event
#   reword: ...      your sentence in place of ours; the evidence and the facts stay as found
#   note: ...        a line of yours below it
#   same_as: EVENT   the same happening as that one: told there, for good
#   judge: noise     it means nothing: left out, and learned from (or `right`: its tags are right)
#   rest: right      the same, of all that are not judged, hidden or told in another
#
# A text that names an account reaches only readers of that account.
"""
GONE = "No finding of its own any more."
OF_OLD = "No finding of this week; told because it is pinned."


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """One finding as it is about to be told: its sentence, and whom it reaches with which score."""

    event: Event
    said: str
    score: float
    reaches: tuple[str, ...]


def next_week(world: World) -> str:
    """The week whose mails go out next: one that is late, else the soonest."""
    now = world.clock()
    due = [(at, one) for one, at in due_editions(world, now) if not composed(world, one, at)]
    due += [(next_edition(one.person, now), one) for one in recipients(world)]
    at, one = min(due, key=lambda pair: pair[0])
    return week_label(at, one.person.zone)


def mailed_in(world: World, week: str) -> list[tuple[Audience, datetime]]:
    """Who gets a mail of that week that is not composed yet, and when."""
    now = world.clock()
    late = {(one.kind, one.person.key): at for one, at in due_editions(world, now)}
    found = []
    for one in recipients(world):
        for at in (late.get((one.kind, one.person.key)), next_edition(one.person, now), now):
            if at is not None and week_label(at, one.person.zone) == week:
                found += [] if composed(world, one, at) else [(one, at)]
                break
    return found


def offered(world: World, week: str) -> tuple[Offered, ...]:
    """The findings of a week's mails, those with most at stake first, as no draft had changed them."""
    found: dict[str, Offered] = {}
    sitting = Sitting(world)
    for audience, at in mailed_in(world, week):
        cut = min(world.archive.visits.last_seq(until=at + LATE), sitting.cut)
        after = world.archive.editions.last_cut(audience.person.key, kind=audience.kind)
        period = Period(label=week, after_seq=after, cut_seq=cut, sends_at=at)
        seen = gather(world, audience, period, None, sitting)[0]
        mine = scope(seen, audience, sitting.common(seen))
        for name in dict.fromkeys((*(impact.event for impact in mine.impacts), *mine.said, *ids(mine.untagged))):
            known = found.get(name)
            reaches = dict.fromkeys((*(known.reaches if known else ()), *reached(mine.impacts, audience, name)))
            best = max((impact.score for impact in mine.impacts if impact.event == name), default=0.0)
            found[name] = Offered(
                event=known.event if known else mine.events[name],
                said=known.said if known else clean(sentence(mine.events[name])),
                score=max(best, known.score if known else 0.0),
                reaches=tuple(reaches),
            )
    return tuple(sorted(found.values(), key=lambda one: (-one.score, one.event.first_seen, one.event.id)))


def ids(events: Sequence[Event]) -> list[str]:
    return [event.id for event in events]


def reached(impacts: Sequence[Impact], audience: Audience, event: str) -> list[str]:
    """`Marlowe 76 threat` for each account of this reader that the event touches."""
    by_name = {account.name: account for account in audience.accounts}
    return [
        f"{short_name(by_name[impact.account])} {impact.score:.0f} {impact.stance.value}"
        for impact in impacts
        if impact.event == event
    ]


def draft_for_review(world: World) -> Path | None:
    """Write the draft of the next mails where the review window has begun and there is none; its path, if written."""
    window, now = world.configuration.settings.review, world.clock()
    if window is None or world.archive.visits.first_recorded() is None:
        return None
    for audience in recipients(world):
        at = next_edition(audience.person, now)
        week = week_label(at, audience.person.zone)
        path = path_of(world, week)
        if at - window <= now and not path.exists():
            relate(world)
            write_whole(path, written(week, offered(world, week), None, REVIEW))
            return path
    return None


def written(week: str, findings: Sequence[Offered], draft: Draft | None, by: str) -> str:
    """The file: what is decided in `draft` stays, findings that it does not know are added."""
    text = HEAD.format(week=week)
    text += f"\nweek: {week}\nby: {quoted(by)}\nnote: {quoted(draft.note if draft else '')}\nrest:\n".replace(
        ": \n", ":\n"
    )
    known = {one.event.id for one in findings}
    gone = [one for one in (draft.rulings if draft else ()) if one.event not in known]
    if not findings and not gone:
        return f"{text}findings: []\n"
    text += "findings:\n"
    for one in findings:
        text += entry(one, (draft.of(one.event.id) if draft else None) or Ruling(event=one.event.id))
    return text + "".join(f"\n  # {OF_OLD if one.pin else GONE}\n{keys(one)}" for one in gone)


def entry(one: Offered, ruling: Ruling) -> str:
    tags = ", ".join(tag.tag.value for tag in one.event.tags) or "untagged"
    places = ", ".join(dict.fromkeys(seen.source for seen in one.event.sightings))
    touches = "; ".join(one.reaches) or "touches no account"
    return f"\n  # {one.said}\n  # {tags} · {touches} · from {places}, {one.event.first_seen:%Y-%m-%d}\n{keys(ruling)}"


def keys(ruling: Ruling) -> str:
    return (
        f"  - event: {ruling.event}\n"
        f"    hide: {str(ruling.hide).lower()}\n"
        f"    pin: {str(ruling.pin).lower()}\n"
        f"    reword: {quoted(ruling.reword)}\n"
        f"    note: {quoted(ruling.note)}\n"
        f"    same_as: {ruling.same_as}\n"
        f"    judge: {ruling.judge.value if ruling.judge else ''}\n"
    ).replace(": \n", ":\n")


def quoted(text: str) -> str:
    """A text as YAML takes it whatever it holds; nothing for an empty one."""
    return json.dumps(text, ensure_ascii=False) if text else ""
