"""How well changes are told from noise on our own corpus: pages other than prose, in the shapes of real sites."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bench import UnreadableData
from bench.change_figures import Case, Sheet
from bench.change_pairs import Outcome, bag, signed_f1, visit_pair
from bench.outside_data import Row, rows
from bench.own_pages.build import TIMES
from bench.own_pages.pairs import PAIRS

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
    noise = [r for r in results if r.row["kind"] == "noise"]
    alone = alerts_alone(talk)
    return {
        **sheet.as_dict(),
        "recall_by_page": rates((r.row["page"], r.outcome.alert) for r in results if real(r)),
        "noise_alert_rate": rates(("all", r.outcome.alert) for r in noise).get("all"),
        "noise_alert_rate_by_page": rates((r.row["page"], r.outcome.alert) for r in noise),
        "noise_alert_rate_by_kind": rates((kind, alert) for kind, _, alert in alone),
        "noise_alerts_of_kind": alerting(alone),
        "fresh": fresh_figures([r for r in results if r.row["fresh"]]),
        "ambiguous_alert_rate": rates(("all", r.outcome.alert) for r in results if ambiguous(r)).get("all"),
    }


def fresh_figures(results: Sequence[Result]) -> dict[str, float | None]:
    """The main figures over the pairs that nothing was tuned on."""
    sheet = Sheet.empty()
    _alerts(sheet, results)
    _states(sheet, results)
    _quotes(sheet, results)
    noise = rates(("all", r.outcome.alert) for r in results if r.row["kind"] == "noise")
    return {**sheet.values, "noise_alert_rate": noise.get("all")}


def judge(row: Row, corpus: Path) -> Result:
    folder = corpus / "pairs" / row["id"]
    bodies = ((folder / "before.html").read_bytes(), (folder / "after.html").read_bytes())
    outcome = visit_pair(row["id"], row["company"], row["url"], *bodies, (row["prev_time"], row["next_time"]))
    if row["outcome"] != "news":
        return Result(row=row, outcome=outcome, quote=None)
    return Result(row=row, outcome=outcome, quote=signed_f1(outcome.words, signed(row)) if outcome.alert else 0.0)


def signed(row: Row) -> Counter[str]:
    """The words of an answer: those added count up, those removed down."""
    words = bag(row["added"])
    words.subtract(bag(row["removed"]))
    return Counter({word: count for word, count in words.items() if count})


def real(result: Result) -> bool:
    return bool(result.row["outcome"] == "news")


def broken(result: Result) -> bool:
    return bool(result.row["kind"] == "broken")


def ambiguous(result: Result) -> bool:
    return bool(result.row["kind"] == "ambiguous")


def rates(alerts: Iterable[tuple[str, bool]]) -> dict[str, float]:
    """The share that alerts, by name."""
    named: dict[str, list[bool]] = {}
    for name, alert in alerts:
        named.setdefault(name, []).append(alert)
    return {name: sum(one) / len(one) for name, one in sorted(named.items())}


def alerts_alone(talk: Talk) -> list[tuple[str, str, bool]]:
    """Kind of noise, pair and whether it alerts, with that noise alone on the page: nothing else differs."""
    made = []
    for pair in PAIRS:
        for kind in sorted(set(pair.noise.split())) if not pair.broken else ():
            single = replace(pair, noise=kind, edits=())
            bodies = (single.written(after=False).encode(), single.written(after=True).encode())
            outcome = visit_pair(pair.id, pair.company, pair.url, *bodies, TIMES)
            made.append((kind.lstrip("+-="), pair.id, outcome.alert))
    talk(f"own: {len(made)} noises alone")
    return made


def alerting(alone: Sequence[tuple[str, str, bool]]) -> dict[str, list[str]]:
    """The pairs on which a kind of noise alerts by itself."""
    kinds = sorted({kind for kind, _, alert in alone if alert})
    return {kind: [name for one, name, alert in alone if one == kind and alert] for kind in kinds}


def _cases(results: Sequence[Result], holds: Callable[[Result], float]) -> list[Case]:
    return [Case(id=r.row["id"], company=r.row["company"], above=float(holds(r))) for r in results]


def _alerts(sheet: Sheet, results: Sequence[Result]) -> None:
    main = [r for r in results if not broken(r) and not ambiguous(r)]
    news = [r for r in main if real(r)]
    alerts = [r for r in main if r.outcome.alert]
    priced = [r for r in news if r.row["prices"]]
    sheet.add("recall", _cases(news, lambda r: r.outcome.alert))
    sheet.add("recall_said", _cases(news, says_it))
    sheet.add("recall_minor", _cases([r for r in news if r.row["size"] == "minor"], lambda r: r.outcome.alert))
    sheet.add("precision", _cases(alerts, real))
    sheet.add("held_share", _cases(main, lambda r: r.outcome.outcome == "held"))
    sheet.add("alerts_on_broken", _cases([r for r in results if broken(r)], lambda r: r.outcome.alert))
    sheet.add("price_seen", _cases(priced, lambda r: r.outcome.alert))
    sheet.add("price_quoted", _cases(priced, quotes_prices))
    sheet.misses["recall_said"] = [_told(r) for r in news if r.outcome.alert and not says_it(r)]
    sheet.misses["recall"] = [_told(r) for r in news if not r.outcome.alert]
    sheet.misses["precision"] = [_told(r) for r in alerts if not real(r)]
    sheet.misses["held_share"] = [_told(r) for r in main if r.outcome.outcome == "held"]
    sheet.misses["alerts_on_broken"] = [_told(r) for r in results if broken(r) and r.outcome.alert]
    sheet.misses["price_quoted"] = [_told(r) for r in priced if not quotes_prices(r)]


def says_it(result: Result) -> bool:
    """Whether the edits hold at least half of the answer's words on the right side: an alert for the right reason."""
    if not result.outcome.alert:
        return False
    gold = signed(result.row)
    hits = sum(
        min(abs(result.outcome.words[word]), abs(count)) for word, count in gold.items() if _same(result, word, count)
    )
    return 2 * hits >= sum(map(abs, gold.values()))


def _same(result: Result, word: str, count: int) -> bool:
    return result.outcome.words[word] * count > 0


def quotes_prices(result: Result) -> bool:
    """Whether every price of the answer stands in the edits, on the side where it belongs."""
    before = bag(" ".join(old or "" for old, _ in result.outcome.edits))
    after = bag(" ".join(new or "" for _, new in result.outcome.edits))
    prices = result.row["prices"]
    return all(bag(one["before"]) <= before and bag(one["after"]) <= after for one in prices) and result.outcome.alert


def _states(sheet: Sheet, results: Sequence[Result]) -> None:
    main = [r for r in results if not broken(r) and not ambiguous(r)]
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
