"""Sixty visits of a page in order, each compared with the latest good one before it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import diffing
from bench.change_pairs import address, answer, page_source
from bench.outside_data import Row
from domain.changes import ChangeStatus
from domain.visits import FetchedPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """What a page's history came to: real steps, those that alerted, and alerts on steps where nothing had changed."""

    series: str
    company: str
    real: int
    found: int
    false: int
    missed_steps: tuple[int, ...]
    false_steps: tuple[int, ...]


def replay(rows: Sequence[Row], bodies: dict[str, bytes]) -> Replay:
    """Runs a series; a step held at first and still there at the next visit counts as said."""
    ordered = sorted(rows, key=lambda row: row["step"])
    url = address(ordered[0])
    source = page_source(url)
    baseline: tuple[FetchedPart, ...] | None = None
    alerts: set[int] = set()
    for row in ordered:
        after = answer(url, bodies[row["blob"]])
        told = diffing.examine(
            source, source_id=1, before=baseline, after=after, captured_at=datetime.fromisoformat(row["time"])
        )
        if told.status is ChangeStatus.NEWS:
            alerts.add(row["step"])
        if told.baseline:
            baseline = after
    real = {row["step"] for row in ordered if row["label"] == 1}
    quiet = {row["step"] for row in ordered if row["label"] == 0}
    return Replay(
        series=ordered[0]["series"],
        company=ordered[0]["service"],
        real=len(real),
        found=len(real & alerts),
        false=len(quiet & alerts),
        missed_steps=tuple(sorted(real - alerts)),
        false_steps=tuple(sorted(quiet & alerts)),
    )
