"""The throughput bench on our own pages: every page is fetched by both, in all four runs, and every figure is there."""

from bench.throughput import TURNS, run


def test_every_page_of_every_run_is_counted() -> None:
    told: list[str] = []
    found = run(None, told.append, sources=9, rounds=1)
    assert found["misses"] == {"9": []}
    assert all(isinstance(found[f"cpu_vs_scrapy_{turn.name}"], float) for turn in TURNS)
    assert [line.partition("answers ")[2] for line in told] == [
        "{'404': 0, '200': 9}",
        "{'404': 0, '304': 9}",
        "{'404': 0, '200': 9}",
        "{'404': 0, '200': 2, '304': 7}",
    ]
