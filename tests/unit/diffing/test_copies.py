"""What a page says once more for another screen is a copy only where all of it is said elsewhere, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.reading.copies import copied_pieces
from diffing.reading.pieces import Piece, Setting
from diffing.wording.text import tokens
from domain.content import Where

SHOWN, KEPT = Setting(), Setting(shadow=True)


def piece(text: str, setting: Setting) -> Piece:
    return Piece(Where.PARAGRAPH, (), text, (), (), 0, 0, setting, False)


def copied(rest: str, *kept: str) -> bool:
    return bool(copied_pieces([piece(rest, SHOWN), *(piece(text, KEPT) for text in kept)]))


PLAN = "The Pro plan is $49 a month for five users, -5 % in the first of them, so they say; ask us in 料金 anyway."


@pytest.mark.parametrize(
    ("kept", "is_copy"),
    [
        (("The Pro plan", "$49 a month"), True),
        (("THE pro plan", "first, of them"), True),
        (("The Pro plan is", "$59 a month"), False),  # a number that stands nowhere else
        (("The Pro plan", "use it"), False),  # a part of "users" only
        (("the Pro plan", "料 a 金"), True),
        (("The Pro plan", "料 a 額"), False),
        (("$49 a month for five users", "-5 % in the"), True),
        (
            ("The Pro plan is $49 a month for five users in the first", "of them they say so: hurray"),
            True,
        ),  # one in ten
        (("The Pro plan",), False),  # a lone line may say the same by chance
    ],
)
def test_a_copy_says_nothing_of_its_own(kept: tuple[str, ...], is_copy: bool) -> None:
    assert copied(PLAN, *kept) is is_copy


WORDS = st.lists(st.sampled_from(["a", "an", "plan", "12", "2", "$", "%", "-2", "a-b", "料", "金a", "_"]), max_size=9)


@given(rest=WORDS, kept=WORDS, glue=st.sampled_from([" ", "", ", "]))
def test_words_searched_for_are_those_found_by_cutting_up(rest: list[str], kept: list[str], glue: str) -> None:
    text, words = glue.join(rest), " ".join(kept)
    new = set(tokens(words)) - set(tokens(text))
    said = not any(any(map(str.isdigit, word)) for word in new) and 10 * len(new) <= len(set(tokens(words)))
    assert copied(text, words, words) is said


@given(rest=st.lists(WORDS.map(" ".join), min_size=1, max_size=5), kept=WORDS)
def test_it_is_no_matter_in_which_of_its_pieces_a_page_says_a_word(rest: list[str], kept: list[str]) -> None:
    words, whole = " ".join(kept), " | ".join(rest)
    apart = [piece(text, SHOWN) for text in rest] + 2 * [piece(words, KEPT)]
    assert bool(copied_pieces(apart)) is copied(whole, words, words)


@pytest.mark.parametrize(("end", "is_copy"), [("use it", True), ("it", False)])
def test_a_word_hidden_in_thousands_of_others_is_found(end: str, is_copy: bool) -> None:
    assert copied("users " * 40_000 + end, "use it", "it") is is_copy


def test_many_boxes_beside_a_long_text_are_each_looked_up_quickly() -> None:
    rest = piece("word " * 60_000, SHOWN)
    boxes = [piece(f"{side} {number}", KEPT) for number in range(20_000) for side in ("left", "right")]
    apart = [one for at in range(0, len(boxes), 2) for one in (*boxes[at : at + 2], piece("-", SHOWN))]
    assert copied_pieces([rest, *apart]) == frozenset()
