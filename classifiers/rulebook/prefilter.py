"""Which rules can hold of a passage at all: those whose rarest words, facts or literals are there."""

from collections.abc import Iterable, Mapping, Sequence

import re2

from classifiers.rulebook.records import Condition, Rule
from domain.sources import SourceKind

Groups = tuple[tuple[str, ...], ...]


class PatternFilter:
    """Patterns by the literals without which they cannot match (RE2's own FilteredRE2), each with its rule's number."""

    def __init__(self) -> None:
        self._filter = re2.Filter()
        self._owners: list[int] = []

    def add(self, pattern: str, owner: int) -> None:
        self._filter.Add(pattern)
        self._owners.append(owner)

    def compile(self) -> None:
        if self._owners:
            self._filter.Compile()

    def suspects(self, text: str) -> set[int]:
        """The owners of the patterns that may match; with a pattern that has no literal always its owner."""
        if not self._owners or not text:
            return set()
        return {self._owners[index] for index in self._filter.Match(text, potential=True) or ()}


class Prefilter:
    """An index from word families, fact names and pattern literals to the rules that need them, for one kind of source.

    Every way a rule may fire is filed under one thing that must be there: a fact, a word of its smallest family, or a
    literal of its pattern. A passage then tries only the rules filed under what it has, if it has a word of their other
    families too; one that is left out could not have fired.
    """

    def __init__(self, rules: Sequence[Rule], sizes: Mapping[str, int], kind: SourceKind) -> None:
        self._rules = rules
        self._by_word: dict[str, list[tuple[int, Groups]]] = {}
        self._by_fact: dict[str, list[int]] = {}
        self._of_titles, self._of_texts = PatternFilter(), PatternFilter()
        for number, rule in enumerate(rules):
            for condition in rule.when:
                if not condition.kinds or kind in condition.kinds:
                    self._file(number, condition, sizes)
        self._of_titles.compile()
        self._of_texts.compile()

    def _file(self, number: int, condition: Condition, sizes: Mapping[str, int]) -> None:
        groups = [condition.any] if condition.any else []
        groups += [(family,) for family in condition.all]
        groups += condition.near.families if condition.near else ()
        if condition.fact:
            self._by_fact.setdefault(condition.fact.name, []).append(number)
        elif groups:
            first = min(groups, key=lambda group: sum(sizes.get(name, 0) for name in group))
            others = tuple(group for group in groups if group is not first)
            for family in first:
                self._by_word.setdefault(family, []).append((number, others))
        elif condition.pattern:
            (self._of_titles if condition.where == {"title"} else self._of_texts).add(condition.pattern, number)

    def suspects(self, words: Mapping[str, object], facts: Iterable[str], title: str, text: str) -> list[Rule]:
        """The rules that may hold, in their order. `title` is where patterns for titles are looked for."""
        found = self._of_titles.suspects(title) | self._of_texts.suspects(text)
        there = words.keys()
        for word in there:
            for number, others in self._by_word.get(word, ()):
                if number not in found and not any(there.isdisjoint(group) for group in others):
                    found.add(number)
        for fact in facts:
            found.update(self._by_fact.get(fact, ()))
        return [self._rules[number] for number in sorted(found)]
