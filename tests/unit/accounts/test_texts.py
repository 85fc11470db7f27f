"""Texts are folded, cut into stems and put together quickly, and come out as they would one piece at a time."""

import importlib
import pkgutil

import pytest
from hypothesis import given
from hypothesis import strategies as st

import accounts
from accounts.reading.event import _joined
from accounts.texts.folding import fold, fold_character
from accounts.texts.patterns import Pattern
from accounts.texts.phrases import _LISTED_ENDINGS, read, stem

PREFIXES = ("anti", "cyber", "bio", "agro", "agri", "tele", "micro", "multi")
WORDS = st.sampled_from(
    ["antivirus", "microantivirus", "virus", "biology", "bio", "agritech", "cybersecure", "secure", "ﬁne"]
)
TEXTS = st.one_of(
    st.text(),
    st.text(alphabet="aAzZ019 .'-é—’ßİǅ…ﬁꭰᎠ\x00\u0301\ud800"),
    st.lists(WORDS).map(" ".join),
)
SAID = st.text(alphabet="abc\n", max_size=4)


@given(TEXTS)
def test_a_text_is_folded_as_each_of_its_characters_is(text: str) -> None:
    assert fold(text).text == "".join(fold_character(one) for one in text)


@given(TEXTS)
def test_every_folded_character_leads_back_to_the_one_it_was_made_of(text: str) -> None:
    made_of = [at for at, one in enumerate(text) for _ in fold_character(one)]
    folded = fold(text)
    assert len(folded.text) == len(made_of)
    assert all(folded.span(at, at + 1)[0] == origin for at, origin in enumerate(made_of))


@given(TEXTS)
def test_words_stand_where_they_and_those_with_a_prefix_before_them_stand(text: str) -> None:
    said = read(text)
    expected: dict[str, list[int]] = {}
    for at, one in enumerate(said.stems):
        bare = [one[len(prefix) :] for prefix in PREFIXES if one.startswith(prefix) and len(one) >= len(prefix) + 4]
        for each in (one, *bare):
            expected.setdefault(each, []).append(at)
    assert said.places == expected


@given(st.lists(st.sampled_from(_LISTED_ENDINGS.split()), max_size=3), st.text(alphabet="bcm", max_size=7))
def test_a_word_loses_the_longest_of_its_endings_that_leaves_enough_of_it(endings: list[str], begun: str) -> None:
    word = begun + "".join(endings)
    left = [word.removesuffix(one) for one in _LISTED_ENDINGS.split() if word.endswith(one)]
    if len(word) > 4:
        assert len(stem(word)) == min((len(one) for one in left if len(one) >= 4), default=len(word))


@given(st.lists(SAID))
def test_what_an_earlier_part_holds_is_not_said_again(parts: list[str]) -> None:
    kept: list[str] = []
    for part in parts:
        if part and not any(part in earlier for earlier in kept):
            kept.append(part)
    assert _joined(parts) == "\n".join(kept)


def patterns_of(room: str) -> list[tuple[str, Pattern]]:
    module = importlib.import_module(room)
    found = []
    for name, value in vars(module).items():
        each = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value]
        found += [(name, one) for one in each if isinstance(one, Pattern)]
    return found


@pytest.mark.parametrize("room", [one.name for one in pkgutil.walk_packages(accounts.__path__, "accounts.")])
def test_every_pattern_can_be_asked(room: str) -> None:
    for name, pattern in patterns_of(room):
        assert list(pattern.finditer("\x00")) == [], name
