"""A token shows that a mail was ours to send, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from guard.tokens import ref_in, token

KEY = b"k" * 32
REF = "0123456789ab"


def test_a_token_of_ours_is_found_in_any_subject() -> None:
    assert ref_in(f"Re: AW: USEFUL 1 [{token(KEY, REF).upper()}]", KEY) == REF


def test_a_token_under_another_key_is_none_of_ours() -> None:
    assert ref_in(token(b"x" * 32, REF), KEY) is None


def test_a_token_with_one_letter_changed_is_none_of_ours() -> None:
    made = token(KEY, REF)
    other = made[:-1] + ("a" if made[-1] != "a" else "b")
    assert ref_in(other, KEY) is None
    assert ref_in(made.replace(REF, "ba9876543210"), KEY) is None


@given(st.text(max_size=200))
def test_no_text_without_our_key_is_a_token(text: str) -> None:
    assert ref_in(text, KEY) is None
