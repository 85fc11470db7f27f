"""What is new and what is gone of a replaced text, however long it is."""

import random

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
