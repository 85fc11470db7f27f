"""Text as shown: blanks as one, and nothing without a width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.wording.text import INVISIBLE, tidy

WIDTHLESS = INVISIBLE.pattern.strip("[]")


@pytest.mark.parametrize("sign", WIDTHLESS, ids=ascii)
def test_what_has_no_width_is_gone_with_the_blanks_around_it(sign: str) -> None:
    assert tidy(f" 料{sign}金 \u00a0{sign} plan\n{sign}") == "料金 plan"


@given(st.text(alphabet=st.sampled_from([*WIDTHLESS, *" \n\u00a0\u2003aé料\ue000\x00"])))
def test_the_quick_look_changes_nothing(text: str) -> None:
    assert tidy(text) == " ".join(INVISIBLE.sub("", text).split())
