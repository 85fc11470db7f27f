"""A subject line says account and finding in whole words: it drops some, and cuts none in the middle."""

from dataclasses import replace
from decimal import Decimal

import pytest

import digest
from digest.subjects import SLACK, brand, fewer_words, finding, room_for
from domain.content import Where
from domain.events import Event, ReasonKind, Stance
from domain.findings import Price, PriceKind, TagName
from domain.sources import SourceKind
from tests.unit.digest import worlds

FATHOM = worlds.rival("Fathom Rates")


def raised() -> Event:
    row = worlds.edit("p", "Team | €199", "Team | €249", where=Where.TABLE, path=("Plans",))
    price = Price(
        kind=PriceKind.AMOUNT, plan="Team", before="€199", after="€249",
        amount_before=Decimal(199), amount_after=Decimal(249), currency="EUR",
    )  # fmt: skip
    return worlds.event(
        "p", FATHOM, "Fathom Rates raises Team from €199 to €249 a month (+25.1%)", (TagName.PRICING,), [row],
        [worlds.fact("price", price, row)],
    )  # fmt: skip


def entry(title: str, *tags: TagName) -> Event:
    found = worlds.edit("t", None, title, where=Where.ENTRY, path=(title,), title=title)
    # An entry of a feed without a tag is never mailed; a record of a register is.
    return worlds.event("t", FATHOM, title, tags, [found], kind=SourceKind.FEED if tags else SourceKind.REGISTRY)


def subject(event: Event) -> str:
    alder = replace(worlds.MARLOWE, name="Alder Cruises", aliases=())
    impacts = (worlds.impact(event, alder, 80, Stance.OPPORTUNITY, (ReasonKind.INCUMBENT_THERE, "x")),)
    week = worlds.with_account(replace(worlds.full_week(), events=(event,), impacts=impacts), alder)
    return digest.compose(week, worlds.owner_of(alder), shown=worlds.shown).subject


@pytest.mark.parametrize(
    ("event", "said"),
    [
        (raised(), "Alder Cruises: Fathom raises Team 25% · W08"),
        (entry("Fathom Rates partners with Costa Booking to bring its rates to every harbour", TagName.PARTNERSHIP),
         "Alder Cruises: Fathom and Costa ally · W08"),
        (entry("Fathom Rates signs a reseller agreement with Costa Booking for its harbours", TagName.PARTNERSHIP),
         "Alder Cruises: Fathom signs with Costa · W08"),
        (entry("Coast Guard approves Fathom's Tidemark software for use on night ferries", TagName.REGULATORY),
         "Alder Cruises: Fathom – Tidemark news · W08"),
        (entry("Coast Guard approves Fathom's Tidemark for use on night ferries", TagName.REGULATORY),
         "Alder: Coast Guard approves Tidemark · W08"),
        (entry("Fathom Rates opens in Genoa with a team of twelve people", TagName.EXPANSION),
         "Alder Cruises: Fathom opens in Genoa · W08"),
        (entry("Fathom Rates: “Fathom Feed now covers ferries in the whole of the Baltic”", TagName.PRODUCT),
         "Alder: Fathom Feed now covers ferries · W08"),
        (entry("A very long title that names nobody whom anyone would know of", ),
         "Alder Cruises: Fathom changes a page · W08"),
    ],
)  # fmt: skip
def test_a_subject_too_long_drops_words_and_cuts_no_phrase(event: Event, said: str) -> None:
    found = subject(event)
    assert "…" not in found
    assert found == said


@pytest.mark.parametrize(
    "title",
    [
        "Fathom Rates ends its partnership with Costa Booking after nine difficult years",
        "Fathom Rates partners no more, and will not work with Costa Booking from next spring on",
        "Fathom Rates tells partners of its quarrel about prices in the dispute with Costa Booking",
        "Fathom Rates opens its new harbour office together with Costa Booking this summer",
        "Fathom Rates rejects partnership with Costa Booking after months of long talks",
        "Fathom Rates considers partnership with Costa Booking for its harbour desks",
        "Fathom Rates pauses partnership with Costa Booking after data leak in June",
        "Fathom Rates withdraws from alliance with Costa Booking after regulator objects",
        "Fathom Rates winds down collaboration with Costa Booking by the end of summer",
        "Fathom Rates denies alliance with Costa Booking over harbour fees in Spain",
        "Fathom Rates announces review of its partnership with Costa Booking in autumn",
        "Fathom Rates agrees settlement with Costa Booking in long patent case over rates",
        "Fathom Rates enters arbitration with Costa Booking about unpaid harbour fees",
        "Fathom Rates signs a settlement agreement with Costa Booking about harbour fees",
    ],
)
def test_only_who_comes_together_is_said_to_ally_or_to_sign(title: str) -> None:
    said = subject(entry(title, TagName.PARTNERSHIP))
    assert " ally" not in said
    assert "signs with" not in said


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Fathom Rates announces a strategic partnership with Costa Booking for its harbours", "Fathom and Costa ally"),
        ("Fathom Rates enters into a distribution agreement with Costa Booking for Spain", "Fathom signs with Costa"),
        ("Fathom Rates expands its collaboration with Costa Booking to forty harbours", "Fathom and Costa ally"),
    ],
)
def test_a_verb_that_allies_says_so_in_a_short_subject(title: str, said: str) -> None:
    assert finding(entry(title, TagName.PARTNERSHIP), 20) == said


@pytest.mark.parametrize(
    "title",
    [
        "EPA lifts Fathom's Tidemark ban for the coming season in thirty states",
        "Regulator approves Fathom's Tidemark withdrawal from the Baltic market after talks",
        "Regulator approves Fathom's Tidemark Ferry Desk withdrawal from the Baltic market",
        "Coast Guard drops Fathom's Tidemark Ferry investigation after two long years",
        "Court blocks Fathom's Tidemark acquisition of a rival maker of harbour desks",
    ],
)
@pytest.mark.parametrize("room", [22, 26, 32, 40])
def test_what_was_done_keeps_the_word_it_was_done_to(title: str, room: int) -> None:
    found = finding(entry(title, TagName.REGULATORY), room)
    assert any(word in found for word in ("ban", "withdrawal", "investigation", "acquisition", "news", "regulatory"))


def test_news_of_the_account_itself_names_it_once() -> None:
    found = subject(entry("Alder Cruises and Fathom Rates extend pact for all of its ships", TagName.PARTNERSHIP))
    assert found == "Alder Cruises and Fathom Rates extend pact · W08"


def test_a_long_name_gives_way_to_an_alias() -> None:
    long = replace(worlds.MARLOWE, name="The Old Northern Sailing Society", aliases=("TONSS", "TS"))
    assert room_for(long, 22) == "TONSS"
    assert room_for(replace(long, aliases=("TS",)), 22) == "The Old Northern Sailing Society"


def test_a_rise_says_the_amount_where_there_is_room_and_the_percentage_where_there_is_less() -> None:
    assert finding(raised(), 40) == "Fathom Rates raises Team to €249"
    assert finding(raised(), 26) == "Fathom raises Team to €249"
    assert finding(raised(), 24) == "Fathom raises Team 25%"


def test_a_price_only_shown_in_another_currency_neither_rises_nor_falls() -> None:
    event = raised()
    price = event.facts[0].value
    assert isinstance(price, Price)
    shown = replace(price, before="$220", amount_before=Decimal(220), view="currency")
    told = replace(event, facts=(replace(event.facts[0], value=shown),))
    assert finding(told, 40) == "Fathom Rates changes its prices"


@pytest.mark.parametrize("room", range(22, 60))
def test_a_finding_always_fits_and_never_ends_in_an_ellipsis(room: int) -> None:
    for event in (
        *worlds.full_week().events,
        raised(),
        entry("Fathom Rates: “one two three four five six seven eight”"),
    ):
        found = finding(event, room)
        assert found
        assert len(found) <= room + SLACK
        assert "…" not in found


def test_a_name_is_called_by_its_first_word_only_where_that_says_who_it_is() -> None:
    assert brand("Fathom Rates") == "Fathom"
    assert brand("United Parcels") == "United Parcels"
    assert brand("BV Data") == "BV Data"


def test_an_accounts_name_loses_its_last_words_first() -> None:
    assert fewer_words("Northumberland and District Veterinary Wholesale", 22) == "Northumberland"
    assert fewer_words("Alder Cruises", 22) == "Alder Cruises"
    assert len(fewer_words("x" * 40, 22)) == 22


def test_a_registration_names_what_is_registered() -> None:
    assert finding(worlds.engenia(), 40) == "BASF: Engenia herbicide registered"


def test_a_headline_of_a_million_letters_is_no_burden() -> None:
    assert len(finding(entry("Fathom Rates goes to sea, " * 40_000, TagName.PRODUCT), 40)) <= 40 + SLACK
