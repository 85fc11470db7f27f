"""The looks that a headline is spared: what they pass over, the whole look passes over, too."""

from hypothesis import example, given
from hypothesis import strategies as st

from classifiers.headlines.moving import bags, holds_most, moved
from classifiers.headlines.switching import language, sole_language
from classifiers.headlines.weighing import MOST_SIZE, NUMBER_ALONE, is_number, size
from classifiers.wording.differing import letters
from domain.changes import EditKind
from tests.unit.classifiers.conftest import make_edit
from tests.unit.classifiers.test_language_switches import TEXTS

LINES = sorted(line for text in TEXTS.values() for line in text.splitlines())
words = st.lists(st.sampled_from("abcdefghijklmnop"), min_size=4, max_size=16).map(" ".join)


@given(went=st.lists(words, max_size=4), came=st.lists(words, max_size=6))
def test_a_text_that_moved_is_found_as_by_comparing_each_with_each(went: list[str], came: list[str]) -> None:
    edits = [make_edit(text, None) for text in went] + [make_edit(None, text) for text in came]
    others = [bag for _, bag in bags(edits, EditKind.ADDED)]
    gone = [(edit.key, bag) for edit, bag in bags(edits, EditKind.REMOVED) if len(bag) >= 8]
    assert moved(edits) == {key for key, bag in gone if any(holds_most(other, bag) for other in others)}


@given(st.lists(st.sampled_from([*LINES, "1 2 3", "Brightvane Studio"]), max_size=14))
@example(["the of and " + "a" * 391] * 4 + ["der die das " + "b" * 90])
def test_the_one_language_left_is_what_a_page_is_in_or_it_is_in_none(texts: list[str]) -> None:
    assert (sole := sole_language(texts)) is None or language(texts) in (sole, None)


@given(st.lists(st.sampled_from(["word", " ", "...", "x" * 300, "-" * 900]), max_size=9).map("".join))
def test_a_long_text_weighs_by_its_letters_and_not_by_where_they_stand(text: str) -> None:
    assert size(text) == size("x" * min(len(letters(text)), MOST_SIZE))


@given(st.text(alphabet="ivxIVXabE1.)( :-é_", max_size=12))
def test_what_holds_a_word_is_no_number_of_a_clause(text: str) -> None:
    assert is_number(text) == (NUMBER_ALONE.search(text) is not None)
