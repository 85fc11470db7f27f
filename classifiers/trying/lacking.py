"""What a rule misses in a text that it does not fire on, for whoever wrote the rule."""

from collections.abc import Iterator, Sequence

from classifiers.facts import find_facts
from classifiers.rulebook.loading import RuleBook
from classifiers.rulebook.prefilter import stands_at
from classifiers.rulebook.records import Condition, Near, Rule
from classifiers.tagging.candidates import Reading, applies, candidates, near_spans, pattern_spans, searched
from classifiers.tagging.tags import readings
from classifiers.wording.passages import passages
from domain.changes import Edit, EditKind
from domain.sources import Source

NOTHING_READ = "there is no text in it"


def lacking(rule: Rule, edits: Sequence[Edit], source: Source, *, rules: RuleBook, names: Sequence[str]) -> str:
    """What the alternative of the rule that comes nearest still misses, in one line; "" where nothing is missing."""
    read = passages(edits)
    facts = find_facts(read, source)
    texts = list(readings(read, facts, rules=rules, kind=source.kind, names=names, address=source.url, every_word=True))
    missed = [tuple(missing(condition, text)) for text in texts for condition in rule.when]
    nearest = min(missed, key=lambda one: (len(one), one), default=(NOTHING_READ,))
    return "; ".join(nearest)


def missing(condition: Condition, reading: Reading) -> Iterator[str]:
    """Each thing that a condition asks for and a text does not have."""
    if condition.kinds and reading.kind not in condition.kinds:
        yield f"it is of a {reading.kind}, and the rule asks for kind: {either(condition.kinds)}"
    if not applies(condition, reading):
        yield f"its words were {reading.direction}, and the rule asks for direction: {either(condition.directions)}"
    if condition.under and not reading.headings.of(condition.under):
        yield f"no heading above it has {either(condition.under)}"
    if condition.address and not stands_at(condition.address, reading.addresses):
        yield f"its address does not match {condition.address}"
    if condition.fact and not any(candidates(Condition(fact=condition.fact), reading)):
        few = f" {condition.fact.at_least} times" if condition.fact.at_least > 1 else ""
        yield f"no finder reads {condition.fact.name} in it{few}"
    yield from missing_words(condition, reading)


def missing_words(condition: Condition, reading: Reading) -> Iterator[str]:
    absent = [group for group in condition.groups if not reading.scan.of(group)]
    for group in absent:
        yield f"it has no word of {either(group)}"
    if condition.near and not absent and not near_spans(condition.near, reading.scan):
        yield apart(condition.near, reading)
    if condition.pattern and not any(pattern_spans(condition.pattern, searched(condition, reading.passage))):
        yield unmatched(condition, reading)


def unmatched(condition: Condition, reading: Reading) -> str:
    """What to say of a pattern without a match: perhaps only its capitals are others."""
    loose = pattern_spans(f"(?i){condition.pattern}", searched(condition, reading.passage))
    return "its pattern matches nothing there" + (
        "; begin it with (?i): capitals count without it" if any(loose) else ""
    )


def apart(near: Near, reading: Reading) -> str:
    """Why words that are all there are not near: the order, or the distance."""
    loose = Near(families=near.families, words_apart=len(reading.scan.word_starts), order=near.order)
    if near.order and not near_spans(loose, reading.scan):
        return "its words stand in another order, or in two sentences"
    if not near_spans(loose, reading.scan):
        return "its words stand in two sentences"
    return f"its words stand more than {near.words_apart} apart"


def either(names: Sequence[str] | frozenset[str] | frozenset[EditKind]) -> str:
    """ "PRICE or RAISE": names of families without the file they belong to."""
    shown = [str(name).rpartition(":")[2] if str(name).rpartition(":")[2].isupper() else str(name) for name in names]
    return " or ".join(sorted(shown))
