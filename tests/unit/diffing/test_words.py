"""Words before and after inside one block: they spell both sides, stay small where little changed, and are bounded."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.wording.words import LONGEST, word_runs


def marked(before: str, after: str) -> str:
    signs = {"same": "{}", "removed": "[-{}-]", "added": "[+{}+]"}
    return " ".join(signs[run.op].format(run.text) for run in word_runs(before, after))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ("$49 a month", "$59 a month", "[-$49-] [+$59+] a month"),
        ("for two users", "for two or more users", "for two [+or more+] users"),
        ("a b c", "a c", "a [-b-] c"),
        ("one two", "one two", "one two"),
        ("", "new", "[+new+]"),
        ("old", "", "[-old-]"),
        ("料金は月額9,800円です。", "料金は月額12,800円です。", "料金は月額 [-9,800-] [+12,800+] 円です。"),
        ("支持五个用户。", "支持十个用户。", "支持 [-五-] [+十+] 个用户。"),
    ],
)
def test_what_changed_is_told_and_nothing_more(before: str, after: str, told: str) -> None:
    assert marked(before, after) == told


def test_two_small_edits_far_apart_in_a_long_text_stay_small() -> None:
    words, others = ([f"{name}{n}" for n in range(2 * LONGEST)] for name in ("word", "other"))
    before = " ".join(["Free", *words, "monthly", *others, "end"])
    after = " ".join(["Paid", *words, "yearly", *others, "stop"])
    changed = [run.text for run in word_runs(before, after) if run.op != "same"]
    assert changed == ["Free", "Paid", "monthly", "yearly", "end", "stop"]


def test_a_long_text_of_equal_words_is_told_by_its_ends() -> None:
    before, after = "no " * 50_000 + "a " + "no " * 50_000, "no " * 50_000 + "b " + "no " * 50_000
    assert [run.text for run in word_runs(before, after) if run.op != "same"] == ["a", "b"]


def test_past_what_is_aligned_a_stretch_is_told_whole() -> None:
    old, new = ("x y " * LONGEST).strip(), ("y z " * LONGEST).strip()
    assert [(run.op, run.text) for run in word_runs(old, new)] == [("removed", old), ("added", new)]


WORDS = st.lists(st.sampled_from(["a", "b", "c", "12", "$9"]), max_size=12)


@given(old=WORDS, new=WORDS, filler=st.booleans())
def test_the_runs_spell_both_sides_whatever_the_length(old: list[str], new: list[str], filler: bool) -> None:
    long = [f"w{n}" for n in range(LONGEST)] if filler else []
    before, after = [*old, *long, *old[::-1]], [*new, *long, *new[::-1]]
    runs = word_runs(" ".join(before), " ".join(after))
    assert " ".join(run.text for run in runs if run.op != "added").split() == before
    assert " ".join(run.text for run in runs if run.op != "removed").split() == after
    assert all(run.text for run in runs)
    assert all(one.op != other.op for one, other in pairwise(runs))
