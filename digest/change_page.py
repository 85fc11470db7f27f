"""One change as an evidence page: before and after side by side, what decided its tags, and what was left out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from digest.exhibits import Picture, Room, ShownEdit, shown_edit, stamp, style_of
from digest.fact_words import fact_words
from digest.fate_words import TITLES, TOLD
from digest.render import MARKUP
from digest.words import capital, clip, counted, readable
from domain.changes import Change, Edit, EditKind
from domain.content import Where
from domain.editions import Exhibit
from domain.events import Sighting
from domain.explanations import Explained, Fate
from domain.findings import Quote
from guard.escaping import web_url

ZONE = "UTC"
EDITS = 200
LEFT_OUT = 20  # shown of each reason: the command tells the rest
LEFT_LETTERS = 400
CONTEXT_WORDS = 30
QUOTE_WORDS = 30
TITLE_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One sighting of the change: its tags (name, rule, quotes), its facts (type, words, quote) and its edits."""

    headline: str
    tags: tuple[tuple[str, str, tuple[str, ...]], ...]
    facts: tuple[tuple[str, str, str], ...]
    edits: tuple[ShownEdit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """Differences that were left out for one reason; `more` are not shown."""

    title: str
    why: str
    count: int
    edits: tuple[ShownEdit, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePage:
    """Everything the page says, escaped by the template alone."""

    title: str
    key: str
    source: str
    subject: str
    status: str
    explanation: str
    url: str
    link: str | None
    zone: str
    ends: tuple[tuple[str, str, str], ...]
    tags: tuple[str, ...]
    findings: tuple[Finding, ...]
    more: int
    pictures: tuple[Picture, ...]
    left: tuple[LeftOut, ...]
    left_said: str
    unexplained: str


def change_page(
    change: Change,
    exhibit: Exhibit,
    *,
    sightings: Sequence[Sighting] = (),
    explained: Sequence[Explained] = (),
    unexplained: str = "",
) -> str:
    """The page's HTML: one file, no script, no request. `unexplained` says why `explained` is empty, where it is."""
    room = Room()
    known = {one.key: one for one in explained if one.key}
    edits = _told(change, sightings, known)
    findings = _findings(edits, sightings, known, room)
    left = _left_out([one for one in explained if one.fate not in TOLD and (sightings or one.fate is not Fate.NOBODY)])
    page = ChangePage(
        title=_title(change, sightings),
        key=change.key,
        source=exhibit.source,
        subject=readable(change.subject.name),
        status=change.status,
        explanation=readable(change.explanation),
        url=readable(exhibit.url),
        link=web_url(exhibit.url),
        zone=ZONE,
        ends=(
            ("Before", stamp(exhibit.before_at, ZONE), exhibit.before_sha256 or "no body"),
            ("After", stamp(exhibit.after_at, ZONE), exhibit.after_sha256 or "no body"),
        ),
        tags=tuple(dict.fromkeys(str(tag.tag) for one in sightings for tag in one.tags)),
        findings=findings,
        more=len(edits) - sum(len(one.edits) for one in findings),
        pictures=room.pair(exhibit),
        left=left,
        left_said=_left_said(explained) if explained else "not known",
        unexplained=capital(unexplained),
    )
    return MARKUP.get_template("change.html.j2").render(page=page, style=style_of(MARKUP))


def _title(change: Change, sightings: Sequence[Sighting]) -> str:
    names = list(dict.fromkeys(readable(one.headline) for one in sightings))
    if not names:
        return f"{change.source}: {counted(len(change.edits), 'edit')}"
    more = f" (and {len(names) - 1} more)" if len(names) > 1 else ""
    return f"{clip(names[0], TITLE_WORDS)}{more}"


def _told(change: Change, sightings: Sequence[Sighting], known: Mapping[str, Explained]) -> tuple[Edit, ...]:
    """The edits that are shown: not those of a market's list that concern nobody, where others do."""
    nobody = {key for key, one in known.items() if sightings and one.fate is Fate.NOBODY}
    return tuple(edit for edit in change.counted if edit.key not in nobody)


def _findings(
    edits: Sequence[Edit], sightings: Sequence[Sighting], known: Mapping[str, Explained], room: Room
) -> tuple[Finding, ...]:
    """A page has one sighting of all its edits, a feed or register one for each; edits of none stand last."""
    told = {edit.key for one in sightings for edit in one.edits}
    alone = len(sightings) == 1
    found = [
        Finding(
            headline="" if alone else clip(readable(one.headline), TITLE_WORDS),
            tags=tuple((str(tag.tag), tag.rule, _quotes(tag.quotes)) for tag in one.tags),
            facts=tuple((fact.type, readable(fact_words(fact)), _quotes([fact.quote])[0]) for fact in one.facts),
            edits=_edits(one.edits, _decisive(one), known, room),
        )
        for one in sightings
    ]
    rest = _edits([edit for edit in edits if edit.key not in told], (), known, room)
    if rest:
        found.append(Finding(headline="Further edits" if found else "", tags=(), facts=(), edits=rest))
    return tuple(found)


def _quotes(quotes: Sequence[Quote]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clip(readable(quote.text), QUOTE_WORDS) for quote in quotes))


def _decisive(sighting: Sighting) -> list[Quote]:
    return [quote for tag in sighting.tags for quote in tag.quotes] + [fact.quote for fact in sighting.facts]


def _edits(
    edits: Sequence[Edit], quotes: Sequence[Quote], known: Mapping[str, Explained], room: Room
) -> tuple[ShownEdit, ...]:
    found: list[ShownEdit] = []
    for edit in edits[:EDITS]:
        if room.letters <= 0:
            break
        around = known.get(edit.key)
        found.append(
            replace(
                shown_edit(edit, quotes, edit.path),
                above=_lines(around.above if around else ()),
                below=_lines(around.below if around else ()),
                columns=_columns(edit),
                note="Minor: part of the change, never leads." if edit.minor else "",
            )
        )
        room.spend(edit)
    return _once(found)


def _columns(edit: Edit) -> str:
    """The headers over a row's cells: `Tier | Price | Searches a month`."""
    headers = [cell.header for cell in edit.cells_after or edit.cells_before]
    return clip(readable(" | ".join(headers)), CONTEXT_WORDS) if edit.where is Where.TABLE and all(headers) else ""


def _lines(lines: Sequence[str]) -> tuple[str, ...]:
    return tuple(clip(readable(line), CONTEXT_WORDS) for line in lines)


def _once(edits: Sequence[ShownEdit]) -> tuple[ShownEdit, ...]:
    """The edits with headings and lines around them said once: those of neighbours stand above and below them all."""
    found: list[ShownEdit] = []
    above: tuple[str, ...] = ()
    path = columns = ""
    for edit, following in zip_longest(edits, edits[1:]):
        together = following is not None and (following.above, following.below) == (edit.above, edit.below)
        found.append(
            replace(
                edit,
                path="" if edit.path == path else edit.path,
                columns="" if edit.columns == columns else edit.columns,
                above=_unsaid(edit, above),
                below=() if together else edit.below,
            )
        )
        above = edit.above if together else edit.below
        path, columns = edit.path, edit.columns or "".join(piece.text for piece in edit.after)
    return tuple(found)


def _unsaid(edit: ShownEdit, said: Sequence[str]) -> tuple[str, ...]:
    """The lines above an edit without those just said, and without its own heading, which stands above it anyway."""
    heading = edit.path.rsplit(" › ", 1)[-1]
    return tuple(line for line in edit.above if line not in said and line != heading)


def _left_out(explained: Sequence[Explained]) -> tuple[LeftOut, ...]:
    groups: dict[tuple[Fate, str], list[Explained]] = {}
    for fate in Fate:
        for one in explained:
            if one.fate is fate:
                groups.setdefault((fate, one.why), []).append(one)
    return tuple(
        LeftOut(
            title=TITLES[fate],
            why=capital(readable(why)),
            count=len(group),
            edits=tuple(map(_shortly, group[:LEFT_OUT])),
            more=max(0, len(group) - LEFT_OUT),
        )
        for (fate, why), group in groups.items()
    )


def _shortly(one: Explained) -> ShownEdit:
    kind = EditKind.REPLACED if one.before and one.after else EditKind.ADDED if one.after else EditKind.REMOVED
    edit = Edit(
        key=one.key, kind=kind, where=one.where, path=one.path, before=one.before, after=one.after, words=one.words
    )
    shown = shown_edit(edit, (), one.path, longest=LEFT_LETTERS)
    if one.before == one.after:
        return replace(shown, before=(), after=tuple(replace(piece, changed=False) for piece in shown.after))
    return shown


def _left_said(explained: Sequence[Explained]) -> str:
    """`4 differences (noise 1, site furniture 3)`"""
    counts = {fate: sum(one.fate is fate for one in explained) for fate in Fate if fate not in TOLD}
    parts = [f"{TITLES[fate].split(':')[0].lower()} {count}" for fate, count in counts.items() if count]
    total = counted(sum(counts.values()), "difference")
    return f"{total} ({', '.join(parts)})" if parts else total
