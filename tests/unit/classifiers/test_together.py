"""Patterns that are looked for in a text together."""

from classifiers.wording.together import Together

ANIMALS = Together(r"(?i)\bcats?\b", r"\bdogs?$", r"^\p{Lu}")


def test_the_patterns_that_stand_in_a_text_are_told_in_their_own_order() -> None:
    assert ANIMALS.within("Two dogs chase a CAT and more dogs") == [0, 1, 2]


def test_nothing_stands_in_a_text_that_no_pattern_fits() -> None:
    assert ANIMALS.within("") == []
    assert ANIMALS.within("a category of dogs here") == []
