"""What is new and what is gone of a replaced text, however long it is."""

import random
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.wording import changed
from classifiers.wording.changed import differences, tokens

WORDS = st.lists(st.sampled_from(["we", "raise", "the", "price", "of", "each", "plan", "5", "%", "."]), max_size=40)


def without(text: str, spans: tuple[tuple[int, int], ...]) -> list[str]:
    """The words that stand in none of the spans."""
    return [text[a:b] for a, b in tokens(text) if not any(start <= a and b <= end for start, end in spans)]


@settings(deadline=None)
@given(WORDS, WORDS)
def test_what_is_neither_new_nor_gone_is_the_same_on_both_sides(left: list[str], right: list[str]) -> None:
    before, after = " ".join(left), " ".join(right)
    gone, new = differences(before, after)
    assert without(before, gone) == without(after, new)


@given(st.text(max_size=60))
def test_a_word_is_a_run_of_letters_and_digits_and_every_other_visible_character_is_one_of_its_own(text: str) -> None:
    spans = tokens(text)
    words = [text[start:end] for start, end in spans]
    assert all(word.isalnum() or (len(word) == 1 and not word.isspace()) for word in words)
    assert "".join(words) == "".join(char for char in text if not char.isspace())
    assert not any(a[1] == b[0] and text[a[0]].isalnum() and text[b[0]].isalnum() for a, b in pairwise(spans))


@settings(max_examples=8, deadline=None)
@given(st.integers(0, 10_000), st.integers(1, 12))
def test_a_very_long_text_is_compared_stretch_by_stretch(seed: int, edits: int) -> None:
    chance = random.Random(seed)
    left = [f"word{chance.randrange(400)}" for _ in range(6_000)]
    right = list(left)
    for _ in range(edits):
        right[chance.randrange(len(right))] = "fresh"
    before, after = " ".join(left), " ".join(right)
    assert len(left) * len(right) > changed.MOST_PAIRS
    gone, new = differences(before, after)
    assert without(before, gone) == without(after, new)
    assert sum(end - start for start, end in new) <= edits * 400
    assert all(any(a >= s and b <= e for s, e in new) for a, b in tokens(after) if after[a:b] == "fresh")
