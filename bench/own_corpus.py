"""How well changes are told from noise on our own corpus: pages other than prose, in the shapes of real sites."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import UnreadableData
from bench.change_figures import Case, Sheet
from bench.change_pairs import Outcome, bag, signed_f1, visit_pair
from bench.corpus import Row, rows

CORPUS = Path(__file__).resolve().parent / "corpus"
LOW_QUOTE = 0.8
Talk = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """One pair's answer, what the product made of it, and how well it quoted (None where there is nothing to quote)."""

    row: Row
    outcome: Outcome
    quote: float | None


def run(talk: Talk, corpus: Path = CORPUS) -> dict[str, object]:
    """The change figures of the contracts on the committed pairs, with the noise that alerts by kind."""
    found = rows(corpus / "answers.jsonl")
    if not found:
        raise UnreadableData(f"{corpus}: no answers.jsonl")
    results = [judge(row, corpus) for row in found]
    talk(f"own: {len(results)} pairs")
    sheet = Sheet.empty()
    _alerts(sheet, results)
    _states(sheet, results)
    _quotes(sheet, results)
    return {
        **sheet.as_dict(),
        "recall_by_page": rates([r for r in results if real(r)], lambda r: (r.row["page"],)),
        "noise_alert_rate": rates([r for r in results if r.row["kind"] == "noise"], lambda r: r.row["noise"]),
        "noise_alert_rate_by_page": rates([r for r in results if r.row["kind"] == "noise"], lambda r: (r.row["page"],)),
    }


def judge(row: Row, corpus: Path) -> Result:
    folder = corpus / "pairs" / row["id"]
    bodies = ((folder / "before.html").read_bytes(), (folder / "after.html").read_bytes())
    outcome = visit_pair(row["id"], row["company"], row["url"], *bodies, (row["prev_time"], row["next_time"]))
    if row["outcome"] != "news":
        return Result(row=row, outcome=outcome, quote=None)
    gold = bag(row["added"])
    gold.subtract(bag(row["removed"]))
    return Result(row=row, outcome=outcome, quote=signed_f1(outcome.words, gold) if outcome.alert else 0.0)


def real(result: Result) -> bool:
    return bool(result.row["outcome"] == "news")


def broken(result: Result) -> bool:
    return bool(result.row["kind"] == "broken")


def rates(results: Sequence[Result], names: Callable[[Result], Sequence[str]]) -> dict[str, float]:
    """The share that alerts, by name, over the results of that name; a pair without a name counts as "plain"."""
    named: dict[str, list[bool]] = {}
    for result in results:
        for name in names(result) or ("plain",):
            named.setdefault(name.lstrip("+-="), []).append(result.outcome.alert)
    return {name: sum(alerts) / len(alerts) for name, alerts in sorted(named.items())}


def _cases(results: Sequence[Result], holds: Callable[[Result], float]) -> list[Case]:
    return [Case(id=r.row["id"], company=r.row["company"], above=float(holds(r))) for r in results]


def _alerts(sheet: Sheet, results: Sequence[Result]) -> None:
    main = [r for r in results if not broken(r)]
    news = [r for r in main if real(r)]
    alerts = [r for r in main if r.outcome.alert]
    priced = [r for r in news if r.row["prices"]]
    sheet.add("recall", _cases(news, lambda r: r.outcome.alert))
    sheet.add("recall_minor", _cases([r for r in news if r.row["size"] == "minor"], lambda r: r.outcome.alert))
    sheet.add("precision", _cases(alerts, real))
    sheet.add("held_share", _cases(main, lambda r: r.outcome.outcome == "held"))
    sheet.add("alerts_on_broken", _cases([r for r in results if broken(r)], lambda r: r.outcome.alert))
    sheet.add("price_seen", _cases(priced, lambda r: r.outcome.alert))
    sheet.add("price_quoted", _cases(priced, quotes_prices))
    sheet.misses["recall"] = [_told(r) for r in news if not r.outcome.alert]
    sheet.misses["precision"] = [_told(r) for r in alerts if not real(r)]
    sheet.misses["held_share"] = [_told(r) for r in main if r.outcome.outcome == "held"]
    sheet.misses["alerts_on_broken"] = [_told(r) for r in results if broken(r) and r.outcome.alert]
    sheet.misses["price_quoted"] = [_told(r) for r in priced if not quotes_prices(r)]


def quotes_prices(result: Result) -> bool:
    """Whether every price of the answer stands in the edits, on the side where it belongs."""
    before = bag(" ".join(old or "" for old, _ in result.outcome.edits))
    after = bag(" ".join(new or "" for _, new in result.outcome.edits))
    prices = result.row["prices"]
    return all(bag(one["before"]) <= before and bag(one["after"]) <= after for one in prices) and result.outcome.alert


def _states(sheet: Sheet, results: Sequence[Result]) -> None:
    main = [r for r in results if not broken(r)]
    lost = [r for r in results if broken(r) and "ok" not in r.row["state"]]
    sheet.add("state_false", _cases(main, lambda r: r.outcome.state != "ok"))
    sheet.add("state_found", _cases(lost, lambda r: r.outcome.state in r.row["state"]))
    sheet.misses["state_false"] = [_told(r) for r in main if r.outcome.state != "ok"]
    sheet.misses["state_found"] = [_told(r) for r in lost if r.outcome.state not in r.row["state"]]


def _quotes(sheet: Sheet, results: Sequence[Result]) -> None:
    quoted = [r for r in results if r.quote is not None]
    sheet.add("quote_f1", _cases(quoted, lambda r: r.quote or 0.0))
    sheet.add("quote_f1_minor", _cases([r for r in quoted if r.row["size"] == "minor"], lambda r: r.quote or 0.0))
    sheet.add("quote_f1_mixed", _cases([r for r in quoted if r.row["kind"] == "mixed"], lambda r: r.quote or 0.0))
    low = [r for r in quoted if (r.quote or 0.0) < LOW_QUOTE]
    sheet.misses["quote_f1"] = [{**_told(r), "f1": r.quote} for r in sorted(low, key=lambda r: r.quote or 0.0)]


def _told(result: Result) -> dict[str, object]:
    row, outcome = result.row, result.outcome
    return {
        "id": row["id"],
        "page": row["page"],
        "noise": row["noise"],
        "says": row["says"],
        "wanted": {"removed": row["removed"], "added": row["added"], "state": row["state"]},
        "outcome": outcome.outcome,
        "state": outcome.state,
        "explanation": outcome.explanation,
        "edits": [[(side or "")[:200] for side in edit] for edit in outcome.edits[:6]],
    }
