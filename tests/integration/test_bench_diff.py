"""The bench of comparing runs without data, says what it could not measure, and never fails on a figure."""

import json
from pathlib import Path

import pytest

from bench import UnreadableData, diff
from bench.diff_pages import HOSTILE, Pair, page_pair
from bench.diff_process import OUTSIDE, Measured, Runner

SIZES = {"10_kb": 10_000, "30_kb": 30_000}


def test_every_figure_is_there_without_any_data() -> None:
    lines: list[str] = []
    found = diff.run(None, lines.append, sizes=SIZES, shrink=2_000, others=False)
    figures = json.loads(json.dumps(found))
    assert set(figures["by_size"]) == set(SIZES)
    assert set(figures["hostile"]) == set(HOSTILE)
    assert figures["by_size"]["10_kb"]["ours"]["median_ms"] > 0
    assert figures["growth_exponent"] is not None
    assert figures["real_pairs"]["reading_ms"] is None
    assert figures["n"] == {"by_size": 2, "hostile": len(HOSTILE), "real_pairs": 0}
    assert figures["misses"]["by_size"] == []
    assert all("bound" in one for one in figures["hostile"].values())
    assert lines


def test_the_same_page_is_made_from_the_same_seed_with_changes_in_it() -> None:
    one = page_pair(50_000)
    assert one == page_pair(50_000)
    assert one != page_pair(50_000, seed=1)
    assert all(word.encode() in one.after and word.encode() not in one.before for word in one.told)


@pytest.mark.parametrize("method", ["difflib_sequence_matcher", "difflib_unified_diff", "lxml_htmldiff"])
def test_another_tool_is_measured_on_the_same_pair(tmp_path: Path, method: str) -> None:
    pair = Pair(b"<p>one line</p><p>two</p>", b"<p>one line</p><p>three</p>")
    measured = Runner(folder=tmp_path, limit=60.0, outside=None).run(method, pair, 2)
    assert isinstance(measured, Measured)
    assert len(measured.steps["all"]) == 2


def test_a_tool_that_takes_too_long_is_given_up_and_one_that_is_not_there_is_named(tmp_path: Path) -> None:
    runner = Runner(folder=tmp_path, limit=1.0, outside=None)
    assert runner.run("ours", page_pair(200_000), 1_000) == "gave up after 1 s"
    assert runner.run(OUTSIDE, page_pair(10_000), 1) == "not installed"


def test_a_tool_that_breaks_is_a_line_and_no_crash(tmp_path: Path) -> None:
    measured = Runner(folder=tmp_path, limit=60.0, outside=None).run("no_such_method", page_pair(10_000), 1)
    assert isinstance(measured, str)
    assert measured.startswith("failed: ")


def test_growth_is_the_exponent_of_the_size() -> None:
    assert diff.growth([(10.0, 5.0), (100.0, 500.0), (1_000.0, 50_000.0)]) == pytest.approx(2.0)
    assert diff.growth([(10.0, 5.0)]) is None


def test_unreadable_data_is_said_before_anything_is_measured(tmp_path: Path) -> None:
    (tmp_path / "change").mkdir()
    (tmp_path / "change" / "pairs.jsonl.gz").write_bytes(b"no gzip")
    with pytest.raises(UnreadableData, match=r"pairs\.jsonl\.gz"):
        diff.run(tmp_path, lambda _: None, sizes={}, shrink=20_000, others=False)
