"""Lists that name ideas and happenings are read as they are meant, and hold nothing that means nothing."""

import re2

from accounts.reading.gist import Gist
from accounts.reading.ideas import ideas, ideas_in, speaks_by_another_name
from accounts.reading.wordings import pattern, wordings
from accounts.texts.phrases import GENERIC, read, speaks_of


def says(text: str, topic: str) -> bool:
    words = read(text)
    return speaks_of(words, topic) or speaks_by_another_name(words, ideas_in(words), topic)


def test_an_idea_is_heard_by_any_of_its_names_in_any_language() -> None:
    assert says("Neue Regeln für Wechselrichter ab 2027", "solar inverters") is False  # of the sun it says nothing
    assert says("Neue Regeln für PV-Wechselrichter ab 2027", "solar inverters")
    assert says("At-cost data transfer between regions", "egress fees")


def test_a_narrower_name_says_the_broader_one_and_not_the_other_way_round() -> None:
    assert says("EPA registers dicamba for over-the-top use", "weed control")
    assert not says("A new way of weed control", "dicamba")


def test_a_name_in_brackets_is_meant_but_not_looked_for() -> None:
    assert says("The European Accessibility Act applies from June", "accessibility")
    assert not says("How to access your invoices", "web accessibility")


def test_words_of_two_ideas_do_not_make_a_third() -> None:
    assert not says("Immutable backup in archival storage", "object storage")


def test_every_name_of_an_idea_says_something_by_itself() -> None:
    for idea in ideas():
        for name in (*idea.names, *idea.sought):
            assert name
            assert set(name) - GENERIC, name


def test_a_wording_allows_other_endings_other_words_between_and_either_of_two() -> None:
    listed = re2.compile(r"\b(?:" + pattern("cut/axes ~ job*") + ")")
    assert listed.search("the mill axes two hundred jobs")
    assert listed.search("to cut jobs")
    assert not listed.search("cut to a far too long row of jobs")
    assert not listed.search("haircut jobs")
    assert not re2.search(pattern("sin/fallo*"), "since 1998")
    assert re2.search(pattern("takes_delivery_of/buys ~ aircraft"), "it takes delivery of two aircraft")


def test_every_kind_in_the_list_is_a_happening() -> None:
    assert set(wordings()) <= {gist.value for gist in Gist}
