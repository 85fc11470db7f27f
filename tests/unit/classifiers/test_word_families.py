"""Words are found at their boundaries, with offsets that fit the text whatever is in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.rulebook.words import Vocabulary, fold, parse_word, sentence_ends

WORDS = Vocabulary({"FEE": [parse_word("fee"), parse_word("rais*"), parse_word("=SEC"), parse_word("price list")]})


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in WORDS.scan(text).hits.get("FEE", ())]


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("The feed has no fee", ["fee"]),
        ("coffee", []),
        ("They RAISED it", ["RAISED"]),
        ("The SEC met in sec. 4", ["SEC"]),
        ("a price\u00a0list", ["price\u00a0list"]),
        ("no-fee plan", ["fee"]),
        ("İstanbul fee", ["fee"]),
    ],
)
def test_a_word_is_found_at_its_boundaries_only(text: str, hits: list[str]) -> None:
    assert found(text) == hits


@given(st.text())
def test_folding_never_changes_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_scanning_any_text_gives_spans_inside_it(text: str) -> None:
    scan = WORDS.scan(f"fee {text} raised")
    assert all(0 <= start < end <= len(scan.text) for start, end in scan.of(["FEE"]))
    assert scan.of(["FEE"])[0] == (0, 3)


def test_an_abbreviation_does_not_end_a_sentence() -> None:
    text = "Acme Inc. Raises fees in the U.S. Markets. Shares rose."
    assert [text[end:].strip() for end in sentence_ends(text)] == ["Shares rose."]
