"""The playbook as an analyst checks and reads it, and as a mail follows it."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

import digest
from config.playbook_file import load_playbook
from pipeline import World, prepare
from tests.integration.support_pipeline import Moments, clock, record, world
from tests.integration.support_rules import Type, change, typed, value

__all__ = ["change", "clock", "record", "typed", "world"]

MINE = """\
plays:
  - {name: price-beside-theirs, tag: pricing, stance: [threat, opportunity], do: "show {account} {rival's} new price",
     who: desk, by: mon}
roles: {desk: the pricing desk}
"""


def playbook(home: Path, text: str) -> None:
    (home / "playbook.yaml").write_text(text, encoding="utf-8")


def test_check_counts_the_plays_and_tells_every_mistake_with_exit_code_2(
    world: World, typed: Type, tmp_path: Path
) -> None:
    assert "all of them ours; playbook.yaml in your home adds to them: no problems" in typed("playbook", "check").stdout
    playbook(tmp_path, MINE)
    assert "1 of yours: no problems" in typed("playbook", "check").stdout
    playbook(tmp_path, MINE.replace("threat", "thret").replace("desk,", "desks,"))
    result = typed("playbook", "check")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "playbook.yaml:2:56: unknown value 'thret' (did you mean 'threat'?)" in result.stderr
    assert typed("sources", "check").exit_code == 2
    as_json = typed("playbook", "check", "--json")
    assert '"hint": "did you mean \'threat\'?"' in as_json.stdout


def test_show_lists_the_plays_in_the_order_they_are_tried(world: World, typed: Type, tmp_path: Path) -> None:
    playbook(tmp_path, MINE)
    plays = value(typed("playbook", "show", "--tag", "pricing", "--stance", "threat", "--json"))
    assert [(one["name"], one["mine"]) for one in plays] == [
        ("price-beside-theirs", True),
        ("price-check", False),
        ("content-with-incumbent", False),
        ("call-first", False),
        ("own-news", False),
    ]
    (line,) = [row for row in typed("playbook", "show").stdout.splitlines() if row.startswith("price-beside-theirs")]
    assert line.split()[-3:] == ["desk", "mon", "playbook.yaml:2"]


def test_show_says_the_step_for_an_account(world: World, typed: Type, tmp_path: Path) -> None:
    playbook(tmp_path, MINE)
    words = ("playbook", "show", "--tag", "pricing", "--account", "Marlowe Travel")
    assert "Marlowe Travel, a threat: the pricing desk, by Mon " in typed(*words).stdout
    own = typed("playbook", "show", "--reason", "own_news", "--account", "Marlowe Travel").stdout
    assert own.splitlines()[-1].endswith(": ask Marlowe Travel what it means for us.")
    assert typed("playbook", "show", "--account", "Marlow Travel").exit_code == 2


def test_the_mail_asks_for_what_the_homes_playbook_says(
    world: World, change: str, clock: Moments, tmp_path: Path
) -> None:
    playbook(tmp_path, MINE)
    clock.now = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
    book, problems = load_playbook(tmp_path, world.configuration.accounts)
    assert problems == ()
    mine = replace(world, configuration=replace(world.configuration, playbook=book))
    (audience,) = digest.audiences(mine.configuration.accounts)
    text = " ".join(prepare(mine, audience, clock.now).text.split())
    assert "Do: the pricing desk, by Mon 23 Feb: show Marlowe Travel Brightvane's new price." in text


def test_the_playbook_of_the_guide_is_right(world: World, typed: Type, tmp_path: Path) -> None:
    guide = (Path(__file__).resolve().parents[2] / "docs" / "analyst-guide.md").read_text(encoding="utf-8")
    shown = guide.split("    # playbook.yaml\n")[1].split("    bellwether playbook check")[0]
    playbook(tmp_path, dedent(shown))
    assert "3 of yours: no problems" in typed("playbook", "check").stdout
    (first, *_) = value(typed("playbook", "show", "--tag", "regulatory", "--reason", "bound_by", "--json"))
    assert (first["name"], first["by"]) == ("rule-that-binds", ["10 days before notice", "8 days"])
