"""One look at a text tells which patterns may match: it is never wrong of one that it leaves out."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers.acts import finder as acts
from classifiers.happenings import figures, partners, product_sentences, setbacks
from classifiers.wording import boilerplate
from classifiers.wording.names import ORGANISATION, WORD
from classifiers.wording.patterns import Pattern
from classifiers.wording.suspects import Suspects

GATES: tuple[tuple[str, Suspects, Sequence[Pattern]], ...] = (
    ("partners", partners.SUSPECTS, [one.pattern for one in partners.SHAPES]),
    ("entries", product_sentences.IN_ENTRIES, [one.pattern for one in product_sentences.SHAPES]),
    ("lines", product_sentences.IN_LINES, [one.pattern for one in product_sentences.ON_PAGES]),
    ("setbacks", setbacks.SUSPECTS, [pattern for _, pattern in setbacks.SHAPES]),
    ("boilerplate", boilerplate.SUSPECTS, [boilerplate.FORWARD, boilerplate.ABOUT]),
    ("own acts", acts.OWN_ACTS, [acts.RECALLED, acts.SETTLED]),
    ("figures", figures.SUSPECTS, figures.SHAPES),
)
# Python's own patterns know no classes by Unicode property; what these stand for is no matter here.
SPELLED = {r"\pL": "a-zé", r"\p{Lu}": "A-ZÉ", ORGANISATION: f"{WORD}(?: (?:of|the) {WORD})?"}


def spelled(pattern: str) -> re.Pattern[str]:
    for written, plain in SPELLED.items():
        pattern = pattern.replace(written, plain)
    return re.compile(re.sub(r"\\x\{(\w{4})\}", r"\\u\1", pattern))


def test_patterns_whose_words_are_missing_are_no_suspects() -> None:
    animals = Suspects(r"(?i)\b[A-Z]\w+ and cats?\b", r"\bdogs?$", names=(r"[A-Z]\w+",))
    assert animals.of("Two dogs chase Tom AND Cats") == [0, 1]
    assert animals.of("the dog sleeps") == [1]
    assert animals.of("nobody is here") == []
    assert animals.of("") == []


def test_a_pattern_without_words_is_always_one() -> None:
    assert Suspects(r"\d+", "cat").of("a bird") == [0]


@pytest.mark.parametrize(("gate", "patterns"), [gate[1:] for gate in GATES], ids=[gate[0] for gate in GATES])
@settings(max_examples=100)
@given(data=st.data())
def test_a_pattern_that_matches_is_a_suspect(gate: Suspects, patterns: Sequence[Pattern], data: st.DataObject) -> None:
    number = data.draw(st.integers(0, len(patterns) - 1))
    text = data.draw(st.from_regex(spelled(patterns[number].pattern)))
    if patterns[number].search(text):
        assert number in gate.of(text)
        assert number in gate.of(f"Yesterday {text} again.")
