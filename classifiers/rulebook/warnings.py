"""Warnings about rules: where they stand, and how a rule is named in them."""

from classifiers.rulebook.records import Example, Rule
from domain.problems import Problem


def of_rule(rule: Rule, message: str, hint: str) -> Problem:
    line = rule.origin.line
    return Problem(file=rule.origin.file, line=line, column=rule.column, message=message, hint=hint, warning=True)


def of_example(rule: Rule, example: Example, message: str, hint: str) -> Problem:
    file, line, column = rule.origin.file, example.line, example.column
    return Problem(file=file, line=line, column=column, message=message, hint=hint, warning=True)


def place_of(rule: Rule) -> str:
    return f"{rule.id} ({rule.origin.file}:{rule.origin.line})"
