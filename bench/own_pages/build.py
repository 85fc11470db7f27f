"""Writes all pairs and their answers under bench/corpus."""

import json
from pathlib import Path

from bench.change_pairs import bag
from bench.own_pages.pair import Pair
from bench.own_pages.pairs import PAIRS

HOME = Path(__file__).resolve().parent.parent / "corpus"
TIMES = ("2026-03-02T06:00:00+00:00", "2026-03-09T06:00:00+00:00")


def row(pair: Pair) -> dict[str, object]:
    """The answer of a pair as it is stored, one JSON object."""
    answer = pair.answer
    return {
        "id": pair.id,
        "company": pair.company,
        "url": pair.url,
        "lang": pair.lang,
        "page": pair.page,
        "shape": pair.shape.__name__,
        "kind": pair.kind,
        "fresh": pair.fresh,
        "noise": pair.noise.split(),
        "outcome": answer.outcome,
        "size": size(pair),
        "says": answer.says,
        "removed": answer.removed,
        "added": answer.added,
        "prices": [{"plan": plan, "before": before, "after": after} for plan, before, after in answer.prices],
        "state": list(answer.state),
        "reason": answer.reason,
        "prev_time": TIMES[0],
        "next_time": TIMES[1],
    }


def size(pair: Pair) -> str | None:
    """Minor up to 8 words removed and added, medium up to 100, major beyond; None where there is no news."""
    if pair.answer.outcome == "none":
        return None
    words = bag(pair.answer.removed).total() + bag(pair.answer.added).total()
    return "minor" if words <= 8 else "medium" if words <= 100 else "major"


def build(home: Path = HOME) -> list[str]:
    """Writes the corpus under `home`; gives the ids. An answer whose words are not on its pages is a ValueError."""
    rows = []
    for pair in PAIRS:
        before, after = pair.written(after=False), pair.written(after=True)
        check(pair, before, after)
        folder = home / "pairs" / pair.id
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "before.html").write_text(before, encoding="utf-8")
        (folder / "after.html").write_text(after, encoding="utf-8")
        rows.append(json.dumps(row(pair), ensure_ascii=False))
    (home / "answers.jsonl").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return [pair.id for pair in PAIRS]


def check(pair: Pair, before: str, after: str) -> None:
    missing = (bag(pair.answer.removed) - bag(before)) + (bag(pair.answer.added) - bag(after))
    if missing:
        raise ValueError(f"{pair.id}: its pages lack {sorted(missing)}")
    if pair.answer.outcome == "news" and not pair.edits:
        raise ValueError(f"{pair.id}: news without an edit")
