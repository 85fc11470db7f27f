"""Which tags an edit or a page's change earns: every rule over every passage, then what clears what."""

from collections.abc import Sequence
from math import prod

from classifiers.loading import RuleBook
from classifiers.matching import Firing, Reading, fire
from classifiers.passages import Passage
from classifiers.rulebook import CONFIDENCE, GIVEN_FROM
from domain.findings import Fact, Tag, TagName
from domain.sources import SourceKind

# More quotes than this prove nothing more.
QUOTES = 6


def tag(
    read: Sequence[Passage], facts: Sequence[Fact], *, rules: RuleBook, kind: SourceKind, names: Sequence[str] = ()
) -> tuple[Tag, ...]:
    """The tags given (confidence from GIVEN_FROM on), strongest first.

    Rules that agree on a tag strengthen it, as independent witnesses do: 1 - (1-a)(1-b).
    """
    firings = [firing for passage in read for firing in fired(passage, facts, rules=rules, kind=kind, names=names)]
    return given(firings)


def fired(
    passage: Passage, facts: Sequence[Fact], *, rules: RuleBook, kind: SourceKind, names: Sequence[str]
) -> tuple[Firing, ...]:
    """Every rule that holds of one passage."""
    scan = rules.vocabulary.scan(passage.text)
    here = tuple(fact for fact in facts if (fact.quote.edit, fact.quote.side) == (passage.edit.key, passage.side))
    named = tuple((at, at + len(name)) for name in names if (at := scan.folded.find(name.lower())) >= 0)
    reading = Reading(passage, scan, here, kind, named)
    return tuple(firing for rule in rules.rules if (firing := fire(rule, reading)) is not None)


def given(firings: Sequence[Firing]) -> tuple[Tag, ...]:
    by_tag: dict[TagName, list[Firing]] = {}
    for firing in firings:
        if firing.rule.tag is not None:
            by_tag.setdefault(firing.rule.tag, []).append(firing)
    cleared = {name for firing in firings for name in firing.rule.clears}
    excluded = {name for firing in firings for name in firing.rule.excludes}
    tags = [
        combined(name, found)
        for name, found in by_tag.items()
        if name not in excluded and keeps(found, name in cleared)
    ]
    return tuple(sorted((tag for tag in tags if tag.confidence >= GIVEN_FROM), key=lambda tag: -tag.confidence))


def keeps(found: Sequence[Firing], cleared: bool) -> bool:
    """A cleared tag stays only where a rule of high confidence gave it."""
    return not cleared or any(firing.rule.confidence >= CONFIDENCE["high"] for firing in found)


def combined(name: TagName, found: Sequence[Firing]) -> Tag:
    """One tag of all rules that gave it; it carries the id of the strongest."""
    strongest = {firing.rule.id: firing.rule.confidence for firing in found}
    lead = max(found, key=lambda firing: firing.rule.confidence)
    quotes = list(dict.fromkeys(quote for firing in [lead, *found] for quote in firing.quotes))
    confidence = 1 - prod(1 - value for value in strongest.values())
    return Tag(tag=name, confidence=round(confidence, 4), rule=lead.rule.id, quotes=tuple(quotes[:QUOTES]))
