"""One company's share of the change bench: loads its bodies once and works through its rows."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.change_baselines import FAILED, readings
from bench.change_pairs import Outcome, address, gold_words, signed_f1, visit_pair
from bench.change_series import Couple, Flap, Replay, couples, flap, replay
from bench.outside_data import Row, blobs

BODIES = ("prev", "next", "version_prev", "version_next")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The rows and series of one service."""

    folder: Path
    service: str
    rows: tuple[Row, ...]
    series: tuple[tuple[Row, ...], ...]
    couples: tuple[Couple, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One row's outcome: what the product said, how well it quoted, and which simpler tools would have alerted."""

    row: Row
    outcome: Outcome
    quote: float | None
    simpler: tuple[bool, ...]
    failed: tuple[bool, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What came of one task: its pairs, cold, and its series and couples, warm."""

    results: tuple[Result, ...]
    replays: tuple[Replay, ...]
    flaps: tuple[Flap, ...]


def work(task: Task) -> Done:
    logging.disable(logging.CRITICAL)
    wanted = {row[key] for row in task.rows for key in BODIES if row.get(key)}
    wanted |= {row["blob"] for rows in task.series for row in rows}
    bodies = blobs(task.folder, task.service, wanted)
    read = {row[key]: () for row in task.rows for key in ("prev", "next")}
    texts: dict[str, tuple[int, ...]] = {name: readings(bodies[name]) for name in read}
    return Done(
        results=tuple(_result(row, bodies, texts) for row in task.rows),
        replays=tuple(replay(rows, bodies) for rows in task.series),
        flaps=tuple(flap(couple, bodies) for couple in task.couples),
    )


def _result(row: Row, bodies: dict[str, bytes], texts: dict[str, tuple[int, ...]]) -> Result:
    times = (row["prev_time"], row["next_time"])
    outcome = visit_pair(row["id"], row["service"], address(row), bodies[row["prev"]], bodies[row["next"]], times)
    quote = None
    if row["label"] == 1 and row["use"] == "main" and row.get("version_prev") and row.get("version_next"):
        gold = gold_words(bodies[row["version_prev"]], bodies[row["version_next"]])
        quote = signed_f1(outcome.words, gold) if outcome.alert else 0.0
    simpler = tuple(one != other for one, other in zip(texts[row["prev"]], texts[row["next"]], strict=True))
    failed = tuple(FAILED in sides for sides in zip(texts[row["prev"]], texts[row["next"]], strict=True))
    return Result(row=row, outcome=outcome, quote=quote, simpler=simpler, failed=failed)


def tasks(folder: Path, rows: Sequence[Row], series: Sequence[Row]) -> list[Task]:
    """One task per service, the largest first."""
    services = {row["service"] for row in (*rows, *series)}
    made = [
        Task(
            folder=folder,
            service=service,
            rows=tuple(row for row in rows if row["service"] == service),
            series=_grouped([row for row in series if row["service"] == service]),
            couples=tuple(couples([row for row in rows if row["service"] == service])),
        )
        for service in services
    ]
    return sorted(made, key=lambda task: -len(task.rows) - sum(map(len, task.series)))


def _grouped(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    names = dict.fromkeys(row["series"] for row in rows)
    return tuple(tuple(row for row in rows if row["series"] == name) for name in names)
