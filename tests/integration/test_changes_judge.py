"""What an analyst says of a change: heeded by every later edition, through every replay, and counted by rule."""

import csv
import io
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

import digest
from commands import main
from domain.changes import ChangeStatus
from domain.verdicts import Says
from pipeline import World, detect, prepare, replay
from pipeline.composing.judging import judge, meant
from tests.integration.support_pipeline import Moments, Record, attempt_at, clock, opened, record, world
from tests.integration.support_rules import MINE, Type, change, own_rule, typed, value

__all__ = ["change", "clock", "record", "typed", "world"]


def test_noise_leaves_the_next_edition_for_all_readers_and_is_counted(
    world: World, typed: Type, record: Record, clock: Moments
) -> None:
    record("$49")
    (audience,) = digest.audiences(world.configuration.accounts)
    prepare(world, audience, clock.now)
    record("$59")
    change = world.archive.derived.changes()[0].key
    result = typed("changes", "judge", change[:10], "--noise", "--note", "only a test price")
    assert result.exit_code == 0
    assert "only a test price" in result.stdout
    assert "mara" in result.stdout
    clock.now = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
    edition = prepare(world, audience, clock.now)
    assert edition.event_ids == ()
    assert "Left out: 1 finding that an analyst judged to be noise." in " ".join(edition.text.split())
    (listed,) = value(typed("changes", "list", "--json"))
    assert listed["status"] == "noise"
    assert [(one["says"], one["by"]) for one in listed["verdicts"]] == [("noise", "mara")]
    assert "judged  noise: left out of every later edition" in typed("changes", "show", change).stdout


def test_what_was_mailed_and_then_judged_to_be_noise_is_corrected_once(
    world: World, change: str, clock: Moments
) -> None:
    (audience,) = digest.audiences(world.configuration.accounts)
    clock.now = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
    assert len(prepare(world, audience, clock.now).event_ids) == 1
    clock.now = datetime(2026, 2, 24, 6, 0, tzinfo=UTC)
    judge(world, *meant(world, change), [(Says.NOISE, None)], by="mara", note="")
    clock.now = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
    assert "judged to be no news" in " ".join(prepare(world, audience, clock.now).text.split())
    clock.now = datetime(2026, 3, 9, 6, 0, tzinfo=UTC)
    assert "judged to be no news" not in " ".join(prepare(world, audience, clock.now).text.split())


def test_a_verdict_outlives_a_replay_and_can_be_taken_back(world: World, typed: Type, change: str) -> None:
    typed("changes", "judge", change, "--noise")
    replay(world, world.sources)
    derived = world.archive.derived
    assert [one.status for one in derived.changes()] == [ChangeStatus.NOISE]
    assert typed("changes", "judge", change, "--undo").stdout == f"{change[:10]}: 1 verdict taken back\n"
    assert [one.status for one in derived.changes()] == [ChangeStatus.NEWS]


def test_a_change_taken_back_after_it_was_judged_to_be_noise_is_no_news(
    world: World, typed: Type, change: str, record: Record
) -> None:
    typed("changes", "judge", change, "--noise")
    record("$49")
    assert world.archive.derived.changes(status=ChangeStatus.NEWS) == ()


def test_tags_are_corrected_and_rules_are_counted_by_it(world: World, typed: Type, change: str) -> None:
    result = typed("changes", "judge", change, "--not-tag", "pricing", "--tag", "product", "--by", "ines")
    assert result.exit_code == 0
    (seen,) = world.archive.derived.sightings_of(change)
    assert [tag.tag for tag in seen.tags] == ["product"]
    rules = {one["rule"]: one for one in value(typed("rules", "list", "--json"))}
    judged = rules["pricing.amount-changed"]
    assert (judged["fired"], judged["judged"], judged["precision"]) == (1, 1, 0.0)
    assert (rules["pricing.deal"]["fired"], rules["pricing.deal"]["precision"]) == (0, None)
    assert "0 of 1" in typed("rules", "list", "--tag", "pricing").stdout


@pytest.mark.parametrize(
    "said",
    [
        (),
        ("--noise", "--right"),
        ("--noise", "--tag", "pricing"),
        ("--tag", "pricing", "--not-tag", "pricing"),
        ("--tag", "prices"),
    ],
)
def test_a_verdict_says_one_thing(typed: Type, change: str, said: tuple[str, ...]) -> None:
    assert typed("changes", "judge", change, *said).exit_code == 2


def test_nobody_judges_without_a_name(typed: Type, change: str, tmp_path: Path) -> None:
    nobody = dict.fromkeys(("BELLWETHER_USER", "USER", "LOGNAME", "USERNAME"), "")
    words = ["changes", "judge", change, "--right", "--home", str(tmp_path)]
    result = CliRunner().invoke(main, words, env=nobody)
    assert result.exit_code == 2
    assert "--by NAME" in result.stderr


def test_what_is_judged_right_keeps_its_tags_when_their_rules_are_gone(
    world: World, typed: Type, change: str, tmp_path: Path
) -> None:
    typed("changes", "judge", change, "--right")
    (tag,) = world.archive.derived.sightings_of(change)[0].tags
    off = "".join(f"  {rule}: {{off: true, why: A trial.}}\n" for rule in tag.rules)
    own_rule(tmp_path, f"adjust:\n{off}")
    assert typed("replay").exit_code == 0
    derived = world.archive.derived
    assert derived.sightings_of(change, corrected=False)[0].tags == ()
    (seen,) = derived.sightings_of(change)
    assert [(one.tag, one.rule) for one in seen.tags] == [("pricing", "analyst")]
    assert (
        "pricing that no rule gives and an analyst gave or found right: " in typed("rules", "list", "--verdicts").stdout
    )


def test_a_verdict_says_what_it_takes_the_place_of(typed: Type, change: str) -> None:
    assert "in place of" not in typed("changes", "judge", change, "--noise", "--note", "a test price").stdout
    told = typed("changes", "judge", change, "--tag", "product").stdout
    assert "  product: given (mara, " in told
    assert "  in place of: noise: left out of every later edition" in told
    assert "a test price" in told
    assert value(typed("changes", "judge", change, "--right", "--json"))["replaced"] == []


def test_explain_names_the_verdict_that_stands(typed: Type, change: str) -> None:
    typed("changes", "judge", change, "--noise")
    assert "judged  noise: left out of every later edition" in typed("changes", "explain", change).stdout
    (one,) = value(typed("changes", "explain", change, "--json"))["verdicts"]
    assert one["says"] == "noise"


def test_show_takes_the_key_of_an_entry_too(world: World, typed: Type, change: str) -> None:
    (edit,) = world.archive.derived.changes()[0].counted
    assert value(typed("changes", "show", edit.key[:10], "--json"))["key"] == change


def test_a_list_as_csv_has_the_tags_and_the_sentence(typed: Type, change: str) -> None:
    (row,) = csv.DictReader(io.StringIO(typed("changes", "list", "--csv").stdout))
    assert (row["tags"], row["what"]) == ("pricing", "Brightvane raises Pro from $49 to $59 (+20.4%)")


def test_a_backtest_counts_only_what_readers_would_see_differ(typed: Type, change: str, tmp_path: Path) -> None:
    typed("changes", "judge", change, "--tag", "event")
    own_rule(tmp_path, MINE.format(weight="high"))
    found = value(typed("rules", "backtest", "--since", "2026-02-01", "--json"))
    assert (found["retagged"], found["reweighed"]) == ([], [])


REGISTER = """competitors:
  - name: Brightvane
    sources:
      - {name: jobs, kind: registry, url: "https://brightvane.example/jobs", records: jobs, key: id, title: title,
         fields: {team: team}}
"""


def test_entries_of_one_headline_are_told_apart_and_judged_together_only_when_asked(
    tmp_path: Path, clock: Moments, typed: Type
) -> None:
    with opened(tmp_path, clock, REGISTER) as world:
        for teams in (["Sales"], ["Sales", "Legal", "Data"]):
            jobs = [{"id": team, "title": "Account manager", "team": team} for team in teams]
            made = attempt_at(world.sources[0], clock.now, "-")
            part = replace(
                made.parts[0],
                headers=(("Content-Type", "application/json"),),
                body=json.dumps({"jobs": jobs}).encode(),
            )
            world.archive.visits.record(replace(made, parts=(part,)))
            detect(world, world.sources[0])
            clock.now += timedelta(days=1)
        (change,) = world.archive.derived.changes()
    asked = typed("changes", "judge", change.key, "--noise")
    assert asked.exit_code == 2
    assert "or each with --all" in asked.stderr
    assert ("Legal" in asked.stderr, "Data" in asked.stderr) == (True, True)
    assert typed("changes", "judge", change.key, "--noise", "--all").exit_code == 0
