"""The rule book as a table for people: docs/rules.md shows it, and a test keeps it true."""

from classifiers.rulebook.loading import RuleBook
from classifiers.rulebook.records import CONFIDENCE, Rule

WORDS = {number: word for word, number in CONFIDENCE.items()}


def catalogue(book: RuleBook) -> str:
    """A Markdown table: id, what it gives or takes away, confidence and reason of every rule, by id."""
    rows = [f"| `{rule.id}` | {gives(rule)} | {WORDS.get(rule.confidence, '')} | {rule.why} |" for rule in book.rules]
    return "\n".join(["| rule | gives | confidence | why |", "| --- | --- | --- | --- |", *sorted(rows)])


def gives(rule: Rule) -> str:
    if rule.tag is None:
        return "takes away " + ", ".join([*rule.clears, *rule.excludes])
    return rule.tag + (f"; not {', '.join(rule.excludes)}" if rule.excludes else "")
