"""How well real changes of real pages are told from noise, on pairs of visits with known answers."""

from collections.abc import Callable, Sequence
from multiprocessing import get_context
from pathlib import Path

from bench import UnreadableData
from bench.change_baselines import READERS
from bench.change_figures import Case, Sheet, interval, ratio
from bench.change_pairs import Outcome, judged_blocked
from bench.change_prices import price_figures
from bench.change_registry import registry_figures
from bench.change_series import Flap, Replay
from bench.change_work import Done, Result, tasks, work
from bench.outside_data import Row, rows

WORKERS = 2
LATER = ("registry_drift_notices",)  # no day of the data has one; a test covers it
Talk = Callable[[str], None]


def run(data: Path, talk: Talk) -> dict[str, object]:
    """All figures of the change table; raises UnreadableData where DATA has none of their subsets."""
    pairs, series = rows(data / "change" / "pairs.jsonl.gz"), rows(data / "change" / "series.jsonl.gz")
    blocked = rows(data / "change" / "blocked_responses.jsonl")
    prices = rows(data / "prices" / "pricing_pages.jsonl.gz")
    if not any((pairs, series, blocked, prices)):
        raise UnreadableData(f"{data}: nothing of the change bench is here")
    sheet = Sheet.empty()
    done = _work(data / "change" / "blobs", pairs, series, talk)
    results = sorted((one for part in done for one in part.results), key=lambda one: str(one.row["id"]))
    _pair_figures(sheet, results)
    _state_figures(sheet, results, blocked)
    _quote_figures(sheet, results)
    _series_figures(sheet, [one for part in done for one in part.replays])
    _flap_figures(sheet, [one for part in done for one in part.flaps])
    price_figures(sheet, prices)
    registry_figures(sheet, data / "registry", talk)
    sheet.none(*LATER)
    return {
        **sheet.as_dict(),
        "ambiguous_alert_rate": _ambiguous(results),
        "baselines": {name: _baseline(results, at) for at, (name, _) in enumerate(READERS)},
    }


def _work(folder: Path, pairs: list[Row], series: list[Row], talk: Talk) -> list[Done]:
    done: list[Done] = []
    todo = tasks(folder, pairs, series)
    with get_context("spawn").Pool(WORKERS) as pool:
        for part in pool.imap_unordered(work, todo):
            done.append(part)
            talk(f"change: {len(done)} of {len(todo)} companies")
    return done


def _cases(results: Sequence[Result], holds: Callable[[Result], bool]) -> list[Case]:
    return [Case(id=r.row["id"], company=r.row["service"], above=float(holds(r))) for r in results]


def _alert(result: Result) -> bool:
    return result.outcome.alert


def _pair_figures(sheet: Sheet, results: Sequence[Result]) -> None:
    main = [r for r in results if r.row["use"] == "main"]
    real = [r for r in main if r.row["label"] == 1]
    alerts = [r for r in main if _alert(r)]
    sheet.add("recall", _cases(real, _alert))
    sheet.add("recall_minor", _cases([r for r in real if r.row.get("size") == "minor"], _alert))
    sheet.add("precision", _cases(alerts, lambda r: r.row["label"] == 1))
    natural = [r for r in alerts if r.row["label"] == 1 or r.row["kind"] == "noise_consec"]
    sheet.add("natural_alerts_per_real", [_natural(r) for r in natural])
    sheet.add("alerts_on_broken", _cases([r for r in results if r.row["use"] == "broken"], _alert))
    sheet.misses["recall"] = [_told(r.outcome) for r in real if not _alert(r)]
    false = [r for r in alerts if r.row["label"] == 0]
    sheet.misses["precision"] = [
        {**_told(r.outcome), "kind": r.row["kind"], "weight": r.row.get("weight")} for r in false
    ]
    sheet.misses["alerts_on_broken"] = [_told(r.outcome) for r in results if r.row["use"] == "broken" and _alert(r)]


def _natural(result: Result) -> Case:
    """An alert at its natural weight above, a real one below."""
    real = result.row["label"] == 1
    above = 1.0 if real else float(result.row.get("weight") or 0)
    return Case(id=result.row["id"], company=result.row["service"], above=above, below=float(real))


def _state_figures(sheet: Sheet, results: Sequence[Result], blocked: Sequence[Row]) -> None:
    main = [r for r in results if r.row["use"] == "main"]
    sheet.add("state_false", _cases(main, lambda r: r.outcome.state != "ok"))
    sheet.add("held_share", _cases(main, lambda r: r.outcome.outcome == "held"))
    sheet.misses["state_false"] = [_told(r.outcome) for r in main if r.outcome.state != "ok"]
    sheet.misses["held_share"] = [_told(r.outcome) for r in main if r.outcome.outcome == "held"]
    walls = [row for row in blocked if row["gold_quality"] == 0]
    cases = [Case(id=row["id"], company=row["server"], above=float(judged_blocked(row))) for row in walls]
    sheet.add("blocked_found", cases)
    sheet.misses["blocked_found"] = [{"id": case.id, "server": case.company} for case in cases if not case.above]


def _quote_figures(sheet: Sheet, results: Sequence[Result]) -> None:
    quoted = [r for r in results if r.quote is not None]
    cases = [Case(id=r.row["id"], company=r.row["service"], above=r.quote or 0.0) for r in quoted]
    minor = {r.row["id"] for r in quoted if r.row.get("size") == "minor"}
    sheet.add("quote_f1", cases)
    sheet.add("quote_f1_minor", [case for case in cases if case.id in minor])
    low = sorted((case for case in cases if case.above < 0.8), key=lambda case: case.above)
    sheet.misses["quote_f1"] = [{"id": case.id, "company": case.company, "f1": case.above} for case in low]


def _series_figures(sheet: Sheet, unordered: Sequence[Replay]) -> None:
    replays = sorted(unordered, key=lambda one: one.series)
    found = [Case(id=one.series, company=one.company, above=one.found, below=one.real) for one in replays]
    false = [Case(id=one.series, company=one.company, above=one.false) for one in replays]
    sheet.add("series_recall", found)
    sheet.add("series_false_per_page", false)
    sheet.misses["series"] = [
        {"series": one.series, "missed": list(one.missed_steps), "false": list(one.false_steps)}
        for one in replays
        if one.missed_steps or one.false_steps
    ]


def _flap_figures(sheet: Sheet, unordered: Sequence[Flap]) -> None:
    flaps = sorted(unordered, key=lambda one: one.id)
    sheet.add("alerts_on_flap", [Case(id=one.id, company=one.company, above=float(one.alert)) for one in flaps])
    sheet.misses["alerts_on_flap"] = [
        {"id": one.id, "company": one.company, "statuses": list(one.statuses)} for one in flaps if one.alert
    ]


def _told(outcome: Outcome) -> dict[str, object]:
    shown = [[(side or "")[:200] for side in edit] for edit in outcome.edits[:3]]
    return {
        "id": outcome.id,
        "company": outcome.company,
        "outcome": outcome.outcome,
        "state": outcome.state,
        "explanation": outcome.explanation,
        "edits": shown,
    }


def _ambiguous(results: Sequence[Result]) -> dict[str, float | None]:
    rows_of = [r for r in results if r.row["use"] == "ambiguous"]
    kinds = sorted({str(r.row["kind"]) for r in rows_of})
    return {kind: ratio(_cases([r for r in rows_of if r.row["kind"] == kind], _alert)) for kind in kinds}


def _baseline(results: Sequence[Result], at: int) -> dict[str, object]:
    """The same figures for a tool that alerts wherever its text differs."""

    def alert(result: Result) -> bool:
        return result.simpler[at]

    main = [r for r in results if r.row["use"] == "main"]
    real = [r for r in main if r.row["label"] == 1]
    alerts = [r for r in main if alert(r)]
    natural = [r for r in alerts if r.row["label"] == 1 or r.row["kind"] == "noise_consec"]
    figures = {
        "recall": _cases(real, alert),
        "recall_minor": _cases([r for r in real if r.row.get("size") == "minor"], alert),
        "precision": _cases(alerts, lambda r: r.row["label"] == 1),
        "natural_alerts_per_real": [_natural(r) for r in natural],
        "alerts_on_broken": _cases([r for r in results if r.row["use"] == "broken"], alert),
    }
    return {
        **{name: ratio(cases) for name, cases in figures.items()},
        "recall_ci95": interval(figures["recall"]),
        "rows_not_read": sum(result.failed[at] for result in main),
    }
