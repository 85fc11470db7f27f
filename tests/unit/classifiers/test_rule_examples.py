"""Every rule is right about its own examples."""

import pytest

from classifiers import load_rules
from classifiers.rulebook.records import Example, Rule
from classifiers.trying.examples import failed_examples, fires

BOOK = load_rules()
FOR = [(rule, example) for rule in BOOK.rules for example in rule.examples_for]
AGAINST = [(rule, example) for rule in BOOK.rules for example in rule.examples_against]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "example"), FOR, ids=name)
def test_a_rule_fires_on_its_examples_for(rule: Rule, example: Example) -> None:
    assert fires(rule, example, BOOK)


@pytest.mark.parametrize(("rule", "example"), AGAINST, ids=name)
def test_a_rule_is_silent_on_its_examples_against(rule: Rule, example: Example) -> None:
    assert not fires(rule, example, BOOK)


def test_every_rule_has_examples_both_ways_and_a_reason() -> None:
    assert all(rule.examples_for and rule.examples_against and rule.why for rule in BOOK.rules)


def test_no_example_of_ours_fails_together() -> None:
    assert failed_examples(BOOK) == ()
