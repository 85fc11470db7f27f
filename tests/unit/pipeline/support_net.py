"""Edits and sightings made by hand, as the net of a week and the happenings of a site are made of them."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from domain.changes import Edit, EditKind
from domain.content import Cell, Where
from domain.events import Sighting
from domain.keys import edit_key, sighting_key
from domain.sources import SourceKind, Subject, SubjectKind

START = datetime(2026, 2, 16, 6, 0, tzinfo=UTC)
RIVAL = Subject(kind=SubjectKind.COMPETITOR, name="Brightvane")


def edit(
    before: str | None, after: str | None, path: str = "Plans", where: Where = Where.TABLE, **more: object
) -> Edit:
    kind = EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED
    key = edit_key(1, (path,), before, after)
    return Edit(key=key, kind=kind, where=where, path=(path,), before=before, after=after, **more)  # type: ignore[arg-type]


def record(before: Mapping[str, str] | None, after: Mapping[str, str] | None, key: str = "R-1") -> Edit:
    old, new = (
        tuple(Cell(header=header, text=text) for header, text in (side or {}).items()) for side in (before, after)
    )
    said = [None if side is None else "\n".join(f"{h}: {t}" for h, t in side.items()) for side in (before, after)]
    return edit(said[0], said[1], key, Where.RECORD, cells_before=old, cells_after=new)


def seen(seq: int, *edits: Edit) -> Sighting:
    at = START + timedelta(days=seq)
    return Sighting(
        key=sighting_key(1, (one.key for one in edits)),
        change=f"change-{seq}",
        source="prices",
        source_kind=SourceKind.PAGE,
        url="https://brightvane.example/prices",
        subject=RIVAL,
        edits=edits,
        tags=(),
        facts=(),
        headline="Brightvane: prices",
        happened_on=None,
        first_seen=at,
        last_confirmed=at,
        seq=seq,
    )
