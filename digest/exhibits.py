"""What evidence pages are built of: edits with their words marked, screenshots, and a bound on what one holds."""

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from jinja2 import Environment

from digest.marks import Piece, pieces
from digest.words import clip, local, readable
from domain.changes import Edit
from domain.editions import Exhibit
from domain.findings import Quote, Side

PICTURES = 6_000_000
LETTERS = 1_500_000
SAID_WORDS = 60
LONGEST = 4_000
PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownEdit:
    """One edit with its words marked; `cut` says how many characters are left out.

    `above` and `below` are lines around it that stayed; `columns` heads the cells of a table's row, and `note` is what
    else there is to say.
    """

    path: str
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]
    cut: int
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    columns: str = ""
    note: str = ""


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
class Told:
    """What a page says of an event whoever reads it; `letters` is what that takes of the page's room."""

    anchor: str
    title: str
    said: str
    times: str
    tags: tuple[str, ...]
    sightings: tuple[ShownSighting, ...]
    html: str
    letters: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The pages' one style sheet and the hash that a page's policy allows it by."""

    text: str
    sha256: str


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

    def pair(self, exhibit: Exhibit) -> tuple[Picture, ...]:
        """The screenshots of both visits, as far as there are any."""
        both = self.hang("before", exhibit.screenshot_before), self.hang("after", exhibit.screenshot_after)
        return tuple(picture for picture in both if picture)

    def spend(self, edit: Edit) -> None:
        self.letters -= min(len(edit.before or ""), LONGEST) + min(len(edit.after or ""), LONGEST)


def style_of(markup: Environment) -> Style:
    text = markup.get_template("evidence.css").render()
    return Style(text=text, sha256=base64.b64encode(hashlib.sha256(text.encode()).digest()).decode())


def shown_edit(edit: Edit, quotes: Sequence[Quote], path: Sequence[str], *, longest: int = LONGEST) -> ShownEdit:
    """The edit under the headings of `path`, both sides cut to `longest` characters."""
    before, cut_before = _short(pieces(edit, Side.BEFORE, quotes), longest)
    after, cut_after = _short(pieces(edit, Side.AFTER, quotes), longest)
    return ShownEdit(path=headings(path), before=before, after=after, cut=cut_before + cut_after)


def headings(path: Sequence[str]) -> str:
    return " › ".join(clip(readable(name), SAID_WORDS) for name in path)


def _short(found: tuple[Piece, ...], longest: int) -> tuple[tuple[Piece, ...], int]:
    """The first `longest` characters, and how many were left out."""
    kept: list[Piece] = []
    left = longest
    for piece in found:
        if left > 0:
            kept.append(Piece(text=readable(piece.text[:left]), changed=piece.changed, quoted=piece.quoted))
        left -= len(piece.text)
    return tuple(kept), max(0, -left)


def stamp(moment: datetime, zone: str) -> str:
    """`2026-02-18 10:12` on the reader's clock."""
    return f"{local(moment, zone):%Y-%m-%d %H:%M}"
