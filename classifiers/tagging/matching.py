"""Does a rule's condition hold of a passage, and which words make it hold."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

import re2

from classifiers.rulebook.boundaries import trimmed
from classifiers.rulebook.records import Condition, FactNeed, Near, Rule
from classifiers.rulebook.words import Scan
from classifiers.saying.doers import another_acts, in_others_column
from classifiers.saying.voices import acts, inside_quotation, said_by_office
from classifiers.tagging.fact_names import fact_names
from classifiers.wording.passages import Passage
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Fact, Quote, Side, TagName
from domain.sources import SourceKind

Span = tuple[int, int]
# How far a "not" or a "may" reaches: words before the match, in the same sentence.
REACH = 6
# Of words that stand in a text by the hundred, the first are enough to tell what it is about.
MOST = 60
NEGATION = "NEGATION"
AFTERWARDS = "NEGATION_AFTER"
HEDGE = "HEDGE"
WANTED = "WANTED"


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
        return EditKind.REMOVED if self.passage.side is Side.BEFORE else self.passage.edit.kind


@dataclass(frozen=True)
class Firing:
    """A rule that holds, with the words that made it."""

    rule: Rule
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Objection:
    """Why words that a rule looks for did not make it fire: the cause, and the words that took the match away."""

    cause: str
    quotes: tuple[Quote, ...]
    by: tuple[Quote, ...] = ()


def fire(rule: Rule, reading: Reading) -> Firing | None:
    """The first alternative of the rule that holds and that no `unless` takes away."""
    outcome = attempt(rule, reading)
    return outcome if isinstance(outcome, Firing) else None


def attempt(rule: Rule, reading: Reading) -> Firing | Objection | None:
    """A firing, or the first objection to words that were there, or None where they were not."""
    first: Objection | None = None
    for condition in rule.when:
        if not possible(condition, reading):
            continue
        for spans in candidates(condition, reading):
            found = objection(spans, condition, rule, reading)
            if found is None:
                return Firing(rule, quoted(spans, reading))
            first = first or Objection(found[0], quoted(spans, reading), quoted(found[1], reading))
    return first


def quoted(spans: Iterable[Span], reading: Reading) -> tuple[Quote, ...]:
    return tuple(reading.passage.quote(start, end) for start, end in spans)


def possible(condition: Condition, reading: Reading) -> bool:
    """What is asked of the source and the passage as such, before any word is looked for."""
    if condition.kinds and reading.kind not in condition.kinds:
        return False
    if condition.under and not reading.headings.of(condition.under):
        return False
    if not applies(condition, reading):
        return False
    return not condition.address or stands_at(condition.address, reading.addresses)


@lru_cache(maxsize=1024)  # all passages of a source have its address
def stands_at(pattern: str, addresses: tuple[str, ...]) -> bool:
    return any(compiled(pattern).search(one) for one in addresses)


def applies(condition: Condition, reading: Reading) -> bool:
    direction = reading.direction
    if direction is EditKind.REMOVED and reading.passage.edit.kind is EditKind.REPLACED:
        return EditKind.REMOVED in condition.directions and EditKind.REPLACED in condition.directions
    return direction in condition.directions


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
        text = searched(condition, reading.passage)
        choices.append([(span,) for span in pattern_spans(condition.pattern, text)])
    if not choices or not all(choices):
        return []
    rest = tuple(span for others in choices[1:] for span in others[0])
    return [(*first, *rest) for first in choices[0]]


def searched(condition: Condition, passage: Passage) -> str:
    """The part of the text a pattern is tried on: of an entry only its title or lead where no more is asked."""
    if passage.edit.where in (Where.ENTRY, Where.RECORD) and condition.where:
        if condition.where == {"title"}:
            return passage.text[: passage.title_end]
        if condition.where <= {"title", "lead"}:
            return passage.text[: passage.lead_end]
    return passage.text


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


@lru_cache(maxsize=2048)
def compiled(pattern: str) -> Any:
    return re2.compile(pattern)


def pattern_spans(pattern: str, text: str) -> list[Span]:
    """Where the pattern matches, the first MOST times; the rest of the text is not even searched."""
    spans = (match.span() for match in compiled(pattern).finditer(text))
    filled = (span for span in spans if span[1] > span[0])
    return [trimmed(start, end, pattern, text) for start, end in islice(filled, MOST)]


def objection(
    spans: tuple[Span, ...], condition: Condition, rule: Rule, reading: Reading
) -> tuple[str, tuple[Span, ...]] | None:
    """What speaks against a match: its place, its age, its speaker, a negation, a hedge or an `unless`; None: nothing.

    With the spans that speak against it, where there are any.
    """
    passage = reading.passage
    if not condition.fact and not any(passage.is_fresh(start, end) for start, end in spans):
        return "the words were there before", ()
    for start, _ in spans:
        if not stands_well(condition, places := passage.places(start)):
            return f"stands in: {', '.join(sorted(places))}", ()
    if condition.who == "named" and not reading.named:
        return "the company is not named", ()
    if condition.who == "actor" and not acts(reading.scan, reading.named, min(spans)[0], max(spans)[1]):
        return "somebody else does it, or nobody is named before", ()
    if condition.who is not None and said_by_others(spans, reading):
        return "somebody else says it, or holds the office of who is quoted", ()
    if reading.names and done_by_another(spans, condition.who is not None, rule, reading):
        return "another company does it", ()
    return taken_away(spans, rule, reading)


def said_by_others(spans: tuple[Span, ...], reading: Reading) -> bool:
    own = reading.kind is SourceKind.FEED
    return any(
        inside_quotation(reading.passage.text, start, own=own) or said_by_office(reading.scan, start, end)
        for start, end in spans
    )


def done_by_another(spans: tuple[Span, ...], asked: bool, rule: Rule, reading: Reading) -> bool:
    """Whether an entry says that a rival, a customer or the like does it, or a table shows it in a rival's column."""
    passage = reading.passage
    if passage.edit.where is Where.TABLE:
        return in_others_column(passage.edit, reading.names)
    if not asked or passage.edit.where is not Where.ENTRY:
        return False
    return another_acts(passage.text, min(spans)[0], max(spans)[1], reading.names, tag=rule.tag)


def stands_well(condition: Condition, places: frozenset[str]) -> bool:
    """Where a rule asks for no place, words in site chrome, in boilerplate and deep in an article do not count."""
    if condition.where:
        return bool(condition.where & places)
    return bool(condition.fact) or not places & {"chrome", "deep", "boilerplate"}


def taken_away(spans: tuple[Span, ...], rule: Rule, reading: Reading) -> tuple[str, tuple[Span, ...]] | None:
    cues = (
        ("negated", rule.negated, NEGATION, cue_before),
        ("negated", rule.negated, AFTERWARDS, cue_after),
        ("hedged", rule.hedged, HEDGE, cue_before),
        ("only called for", rule.hedged and rule.tag is not TagName.REGULATORY, WANTED, cue_before),
    )
    for cause, asked, family, find in cues:
        cue = find(family, spans, reading.scan) if asked else None
        if cue is not None:
            return cause, (cue,)
    if rule.prose and reading.scan.prose(min(spans)[0]):
        return "running text, no headline", ()
    for number, guard in enumerate(rule.unless, 1):
        if possible(guard, reading) and (found := guard_holds(guard, spans, reading)):
            return f"taken away by its unless, condition {number},", found
    return None


def guard_holds(guard: Condition, spans: tuple[Span, ...], reading: Reading) -> tuple[Span, ...]:
    """The words that meet an `unless`: in a sentence of the match, or anywhere for `within: text` and at a place."""
    sentences = {reading.scan.sentence(start) for start, _ in spans}
    for found in candidates(guard, reading):
        if guard.where:
            if all(guard.where & reading.passage.places(start) for start, _ in found):
                return found
        elif guard.within == "text" or any(reading.scan.sentence(start) in sentences for start, _ in found):
            return found
    return ()


def cue_before(family: str, spans: Sequence[Span], scan: Scan) -> Span | None:
    """A negation or a hedge within reach before the match, or between its words."""
    first, last = min(spans), max(spans)
    for cue in scan.hits.get(family, ()):
        if scan.sentence(cue[0]) != scan.sentence(first[0]) or cue[0] >= last[1]:
            continue
        if any(start <= cue[0] and cue[1] <= end for start, end in spans):
            continue
        if cue[0] > first[0] or scan.words_between(cue, first) <= REACH:
            return cue
    return None


def cue_after(family: str, spans: Sequence[Span], scan: Scan) -> Span | None:
    """ "Prices stay the same", "a price rise is ruled out": words that unsay what stands close before them."""
    last = max(spans)
    for cue in scan.hits.get(family, ()):
        if cue[0] >= last[1] and scan.sentence(cue[0]) == scan.sentence(last[0]):
            return cue if scan.words_between(last, cue) <= REACH else None
    return None
