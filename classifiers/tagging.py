"""Which tags an edit or a page's change earns: every rule over every passage, then what clears what."""

from collections.abc import Sequence
from math import prod

from classifiers.loading import RuleBook
from classifiers.matching import Firing, Reading, fire
from classifiers.passages import Passage
from classifiers.rulebook import CONFIDENCE, GIVEN_FROM, Rule
from domain.findings import Fact, Tag, TagName
from domain.sources import SourceKind

# More quotes than this prove nothing more.
QUOTES = 6
# What a page or feed is expected to speak of adds a little to a rule, and gives no tag by itself.
HINT = 0.25


def tag(
    read: Sequence[Passage],
    facts: Sequence[Fact],
    *,
    rules: RuleBook,
    kind: SourceKind,
    names: Sequence[str] = (),
    hints: Sequence[str] = (),
) -> tuple[Tag, ...]:
    """The tags given (confidence from GIVEN_FROM on), strongest first.

    Rules that agree on a tag strengthen it, as independent witnesses do: 1 - (1-a)(1-b). `hints` are the tags that the
    source's owner expects of it: a weak witness; of a register, whose records are of one kind, a medium one.
    """
    firings = [firing for passage in read for firing in fired(passage, facts, rules=rules, kind=kind, names=names)]
    return given([*firings, *hinted(read, hints, kind)] if firings or kind is SourceKind.REGISTRY else ())


def fired(
    passage: Passage, facts: Sequence[Fact], *, rules: RuleBook, kind: SourceKind, names: Sequence[str]
) -> tuple[Firing, ...]:
    """Every rule that holds of one passage."""
    scan = rules.vocabulary.scan(passage.text)
    here = tuple(fact for fact in facts if stands_in(fact, passage))
    elsewhere = tuple(fact for fact in facts if not stands_in(fact, passage))
    named = tuple((at, at + len(name)) for name in names if (at := scan.folded.find(name.lower())) >= 0)
    reading = Reading(passage, scan, here, elsewhere, kind, named)
    return tuple(firing for rule in rules.rules if (firing := fire(rule, reading)) is not None)


def hinted(read: Sequence[Passage], hints: Sequence[str], kind: SourceKind) -> list[Firing]:
    """What the source's owner expects, as a firing that quotes the change's first words; never of a minor edit."""
    first = next((passage for passage in read if not passage.edit.minor), None)
    if first is None:
        return []
    quote = first.quote(0, min(len(first.text), 80))
    confidence = CONFIDENCE["medium"] if kind is SourceKind.REGISTRY else HINT
    known = [TagName(hint) for hint in hints if hint in set(TagName)]
    return [
        Firing(
            Rule(id=f"source.{name}", tag=name, why="expected of this source", when=(), confidence=confidence), (quote,)
        )
        for name in known
    ]


def stands_in(fact: Fact, passage: Passage) -> bool:
    return (fact.quote.edit, fact.quote.side) == (passage.edit.key, passage.side)


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
