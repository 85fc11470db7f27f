"""The looks that spare a look: what they pass over could never have changed a tag."""

import re
from collections.abc import Iterator, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from classifiers import RuleBook, load_rules
from classifiers.facts import find_facts
from classifiers.rulebook.records import Word
from classifiers.rulebook.words import Vocabulary, fold
from classifiers.tagging.matching import Firing, attempt
from classifiers.tagging.tags import given as those_that_stand
from classifiers.tagging.tags import hinted, readings, tag
from classifiers.trying.examples import example_edit, example_source
from classifiers.wording.passages import Passage, possible_places
from classifiers.wording.passages import passages as passages_of
from domain.changes import Edit
from domain.content import Cell, Where
from domain.findings import Fact, Side, Tag
from domain.sources import Source
from tests.unit.classifiers.conftest import make_edit, make_entry, make_source

OURS = load_rules()
EXAMPLES = [example for rule in OURS.rules for example in (*rule.examples_for, *rule.examples_against)]
SAID = sorted(
    {text for one in EXAMPLES for text in (one.title, one.before, one.after) if isinstance(text, str) and text}
)
ABOVE = sorted({heading for one in EXAMPLES for heading in one.path} | {"Privacy policy", "Somewhere"})
ADDRESSES = sorted({one.address for one in EXAMPLES if one.address} | {"https://brightvane.example/press"})
PLACES = [where.value for where in Where if where not in (Where.ENTRY, Where.RECORD, Where.STATE)]


def every_firing(read: Sequence[Passage], facts: Sequence[Fact], source: Source, book: RuleBook) -> Iterator[Firing]:
    """Each rule tried with each of its conditions on each passage, every word found in it."""
    names = (source.subject.name,)
    whole = readings(read, facts, rules=book, kind=source.kind, names=names, address=source.url, every_word=True)
    for reading in whole:
        yield from (found for rule in book.rules if isinstance(found := attempt(rule, reading), Firing))


def given_and_due(edits: Sequence[Edit], source: Source, book: RuleBook) -> tuple[tuple[Tag, ...], tuple[Tag, ...]]:
    """The tags as they are given, and as they are where no look is spared."""
    read = passages_of(edits)
    facts = find_facts(read, source)
    names = (source.subject.name,)
    ours = tag(read, facts, rules=book, kind=source.kind, names=names, hints=source.tags, address=source.url)
    firings = list(every_firing(read, facts, source, book))
    return ours, those_that_stand([*firings, *hinted(read, source.tags, source.kind, book)] if firings else ())


def test_every_example_of_every_rule_is_tagged_as_if_each_rule_were_tried(book: RuleBook) -> None:
    for example in EXAMPLES:
        ours, due = given_and_due((example_edit(example),), example_source(example), book)
        assert ours == due, example


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_a_page_is_tagged_as_if_each_rule_were_tried_on_each_text(data: st.DataObject) -> None:
    text = st.none() | st.sampled_from(SAID)
    drawn = data.draw(
        st.lists(st.tuples(text, text, st.sampled_from(PLACES), st.sampled_from(ABOVE)), min_size=1, max_size=3)
    )
    edits = [make_edit(old, new, where, (heading,)) for old, new, where, heading in drawn if old or new]
    source = make_source(url=data.draw(st.sampled_from(ADDRESSES)), tags=data.draw(st.sampled_from([(), ("product",)])))
    ours, due = given_and_due(edits, source, OURS)
    assert ours == due


@settings(max_examples=40, deadline=None)
@given(st.sampled_from(SAID), st.sampled_from(SAID))
def test_an_entry_is_tagged_as_if_each_rule_were_tried(title: str, lead: str) -> None:
    ours, due = given_and_due((make_entry(title, lead),), make_source(kind="feed"), OURS)
    assert ours == due


@given(
    where=st.sampled_from(list(Where)),
    at=st.integers(0, 30),
    ends=st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 20)),
    above=st.sampled_from(["Pricing", "What customers say", "About us"]),
)
def test_words_stand_only_in_places_that_are_possible(
    where: Where, at: int, ends: tuple[int, int, int], above: str
) -> None:
    title, lead, boilerplate = ends
    passage = Passage(
        edit=make_edit(None, "Pro, $5 a month for everybody", where.value, (above,)),
        side=Side.AFTER,
        text="Pro, $5 a month for everybody",
        fresh=((0, 3),),
        title_end=title,
        lead_end=lead,
        cells=(Cell(header="Price", text="$5"),),
        boilerplate=boilerplate,
    )
    assert passage.places(at) <= possible_places(where)


WORDS = (
    Word(text="fee"),
    Word(text="fe", stem=True),
    Word(text="on demand:"),
    Word(text=".net", stem=True),
    Word(text="c++", stem=True),
    Word(text="=", stem=False),
    Word(text="SEC", exact=True),
    Word(text="SEC", exact=True, stem=True),
    Word(text="sec"),
)


def spans_of(word: Word, text: str) -> Iterator[tuple[int, int]]:
    """Where a word stands, looked for at every offset by itself."""
    shown = text if word.exact else fold(text)
    for found in re.finditer(f"(?={re.escape(word.text)})", shown):
        start, end = found.start(), found.start() + len(word.text)
        if start and shown[start - 1].isalnum() and shown[start].isalnum():
            continue
        goes_on = end < len(text) and shown[end].isalnum()
        while word.stem and end < len(text) and shown[end].isalnum():
            end += 1
        if word.stem or not (goes_on and shown[end - 1].isalnum()):
            yield start, end


@given(st.lists(st.sampled_from(["fee", "s", " ", "SEC", "sec", "c++", ".net", "on demand:", "=", "_", "é", "İ", "1"])))
def test_one_pass_finds_each_word_where_a_search_for_it_alone_does(parts: list[str]) -> None:
    text = "".join(parts)
    vocabulary = Vocabulary({str(number): (word,) for number, word in enumerate(WORDS)})
    expected = {str(number): tuple(spans_of(word, text)) for number, word in enumerate(WORDS)}
    assert vocabulary.scan(text).hits == {name: spans for name, spans in expected.items() if spans}
