"""`\\b` in a rule's pattern is the edge of a word in any language."""

import pytest
import re2
from hypothesis import example, given
from hypothesis import strategies as st

from classifiers.rulebook.boundaries import in_any_language, trimmed, vain_boundaries

PIECES = (
    "élu",
    "nomm",
    "é",
    "à ",
    "[éè]",
    "[^é]",
    "[A-ZÀ-Þ]",
    r"\w+",
    r"\b",
    r"\b",
    " ?",
    "(?:",
    "(?i)",
    ")",
    "|",
    "$5",
)
MORE = ("{2,3}", "*", "+", "?", r"\d", r"\pL", "[[:alpha:]é]", r"[\]é]", "^", "$", ".")


def found(pattern: str, text: str) -> list[str]:
    made = in_any_language(pattern)
    spans = (trimmed(*match.span(), made, text) for match in re2.finditer(made, text))
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        (r"\bélu\b", "un élu.", ["élu"]),
        (r"\bélu\b", "élu", ["élu"]),
        (r"\bélu\b", "réélu, élus", []),
        (r"(?i)\b(?:élu|nommé|promu)\b", "est NOMMÉ, promu", ["NOMMÉ", "promu"]),
        (r"\bnommé\b", "nommée", []),
        (r"caf[ée]\b", "café noir, cafés, cafe", ["café", "cafe"]),
        (r"perché\b .{3}", "perché non va", ["perché non"]),
        (r"\b(?:un )?élu\b", "un élu, mal élu", ["un élu", "élu"]),
        (r"\b[A-ZÀ-Þ]\w+ será\b", "Él: Ana será", ["Ana será"]),
    ],
)
def test_a_boundary_holds_at_the_edge_of_an_accented_word(pattern: str, text: str, words: list[str]) -> None:
    assert found(pattern, text) == words


@example(r"é{2,3}\b{2,3}élu")
@given(st.lists(st.sampled_from((*PIECES, *MORE)), max_size=8).map("".join))
def test_whatever_re2_reads_can_still_be_read(pattern: str) -> None:
    options = re2.Options()
    options.log_errors = False
    try:
        re2.compile(pattern, options)
    except re2.error:
        return
    re2.compile(in_any_language(pattern), options)
    vain_boundaries(pattern)


@pytest.mark.parametrize(
    ("pattern", "signs"),
    [
        (r"\b\$\d+\b", (r"\$",)),
        (r"\b5%\b off", ("%",)),
        (r"\b(?:[$€]|USD)\s?\d", ("[$€]",)),
        (r"[$€]\d+\b", ()),
        (r"\d\b%", ()),
        (r"US\b\$", ()),
    ],
)
def test_a_boundary_beside_a_sign_of_money_is_doubted(pattern: str, signs: tuple[str, ...]) -> None:
    assert vain_boundaries(pattern) == signs
