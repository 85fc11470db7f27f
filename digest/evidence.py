"""The evidence of an edition: one page that needs nothing else, with what stood there before and after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from jinja2 import Environment

from digest.common import of_events
from digest.doubts import source_name, unseen_why
from digest.exhibits import SAID_WORDS, Room, ShownEdit, ShownSighting, Told, shown_edit, stamp, style_of
from digest.links import anchor
from digest.mail import Mail
from digest.say import sentence, short
from digest.scope import Scope
from digest.words import clip, readable
from domain.editions import Evidence, Exhibit
from domain.events import Event, Impact, Sighting
from domain.findings import Quote
from guard.escaping import web_url

EDITS = 40
TITLE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One event of the mail: what is told of it, under which number, and which of the reader's accounts it touches."""

    number: int
    told: Told
    touches: tuple[str, ...]


def evidence_page(
    mail: Mail,
    scope: Scope,
    shown: Callable[[Event], Evidence],
    markup: Environment,
    *,
    only: frozenset[str] | None = None,
    public: bool = False,
) -> str:
    """The page's HTML: no script, no request, opens from an attachment; empty where there is nothing to prove.

    `only` keeps these events, under the numbers that the mail gives them. A `public` page names no reader and
    no account.
    """
    if not mail.events and not scope.unseen:
        return ""
    known, room = scope.common.every, Room()
    touches = {} if public else of_events((*scope.impacts, *scope.counted))
    cases = [
        Case(
            number=place,
            told=_told(scope, known[name], shown, room, markup),
            touches=tuple(_touch(impact) for impact in touches.get(name, ())),
        )
        for place, name in enumerate(mail.events, start=1)
        if only is None or name in only
    ]
    unseen = [
        (source_name(one.source), unseen_why(scope, one), one.explanation, one.source.url) for one in scope.unseen
    ]
    return markup.get_template("evidence.html.j2").render(
        mail=mail,
        reader="" if public else mail.heading.to,
        cases=cases,
        style=style_of(markup),
        unseen=unseen,
        zone=scope.audience.person.zone,
    )


def told_of(scope: Scope, event: Event, shown: Callable[[Event], Evidence], markup: Environment) -> Told:
    """What a page would show of one event, whatever else is on it."""
    return _told(scope, event, shown, Room(), markup)


def _told(scope: Scope, event: Event, shown: Callable[[Event], Evidence], room: Room, markup: Environment) -> Told:
    """As it was said in another mail of the week, where that was the whole of it and there is room for all of it."""
    zone, remembered = scope.audience.person.zone, scope.common.shown
    key = (scope.common.mark, event.id, zone)
    before = remembered.get(key)
    if before is not None and before.letters < room.letters:
        room.letters -= before.letters
        return before
    left, evidence = room.letters, shown(event)
    told = _shown(event, zone, evidence, room, markup)
    if room.letters > 0 and not any(one.screenshot_before or one.screenshot_after for one in evidence.exhibits):
        kept = replace(told, letters=left - room.letters)
        remembered.keep(key, kept, kept.letters + len(kept.html))
    return told


def _shown(event: Event, zone: str, evidence: Evidence, room: Room, markup: Environment) -> Told:
    exhibits = {exhibit.sighting: exhibit for exhibit in evidence.exhibits}
    sightings = tuple(
        _sighting(zone, sighting, exhibits[sighting.key], room)
        for sighting in event.sightings
        if sighting.key in exhibits
    )
    return Told(
        anchor=anchor(event.id),
        title=readable(short(event, TITLE)),
        said=clip(readable(sentence(event)), SAID_WORDS),
        times=_times(event, zone),
        tags=tuple(f"{tag.tag.value} (rule {tag.rule})" for tag in event.tags),
        sightings=sightings,
        html=markup.get_template("sightings.html.j2").render(sightings=sightings),
        letters=0,
    )


def _times(event: Event, zone: str) -> str:
    """`Happened 2026-02-12 · first seen 2026-02-19 10:12 · last confirmed 2026-02-23 06:40`"""
    happened = f"Happened {event.happened_on:%Y-%m-%d}" if event.happened_on else "Its source gives no date"
    said = [happened, f"first seen {stamp(event.first_seen, zone)}"]
    steps = [one.since for one in event.sightings if one.since]
    said += [f"as now since {stamp(max(steps), zone)}"] if steps and max(steps) != event.first_seen else []
    return " · ".join([*said, f"last confirmed {stamp(event.last_confirmed, zone)}"])


def _touch(impact: Impact) -> str:
    """`Touches Marlowe Travel: Vanta is incumbent there; fintech`, each reason once."""
    reasons = dict.fromkeys(readable(reason.text) for reason in impact.reasons)
    heard = f" ({impact.heard})" if impact.heard else ""
    return f"{'Touches' if impact.told else 'May concern'} {impact.account}: {'; '.join(reasons)}{heard}"


def _sighting(zone: str, sighting: Sighting, exhibit: Exhibit, room: Room) -> ShownSighting:
    quotes = [quote for tag in sighting.tags for quote in tag.quotes] + [fact.quote for fact in sighting.facts]
    edits = _edits(sighting, quotes, room)
    return ShownSighting(
        source=exhibit.source,
        url=readable(exhibit.url),
        link=web_url(exhibit.url),
        before_at=stamp(exhibit.before_at, zone),
        before_sha256=exhibit.before_sha256 or "no body",
        after_at=stamp(exhibit.after_at, zone),
        after_sha256=exhibit.after_sha256 or "no body",
        confirmed_at=stamp(sighting.last_confirmed, zone),
        edits=edits,
        more=len(sighting.edits) - len(edits),
        pictures=room.pair(exhibit),
    )


def _edits(sighting: Sighting, quotes: Sequence[Quote], room: Room) -> tuple[ShownEdit, ...]:
    """The edits in page order; a heading path is said once for the edits in a row that stand under it."""
    found = []
    said: tuple[str, ...] = (sighting.headline,)
    for edit in sighting.edits[:EDITS]:
        if room.letters <= 0:
            break
        found.append(shown_edit(edit, quotes, () if edit.path == said else edit.path))
        room.spend(edit)
        said = edit.path
    return tuple(found)
