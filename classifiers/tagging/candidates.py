"""Where the words of a rule's condition stand in a passage, and what is asked of the passage before they are sought."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from classifiers.rulebook.boundaries import trimmed
from classifiers.rulebook.prefilter import Ground, Texts, compiled, part_searched
from classifiers.rulebook.records import Condition, FactNeed, Near
from classifiers.rulebook.words import Scan, Span
from classifiers.tagging.fact_names import fact_names
from classifiers.wording.passages import Passage, possible_places
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Fact, Side
from domain.sources import SourceKind

# Of words that stand in a text by the hundred, the first are enough to tell what it is about.
MOST = 60


@dataclass(frozen=True)
class Reading:
    """A passage with its scan, the facts found in it, how often the whole change has facts of each name, and what is
    known of its source. `addresses` are the source's own and the entry's, `names` those of the company."""

    passage: Passage
    scan: Scan
    facts: tuple[Fact, ...]
    counts: Mapping[str, int]
    kind: SourceKind
    named: tuple[Span, ...]
    headings: Scan
    addresses: tuple[str, ...] = ()
    names: tuple[str, ...] = ()

    @property
    def direction(self) -> EditKind:
        return direction_of(self.passage)


def direction_of(passage: Passage) -> EditKind:
    """What became of the passage's words; those that others took the place of went."""
    return EditKind.REMOVED if passage.side is Side.BEFORE else passage.edit.kind


def placed(condition: Condition, reading: Reading) -> bool:
    """Whether words of the passage may stand where the condition asks: those of a paragraph are never a title's."""
    return not condition.where or not condition.where.isdisjoint(possible_places(reading.passage.edit.where))


def possible(condition: Condition, reading: Reading) -> bool:
    """What is asked of the source and the passage as such, before any word is looked for."""
    if condition.kinds and reading.kind not in condition.kinds:
        return False
    ground = Ground(condition.address, condition.under)
    return applies(condition, reading) and ground.holds(reading.headings.hits.keys(), reading.addresses)


def applies(condition: Condition, reading: Reading) -> bool:
    direction = reading.direction
    if direction is EditKind.REMOVED and reading.passage.edit.kind is EditKind.REPLACED:
        return EditKind.REMOVED in condition.directions and EditKind.REPLACED in condition.directions
    return direction in condition.directions


def candidates(condition: Condition, reading: Reading) -> Iterator[tuple[Span, ...]]:
    """Every way the parts of the condition can be met together, in reading order; none where one is not met."""
    choices: list[list[tuple[Span, ...]]] = []
    if condition.fact:
        choices.append(fact_spans(condition, reading))
    if condition.near:
        choices.append(near_spans(condition.near, reading.scan))
    if condition.any:
        choices.append([(span,) for span in reading.scan.of(condition.any)[:MOST]])
    for family in condition.all:
        choices.append([(span,) for span in reading.scan.of((family,))])
    if not all(choices):
        return
    if condition.pattern:  # patterns cost most: only where the words they go with were found
        matches = pattern_spans(condition.pattern, searched(condition, reading.passage))
        if not choices:
            yield from ((span,) for span in matches)
            return
        choices.append([(span,) for span in islice(matches, 1)])
    if not choices or not choices[-1]:
        return
    rest = tuple(span for others in choices[1:] for span in others[0])
    yield from ((*first, *rest) for first in choices[0])


def searched(condition: Condition, passage: Passage) -> str:
    """The part of the text that the condition's pattern is tried on."""
    return texts_of(passage)[part_searched(condition)]


def texts_of(passage: Passage) -> Texts:
    """What patterns are tried on: only entries and records have a title and a lead apart from the rest."""
    whole = passage.text
    if passage.edit.where not in (Where.ENTRY, Where.RECORD):
        return Texts(whole, whole, whole)
    return Texts(whole[: passage.title_end], whole[: passage.lead_end], whole)


def fact_spans(condition: Condition, reading: Reading) -> list[tuple[Span, ...]]:
    """The quotes of the facts asked for in this passage; those of the change's other passages count, too."""
    need = condition.fact
    if need is None or not reading.counts.get(need.name):
        return []
    named = [fact for fact in reading.facts if need.name in fact_names(fact)]
    here = [fact for fact in named if suits(need, reading.passage.places(fact.quote.start))]
    count = len(here) + reading.counts[need.name] - len(named)
    spans = tuple((fact.quote.start, fact.quote.end) for fact in here[:4])
    return [spans] if spans and count >= need.at_least else []


def suits(need: FactNeed, places: frozenset[str]) -> bool:
    """A fact in the description that ends every release is no news; one that an "About us" page did not have is."""
    if need.where:
        return bool(need.where & places)
    return "boilerplate" not in places or not places & {"entry", "record"}


def near_spans(near: Near, scan: Scan) -> list[tuple[Span, ...]]:
    """Spans, one for each family, each within reach of the one before and in the same sentence."""
    chains: list[tuple[Span, ...]] = [(span,) for span in scan.of(near.families[0])[:MOST]]
    for family in near.families[1:] if chains else ():
        spans = scan.of(family)[:MOST]
        chains = [(*chain, span) for chain in chains for span in spans if within_reach(chain, span, near, scan)][:MOST]
    return chains


def within_reach(chain: tuple[Span, ...], span: Span, near: Near, scan: Scan) -> bool:
    last = chain[-1]
    if near.order and span[0] < last[1]:
        return False
    if scan.words_between(last, span) > near.words_apart or scan.sentence(last[0]) != scan.sentence(span[0]):
        return False
    return not any(span[0] < end and start < span[1] for start, end in chain)


def pattern_spans(pattern: str, text: str) -> Iterator[Span]:
    """Where the pattern matches, the first MOST times; the text is searched as far as the next match is asked for."""
    spans = (match.span() for match in compiled(pattern).finditer(text))
    filled = (span for span in spans if span[1] > span[0])
    return (trimmed(start, end, pattern, text) for start, end in islice(filled, MOST))
