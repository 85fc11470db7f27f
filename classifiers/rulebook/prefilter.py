"""Which rules can hold of a passage at all: those whose rarest words, facts or patterns are there."""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import lru_cache
from typing import Any, NamedTuple

import re2

from classifiers.rulebook.needed import may_hold
from classifiers.rulebook.records import Condition, Rule
from domain.changes import EditKind
from domain.sources import SourceKind

Groups = tuple[tuple[str, ...], ...]


class Texts(NamedTuple):
    """A passage's whole text and the parts of it that patterns are tried on; empty where it has no such part."""

    title: str
    lead: str
    whole: str


class Ground(NamedTuple):
    """Where a passage must stand for a condition to be asked of it: at an address, below a heading with some word."""

    address: str | None
    under: tuple[str, ...]

    def holds(self, above: Set[str], addresses: tuple[str, ...]) -> bool:
        """Whether a passage stands there: `above` are the families with words in its headings."""
        if self.under and above.isdisjoint(self.under):
            return False
        return not self.address or stands_at(self.address, addresses)


class Lot(NamedTuple):
    """Patterns that are looked for together: on one ground, in one part of a text, in texts that went or in others."""

    ground: Ground
    part: int  # of Texts
    gone: bool


@lru_cache(maxsize=1024)  # all passages of a source have its address
def stands_at(pattern: str, addresses: tuple[str, ...]) -> bool:
    return any(compiled(pattern).search(one) for one in addresses)


@lru_cache(maxsize=2048)
def compiled(pattern: str) -> Any:
    return re2.compile(pattern)


class PatternFilter:
    """Patterns looked for together, each with its rule's number (RE2's own FilteredRE2: by the literals without which
    they cannot match, and of those whose literals are there all in one call). Compiled when it is first asked.
    """

    def __init__(self) -> None:
        self._patterns: list[str] = []
        self._owners: list[int] = []
        self._filter: re2.Filter | None = None

    def add(self, pattern: str, owner: int) -> None:
        self._patterns.append(pattern)
        self._owners.append(owner)

    def suspects(self, text: str) -> set[int]:
        """The owners of the patterns that match."""
        if self._filter is None:
            self._filter = self._compiled()
        return {self._owners[index] for index in self._filter.Match(text) or ()}

    def _compiled(self) -> re2.Filter:
        every = re2.Filter()
        for pattern in self._patterns:
            every.Add(pattern)
        every.Compile()
        return every


class Prefilter:
    """An index from word families, fact names and patterns to the rules that need them, for one kind of source.

    Every way a rule may fire is filed under one thing that must be there: a fact, a word of its smallest family, or its
    pattern. A passage then tries only the rules filed under what it has, if it has a word of their other families too;
    one that is left out could not have fired. Patterns that are asked only at some address or below some heading are
    not even looked for elsewhere.
    """

    def __init__(self, rules: Sequence[Rule], sizes: Mapping[str, int], kind: SourceKind) -> None:
        self._rules = rules
        self._by_word: dict[str, list[tuple[int, Groups]]] = {}
        self._by_fact: dict[str, list[int]] = {}
        self._lots: dict[Lot, PatternFilter] = {}
        for number, rule in enumerate(rules):
            for condition in rule.when:
                if may_hold(condition, kind, gone=False):
                    self._file(number, condition, sizes)
        self._named = frozenset(family for lot in self._lots for family in lot.ground.under)
        self._asked = lru_cache(maxsize=256)(self._patterns_for)  # few headings stand over the many texts of a page

    def _file(self, number: int, condition: Condition, sizes: Mapping[str, int]) -> None:
        groups = condition.groups
        if condition.fact:
            self._by_fact.setdefault(condition.fact.name, []).append(number)
        elif groups:
            first = min(groups, key=lambda group: sum(sizes.get(name, 0) for name in group))
            others = tuple(group for group in groups if group is not first)
            for family in first:
                self._by_word.setdefault(family, []).append((number, others))
        elif condition.pattern:
            ground = Ground(condition.address, condition.under)
            lot = Lot(ground, part_searched(condition), EditKind.REMOVED in condition.directions)
            self._lots.setdefault(lot, PatternFilter()).add(condition.pattern, number)

    def _patterns_for(
        self, above: frozenset[str], addresses: tuple[str, ...], gone: bool
    ) -> list[tuple[int, PatternFilter]]:
        """The patterns to look for in a passage that stands there, each lot with the part of the text it asks for."""
        lots = ((lot, found) for lot, found in self._lots.items() if lot.gone or not gone)
        return [(lot.part, found) for lot, found in lots if lot.ground.holds(above, addresses)]

    def suspects(
        self,
        words: Mapping[str, object],
        facts: Iterable[str],
        texts: Texts,
        above: Set[str] = frozenset(),
        addresses: tuple[str, ...] = (),
        *,
        gone: bool = False,
    ) -> list[Rule]:
        """The rules that may hold, in their order. `words` are the families with words in the passage, `above` those
        with words in its headings; `gone`: its words went."""
        found: set[int] = set()
        for part, patterns in self._asked(self._named.intersection(above), addresses, gone):
            if texts[part]:
                found |= patterns.suspects(texts[part])
        there = words.keys()
        for word in there:
            for number, others in self._by_word.get(word, ()):
                if number not in found and not any(there.isdisjoint(group) for group in others):
                    found.add(number)
        for fact in facts:
            found.update(self._by_fact.get(fact, ()))
        return [self._rules[number] for number in sorted(found)]


def part_searched(condition: Condition) -> int:
    """Which of `Texts` the condition's pattern is tried on: only a title or lead where no more is asked."""
    if condition.where == {"title"}:
        return 0
    return 1 if condition.where and condition.where <= {"title", "lead"} else 2
