"""Does a rule's condition hold of a passage, and which words make it hold."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from classifiers.rulebook.needed import AFTERWARDS, HEDGE, NEGATION, WANTED
from classifiers.rulebook.records import Condition, Rule
from classifiers.rulebook.words import Scan, Span
from classifiers.saying.doers import another_acts, in_others_column
from classifiers.saying.voices import acts, inside_quotation, said_by_office
from classifiers.tagging.candidates import Reading, candidates, placed, possible
from domain.content import Where
from domain.findings import Quote, TagName
from domain.sources import SourceKind

# How far a "not" or a "may" reaches: words before the match, in the same sentence.
REACH = 6


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
    likely = [condition for condition in rule.when if placed(condition, reading)]
    outcome = attempt(rule, reading, likely) if likely else None
    return outcome if isinstance(outcome, Firing) else None


def attempt(rule: Rule, reading: Reading, when: Sequence[Condition] | None = None) -> Firing | Objection | None:
    """A firing, or the first objection to words that were there, or None where they were not.

    `when` are the alternatives that are tried, all of the rule's without it.
    """
    first: Objection | None = None
    for condition in rule.when if when is None else when:
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
