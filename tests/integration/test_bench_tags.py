"""The benches of tags and facts run on a small tree of the outside shape, and on the real one where it is given."""

import gzip
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bench import UnreadableData, facts, tags

ROWS = [
    ("Brightvane raises list price of StayFeed by 8%", ["pricing"], "publisher"),
    ("Brightvane appoints Lena Brandt as CFO", ["executive"], "hand"),
    ("How to choose a hotel API", [], "hand"),
    ("Brightvane launches StayFeed Studio, a new tool", ["product"], "hand_loose"),
    ("Brightvane moves", ["product"], "ambiguous"),
]
PAGE = "<html><body><main><h1>Pricing</h1><h2>Pro</h2><p>{price} / month</p><p>{more}</p></main></body></html>"


def quiet(line: str) -> None:
    assert line


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    rows = [
        {"id": str(n), "text": text, "tags": given, "source": "made", "company": f"c{n % 2}", "confidence": sure}
        for n, (text, given, sure) in enumerate(ROWS)
    ]
    (tmp_path / "tags").mkdir()
    (tmp_path / "tags" / "classification.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    page = {
        "id": "p1",
        "site": "brightvane",
        "url": "https://brightvane.example/pricing",
        "next_time": "2026-02-01T00:00:00+00:00",
        "prev_html": PAGE.format(price="$49", more="Plain words that stay as they are. " * 20),
        "next_html": PAGE.format(price="$59", more="Plain words that stay as they are. " * 20),
    }
    gold = {"kind": "amount", "plan": "Pro", "amount_before": 49, "amount_after": 59, "currency": "USD"}
    answer = {"id": "p1", "facts": [{**gold, "period": "month", "per": None}], "note": None}
    (tmp_path / "prices").mkdir()
    (tmp_path / "prices" / "pricing_pages.jsonl.gz").write_bytes(gzip.compress(json.dumps(page).encode()))
    (tmp_path / "prices" / "facts.jsonl").write_text(json.dumps(answer), encoding="utf-8")
    return tmp_path


def test_the_tags_bench_scores_full_rows_and_loose_ones_apart(tree: Path) -> None:
    figures = tags.run(tree, quiet)
    assert figures["macro_f1"] == 1
    assert figures["other_recall"] == 1
    assert figures["exact_set_loose"] == 1
    assert counts(figures)["macro_f1"] == 3
    assert figures["misses"] == {"exact_set": []}
    assert figures["misses_by_source"] == {"made": []}
    table: Any = figures["confusion"]
    assert sum(sum(row.values()) for row in table.values()) == 3
    assert figures["on_changes"]["policies"] is None  # type: ignore[index]
    json.dumps(figures)


def test_the_facts_bench_finds_the_price_through_diffing(tree: Path) -> None:
    figures = facts.run(tree, quiet)
    assert figures["price_recall_exact"] == 1
    assert figures["price_precision_exact"] == 1
    assert figures["price_invented"] == 0
    json.dumps(figures)


def test_a_bench_without_its_data_says_so(tmp_path: Path) -> None:
    for bench in (tags, facts):
        with pytest.raises(UnreadableData):
            bench.run(tmp_path, quiet)


def test_floors_on_the_outside_data() -> None:
    root = os.environ.get("BELLWETHER_BENCH_DATA")
    if not root:
        pytest.skip("external floors NOT RUN: BELLWETHER_BENCH_DATA is not set")
    found = tags.run(Path(root), quiet)
    floors = json.loads((Path(tags.__file__).parent / "floors.json").read_text(encoding="utf-8"))["tags_outside"]
    fallen = {name: at(found, name) for name, floor in floors["at_least"].items() if at(found, name) < floor}
    risen = {name: at(found, name) for name, ceiling in floors["at_most"].items() if at(found, name) > ceiling}
    assert not fallen | risen, f"figures worse than in bench/floors.json: {fallen | risen}"
    prices = facts.run(Path(root), quiet)
    assert number(prices["price_recall_exact"]) >= 0.9
    assert number(prices["price_precision_exact"]) >= 0.9
    assert prices["price_invented"] == 0


def at(found: Any, name: str) -> float:
    for part in name.split("."):
        found = found[part]
    return number(found)


def number(value: object) -> float:
    assert isinstance(value, float)
    return value


def counts(figures: Mapping[str, Any]) -> Mapping[str, int]:
    found: Mapping[str, int] = figures["n"]
    return found
