"""Titles of entries as lines: without a site's name, pictures, labels or shouting, and with the company named."""

import pytest

from classifiers.entries import entry_line


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("StayFeed raises its Team plan – StayFeed Blog", "StayFeed raises its Team plan"),
        ("Third quarter: revenue up 12% - StayFeed", "StayFeed: Third quarter: revenue up 12%"),
        ("🚀 We just shipped version 2.0 🎉", "StayFeed: We just shipped version 2.0"),
        ("STAYFEED LAUNCHES NEW PLATFORM FOR SMB CUSTOMERS", "Stayfeed Launches New Platform for SMB Customers"),
        ("Breaking: StayFeed buys Calder", "StayFeed buys Calder"),
        ("[Release] Exports to S3 in one click", "StayFeed: Exports to S3 in one click"),
        ("How StayFeed works - Part 2", "How StayFeed works - Part 2"),
        ("New in StayFeed: instant payouts", "New in StayFeed: instant payouts"),
        ("Paper is gone", "StayFeed: Paper is gone"),
        ("StayFeeder joins the fair", "StayFeed: StayFeeder joins the fair"),
    ],
)
def test_a_title_is_told_as_a_sentence_says_it(title: str, said: str) -> None:
    assert entry_line("StayFeed", title) == said
