"""Edits of any kind: what is said of them is quoted from them, amounts are never invented, accounts never a crash."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

import accounts
from accounts.naming.finder import Names
from classifiers import group, load_rules, sight
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Figure, Price, Quote, Side
from domain.sources import Competitor, SourceKind, Subject, SubjectKind
from tests.fuzz.support_fuzz import EDITS, RIVAL, TEXTS, change, source
from tests.unit.digest import worlds

BOOK = load_rules()
COMPETITORS = (Competitor(name="Brightvane", aliases=("Bright", "BV Group"), domains=("brightvane.example",)),)
NAMES = Names(COMPETITORS, worlds.WORLD.accounts)
MARKET = Subject(kind=SubjectKind.MARKET, name="wire")


def seen(found: tuple[Edit, ...], kind: SourceKind) -> tuple[Sighting, ...]:
    return sight(change(found), source(kind.value), 1, rules=BOOK, competitors=COMPETITORS, about=lambda edit: (RIVAL,))


def digits(text: str) -> str:
    """The digits of a text, of any script, as 0 to 9, without zeros at the ends."""
    return "".join(str(int(char)) for char in text if char.isdecimal()).strip("0")


def assert_quoted(quote: Quote, by_key: dict[str, Edit]) -> None:
    edit = by_key[quote.edit]
    text = (edit.after if quote.side is Side.AFTER else edit.before) or ""
    assert 0 <= quote.start <= quote.end <= len(text)
    assert text[quote.start : quote.end] == quote.text


@given(found=EDITS, kind=st.sampled_from(list(SourceKind)))
def test_any_edits_are_sighted_with_quotes_that_stand_there(found: tuple[Edit, ...], kind: SourceKind) -> None:
    by_key = {edit.key: edit for edit in found}
    sightings = seen(found, kind)
    assert sightings == seen(found, kind)
    everything = digits(" ".join(f"{edit.before} {edit.after}" for edit in found))
    for sighting in sightings:
        assert 0 < len(sighting.headline) <= 200
        for tag in sighting.tags:
            assert 0 < tag.confidence <= 1
            for quote in tag.quotes:
                assert_quoted(quote, by_key)
        for fact in sighting.facts:
            assert_quoted(fact.quote, by_key)
            value = fact.value
            amounts = (value.amount_before, value.amount_after) if isinstance(value, Price) else ()
            amounts = (value.amount,) if isinstance(value, Figure) else amounts
            for amount in amounts:
                assert amount is None or amount.is_finite()
                assert amount is None or digits(f"{amount:f}") in everything


@given(found=EDITS, kind=st.sampled_from(list(SourceKind)))
def test_any_sightings_are_grouped_and_linked_the_same_twice(found: tuple[Edit, ...], kind: SourceKind) -> None:
    sightings = seen(found, kind)
    events = group(sightings, {}, iter(f"ev-{n}" for n in range(99)).__next__)
    assert sorted(one.key for event in events for one in event.sightings) == sorted(one.key for one in sightings)
    for event in events:
        impacts = accounts.link(event, worlds.WORLD, NAMES, date(2026, 2, 20))
        assert impacts == accounts.link(event, worlds.WORLD, NAMES, date(2026, 2, 20))
        for impact in impacts:
            assert impact.reasons
            assert 0 <= impact.score <= 100


@given(text=st.one_of(TEXTS, st.lists(TEXTS, max_size=9).map("Marlowe Travel ".join)))
def test_names_are_found_where_they_stand(text: str) -> None:
    for mention in NAMES.find(text):
        assert text[mention.start : mention.end] == mention.words
    assert NAMES.whose(text) == NAMES.whose(text)


@given(names=st.lists(TEXTS.filter(str.strip), min_size=1, max_size=4, unique=True), text=TEXTS)
def test_companies_may_have_any_name(names: list[str], text: str) -> None:
    found = Names([Competitor(name=name, aliases=tuple(names)) for name in names], ())
    for mention in found.find(f"{names[0]} {text} {names[-1]}"):
        assert mention.words
