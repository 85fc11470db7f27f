"""The storage bench on the outside histories: skipped without them, for it has no pages of its own."""

import os
from pathlib import Path

import pytest

from bench import UnreadableData
from bench.storage import percentile, run
from bench.storage_pictures import drawing, seen


def test_without_histories_it_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableData, match="series"):
        run(tmp_path, lambda line: None)


def test_a_percentile_is_a_value_that_was_measured() -> None:
    assert percentile([5.0, 1.0, 3.0, 2.0, 4.0], 0.5) == 3.0
    assert percentile([5.0, 1.0, 3.0, 2.0, 4.0], 0.95) == 5.0


def test_a_picture_shows_what_is_read_and_is_the_same_for_the_same_words() -> None:
    page = b"<html><head><title>no</title></head><script>no</script><p>Pro &euro;49</p></html>"
    assert seen(page) == "Pro €49"
    assert drawing("Pro €49").startswith(b"\x89PNG")
    assert drawing("Pro €49") != drawing("Pro €59")


@pytest.mark.skipif("BELLWETHER_BENCH_DATA" not in os.environ, reason="external floors NOT RUN: no outside data")
def test_every_visit_reads_as_it_was_after_compaction() -> None:
    found = run(Path(os.environ["BELLWETHER_BENCH_DATA"]), lambda line: None)
    assert found["misses"] == {"verify": []}
