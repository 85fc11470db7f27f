"""The facts bench on outside data, where there is any: its figures, and the floors they may not fall below."""

import json
import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from bench import facts
from bench.answers_bench import ANSWERS, READERS, texts_of, whole

GIVEN = os.environ.get("BELLWETHER_BENCH_DATA")
OUTSIDE = pytest.mark.skipif(GIVEN is None, reason="external floors NOT RUN: BELLWETHER_BENCH_DATA is not set")
FLOORS = json.loads((ANSWERS.parent / "floors.json").read_text(encoding="utf-8"))["facts"]["outside"]


@pytest.fixture(scope="module")
def figures() -> Mapping[str, object]:
    return facts.run(Path(GIVEN or ""), print)


@OUTSIDE
def test_no_figure_falls_below_its_floor(figures: Mapping[str, float]) -> None:
    fallen = {name: figures[name] for name, floor in FLOORS.items() if figures[name] < floor}
    assert not fallen, f"figures worse than in bench/floors.json: {fallen}"


@OUTSIDE
def test_no_price_is_invented(figures: Mapping[str, object]) -> None:
    assert figures["price_invented"] == 0


@OUTSIDE
def test_people_and_acts_are_measured_on_a_hundred_outside_texts(figures: Mapping[str, Mapping[str, int]]) -> None:
    assert figures["n"]["people_exact_outside"] >= 100
    assert figures["n"]["regulatory_exact_outside"] >= 100


def test_an_outside_text_that_is_not_there_is_neither_met_nor_missed(tmp_path: Path) -> None:
    assert texts_of(tmp_path) == {}
    assert whole({"id": "outside", "facts": []}, texts_of(tmp_path)) is None


def test_answers_of_outside_texts_hold_no_text() -> None:
    for name, _ in READERS.values():
        lines = (ANSWERS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        outside = [row for row in map(json.loads, lines) if len(row["id"]) == 12]
        assert all(set(row) == {"id", "facts"} for row in outside)
