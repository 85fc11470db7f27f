"""Does a rule's condition hold of a passage, and which words make it hold."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import re2

from classifiers.fact_names import fact_names
from classifiers.passages import Passage
from classifiers.rulebook import Condition, FactNeed, Near, Rule
from classifiers.voices import inside_quotation, said_by_office
from classifiers.words import Scan
from domain.changes import EditKind
from domain.findings import Fact, Quote, Side
from domain.sources import SourceKind

Span = tuple[int, int]
# How far a "not" or a "may" reaches: words before the match, in the same sentence.
REACH = 6
# Of words that stand in a text by the hundred, the first are enough to tell what it is about.
MOST = 60
NEGATION = "NEGATION"
HEDGE = "HEDGE"


@dataclass(frozen=True)
class Reading:
    """A passage with its scan, the facts found in it and elsewhere in the change, and what is known of its source."""

    passage: Passage
    scan: Scan
    facts: tuple[Fact, ...]
    elsewhere: tuple[Fact, ...]
    kind: SourceKind
    named: tuple[Span, ...]

    @property
    def direction(self) -> EditKind:
        return EditKind.REMOVED if self.passage.side is Side.BEFORE else self.passage.edit.kind


@dataclass(frozen=True)
class Firing:
    """A rule that holds, with the words that made it."""

    rule: Rule
    quotes: tuple[Quote, ...]


def fire(rule: Rule, reading: Reading) -> Firing | None:
    """The first alternative of the rule that holds and that no `unless` takes away."""
    for condition in rule.when:
        spans = first_match(condition, reading, rule)
        if spans:
            return Firing(rule, tuple(reading.passage.quote(start, end) for start, end in spans))
    return None


def first_match(condition: Condition, reading: Reading, rule: Rule) -> tuple[Span, ...]:
    if not applies(condition, reading):
        return ()
    for spans in candidates(condition, reading):
        if permitted(spans, condition, reading) and not taken_away(spans, rule, reading):
            return spans
    return ()


def applies(condition: Condition, reading: Reading) -> bool:
    if condition.kinds and reading.kind not in condition.kinds:
        return False
    if reading.direction is EditKind.REMOVED and reading.passage.edit.kind is EditKind.REPLACED:
        return EditKind.REMOVED in condition.directions and EditKind.REPLACED in condition.directions
    return reading.direction in condition.directions


def candidates(condition: Condition, reading: Reading) -> list[tuple[Span, ...]]:
    """Every way the parts of the condition can be met together, in reading order; empty where one is not met."""
    choices: list[list[tuple[Span, ...]]] = []
    if condition.fact:
        choices.append(fact_spans(condition, reading))
    if condition.near:
        choices.append(near_spans(condition.near, reading.scan))
    if condition.any:
        choices.append([(span,) for span in reading.scan.of(condition.any)[:MOST]])
    for family in condition.all:
        choices.append([(span,) for span in reading.scan.of((family,))])
    if condition.pattern and all(choices):  # patterns cost most: only where the words they go with were found
        choices.append([(span,) for span in pattern_spans(condition.pattern, reading.passage.text)[:MOST]])
    if not choices or not all(choices):
        return []
    rest = tuple(span for others in choices[1:] for span in others[0])
    return [(*first, *rest) for first in choices[0]]


def fact_spans(condition: Condition, reading: Reading) -> list[tuple[Span, ...]]:
    """The quotes of the facts asked for in this passage; those of the change's other passages count, too."""
    need = condition.fact
    if need is None:
        return []
    here = [fact for fact in reading.facts if suits(need, fact, reading.passage)]
    count = len(here) + sum(1 for fact in reading.elsewhere if need.name in fact_names(fact))
    spans = tuple((fact.quote.start, fact.quote.end) for fact in here[:4])
    return [spans] if spans and count >= need.at_least else []


def suits(need: FactNeed, fact: Fact, passage: Passage) -> bool:
    return need.name in fact_names(fact) and (not need.where or bool(need.where & passage.places(fact.quote.start)))


def near_spans(near: Near, scan: Scan) -> list[tuple[Span, ...]]:
    """Spans, one for each family, each within reach of the one before and in the same sentence."""
    chains: list[tuple[Span, ...]] = [(span,) for span in scan.of(near.families[0])[:MOST]]
    for family in near.families[1:]:
        spans = scan.of(family)[:MOST]
        chains = [(*chain, span) for chain in chains for span in spans if within_reach(chain, span, near, scan)][:MOST]
    return chains


def within_reach(chain: tuple[Span, ...], span: Span, near: Near, scan: Scan) -> bool:
    last = chain[-1]
    if any(span[0] < end and start < span[1] for start, end in chain):
        return False
    if near.order and span[0] < last[1]:
        return False
    if scan.sentence(last[0]) != scan.sentence(span[0]):
        return False
    return scan.words_between(last, span) <= near.words_apart


@lru_cache(maxsize=2048)
def compiled(pattern: str) -> Any:
    return re2.compile(pattern)


def pattern_spans(pattern: str, text: str) -> list[Span]:
    return [match.span() for match in compiled(pattern).finditer(text) if match.end() > match.start()]


def permitted(spans: tuple[Span, ...], condition: Condition, reading: Reading) -> bool:
    """What is asked of the place, the newness and the speaker of the words."""
    passage = reading.passage
    if not condition.fact and not any(passage.is_fresh(start, end) for start, end in spans):
        return False
    if not all(stands_well(condition, passage.places(start)) for start, _ in spans):
        return False
    if condition.who == "named" and not reading.named:
        return False
    return condition.who is None or not any(
        inside_quotation(passage.text, start, own=reading.kind is SourceKind.FEED)
        or said_by_office(reading.scan, start, end)
        for start, end in spans
    )


def stands_well(condition: Condition, places: frozenset[str]) -> bool:
    """Where a rule asks for no place, words in site chrome and deep in an article's body do not count."""
    if condition.where:
        return bool(condition.where & places)
    return bool(condition.fact) or not places & {"chrome", "deep"}


def taken_away(spans: tuple[Span, ...], rule: Rule, reading: Reading) -> bool:
    if rule.negated and cue_before(NEGATION, spans, reading.scan):
        return True
    if rule.hedged and cue_before(HEDGE, spans, reading.scan):
        return True
    return any(applies(guard, reading) and guard_holds(guard, spans, reading) for guard in rule.unless)


def guard_holds(guard: Condition, spans: tuple[Span, ...], reading: Reading) -> bool:
    """An `unless` holds when it is met in a sentence of the match, or anywhere for `within: text` and at a place."""
    sentences = {reading.scan.sentence(start) for start, _ in spans}
    for found in candidates(guard, reading):
        if guard.where:
            if all(guard.where & reading.passage.places(start) for start, _ in found):
                return True
        elif guard.within == "text" or any(reading.scan.sentence(start) in sentences for start, _ in found):
            return True
    return False


def cue_before(family: str, spans: Sequence[Span], scan: Scan) -> bool:
    """Whether a negation or a hedge stands within reach before the match, or between its words."""
    first, last = min(spans), max(spans)
    for cue in scan.hits.get(family, ()):
        if scan.sentence(cue[0]) != scan.sentence(first[0]) or cue[0] >= last[1]:
            continue
        if any(start <= cue[0] and cue[1] <= end for start, end in spans):
            continue
        if cue[0] > first[0] or scan.words_between(cue, first) <= REACH:
            return True
    return False
