"""`./dev bench diff`: time and memory of comparing two visits of a page, by size, beside other tools, and when hurt."""

import math
import platform
import random
import statistics
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from bench.change_figures import DRAWS, SEED
from bench.diff_pages import HOSTILE, Pair, page_pair
from bench.diff_process import Measured, Runner, web_monitoring_python
from bench.outside_data import Row, blobs, rows

Talk = Callable[[str], None]
SIZES = {"10_kb": 10_000, "100_kb": 100_000, "220_kb": 220_000, "1_mb": 10**6, "5_mb": 5 * 10**6, "20_mb": 20 * 10**6}
METHODS = ("ours", "difflib_sequence_matcher", "difflib_unified_diff", "lxml_htmldiff", "web_monitoring_html_text_diff")
LIMIT = 60.0  # seconds a method may take for all rounds of one size
NOT_MEASURED: Mapping[str, object] = {"reading_ms": None, "comparing_ms": None, "n": 0, "ci95": None}
REAL = 60  # pairs of the outside data


def run(
    data: Path | None, talk: Talk, *, sizes: Mapping[str, int] = SIZES, shrink: int = 1, others: bool = True
) -> dict[str, object]:
    """All figures; without `data` those over real pairs are null. `shrink` divides the hostile pages' sizes."""
    chosen = _chosen(data) if data else []
    with tempfile.TemporaryDirectory() as folder:
        runner = Runner(folder=Path(folder), limit=LIMIT, outside=web_monitoring_python(talk) if others else None)
        methods = METHODS if others else METHODS[:1]
        by_size = {name: _one_size(runner, page_pair(size), methods, size, talk) for name, size in sizes.items()}
        hostile = {name: _hostile(runner, name, shrink, talk) for name in HOSTILE}
        real = _real(runner, data, chosen, talk) if data else NOT_MEASURED
    return {
        "machine": f"{platform.machine()}, Python {platform.python_version()}",
        "unit": "CPU ms for both answers of a page; peak_mb is what a process grew by at its highest",
        "by_size": by_size,
        "growth_exponent": growth(_ours(by_size, sizes)),
        "hostile": hostile,
        "real_pairs": real,
        "n": {"by_size": len(by_size), "hostile": len(hostile), "real_pairs": real["n"]},
        "ci95": {"real_pairs": real["ci95"]},
        "misses": {"by_size": _missed(by_size), "hostile": [name for name, one in hostile.items() if one["missed"]]},
    }


def _one_size(runner: Runner, pair: Pair, methods: Sequence[str], size: int, talk: Talk) -> dict[str, object]:
    """Every method on one pair, in turn."""
    rounds = 5 if size <= 10**6 else 1
    found: dict[str, object] = {"bytes": len(pair.before)}
    for method in methods:
        measured = runner.run(method, pair, rounds)
        found[method] = measured if isinstance(measured, str) else _figures(measured)
        if method == "ours":
            found["missed"] = _untold(measured, pair)
        talk(f"diff: {size:,} bytes, {method}: {_said(measured)}")
    return found


def _figures(measured: Measured) -> dict[str, float]:
    """Median and best of the rounds; what is not reading is comparing."""
    times = measured.steps["all"]
    figures = {"median_ms": statistics.median(times), "best_ms": min(times), "peak_mb": measured.peak_mb}
    if "reading" in measured.steps:
        reading = statistics.median(measured.steps["reading"])
        figures["reading_ms"] = reading
        figures["comparing_ms"] = max(0.0, figures["median_ms"] - reading)
    return figures


def _untold(measured: Measured | str, pair: Pair) -> list[str]:
    return list(pair.told) if isinstance(measured, str) else [word for word in pair.told if word not in measured.told]


def _said(measured: Measured | str) -> str:
    if isinstance(measured, str):
        return measured
    return f"{statistics.median(measured.steps['all']):.1f} ms, {measured.peak_mb:.0f} MB"


def _hostile(runner: Runner, name: str, shrink: int, talk: Talk) -> dict[str, object]:
    one = HOSTILE[name]
    pair = one.make(max(10, one.size // shrink))
    measured = runner.run("ours", pair, 1)
    bound = {"seconds": one.seconds, "megabytes": one.megabytes}
    talk(f"diff: {name}: {_said(measured)}")
    if isinstance(measured, str):
        return {"result": measured, "bound": bound, "within": False, "missed": bool(pair.told)}
    seconds = measured.steps["all"][0] / 1e3
    within = seconds <= one.seconds and measured.peak_mb <= one.megabytes
    missed = bool(_untold(measured, pair))
    return {"seconds": seconds, "peak_mb": measured.peak_mb, "bound": bound, "within": within, "missed": missed}


def _ours(by_size: Mapping[str, Mapping[str, object]], sizes: Mapping[str, int]) -> list[tuple[float, float]]:
    ours = ((sizes[name], one["ours"]) for name, one in by_size.items())
    return [(float(size), float(one["median_ms"])) for size, one in ours if isinstance(one, dict)]


def growth(points: Sequence[tuple[float, float]]) -> float | None:
    """The exponent b of time = a * size^b, by least squares on logarithms; None for fewer than two sizes."""
    logs = [(math.log(size), math.log(taken)) for size, taken in points if taken > 0]
    if len(logs) < 2:
        return None
    return statistics.linear_regression([x for x, _ in logs], [y for _, y in logs]).slope


def _missed(by_size: Mapping[str, Mapping[str, object]]) -> list[dict[str, object]]:
    return [{"size": name, "words": one["missed"]} for name, one in by_size.items() if one["missed"]]


def _chosen(data: Path) -> list[Row]:
    """A seeded sample of the real pairs; raises UnreadableData, before anything was measured."""
    found = rows(data / "change" / "pairs.jsonl.gz")
    return random.Random(SEED).sample(found, min(REAL, len(found)))


def _real(runner: Runner, data: Path, chosen: Sequence[Row], talk: Talk) -> Mapping[str, object]:
    """Medians over real pairs; the interval resamples companies."""
    timed: list[tuple[str, float, float]] = []
    for row, before, after in _bodies(data, chosen):
        measured = runner.run("ours", Pair(before, after), 3)
        if not isinstance(measured, str):
            figures = _figures(measured)
            timed.append((row["service"], figures["reading_ms"], figures["comparing_ms"]))
    talk(f"diff: {len(timed)} real pairs")
    if not timed:
        return NOT_MEASURED
    return {
        "reading_ms": statistics.median(one[1] for one in timed),
        "comparing_ms": statistics.median(one[2] for one in timed),
        "n": len(timed),
        "ci95": {"reading_ms": _interval(timed, 1), "comparing_ms": _interval(timed, 2)},
    }


def _bodies(data: Path, chosen: Iterable[Row]) -> Iterable[tuple[Row, bytes, bytes]]:
    by_service: dict[str, list[Row]] = {}
    for row in chosen:
        by_service.setdefault(row["service"], []).append(row)
    for service, found in sorted(by_service.items()):
        names = {name for row in found for name in (row["prev"], row["next"])}
        bodies = blobs(data / "change" / "blobs", service, names)
        yield from ((row, bodies[row["prev"]], bodies[row["next"]]) for row in found)


def _interval(timed: Sequence[tuple[str, float, float]], at: int) -> list[float]:
    """The middle 95% of the median over DRAWS draws of as many companies as there are, with replacement."""
    by_company: dict[str, list[float]] = {}
    for one in timed:
        by_company.setdefault(one[0], []).append(float(one[at]))
    names, dice = sorted(by_company), random.Random(SEED)
    drawn = sorted(
        statistics.median([value for name in dice.choices(names, k=len(names)) for value in by_company[name]])
        for _ in range(DRAWS)
    )
    return [drawn[int(0.025 * (len(drawn) - 1))], drawn[int(0.975 * (len(drawn) - 1))]]
