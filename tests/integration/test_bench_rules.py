"""The bench of many rules over much text gives its figures, and ours and plain `re` find the same."""

from bench.rules import run


def test_the_bench_of_rules_agrees_with_plain_re_and_is_faster() -> None:
    found = run(None, lambda line: None, rules=200, characters=40_000, sample=40_000)
    assert found["agreement"] == 1.0
    assert isinstance(found["fired"], int)
    assert found["fired"] > 0
    for figure, least in (("speed_vs_re", 2.0), ("skipped_by_prefilter", 0.8)):
        value = found[figure]
        assert isinstance(value, float)
        assert value >= least
    slowest = found["slowest_hostile_s"]
    assert isinstance(slowest, float)
    assert slowest < 2.0
