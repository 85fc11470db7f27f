"""The commands around rules, as an analyst types them over a real home."""

import json
from pathlib import Path

import pytest

from pipeline import World
from tests.integration.support_pipeline import clock, record, world
from tests.integration.support_rules import MINE, Type, change, own_rule, typed, value

__all__ = ["change", "clock", "record", "typed", "world"]

# check and test


def test_check_tells_every_mistake_at_once_and_exits_2(typed: Type, tmp_path: Path) -> None:
    own_rule(tmp_path, MINE.format(weight="much").replace("why:", "wy:"))
    result = typed("rules", "check")
    assert result.exit_code == 2
    assert result.stderr.splitlines() == [
        "rules/mine.yaml:5:5: a rule needs 'why' (docs/rules.md shows a whole rule)",
        "rules/mine.yaml:6:5: unknown key 'wy' (did you mean 'why'?)",
        "rules/mine.yaml:8:17: 'much' is not known here (low, medium, high, or a number from 0.05 to 0.99)",
        "3 problems; mend them, then run `bellwether rules check` again",
    ]
    as_json = typed("rules", "check", "--json")
    assert as_json.exit_code == 2
    assert len(json.loads(as_json.stdout)["problems"]) == 3


def test_check_needs_no_sources_and_tells_conflicts_without_failing(typed: Type, tmp_path: Path) -> None:
    own_rule(tmp_path, MINE.format(weight="high"))
    found = value(typed("rules", "check", "--json"))
    assert [(one["file"], one["line"], one["warning"]) for one in found["problems"]] == [("rules/mine.yaml", 3, True)]
    assert "MORNING is used nowhere" in found["problems"][0]["message"]


def test_a_broken_rule_stops_every_command_with_its_place_and_what_to_do(
    world: World, typed: Type, tmp_path: Path
) -> None:
    own_rule(tmp_path, "tag: pricing\nrules: [")
    for words in (("verify",), ("crawl", "--all"), ("changes", "list"), ("rules", "test"), ("sources", "check")):
        result = typed(*words)
        assert result.exit_code == 2
        assert result.stderr.startswith("rules/mine.yaml:2:")
        assert "check quotes, brackets and indentation" in result.stderr


def test_a_mistake_in_sources_does_not_hide_those_in_rules(world: World, typed: Type, tmp_path: Path) -> None:
    own_rule(tmp_path, "tag: pricing\nrules: [")
    (tmp_path / "sources.yaml").write_text("competitors: 3\n")
    told = typed("changes", "list").stderr
    assert "sources.yaml:1:" in told
    assert "rules/mine.yaml:2:" in told


def test_test_runs_all_examples_and_says_which_go_wrong_and_why(typed: Type, tmp_path: Path) -> None:
    right = typed("rules", "test")
    assert right.exit_code == 0
    assert right.stdout.endswith("all are right\n")
    wrong = MINE.format(weight="high").replace("Brightvane sleeps", "Brightvane raises its prices")
    own_rule(tmp_path, wrong.replace("{fact: price.changed}", "{any: price*, where: [title], who: competitor}"))
    result = typed("rules", "test", "--rule", "mine.morning")
    assert result.exit_code == 3
    first, second, total = result.stdout.splitlines()
    assert first.startswith("rules/mine.yaml:10:9: mine.morning does not fire on “Pro | $59 per seat / month”")
    assert second.startswith(
        "rules/mine.yaml:12:9: mine.morning fires on “Brightvane raises its prices”: its words are"
    )
    assert "pricing.announced" in second
    assert total == "2 examples of 1 rule: 2 go wrong"
    assert len(json.loads(typed("rules", "test", "--json").stdout)["failed"]) == 2


def test_a_rule_nobody_wrote_cannot_be_tested(typed: Type) -> None:
    result = typed("rules", "test", "--rule", "mine.none")
    assert result.exit_code == 2
    assert "no rule is called 'mine.none'" in result.stderr


# explain


def test_explain_says_which_words_of_which_rule_gave_which_weight(typed: Type, change: str) -> None:
    result = typed("rules", "explain", change[:8])
    assert result.exit_code == 0
    lines = [line.strip() for line in result.stdout.splitlines()]
    assert "0.90  pricing.amount-changed: “$59”" in lines
    assert any(line.startswith("pricing 0.9") and ": given, weight 0.9" in line for line in lines)
    (one,) = value(typed("rules", "explain", change[:8], "--json"))
    assert one["tags"][0]["rules"][0]["rule"] == "pricing.amount-changed"
    assert one["tags"][0]["rules"][0]["file"] == "classifiers/rules/pricing.yaml"


def test_explain_shows_the_facts_that_were_read_below_the_tags(world: World, typed: Type) -> None:
    asked = ("rules", "explain", "--text", "Brightvane appoints Lena Brandt as chief financial officer")
    lines = [line.strip() for line in typed(*asked).stdout.splitlines()]
    told = lines[lines.index("facts:") + 1]
    assert "Lena Brandt" in told
    assert "chief financial officer" in told
    assert lines.index("facts:") > next(at for at, line in enumerate(lines) if line.startswith("executive"))
    (fact,) = value(typed(*asked, "--json"))[0]["facts"]
    assert (fact["person"], fact["move"]) == ("Lena Brandt", "joined")
    assert "facts:" not in typed("rules", "explain", "--text", "A morning in Porto").stdout


@pytest.mark.parametrize(
    ("text", "rule", "why", "by"),
    [
        ("Brightvane will not raise its prices", "pricing.announced", "negated", ["not"]),
        ("Brightvane could raise its prices", "pricing.announced", "hedged", ["could"]),
        ("Brightvane price increase ruled out", "pricing.named", "negated", ["ruled out"]),
        ("Brightvane raises share price target", "pricing.announced", "taken away by its unless, condition 1", None),
        ("A visit\n“They raise prices every single year”, a guest told us", "pricing.announced", "somebody else", None),
    ],
)
def test_explain_says_what_spoke_against_words_that_were_there(
    world: World, typed: Type, text: str, rule: str, why: str, by: list[str] | None
) -> None:
    (one,) = value(typed("rules", "explain", "--text", text, "--json"))
    refused = {refusal["rule"]: refusal for refusal in one["did_not_count"]}
    assert refused[rule]["why"].startswith(why)
    assert by is None or refused[rule]["by"] == by


def test_explain_wants_one_thing_to_explain(world: World, typed: Type) -> None:
    assert typed("rules", "explain").exit_code == 2
    assert typed("rules", "explain", "abc", "--text", "x").exit_code == 2
    assert typed("rules", "explain", "abc").exit_code == 2


def test_explain_says_what_one_rule_misses(world: World, typed: Type, change: str, tmp_path: Path) -> None:
    own_rule(tmp_path, MINE.format(weight="high").replace("{fact: price.changed}", "{near: [MORNING, price*]}"))
    said = typed("rules", "explain", "--text", "Brightvane in the morning", "--rule", "mine.morning").stdout
    assert said.splitlines()[-1].strip() == "mine.morning does not fire: it has no word of price*"
    (one,) = value(typed("rules", "explain", change, "--rule", "pricing.announced", "--json"))
    assert "it has no word of" in one["lacks"]
    fired = typed("rules", "explain", change, "--rule", "pricing.amount-changed").stdout
    assert fired.splitlines()[-1].strip() == "pricing.amount-changed fires: “$59”"
    unknown = typed("rules", "explain", change, "--rule", "mine.evening")
    assert (unknown.exit_code, "did you mean 'mine.morning'?" in unknown.stderr) == (2, True)


def test_explain_tells_the_word_of_an_analyst_that_stands_above_the_rules(
    world: World, typed: Type, change: str
) -> None:
    typed("changes", "judge", change, "--not-tag", "pricing")
    told = typed("rules", "explain", change).stdout
    assert "judged, and heeded before any rule: pricing: taken away (mara, " in told


# backtest


def test_backtest_says_what_an_edited_rule_would_have_changed_and_writes_nothing(
    world: World, typed: Type, change: str, tmp_path: Path
) -> None:
    typed("changes", "judge", change, "--right")
    assert value(typed("rules", "backtest", "--since", "2026-02-01", "--json"))["retagged"] == []
    trial = tmp_path / "trial"
    trial.mkdir()
    (trial / "mine.yaml").write_text(MINE.format(weight="high"), encoding="utf-8")
    words = ("rules", "backtest", "--since", "2026-02-01", "--rules", str(trial))
    found = value(typed(*words, "--json"))
    ((retagged),) = found["retagged"]
    assert [(tag["tag"], tag["rule"], tag["quotes"]) for tag in retagged["added"]] == [
        ("event", "mine.morning", ["$59"])
    ]
    assert found["rules"] == {"mine.morning": {"gives": 1, "gave": 0}}
    assert found["precision"]["before"] == {"pricing": {"right": 1, "judged": 1, "precision": 1.0}}
    assert found["precision"]["after"]["event"] == {"right": 0, "judged": 1, "precision": 0.0}
    told = typed(*words).stdout
    assert "  + event 0.96 by mine.morning: “$59”" in told
    assert told.splitlines()[-1].endswith("1 would have other tags; nothing was written")
    (seen,) = world.archive.derived.sightings_of(change)
    assert [tag.tag for tag in seen.tags] == ["pricing"]


def test_backtest_tells_a_tag_that_a_rule_takes_away(world: World, typed: Type, change: str, tmp_path: Path) -> None:
    taker = MINE.format(weight="high").replace("    confidence: high\n", "    excludes: [pricing]\n")
    own_rule(tmp_path, taker.replace("tag: event", "tag: none"))
    found = value(typed("rules", "backtest", "--since", "2026-02-01", "--json"))
    assert [tag["tag"] for tag in found["retagged"][0]["removed"]] == ["pricing"]
    assert found["rules"]["pricing.amount-changed"] == {"gives": 0, "gave": 1}
    assert "pricing: not given, taken away by mine.morning" in typed("rules", "explain", change).stdout


def test_backtest_wants_a_day(world: World, typed: Type) -> None:
    result = typed("rules", "backtest", "--since", "last week")
    assert result.exit_code == 2
    assert "write it as 2026-02-01" in result.stderr


def test_a_pack_that_is_off_gives_no_tags(world: World, typed: Type, tmp_path: Path) -> None:
    sources = (tmp_path / "sources.yaml").read_text()
    (tmp_path / "sources.yaml").write_text(sources + "packs_off: [hiring]\n")
    rules = value(typed("rules", "list", "--json"))
    assert "hiring" not in {one["tag"] for one in rules}
    assert "financial" in {one["tag"] for one in rules}
    assert typed("rules", "list").stdout.splitlines()[-1].endswith("switched off: hiring")
    (tmp_path / "sources.yaml").write_text(sources + "packs_off: [pricing]\n")
    assert "the five tags are always given" in typed("rules", "list").stderr


# a rule of ours, adjusted


def adjusted(home: Path, line: str) -> None:
    own_rule(home, f"adjust:\n  {line}\n", "ours.yaml")


def test_a_rule_that_is_switched_off_is_listed_as_such_and_gives_no_tag(
    world: World, typed: Type, change: str, tmp_path: Path
) -> None:
    adjusted(tmp_path, "pricing.amount-changed: {off: true, why: We read prices ourselves.}")
    (row,) = [line for line in typed("rules", "list").stdout.splitlines() if line.startswith("pricing.amount-changed")]
    assert row.split()[2] == "off"
    assert row.endswith("set in rules/ours.yaml:2: We read prices ourselves.")
    assert typed("rules", "list").stdout.splitlines()[-1].endswith(" rules and 1 that you switched off")
    (why,) = value(typed("rules", "explain", change, "--json"))
    assert "pricing.amount-changed" not in {rule["rule"] for tag in why["tags"] for rule in tag["rules"]}
    one = typed("rules", "test", "--rule", "pricing.amount-changed")
    assert (one.exit_code, one.stderr.strip()) == (
        2,
        "bellwether: pricing.amount-changed is switched off by rules/ours.yaml:2",
    )
    assert typed("rules", "test").stdout.endswith("all are right\n")


def test_a_weight_that_was_set_is_shown_with_the_one_before_and_counts(
    world: World, typed: Type, change: str, tmp_path: Path
) -> None:
    adjusted(tmp_path, "pricing.amount-changed: {confidence: low, why: Many are tests.}")
    (row,) = [one for one in value(typed("rules", "list", "--json")) if one["rule"] == "pricing.amount-changed"]
    assert (row["weight"], row["off"]) == (0.4, False)
    assert row["adjusted"] == {"file": "rules/ours.yaml", "line": 2, "why": "Many are tests.", "weight_before": 0.9}
    assert "0.40 (0.90)" in typed("rules", "list").stdout
    told = typed("rules", "explain", change).stdout
    assert "0.40  pricing.amount-changed" in told
    own_rule(tmp_path, "adjust:\n  pricing.amount-changed: {confidence: medium, why: Some are.}\n", "ours.yaml")
    shown = typed("rules", "backtest", "--since", "2026-02-01").stdout
    assert change[:10] in shown
    (line,) = [line for line in shown.splitlines() if line.startswith("  ~ pricing ")]
    assert " → " in line
    assert "pricing.amount-changed" in line
    (moved,) = value(typed("rules", "backtest", "--since", "2026-02-01", "--json"))["reweighed"]
    ((was, now),) = [(tag["confidence_before"], tag["confidence"]) for tag in moved["reweighed"]]
    assert was > now
    last = shown.splitlines()[-1]
    assert last.endswith("0 would have other tags, 1 the same with another confidence; nothing was written")
    assert "weight set in rules/ours.yaml:2)" in told


# verdicts


def test_verdicts_show_the_worst_rule_first_with_what_it_was_wrong_about_and_what_no_rule_found(
    world: World, typed: Type, change: str
) -> None:
    assert "no verdict stands" in typed("rules", "list", "--verdicts").stdout
    typed("changes", "judge", change, "--not-tag", "pricing", "--tag", "product")
    edit = world.archive.derived.changes()[0].edits[0].key[:10]
    lines = typed("rules", "list", "--verdicts").stdout.splitlines()
    row = next(line for line in lines if line.startswith("pricing.amount-changed"))
    assert row.split() == ["pricing.amount-changed", "pricing", "1", "1", "0", "(0%)", edit]
    assert lines[-2:] == [
        f"product that no rule gives and an analyst gave or found right: {edit}",
        "why one fired: bellwether rules explain KEY",
    ]
    assert typed("rules", "explain", edit).exit_code == 0
    typed("changes", "judge", change, "--undo")
    typed("changes", "judge", change, "--right")
    judged = {one["rule"]: one for one in value(typed("rules", "list", "--verdicts", "--json"))}
    assert judged["pricing.amount-changed"]["precision"] == 1.0
    assert judged["pricing.amount-changed"]["wrong"] == []
