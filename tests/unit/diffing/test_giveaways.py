"""The cheap look before the signs of a wall are tried leaves none of them out."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diffing.reading.giveaways import SIGNS, give_away
from tests.unit.diffing.support_answers import ANSWERS, COMMON

SAID = [one for said in ANSWERS.values() for words in said.values() for one in words]
SAID += [one for *_, words in COMMON for one in words]


def told(text: str) -> bool:
    return any(sign.search(text) for sign in SIGNS)


@pytest.mark.parametrize("text", sorted({one for one in SAID if told(one)}))
def test_what_walls_say_gives_them_away_in_any_case(text: str) -> None:
    assert give_away(["Gauges", text])
    assert give_away([text.upper()]) == told(text.upper())


@settings(max_examples=400)
@given(st.one_of([st.from_regex(sign) for sign in SIGNS]))
def test_whatever_matches_a_sign_gives_a_page_away(text: str) -> None:
    assert give_away([text]) == told(text)


def test_what_says_nothing_of_the_kind_gives_nothing_away() -> None:
    assert not give_away(["Gauges", "", "Our privacy policy", "Errors of our gauges", "Request a demo of them"])
