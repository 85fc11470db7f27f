"""A register's daily exports, each compared with the last: are exactly the published events found?"""

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import diffing
from bench import UnreadableData
from bench.change_figures import Case, Sheet
from bench.outside_data import Row, members, rows
from domain.changes import Edit, EditKind
from domain.sources import RegistryShape, Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

Found = set[tuple[str, str]]
URL = "https://registry.invalid/products.json"
# The export's own layout: where its records lie, what names one, and the field that says how far it has come.
SHAPE = RegistryShape(records="data.Products", key=("id",), fields=(("Status", "status"),))


def registry_figures(sheet: Sheet, folder: Path, talk: Callable[[str], None]) -> None:
    """Adds registry_recall and registry_precision; None where the register is absent."""
    days = sorted(folder.glob("registry_*.jsonl")) if folder.exists() else []
    cases: list[tuple[str, Found, Found]] = []
    for listed in days:
        talk(f"change: {listed.stem}")
        cases += _compared(listed.with_suffix(".tar.zst"), rows(listed))
    if not cases:
        sheet.none("registry_recall", "registry_precision")
        return
    sheet.add("registry_recall", [_case(day, gold & ours, gold) for day, ours, gold in cases])
    sheet.add("registry_precision", [_case(day, gold & ours, ours) for day, ours, gold in cases])
    wrong = [(day, gold - ours, ours - gold) for day, ours, gold in cases if gold != ours]
    sheet.misses["registry"] = [
        {"day": day, "missed": sorted(missed)[:5], "false": sorted(false)[:5]} for day, missed, false in wrong
    ]


def _case(day: str, above: Found, below: Found) -> Case:
    return Case(id=day, company="register", above=len(above), below=len(below))


def _compared(archive: Path, days: Sequence[Row]) -> list[tuple[str, Found, Found]]:
    if not archive.exists():
        raise UnreadableData(f"{archive}: missing")
    by_member = {day["member"]: day for day in days}
    bodies = {name: body for name, body in members(archive) if name in by_member}
    source = _source(SHAPE)
    found: list[tuple[str, Found, Found]] = []
    before: tuple[FetchedPart, ...] | None = None
    for day in sorted(days, key=lambda one: one["time"]):
        after = _answer(bodies[day["member"]])
        told = diffing.examine(
            source, source_id=1, before=before, after=after, captured_at=datetime.fromisoformat(day["time"])
        )
        if before is not None and day["gold_events"] is not None and not day.get("schema_drift"):
            gold = {(event["type"], event["id"].strip()) for event in day["gold_events"]}
            found.append((day["member"], {event for edit in told.edits for event in _events(edit)}, gold))
        before = after if told.baseline else before
    return found


def _events(edit: Edit) -> Found:
    key = edit.path[0].strip() if edit.path else ""
    if edit.kind is EditKind.ADDED:
        return {("added", key)}
    return {("removed" if edit.kind is EditKind.REMOVED else "status", key)}


def _source(shape: RegistryShape) -> Source:
    return Source(
        name="bench-register",
        kind=SourceKind.REGISTRY,
        url=URL,
        subject=Subject(kind=SubjectKind.MARKET, name="bench"),
        schedule=Schedule(text="1d"),
        registry=shape,
    )


def _answer(body: bytes) -> tuple[FetchedPart, ...]:
    headers = (("Content-Type", "application/json"),)
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=headers, body=body),)
