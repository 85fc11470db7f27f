"""Our own corpus: its pages are what the builder writes, and the figures on it do not fall."""

import contextlib
import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bench import __main__ as command
from bench.change_pairs import visit_pair
from bench.outside_data import Row, rows
from bench.own_corpus import CORPUS
from bench.own_pages.build import build

FLOORS = json.loads((CORPUS.parent / "floors.json").read_text(encoding="utf-8"))["own"]
SIZE_LIMIT = 3_000_000


@pytest.fixture(scope="module")
def figures() -> Mapping[str, Any]:
    """What `python -m bench own` prints, with no data given."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert command.main(["own"], {}) == 0
    found: Mapping[str, Any] = json.loads(out.getvalue())
    return found


@pytest.fixture(scope="module")
def answers() -> list[Row]:
    return rows(CORPUS / "answers.jsonl")


def test_no_figure_falls_below_its_floor(figures: Mapping[str, Any]) -> None:
    fallen = {name: figures[name] for name, floor in FLOORS["at_least"].items() if figures[name] < floor}
    risen = {name: figures[name] for name, ceiling in FLOORS["at_most"].items() if figures[name] > ceiling}
    assert not fallen | risen, f"figures worse than in bench/floors.json: {fallen | risen}"


def test_every_miss_is_listed(figures: Mapping[str, Any]) -> None:
    missed = figures["n"]["recall"] * (1 - figures["recall"])
    assert len(figures["misses"]["recall"]) == round(missed)
    false = figures["n"]["precision"] * (1 - figures["precision"])
    assert len(figures["misses"]["precision"]) == round(false)


def test_the_committed_pages_are_what_the_builder_writes(tmp_path: Path) -> None:
    build(tmp_path)
    assert contents(tmp_path) == contents(CORPUS)


def test_the_corpus_is_broad_enough_and_small_enough(answers: list[Row]) -> None:
    kinds = [row["kind"] for row in answers]
    assert len(answers) >= 80
    assert len({row["shape"] for row in answers}) >= 25
    assert len({row["company"] for row in answers}) == len(answers)
    assert all(".example/" in row["url"] for row in answers)
    assert kinds.count("broken") >= 10
    assert kinds.count("noise") >= 40
    assert {row["lang"] for row in answers} == {"en", "de", "fr", "es", "ja", "zh"}
    assert sum(map(len, contents(CORPUS).values())) < SIZE_LIMIT


def test_no_page_of_the_corpus_differs_from_itself(answers: list[Row]) -> None:
    for row in answers:
        body = (CORPUS / "pairs" / row["id"] / "before.html").read_bytes()
        same = visit_pair(row["id"], row["company"], row["url"], body, body, (row["prev_time"], row["next_time"]))
        assert same.outcome == "none", row["id"]


def contents(folder: Path) -> dict[str, bytes]:
    pages = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.html")}
    return {**pages, "answers.jsonl": (folder / "answers.jsonl").read_bytes()}
