"""Inline texts are read apart only where nothing stands between them."""

from hypothesis import given
from hypothesis import strategies as st

from diffing.reading.gluing import set_off, touch

TEXT = st.text(alphabet=st.sampled_from([*" \n\u00a0\u2003aZé9$€%)+料"]), min_size=1, max_size=8)


@given(before=TEXT, after=TEXT, beside=st.booleans())
def test_texts_with_a_blank_between_them_are_not_set_off_again(before: str, after: str, *, beside: bool) -> None:
    assert touch(before, after) or not set_off(before, after, beside=beside)
