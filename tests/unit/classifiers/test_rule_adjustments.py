"""Analysts switch one of our rules off, or set its weight, without touching our files."""

from pathlib import Path

import pytest

from classifiers import OUR_RULES, RuleBook, load_rules
from classifiers.rulebook.records import CONFIDENCE
from domain.errors import ConfigurationError


def with_ours(folder: Path, *lines: str) -> RuleBook:
    """Our rules with a file of an analyst's that adjusts them."""
    folder = folder / "rules"
    folder.mkdir()
    (folder / "ours.yaml").write_text("\n".join(["adjust:", *lines]), encoding="utf-8")
    return load_rules((OUR_RULES, folder))


def told(folder: Path, *lines: str) -> list[str]:
    with pytest.raises(ConfigurationError) as raised:
        with_ours(folder, *lines)
    return [str(problem) for problem in raised.value.problems]


def test_a_rule_that_is_switched_off_fires_nowhere_and_is_still_known(tmp_path: Path) -> None:
    book = with_ours(tmp_path, "  pricing.deal: {off: true, why: Every week has a deal.}")
    assert book.rule("pricing.deal") is None
    [off] = book.off
    assert off.id == "pricing.deal"
    assert off.adjusted is not None
    assert (off.adjusted.why, off.adjusted.origin.file, off.adjusted.origin.line) == (
        "Every week has a deal.",
        "rules/ours.yaml",
        2,
    )
    assert book.hash != load_rules().hash


def test_a_rule_takes_the_weight_that_analysts_give_it(tmp_path: Path) -> None:
    book = with_ours(tmp_path, "  pricing.deal: {confidence: low, why: Often wrong here.}")
    rule = book.rule("pricing.deal")
    assert rule is not None
    assert rule.confidence == CONFIDENCE["low"]
    assert rule.adjusted is not None
    assert rule.adjusted.was == CONFIDENCE["medium"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (
            "  pricing.deals: {off: true, why: x}",
            "2:3: no rule is called 'pricing.deals' (did you mean 'pricing.deal'?)",
        ),
        ("  pricing.deal: {off: true}", "2:3: it is not said why pricing.deal is adjusted"),
        ("  pricing.deal: {why: x}", "2:3: say one thing of pricing.deal"),
        ("  pricing.deal: {off: true, confidence: low, why: x}", "2:3: say one thing of pricing.deal"),
        ("  pricing.deal: {of: true, why: x}", "2:18: unknown key 'of' (did you mean 'off'?)"),
        ("  pricing.deal: {off: yes, why: x}", "2:23: true or false is expected here"),
        ("  other.list: {confidence: low, why: x}", "2:3: other.list gives no tag, so it has no confidence"),
        ("  pricing.deal: off", "2:3: keys with values are expected here"),
    ],
)
def test_an_adjustment_that_cannot_be_meant_is_told_with_its_place(tmp_path: Path, line: str, problem: str) -> None:
    assert any(one.startswith(f"rules/ours.yaml:{problem}") for one in told(tmp_path, line))


def test_one_rule_is_adjusted_in_one_place_only(tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "a.yaml").write_text("adjust:\n  pricing.deal: {off: true, why: x}\n", encoding="utf-8")
    (tmp_path / "rules" / "b.yaml").write_text("adjust:\n  pricing.deal: {off: true, why: x}\n", encoding="utf-8")
    with pytest.raises(
        ConfigurationError, match=r"rules/b\.yaml:2:3: pricing\.deal is already adjusted in rules/a\.yaml:2"
    ):
        load_rules((OUR_RULES, tmp_path / "rules"))
