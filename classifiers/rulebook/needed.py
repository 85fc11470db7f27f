"""Which word families the rules may ask of a text at all: most belong to rules about entries of feeds."""

from collections.abc import Iterable

from classifiers.rulebook.records import Condition, Rule
from domain.changes import EditKind
from domain.sources import SourceKind

NEGATION = "NEGATION"
AFTERWARDS = "NEGATION_AFTER"
HEDGE = "HEDGE"
WANTED = "WANTED"


def needed_families(rules: Iterable[Rule], kind: SourceKind, *, gone: bool) -> frozenset[str]:
    """The families that rules may ask of the texts of a kind of source; `gone`: of those that went."""
    found = {NEGATION, AFTERWARDS, HEDGE, WANTED}
    for rule in rules:
        if any(may_hold(condition, kind, gone=gone) for condition in rule.when):
            for condition in (*rule.when, *rule.unless):
                found.update(family for group in condition.groups for family in group)
    return frozenset(found)


def may_hold(condition: Condition, kind: SourceKind, *, gone: bool) -> bool:
    """Whether it can hold of some text of a kind of source."""
    if condition.kinds and kind not in condition.kinds:
        return False
    return not gone or EditKind.REMOVED in condition.directions


def heading_families(rules: Iterable[Rule]) -> frozenset[str]:
    """The families that rules ask of the headings above a text."""
    return frozenset(family for rule in rules for condition in (*rule.when, *rule.unless) for family in condition.under)
