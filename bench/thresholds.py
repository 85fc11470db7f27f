"""Whether the numbers that decide would be picked again: each without one company, then judged on that company."""

import importlib
import logging
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from bench import UnreadableData
from bench.change_pairs import address, visit_pair
from bench.outside_data import Row, blobs, rows

WORKERS = 2
MISSED, FALSE, HELD = 3.0, 1.0, 0.5  # what a missed change costs beside a false alert, and noise that is held
Talk = Callable[[str], None]
Tally = tuple[int, int, int, int, int]  # real found, real missed, false alerts, noise held, rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A constant of one file and the values it is tried at; the one it has is tried with every other unchanged."""

    file: str
    name: str
    values: tuple[float, ...]

    @property
    def label(self) -> str:
        return f"{self.file.removeprefix('diffing.')}.{self.name}"

    @property
    def now(self) -> float:
        value: float = getattr(importlib.import_module(self.file), self.name)
        return value


NUMBERS = (
    Number(file="diffing.reading.layout", name="PROSE", values=(45, 60, 90)),
    Number(file="diffing.reading.layout", name="SHARE", values=(0.6, 0.75, 0.9)),
    Number(file="diffing.reading.layout", name="TRUSTED", values=(0.1, 0.25, 0.5)),
    Number(file="diffing.sifting.page_changes", name="OTHER", values=(0.01, 0.03, 0.1)),
    Number(file="diffing.sifting.page_changes", name="SHRUNK", values=(0.1, 0.2, 0.4)),
    Number(file="diffing.sifting.page_changes", name="KEPT", values=(0.6, 0.8, 0.95)),
    Number(file="diffing.comparing.template", name="ALIKE", values=(0.1, 0.25, 0.5)),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One company's rows, to be judged at every value of every number."""

    folder: Path
    service: str
    rows: tuple[Row, ...]


def run(data: Path, talk: Talk) -> dict[str, object]:
    """For each number: cost by value over all companies, which value is picked without each, and what that comes to.

    `left_out` are recall and precision where every company is judged at the value picked without it.
    """
    found = [row for row in rows(data / "change" / "pairs.jsonl.gz") if row["use"] in ("main", "broken")]
    if not found:
        raise UnreadableData(f"{data}: no pairs of pages here")
    services = sorted({row["service"] for row in found})
    mine = {service: tuple(row for row in found if row["service"] == service) for service in services}
    todo = [Task(folder=data / "change" / "blobs", service=one, rows=mine[one]) for one in services]
    tallies: dict[str, Mapping[tuple[str, float], Tally]] = {}
    with get_context("spawn").Pool(WORKERS) as pool:
        for service, tally in pool.imap_unordered(work, sorted(todo, key=lambda task: -len(task.rows))):
            tallies[service] = tally
            talk(f"thresholds: {len(tallies)} of {len(todo)} companies")
    return {number.label: judged(number, tallies) for number in NUMBERS}


def work(task: Task) -> tuple[str, Mapping[tuple[str, float], Tally]]:
    logging.disable(logging.CRITICAL)
    bodies = blobs(task.folder, task.service, {row[key] for row in task.rows for key in ("prev", "next")})
    present = tallied(task.rows, bodies)
    found = {}
    for number in NUMBERS:
        for value in number.values:
            with at(number, value) as changed:
                found[number.label, value] = tallied(task.rows, bodies) if changed else present
    return task.service, found


@contextmanager
def at(number: Number, value: float) -> Iterator[bool]:
    """The number at a value; says whether that is another than it has."""
    module, now = importlib.import_module(number.file), number.now
    setattr(module, number.name, value)
    try:
        yield value != now
    finally:
        setattr(module, number.name, now)


def tallied(of: Sequence[Row], bodies: Mapping[str, bytes]) -> Tally:
    found = missed = false = held = 0
    for row in of:
        times = (row["prev_time"], row["next_time"])
        outcome = visit_pair(row["id"], row["service"], address(row), bodies[row["prev"]], bodies[row["next"]], times)
        real = row["label"] == 1 and row["use"] == "main"
        found += real and outcome.alert
        missed += real and not outcome.alert
        false += not real and outcome.alert
        held += not real and outcome.outcome == "held"
    return found, missed, false, held, len(of)


def judged(number: Number, tallies: Mapping[str, Mapping[tuple[str, float], Tally]]) -> dict[str, object]:
    costs = {value: cost(total(tallies, number, value)) for value in number.values}
    picked = {service: pick(number, tallies, service) for service in tallies}
    folds = [tallies[service][number.label, value] for service, value in picked.items()]
    return {
        "now": number.now,
        "cost": {str(value): one for value, one in costs.items()},
        "picked": {str(value): sum(one == value for one in picked.values()) for value in number.values},
        "left_out": rates(summed(folds)),
        "present": rates(total(tallies, number, number.now)),
    }


def pick(number: Number, tallies: Mapping[str, Mapping[tuple[str, float], Tally]], without: str) -> float:
    """The cheapest value over all companies but one; of equals the one nearest to the present."""
    others = {service: tally for service, tally in tallies.items() if service != without}
    return min(number.values, key=lambda value: (cost(total(others, number, value)), abs(value - number.now)))


def total(tallies: Mapping[str, Mapping[tuple[str, float], Tally]], number: Number, value: float) -> Tally:
    return summed([tally[number.label, value] for tally in tallies.values()])


def summed(of: Sequence[Tally]) -> Tally:
    found, missed, false, held, count = (sum(column) for column in zip(*of, strict=True))
    return found, missed, false, held, count


def cost(tally: Tally) -> float:
    _, missed, false, held, _ = tally
    return MISSED * missed + FALSE * false + HELD * held


def rates(tally: Tally) -> dict[str, float]:
    found, missed, false, held, count = tally
    return {
        "recall": found / max(1, found + missed),
        "precision": found / max(1, found + false),
        "held_share": held / max(1, count),
    }
