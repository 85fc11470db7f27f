"""Words before and after on a terminal: readable with colour and without."""

import io

import pytest
from rich.console import Console

from commands.marked import marked


def console(*, colour: bool) -> Console:
    return Console(file=io.StringIO(), force_terminal=colour, color_system="standard" if colour else None, width=500)


def printed(before: str | None, after: str | None, *, colour: bool = False, full: bool = False) -> str:
    say = console(colour=colour)
    say.print(marked(say, before, after, full=full))
    assert isinstance(say.file, io.StringIO)
    return say.file.getvalue().rstrip("\n")


def test_without_colour_brackets_tell_what_went_and_what_came() -> None:
    assert printed("Pro for $49 a month", "Pro for $59 a month") == "Pro for [-$49-] {+$59+} a month"


@pytest.mark.parametrize(("before", "after", "said"), [("Old", None, "[-Old-]"), (None, "New", "{+New+}")])
def test_a_side_that_stands_alone_is_marked_as_a_whole(before: str | None, after: str | None, said: str) -> None:
    assert printed(before, after) == said


def test_with_colour_there_are_no_brackets() -> None:
    said = printed("Pro for $49", "Pro for $59", colour=True)
    assert "[-" not in said
    assert "{+" not in said
    assert "\x1b[9;31m$49\x1b[0m" in said
    assert "\x1b[32m$59\x1b[0m" in said


def test_the_same_words_are_cut_away_from_what_differs_unless_all_is_asked_for() -> None:
    before = " ".join(f"word{n}" for n in range(100))
    after = before.replace("word50", "price")
    said = printed(before, after)
    assert said.startswith("… word42 ")
    assert "word49 [-word50-] {+price+} word51" in said
    assert said.endswith(" word58 …")
    assert "word0 " in printed(before, after, full=True)


def test_a_long_text_that_came_says_how_much_more_there_is() -> None:
    assert printed(None, "word " * 100).endswith("… (40 words more)+}")


def test_lines_of_a_record_stand_in_one_line() -> None:
    said = printed("Status: Ready\nLevel: Low", "Status: Authorized\nLevel: Low")
    assert said == "Status: [-Ready-] {+Authorized+} · Level: Low"


def test_a_token_of_a_million_letters_is_cut() -> None:
    assert len(printed(None, "x" * 1_000_000)) < 200


def test_signs_that_steer_a_terminal_or_mark_up_text_do_nothing() -> None:
    assert printed(None, "\x1b[2J[bold red]x[/] \u202eyz") == "{+[2J[bold red]x[/] yz+}"
