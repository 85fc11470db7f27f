"""What the commands around rules say to do next, of rules that are switched off, and how they quote."""

from pathlib import Path

from commands.rules_explained import words
from domain.findings import Quote, Side
from pipeline import World
from tests.integration.support_pipeline import clock, world
from tests.integration.support_rules import MINE, Type, own_rule, typed, value

__all__ = ["clock", "typed", "world"]


def test_explain_names_a_rule_that_would_fire_and_where_it_is_switched_off(
    world: World, typed: Type, tmp_path: Path
) -> None:
    own_rule(tmp_path, "adjust:\n  financial.results: {off: true, why: Others read them.}\n", "ours.yaml")
    asked = ("rules", "explain", "--text", "Brightvane reports second-quarter results")
    told = typed(*asked).stdout
    assert "financial.results (financial): " in told
    assert "- switched off by rules/ours.yaml:2" in told
    assert "no rule's words are in it" not in told
    (one,) = value(typed(*asked, "--json"))
    assert [(each["rule"], each["switched_off"]) for each in one["switched_off"]] == [
        ("financial.results", "by rules/ours.yaml:2")
    ]


def test_explain_names_a_rule_of_a_pack_that_is_off(world: World, typed: Type, tmp_path: Path) -> None:
    sources = (tmp_path / "sources.yaml").read_text()
    (tmp_path / "sources.yaml").write_text(sources + "packs_off: [financial]\n")
    told = typed("rules", "explain", "--text", "Brightvane reports second-quarter results").stdout
    off = "switched off with its pack: packs_off in sources.yaml names financial"
    assert f"- {off}" in told
    asked = typed("rules", "explain", "--text", "Results", "--rule", "financial.results")
    assert asked.stderr.strip() == f"bellwether: financial.results is {off}"


def test_a_long_quotation_ends_behind_a_whole_word() -> None:
    text = "seventeen " * 12
    quote = Quote(edit="e", side=Side.AFTER, start=0, end=len(text), text=text)
    assert words((quote,)) == f"“{'seventeen ' * 8}…”"


def test_an_example_that_goes_wrong_is_told_by_check_and_followed_by_what_to_do(typed: Type, tmp_path: Path) -> None:
    own_rule(tmp_path, MINE.format(weight="high").replace("$59", "$49"))
    check = typed("rules", "check")
    assert check.exit_code == 0
    assert "warning: rules/mine.yaml:10:9: mine.morning does not fire on this example for it" in check.stderr
    tested = typed("rules", "test", "--rule", "mine.morning")
    assert tested.exit_code == 3
    assert "mend the rule or the example at its line, and run this again" in tested.stderr
