"""Every condition of the rule language can be shown by an example."""

from pathlib import Path

import pytest

from classifiers import load_rules
from classifiers.trying.examples import failed_examples
from domain.errors import ConfigurationError

RULE = """\
tag: pricing
rules:
  - id: mine.one
    why: Try.
    when: {when}
    confidence: high
    for: [{good}]
    against: [{bad}]
"""
CASES = {
    "a feed and a page": (
        "{any: deposit, kind: page}",
        "{after: A deposit of two nights}",
        '{title: "A deposit of two nights"}',
    ),
    "a register": (
        "{any: deposit, kind: registry}",
        "{kind: registry, title: StayFeed, after: {Deposit: needed}}",
        "{title: A deposit}",
    ),
    "an address": (
        '{any: deposit, address: "/careers"}',
        "{after: A deposit, address: https://brightvane.example/careers}",
        "{after: A deposit}",
    ),
    "a heading above": (
        "{any: deposit, under: [plan*]}",
        "{after: A deposit, path: [Pricing, Plans]}",
        "{after: A deposit, path: [Pricing]}",
    ),
    "a title": (
        "{any: deposit, where: [title]}",
        "{title: A deposit}",
        "{title: A visit, lead: A deposit}",
    ),
    "deep in an entry": (
        "{any: deposit, where: [deep]}",
        "{title: A visit, lead: To the sea, deep: A deposit}",
        "{title: A visit, lead: A deposit}",
    ),
    "the description that ends a release": (
        "{any: deposit, where: [boilerplate]}",
        '{title: A visit, lead: "To the sea.\\nAbout Brightvane\\nBrightvane takes a deposit."}',
        "{title: A visit, lead: Brightvane takes a deposit.}",
    ),
    "site furniture": (
        "{any: deposit, where: [chrome]}",
        "{after: A deposit, at: footer}",
        "{after: A deposit}",
    ),
    "a column of prices": (
        "{any: deposit, where: [price_table]}",
        "{after: {Plan: Pro, Prices: deposit}}",
        "{after: {Name: Pro, Terms: deposit}}",
    ),
    "a row that changed": (
        "{fact: price.changed}",
        '{before: {Plan: Pro, Price: "$49 a month"}, after: {Plan: Pro, Price: "$59 a month"}}',
        '{before: {Plan: Pro, Price: "$49 a month"}, after: {Plan: Pro, Price: "49 $ a month"}}',
    ),
    "words that went": (
        "{any: deposit, direction: removed}",
        "{before: A deposit}",
        "{after: A deposit}",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_condition_can_be_shown_by_examples(case: str, tmp_path: Path) -> None:
    when, good, bad = CASES[case]
    (tmp_path / "mine.yaml").write_text(RULE.format(when=when, good=good, bad=bad), encoding="utf-8")
    assert failed_examples(load_rules((tmp_path,))) == ()
    (tmp_path / "mine.yaml").write_text(RULE.format(when=when, good=bad, bad=good), encoding="utf-8")
    assert len(failed_examples(load_rules((tmp_path,)))) == 2


def test_a_lead_without_a_title_is_told(tmp_path: Path) -> None:
    text = RULE.format(when="{any: deposit}", good="{after: A deposit, lead: A night}", bad="{title: A visit}")
    (tmp_path / "mine.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigurationError, match="'lead' belongs to an entry with a title"):
        load_rules((tmp_path,))
