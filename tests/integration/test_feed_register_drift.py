"""Days of a real register on which its publisher is made to rename things: one notice each, and the real events."""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench.outside_data import Row, members, rows
from diffing.registries.parsing import read_registry
from diffing.registries.records import NOTICE, compare_records
from domain.changes import Edit, EditKind
from domain.sources import RegistryShape, Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

DATA = os.environ.get("BELLWETHER_BENCH_DATA", "")
needs_data = pytest.mark.skipif(not DATA, reason="BELLWETHER_BENCH_DATA is not set")
URL = "https://registry.example/products.json"
SHAPES = {
    "declared": RegistryShape(records="data.Products", key=("id",), fields=(("Status", "status"),)),
    "every field": RegistryShape(records="data.Products", key=("id",)),
}
DAYS = 5
Item = dict[str, Any]


def renamed(items: list[Item], chance: random.Random) -> None:
    """Every status gets a new name."""
    names = {
        value: f"{chance.choice(WORDS)} {number}"
        for number, value in enumerate(sorted({one["status"] for one in items}))
    }
    for one in items:
        one["status"] = names[one["status"]]


def rekeyed(items: list[Item], chance: random.Random) -> None:
    """Every record gets a new id, and keeps its place."""
    numbers = chance.sample(range(10_000, 99_999), len(items))
    for one, number in zip(items, numbers, strict=True):
        one["id"] = f"N{number}"


def widened(items: list[Item], chance: random.Random) -> None:
    """Every record gets a field of which nobody has heard."""
    for one in items:
        one["region"] = chance.choice(WORDS)


WORDS = ("Northern", "Southern", "Upper", "Lower", "Outer", "Inner")
DRIFTS: dict[str, Callable[[list[Item], random.Random], None]] = {
    "renamed": renamed,
    "rekeyed": rekeyed,
    "widened": widened,
}


def source(shape: RegistryShape) -> Source:
    subject = Subject(kind=SubjectKind.MARKET, name="files")
    return Source(
        name="files", kind=SourceKind.REGISTRY, url=URL, subject=subject, schedule=Schedule(text="1d"), registry=shape
    )


def answer(document: object) -> tuple[FetchedPart, ...]:
    body = json.dumps(document).encode()
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=(), body=body),)


def chosen_days() -> list[tuple[Row, Any, Any]]:
    """Days with events, in a seeded choice: what was published the day before, and then."""
    (listed,) = sorted((Path(DATA) / "registry").glob("registry_*.jsonl"))[:1]
    days = sorted(rows(listed), key=lambda one: one["time"])
    eventful = [at for at in range(1, len(days)) if days[at]["gold_events"] and len(days[at]["gold_events"]) < 12]
    picked = sorted(random.Random(5).sample(eventful, DAYS))
    wanted = {days[at - step]["member"] for at in picked for step in (0, 1)}
    bodies = {name: body for name, body in members(listed.with_suffix(".tar.zst")) if name in wanted}
    return [(days[at], *(json.loads(bodies[days[at - step]["member"]]) for step in (1, 0))) for at in picked]


def said(edits: tuple[Edit, ...]) -> set[tuple[str, str]]:
    kinds = {EditKind.ADDED: "added", EditKind.REMOVED: "removed", EditKind.REPLACED: "status"}
    return {(kinds[edit.kind], edit.path[0].strip()) for edit in edits if edit.path != (NOTICE,)}


@needs_data
def test_a_day_of_drift_is_one_notice_beside_the_events_of_the_day() -> None:
    declared = source(SHAPES["declared"])
    for number, (day, before, after) in enumerate(chosen_days()):
        gold = {(event["type"], event["id"].strip()) for event in day["gold_events"]}
        renamed(after["data"]["Products"], random.Random(number))
        edits = compare_records(1, read_registry(declared, answer(before)), read_registry(declared, answer(after)))
        assert sum(edit.path == (NOTICE,) for edit in edits) == 1
        assert said(edits) == gold, day["member"]


@needs_data
@pytest.mark.parametrize("drift", DRIFTS)
def test_drift_of_any_kind_is_never_a_flood(drift: str) -> None:
    every = source(SHAPES["every field"])
    for number, (day, before, after) in enumerate(chosen_days()[:3]):
        quiet = compare_records(1, read_registry(every, answer(before)), read_registry(every, answer(after)))
        DRIFTS[drift](after["data"]["Products"], random.Random(number))
        edits = compare_records(1, read_registry(every, answer(before)), read_registry(every, answer(after)))
        assert sum(edit.path == (NOTICE,) for edit in edits) == 1
        assert len(edits) <= len(quiet) + 4, (day["member"], len(quiet), len(edits))
