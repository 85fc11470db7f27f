"""The evidence of an edition: one page that needs nothing else, with what stood there before and after."""

import base64
import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from jinja2 import Environment

from digest.lines import source_name, unseen_why
from digest.links import anchor
from digest.mail import Mail
from digest.marks import Piece, pieces
from digest.say import sentence, short
from digest.scope import Scope
from digest.words import clip, local, readable
from domain.changes import Edit
from domain.editions import Evidence, Exhibit
from domain.events import Event, Impact, Sighting
from domain.findings import Quote, Side
from guard.escaping import web_url

PICTURES = 6_000_000
LETTERS = 1_500_000
EDITS = 40
TITLE = 100
SAID_WORDS = 60
LONGEST = 4_000
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdit:
    """One edit with its words marked; `cut` says how many characters are left out."""

    path: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    cut: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A screenshot as a data URI, or why it is not there."""

    side: str
    uri: str
    missing: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownSighting:
    """What one source said, when, and how to check it."""

    source: str
    url: str
    link: str | None
    before_at: str
    before_sha256: str
    after_at: str
    after_sha256: str
    confirmed_at: str
    edits: tuple[ShownEdit, ...]
    more: int
    pictures: tuple[Picture, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One event of the mail with all its sightings."""

    number: int
    anchor: str
    title: str
    said: str
    tags: tuple[str, ...]
    touches: tuple[str, ...]
    sightings: tuple[ShownSighting, ...]


@dataclass(slots=True)
class Room:
    """Counts what is on the page already, pictures in bytes and text in characters, so that it can be mailed."""

    pictures: int = PICTURES
    letters: int = LETTERS

    def hang(self, side: str, content: bytes | None) -> Picture | None:
        if content is None:
            return None
        if not content.startswith(PNG):
            return Picture(side=side, uri="", missing="not a PNG image")
        if len(content) > self.pictures:
            return Picture(side=side, uri="", missing=f"left out, {len(content) / 1e6:.1f} MB; kept in the archive")
        self.pictures -= len(content)
        uri = f"data:image/png;base64,{base64.b64encode(content).decode()}"
        return Picture(side=side, uri=uri, missing="")


def evidence_page(mail: Mail, scope: Scope, shown: Callable[[Event], Evidence], markup: Environment) -> str:
    """The page's HTML: no script, no request, opens from an attachment; empty where there is nothing to prove."""
    if not mail.events and not scope.unseen:
        return ""
    known = {event.id: event for event in scope.week.events}
    room = Room()
    cases = [
        _case(scope, known[name], shown(known[name]), place, room) for place, name in enumerate(mail.events, start=1)
    ]
    style = markup.get_template("evidence.css").render()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    unseen = [
        (source_name(one.source), unseen_why(scope, one), one.explanation, one.source.url) for one in scope.unseen
    ]
    return markup.get_template("evidence.html.j2").render(
        mail=mail, cases=cases, style=style, style_hash=digest, unseen=unseen, zone=scope.audience.person.zone
    )


def _case(scope: Scope, event: Event, evidence: Evidence, number: int, room: Room) -> Case:
    exhibits = {exhibit.sighting: exhibit for exhibit in evidence.exhibits}
    return Case(
        number=number,
        anchor=anchor(event.id),
        title=readable(short(event, TITLE)),
        said=clip(readable(sentence(event)), SAID_WORDS),
        tags=tuple(f"{tag.tag.value} (rule {tag.rule})" for tag in event.tags),
        touches=tuple(_touch(impact) for impact in (*scope.impacts, *scope.counted) if impact.event == event.id),
        sightings=tuple(
            _sighting(scope, sighting, exhibits[sighting.key], room)
            for sighting in event.sightings
            if sighting.key in exhibits
        ),
    )


def _touch(impact: Impact) -> str:
    """`Touches Marlowe Travel: Vanta is incumbent there; fintech`, each reason once."""
    reasons = dict.fromkeys(readable(reason.text) for reason in impact.reasons)
    return f"{'Touches' if impact.told else 'May concern'} {impact.account}: {'; '.join(reasons)}"


def _sighting(scope: Scope, sighting: Sighting, exhibit: Exhibit, room: Room) -> ShownSighting:
    zone = scope.audience.person.zone
    quotes = [quote for tag in sighting.tags for quote in tag.quotes] + [fact.quote for fact in sighting.facts]
    pictures = (room.hang("before", exhibit.screenshot_before), room.hang("after", exhibit.screenshot_after))
    edits = _edits(sighting, quotes, room)
    return ShownSighting(
        source=exhibit.source,
        url=readable(exhibit.url),
        link=web_url(exhibit.url),
        before_at=_stamp(exhibit.before_at, zone),
        before_sha256=exhibit.before_sha256 or "no body",
        after_at=_stamp(exhibit.after_at, zone),
        after_sha256=exhibit.after_sha256 or "no body",
        confirmed_at=_stamp(sighting.last_confirmed, zone),
        edits=edits,
        more=len(sighting.edits) - len(edits),
        pictures=tuple(picture for picture in pictures if picture),
    )


def _edits(sighting: Sighting, quotes: Sequence[Quote], room: Room) -> tuple[ShownEdit, ...]:
    """The edits in page order; a heading path is said once for the edits in a row that stand under it."""
    found = []
    said: tuple[str, ...] = (sighting.headline,)
    for edit in sighting.edits[:EDITS]:
        if room.letters <= 0:
            break
        found.append(_edit(edit, quotes, () if edit.path == said else edit.path))
        room.letters -= min(len(edit.before or ""), LONGEST) + min(len(edit.after or ""), LONGEST)
        said = edit.path
    return tuple(found)


def _edit(edit: Edit, quotes: Sequence[Quote], path: Sequence[str]) -> ShownEdit:
    before, cut_before = _short(pieces(edit, Side.BEFORE, quotes))
    after, cut_after = _short(pieces(edit, Side.AFTER, quotes))
    return ShownEdit(
        path=" › ".join(clip(readable(name), SAID_WORDS) for name in path),
        before=before,
        after=after,
        cut=cut_before + cut_after,
    )


def _short(found: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], int]:
    """The first LONGEST characters, and how many were left out."""
    kept: list[Piece] = []
    left = LONGEST
    for piece in found:
        if left > 0:
            kept.append(Piece(text=readable(piece.text[:left]), changed=piece.changed, quoted=piece.quoted))
        left -= len(piece.text)
    return tuple(kept), max(0, -left)


def _stamp(moment: datetime, zone: str) -> str:
    return f"{local(moment, zone):%Y-%m-%d %H:%M}"
