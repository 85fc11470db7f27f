"""Records as `--json` prints them; the keys of a change are a contract."""

import dataclasses
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from domain.changes import Captured, Change, Edit
from domain.events import Sighting
from domain.findings import Fact, Tag
from domain.problems import Problem
from domain.verdicts import AnalystVerdict
from domain.visits import Visit
from pipeline import World


def plain(value: Any) -> Any:
    """A JSON value of a record's own value: dates as ISO 8601, money as a string that keeps its digits."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def change_value(world: World, change: Change) -> dict[str, Any]:
    """One change with its edits, tags, facts and event, as `changes list --json` prints it."""
    sightings = world.archive.derived.sightings_of(change.key)
    events = event_ids(world, sightings)
    return {
        "key": change.key,
        "source": change.source,
        "subject": change.subject.name,
        "status": change.status,
        "from": captured_value(change.before),
        "to": captured_value(change.after),
        "explanation": change.explanation,
        "headlines": [sighting.headline for sighting in sightings],
        "edits": [edit_value(edit) for edit in change.edits],
        "tags": [tag_value(tag) for sighting in sightings for tag in sighting.tags],
        "facts": [fact_value(fact) for sighting in sightings for fact in sighting.facts],
        "event": events[0] if events else None,
        "events": events,
        "verdicts": [verdict_value(one) for one in world.archive.verdicts.standing(change.key)],
    }


def event_ids(world: World, sightings: tuple[Sighting, ...]) -> list[str]:
    keys = {edit.key for sighting in sightings for edit in sighting.edits}
    return [event for event, edits in world.archive.derived.events().items() if keys & set(edits)]


def captured_value(end: Captured) -> dict[str, Any]:
    return {"snapshot": end.snapshot, "captured_at": plain(end.captured_at)}


def visit_value(visit: Visit | None) -> dict[str, Any] | None:
    return {"snapshot": visit.id, "captured_at": plain(visit.captured_at)} if visit else None


def edit_value(edit: Edit) -> dict[str, Any]:
    return {
        "key": edit.key,
        "kind": edit.kind,
        "where": edit.where,
        "path": list(edit.path),
        "before": edit.before,
        "after": edit.after,
        "minor": edit.minor,
        "noise": edit.noise,
        "waits": edit.waits,
    }


def tag_value(tag: Tag) -> dict[str, Any]:
    return {"tag": tag.tag, "confidence": tag.confidence, "rule": tag.rule, "quotes": [q.text for q in tag.quotes]}


def fact_value(fact: Fact) -> dict[str, Any]:
    return {"type": fact.type, **plain(fact.value), "quote": fact.quote.text, "confidence": fact.confidence}


def verdict_value(verdict: AnalystVerdict) -> dict[str, Any]:
    return {
        "says": verdict.says,
        "tag": verdict.tag,
        "by": verdict.by,
        "at": plain(verdict.at),
        "note": verdict.note,
        "tags": list(verdict.tags),
    }


def problem_value(problem: Problem) -> dict[str, Any]:
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "message": problem.message,
        "hint": problem.hint,
        "warning": problem.warning,
    }
