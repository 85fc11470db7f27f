"""On some of our own pages: noise falls silent after a few visits, and what is seeded in it is told."""

from bench.own_pages.pairs import PAIRS
from bench.own_warm import run

EVERY = 12


def test_a_noisy_page_falls_silent_and_a_seeded_edit_is_still_told() -> None:
    figures = run(lambda line: None, PAIRS[::EVERY])
    assert figures["canary_told"] >= 0.8, figures["canary_missed"]
    assert figures["warm_news_per_page_late"] <= 0.2, figures["warm_noisy_pages"]
