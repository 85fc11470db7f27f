"""A playbook is read strictly; what is yours goes before ours, and what is meant more closely before both."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.playbook_file import load_playbook, our_playbook, read_plays
from domain.accounts import Accounts, Person, Stage, Us
from domain.events import ReasonKind, Stance
from domain.findings import TagName
from domain.playbook import By, Occasion, Playbook

PEOPLE = Accounts(us=Us(name="Halden"), people=(Person(key="ines", name="Ines", email="i@x.example", zone="UTC"),))


def book_of(home: Path, text: str) -> Playbook:
    book, problems = read(home, text)
    assert problems == []
    return book


def read(home: Path, text: str, accounts: Accounts | None = PEOPLE) -> tuple[Playbook, list[str]]:
    (home / "playbook.yaml").write_text(text, encoding="utf-8")
    book, problems = load_playbook(home, accounts)
    assert all(one.line > 0 and one.column > 0 and one.hint for one in problems)
    return book, [str(one) for one in problems]


def names(book: Playbook) -> list[str]:
    return [play.name for play in book.plays]


def test_a_home_without_a_playbook_has_ours(tmp_path: Path) -> None:
    assert load_playbook(tmp_path, PEOPLE) == (our_playbook(), ())


def test_a_play_of_ones_own_says_tag_reason_stance_stage_who_and_by_when(tmp_path: Path) -> None:
    text = """
roles: {legal: our lawyers}
plays:
  - name: tell-them
    tag: [regulatory, product]
    reason: bound_by
    stance: [threat, watch]
    stage: key account
    do: "tell {account} what  {rival's} rule asks."
    who: legal
    by: [10 days before notice, 3 working days, fri, meeting]
"""
    play = book_of(tmp_path, text).plays[0]
    assert play.tags == {TagName.REGULATORY, TagName.PRODUCT}
    assert play.reasons == {ReasonKind.BOUND_BY}
    assert play.stances == {Stance.THREAT, Stance.WATCH}
    assert play.stages == {Stage.KEY_ACCOUNT}
    assert (play.do, play.who, play.mine) == ("tell {account} what {rival's} rule asks", "legal", True)
    assert play.by == (
        By(days=10, before=Occasion.NOTICE),
        By(days=3, working=True),
        By(weekday=4),
        By(before=Occasion.MEETING),
    )
    assert (play.origin.file, play.origin.line) == ("playbook.yaml", 4)


def test_what_names_the_tag_goes_first_then_what_names_more_then_what_is_yours(tmp_path: Path) -> None:
    text = """
plays:
  - {name: every-threat, stance: threat, reason: topic, stage: customer, do: x}
  - {name: price, tag: pricing, do: x}
  - {name: price-threat, tag: pricing, stance: threat, do: x}
"""
    found = names(book_of(tmp_path, text))
    order = ["price-threat", "price-beside-theirs", "price", "price-check", "every-threat", "call-first"]
    assert sorted(order, key=found.index) == order


def test_a_play_of_the_same_name_stands_in_the_place_of_ours_and_one_that_is_off_is_gone(tmp_path: Path) -> None:
    book = book_of(tmp_path, "plays: [{name: show-ours, tag: product, stance: threat, do: x}]\noff: hiring\n")
    assert [play.do for play in book.plays if play.name == "show-ours"] == ["x"]
    assert "hiring" not in names(book)
    assert len(book.plays) == len(our_playbook().plays) - 1


def test_nothing_may_be_what_is_to_be_done(tmp_path: Path) -> None:
    book = book_of(tmp_path, "plays: [{name: quiet, tag: hiring, stage: prospect, do: nothing}]")
    assert [play.do for play in book.plays if play.name == "quiet"] == [""]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("plays: [{name: a, do: x, tags: pricing}]", "1:26: unknown key 'tags' (did you mean 'tag'?)"),
        ("plays: [{name: a, do: x, tag: prising}]", "1:31: unknown tag 'prising' (did you mean 'pricing'?)"),
        ("plays: [{name: a, do: x, stance: thret}]", "1:34: unknown value 'thret' (did you mean 'threat'?)"),
        ("plays: [{name: a, do: x, reason: bound}]", "1:34: unknown value 'bound' (did you mean 'bound_by'?)"),
        ("plays: [{name: a, do: x, stage: custmer}]", "1:33: unknown value 'custmer' (did you mean 'customer'?)"),
        ("plays: [{name: a, do: x, who: innes}]", "1:31: 'innes' is neither a role nor under people"),
        ("plays: [{name: a, do: x, by: soon}]", "1:30: 'soon' is no day to be due by"),
        ("plays: [{name: a, do: x, by: []}]", "1:30: no day to be due by is given"),
        ("plays: [{name: a, do: 'call {acount}'}]", "1:23: {acount} is nothing that can be filled in"),
        ("plays: [{name: a, do: 'call {account'}]", "1:23: a brace stands alone"),
        (f"plays: [{{name: a, do: {'x' * 130}}}]", "1:23: 130 characters are too long"),
        ("plays: [{name: a}]", "1:9: 'do' is missing"),
        ("plays: [{name: a, tag: pricing, do: x}, {name: a, do: y}]", "1:48: a in line 1 has that name"),
        ("plays: [{name: a, tag: pricing, do: x}, {name: b, tag: pricing, do: y}]", "1:41: b is never taken: a in"),
        ("plays: [call them]", "1:9: 'call them' stands where keys and values belong"),
        ("plays: {}", "1:8: a list belongs here"),
        ("off: [hirings]", "1:7: no play of ours is called 'hirings' (did you mean 'hiring'?)"),
        ("# nothing", "1:1: the file is empty"),
        ("plays: [", "1:9: "),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_what_to_do(tmp_path: Path, text: str, problem: str) -> None:
    _, found = read(tmp_path, text)
    assert any(one.startswith(f"playbook.yaml:{problem}") for one in found), found


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = "plays:\n  - {name: a, do: x, by: soon}\n  - {name: b, tag: hiring, do: x, who: nobody}\noff: [none]\n"
    assert [one.split(":")[1] for one in read(tmp_path, text)[1]] == ["2", "3", "4"]


def test_nobody_is_looked_up_where_people_are_not_known(tmp_path: Path) -> None:
    assert read(tmp_path, "plays: [{name: a, do: x, who: innes}]", None)[1] == []


WHOLE = """\
roles: {legal: our lawyers}
plays:
  - {name: a, tag: [pricing], reason: topic, stance: threat, stage: customer, do: "call {rival}", who: legal, by: fri}
off: [hiring]
"""


@settings(max_examples=80, deadline=None)
@given(st.integers(0, len(WHOLE)), st.integers(0, 12), st.text(alphabet="a:{}[]\"'-#*&!| \n\t0é", max_size=6))
def test_a_playbook_typed_wrongly_anywhere_is_read_or_refused_with_a_place(at: int, cut: int, typed: str) -> None:
    text = WHOLE[:at] + typed + WHOLE[at + cut :]
    _, problems = read_plays(text, "playbook.yaml", mine=True)
    assert all(one.message and one.file == "playbook.yaml" for one in problems)
