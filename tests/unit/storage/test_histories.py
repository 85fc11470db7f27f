"""A history gives every body back as it went in, small where bodies are alike, and says so when it is damaged."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import StorageError
from storage.columns import folded, read, written
from storage.histories import LONGEST_CHAIN, History, body_in
from storage.scripts import Reference, applied, script

WORDS = [random.Random(5).randbytes(3).hex() for _ in range(2_000)]


def page(number: int) -> bytes:
    """A page with a token of the visit in many places and one word of its own."""
    words = [f'<li data-nonce="n{number:08}">{word}</li>' if at % 50 == 0 else word for at, word in enumerate(WORDS)]
    words[number * 7 % len(words)] = f"plan-{number}"
    return " ".join(words).encode()


def packed(*contents: bytes) -> bytes:
    history = History()
    for content in contents:
        history.add(content)
    return history.packed()


@given(st.lists(st.binary(min_size=1, max_size=300), min_size=1, max_size=6))
def test_whatever_goes_in_comes_out(contents: list[bytes]) -> None:
    frame = packed(*contents)
    assert [body_in(frame, number) for number in range(len(contents))] == contents


@given(st.lists(st.sampled_from([b"a-plan", b"<li>", b" ", b"$49", b"\n", b"more words"]), max_size=60), st.randoms())
def test_a_script_says_how_shuffled_cut_and_repeated_words_are_had_from_others(
    words: list[bytes], chance: random.Random
) -> None:
    before = b"".join(words)
    after = b"".join(chance.choices(words, k=len(words))) if words else b"new"
    steps = script(Reference(before), after, 10_000)
    assert steps is not None
    assert applied(before, steps) == after


def test_a_body_costs_what_differs() -> None:
    alone, ten = packed(page(0)), packed(*(page(number) for number in range(11)))
    assert len(ten) - len(alone) < 10 * 40


def test_a_word_that_moved_everywhere_is_said_once() -> None:
    steps = script(Reference(page(1)), page(2), 100_000)
    assert steps is not None
    assert {words for _, words, _ in steps if words} >= {b"n00000002", b"plan-2"}


def test_a_chain_of_scripts_is_not_longer_than_a_read_can_bear() -> None:
    frame = packed(*(page(number) for number in range(3 * LONGEST_CHAIN)))
    assert body_in(frame, 3 * LONGEST_CHAIN - 1) == page(3 * LONGEST_CHAIN - 1)


def test_another_page_begins_a_chain_of_its_own() -> None:
    pages = [page(1), b"Are you a robot? " * 40, b"Are you a robot? " * 41, page(2)]
    frame = packed(*pages)
    assert [body_in(frame, number) for number in range(4)] == pages


def test_pages_that_alternate_say_each_variant_once() -> None:
    members, others = page(1), page(1).replace(b"plan-1", b"plans for members " * 20)
    both = len(packed(members, others))
    assert len(packed(*[members, others] * 8)) - both < 14 * 10


def test_a_page_goes_on_from_where_it_was_before_a_wall() -> None:
    wall = b"Are you a robot? " * 40
    history = History()
    for content in (page(1), wall, page(2), wall, page(3)):
        history.add(content)
    assert history.room < len(page(1)) + 2 * len(wall) + 10_000


@pytest.mark.parametrize("damage", [b"", b"not a frame", packed(page(1))[:-40], packed(page(1))[40:]])
def test_a_damaged_frame_is_told(damage: bytes) -> None:
    with pytest.raises(StorageError, match="unpacked"):
        body_in(damage, 0)


def test_a_body_that_a_frame_does_not_hold_is_told() -> None:
    with pytest.raises(StorageError, match="unpacked"):
        body_in(packed(page(1)), 7)


@given(st.lists(st.lists(st.integers(0, 2**32 - 1) | st.integers(250, 260)), max_size=4))
def test_columns_come_out_as_they_went_in(columns: list[list[int]]) -> None:
    found = read(written(columns), len(columns))
    assert [column.whole() for column in found] == columns
    for column, numbers in zip(found, columns, strict=True):
        assert column.between(1, 3) == numbers[1:3]


def test_numbers_of_either_sign_are_folded_apart() -> None:
    assert [folded(number) for number in (0, -1, 1, -2, 2)] == [0, 1, 2, 3, 4]
