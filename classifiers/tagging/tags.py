"""Which tags an edit or a page's change earns: every rule over every passage, then what clears what."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from math import prod

from classifiers.rulebook.loading import RuleBook
from classifiers.rulebook.prefilter import Texts
from classifiers.rulebook.records import CONFIDENCE, GIVEN_FROM, Rule
from classifiers.rulebook.words import Span, fold
from classifiers.tagging.calibration import calibrated
from classifiers.tagging.candidates import Reading, direction_of, texts_of
from classifiers.tagging.fact_names import fact_names
from classifiers.tagging.matching import Firing, fire
from classifiers.tagging.news_pages import as_entry
from classifiers.wording.passages import Passage, possible_places
from domain.changes import EditKind
from domain.findings import Fact, Side, Tag, TagName
from domain.sources import SourceKind

# More quotes than this prove nothing more.
QUOTES = 6
# What a page or feed is expected to speak of adds a little to a rule, and gives no tag by itself.
HINT = 0.25
OWNER_DECIDES = (SourceKind.REGISTRY, SourceKind.SITEMAP)  # few words: the tags that the owner gave them count alone


def tag(
    read: Sequence[Passage],
    facts: Sequence[Fact],
    *,
    rules: RuleBook,
    kind: SourceKind,
    names: Sequence[str] = (),
    hints: Sequence[str] = (),
    address: str = "",
) -> tuple[Tag, ...]:
    """The tags given (weight from GIVEN_FROM on), strongest first.

    Rules that agree on a tag strengthen it, as independent witnesses do: 1 - (1-a)(1-b); its confidence is how often
    tags of that weight are right. `hints` are the tags that the
    source's owner expects of it: a weak witness; of a register or sitemap, whose records are of one kind, a medium one.
    """
    tried = [
        (reading, suspects(reading, rules))
        for reading in readings(read, facts, rules=rules, kind=kind, names=names, address=address)
    ]
    firings = [
        firing
        for reading, likely in tried
        for rule in likely
        if rule.tag is not None and (firing := fire(rule, reading)) is not None
    ]
    if firings or kind in OWNER_DECIDES:
        firings += hinted(read, hints, kind, rules)
    return given([*firings, *taking(tried, {one.name for one in weigh(firings) if one.given})])


def taking(tried: Iterable[tuple[Reading, Sequence[Rule]]], standing: Set[TagName]) -> Iterator[Firing]:
    """The firings of rules that give no tag and take one of those that stand without them.

    Where no tag stands, none of these rules is tried; where some do, each only until it fires once, for they are
    counted and not weighed.
    """
    done: set[str] = set()
    for reading, likely in tried if standing else ():
        for rule in likely:
            if rule.tag is not None or rule.id in done or standing.isdisjoint((*rule.clears, *rule.excludes)):
                continue
            if (firing := fire(rule, reading)) is not None:
                done.add(rule.id)
                yield firing


def readings(
    read: Sequence[Passage],
    facts: Sequence[Fact],
    *,
    rules: RuleBook,
    kind: SourceKind,
    names: Sequence[str] = (),
    address: str = "",
    every_word: bool = False,
) -> Iterator[Reading]:
    """Each passage with all that rules ask of it; a line of a page that lists news as the entry of a feed.

    With `every_word` also with the words that only rules for other kinds of sources ask for.
    """
    counts = Counter(name for fact in facts for name in fact_names(fact))
    by_side: dict[tuple[str, Side], list[Fact]] = {}
    for fact in facts:
        by_side.setdefault((fact.quote.edit, fact.quote.side), []).append(fact)
    headed = cache(lambda titles: rules.heading_vocabulary.scan("\n".join(titles)))  # many edits stand below one
    vocabularies = cache(lambda kind, gone: rules.vocabulary if every_word else rules.vocabulary_for(kind, gone=gone))
    folded = [fold(name) for name in names]
    for found in read:
        entry = as_entry(found, address) if kind is SourceKind.PAGE else None
        passage = entry or found
        kind_read = SourceKind.FEED if entry else kind
        scan = vocabularies(kind_read, direction_of(passage) is EditKind.REMOVED).scan(passage.text)
        yield Reading(
            passage=passage,
            scan=scan,
            facts=tuple(by_side.get((passage.edit.key, passage.side), ())),
            counts=counts,
            kind=kind_read,
            named=tuple(span for name in folded for span in occurrences(name, scan.folded)),
            headings=headed(passage.headings),
            addresses=tuple(one for one in (address, passage.edit.link) if one),
            names=tuple(names),
        )


def occurrences(name: str, text: str) -> Iterator[Span]:
    """Where a name stands as a word of its own; both folded."""
    at = text.find(name) if name else -1
    while at >= 0:
        end = at + len(name)
        if not text[max(0, at - 1) : at].isalnum() and not text[end : end + 1].isalnum():
            yield at, end
        at = text.find(name, end)


def fired(reading: Reading, rules: RuleBook) -> tuple[Firing, ...]:
    """Every rule that holds of one passage."""
    return tuple(firing for rule in suspects(reading, rules) if (firing := fire(rule, reading)) is not None)


def suspects(reading: Reading, rules: RuleBook, *, anywhere: bool = False) -> list[Rule]:
    """The rules that may hold of one passage, as far as its words, facts and patterns tell.

    With `anywhere` also those with patterns for titles whose words stand in another place.
    """
    texts = texts_of(reading.passage)
    if not anywhere and "title" not in possible_places(reading.passage.edit.where):
        texts = Texts("", "", texts.whole)
    here = {name for fact in reading.facts for name in fact_names(fact)}
    return rules.prefilter(reading.kind).suspects(
        reading.scan.hits,
        here,
        texts,
        reading.headings.hits.keys(),
        reading.addresses,
        gone=reading.direction is EditKind.REMOVED,
    )


def hinted(read: Sequence[Passage], hints: Sequence[str], kind: SourceKind, rules: RuleBook) -> list[Firing]:
    """What the source's owner expects, as a firing that quotes the change's first words; never of a minor edit."""
    first = next((passage for passage in read if not passage.edit.minor), None)
    if first is None:
        return []
    quote = first.quote(0, min(len(first.text), 80))
    confidence = CONFIDENCE["medium"] if kind in OWNER_DECIDES else HINT
    known = [TagName(hint) for hint in hints if hint in set(TagName) and rules.gives(TagName(hint))]
    return [
        Firing(
            Rule(
                id=f"source.{name}",
                tag=name,
                why="`tags` of this source in sources.yaml say so.",
                when=(),
                confidence=confidence,
            ),
            (quote,),
        )
        for name in known
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighing:
    """What all rules together say of one tag: who gave it with what weight, who took it away, and whether it is given.

    `fired` are all firings, `firings` those that count: what is left of them, or all where nothing is. `takers` cleared
    or excluded it; where that did not count (a rule of high confidence, or one that may stand beside them), the tag is
    given all the same.
    """

    name: TagName
    fired: tuple[Firing, ...]
    firings: tuple[Firing, ...]
    takers: tuple[Rule, ...]
    weight: float
    given: bool

    @property
    def confidence(self) -> float:
        """How often tags of this weight are right."""
        return calibrated(self.weight)


def given(firings: Sequence[Firing]) -> tuple[Tag, ...]:
    """The tags that stand, strongest first."""
    tags = [combined(one) for one in weigh(firings) if one.given]
    return tuple(sorted(tags, key=lambda tag: -tag.confidence))


def weigh(firings: Sequence[Firing]) -> tuple[Weighing, ...]:
    """Every tag that some rule gave, whether it stands or not."""
    by_tag: dict[TagName, list[Firing]] = {}
    for firing in firings:
        if firing.rule.tag is not None:
            by_tag.setdefault(firing.rule.tag, []).append(firing)
    return tuple(weighed(name, found, firings) for name, found in by_tag.items())


def weighed(name: TagName, found: Sequence[Firing], firings: Sequence[Firing]) -> Weighing:
    excluding = unique(one.rule for one in firings if name in one.rule.excludes)
    clearing = unique(one.rule for one in firings if name in one.rule.clears)
    left = [one for one in found if not any(takes(rule, one.rule) for rule in excluding)]
    if any(takes(rule, one.rule) for rule in clearing for one in left):
        high = any(one.rule.confidence >= CONFIDENCE["high"] for one in left)
        left = [one for one in left if high or not any(takes(rule, one.rule) for rule in clearing)]
    weight = strength(left or found)
    return Weighing(
        name=name,
        fired=tuple(found),
        firings=tuple(left or found),
        takers=(*excluding, *clearing),
        weight=weight,
        given=bool(left) and weight >= GIVEN_FROM,
    )


def takes(taker: Rule, rule: Rule) -> bool:
    """Whether what one rule takes away is taken from the other, too: not where either says that both may stand."""
    return rule.id not in taker.overlaps and taker.id not in rule.overlaps


def unique(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    return tuple({rule.id: rule for rule in rules}.values())


def strength(found: Sequence[Firing]) -> float:
    """Rules agree as independent witnesses do; one rule counts once, however often it fired."""
    weights = {firing.rule.id: firing.rule.confidence for firing in found}
    return round(1 - prod(1 - weight for weight in weights.values()), 4)


def combined(weighing: Weighing) -> Tag:
    """One tag of all rules that gave it; `rule` is the strongest."""
    found = weighing.firings
    lead = max(found, key=lambda firing: firing.rule.confidence)
    quotes = list(dict.fromkeys(quote for firing in [lead, *found] for quote in firing.quotes))
    return Tag(
        tag=weighing.name,
        confidence=weighing.confidence,
        rule=lead.rule.id,
        quotes=tuple(quotes[:QUOTES]),
        rules=tuple(rule.id for rule in unique(firing.rule for firing in [lead, *found])),
    )
