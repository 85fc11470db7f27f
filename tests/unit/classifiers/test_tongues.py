"""One happening told in two languages, and in which language it is told to the reader."""

import sys
from collections import Counter
from dataclasses import replace

import pytest

from classifiers.grouping import group
from classifiers.likeness import same_happening, traits
from classifiers.wording.tongues import names_in, tongue
from domain.events import Sighting
from domain.findings import Fact, Partnership, ProductMove, Quote, Side, Tag, TagName
from tests.unit.classifiers.support_entries import entry_sighting

GERMAN = "Fathom verlängert die Partnerschaft als Partner für Daten und KI des Great Northern Ferry Line Verbands."
ITALIAN = "Fathom annuncia il rinnovo dell'accordo con l'Great Northern Ferry Line per la gestione dei dati."
ENGLISH = "Fathom announces the renewal of its partnership with the Great Northern Ferry Line for data and AI."


@pytest.mark.parametrize(
    ("text", "code"),
    [(GERMAN, "de"), (ITALIAN, "it"), (ENGLISH, "en"), ("Fathom Rates 2.0", None), ("日本の発表", None)],
)
def test_a_language_is_known_by_its_small_words(text: str, code: str | None) -> None:
    assert tongue(text) == code


def same(one: Sighting, other: Sighting) -> bool:
    return same_happening(traits(one), traits(other))


def of_two(tag: TagName, *texts: str) -> tuple[Sighting, Sighting]:
    one, two = (entry_sighting(text, at, tag) for at, text in enumerate(texts, start=1))
    return one, two


def test_a_name_is_two_capitals_together_without_a_word_of_the_companys_own() -> None:
    assert {"great northern", "northern ferry"} <= names_in(GERMAN, "Fathom") & names_in(ITALIAN, "Fathom")
    assert not names_in("Die Fathom Group mit Fathom Rates", "Fathom Rates")


@pytest.mark.parametrize(
    "text",
    [
        "The rates grow, said Bo Lind.",
        "Bo Lind said that rates grow.",
        "CEO Bo Lind is glad.",
        "Das freut Vorstandschef Bo Lind.",
        "That is good, says chief executive officer Bo Lind.",
        "Bo Lind, the chief executive, is glad.",
        "It opens in Los Angeles and New York.",
        "LOS ANGELES, 3 May 2026 - It opens.",
        "Es öffnet in New York.",
    ],
)
def test_who_speaks_and_where_is_no_name_of_what_is_told(text: str) -> None:
    assert names_in(text, "Fathom") == frozenset()


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "Fathom Group launches a new ferry app for the customers of its lines.",
            "Die Fathom Group stellt den neuen Katamaran für die Fähren im Norden vor.",
        ),
        (
            "Fathom launches a new app for ferries. CEO Bo Lind is proud of it, and it is in New York.",
            "Fathom stellt den neuen Katamaran vor. Darauf ist CEO Bo Lind stolz, und auch das Büro in New York.",
        ),
        (
            "Fathom launches a new app for ferries at the Ferry Expo for the lines of the north.",
            "Fathom stellt den neuen Katamaran auf der Ferry Expo für die Fähren im Norden vor.",
        ),
    ],
)
def test_two_launches_in_two_languages_that_name_the_same_besides_are_two_events(english: str, german: str) -> None:
    assert not same(*of_two(TagName.PRODUCT, english, german))


@pytest.mark.parametrize(
    ("english", "german"),
    [
        (
            "Fathom buys the Ferry Expo for $12,500,000 and will run it with the lines.",
            "Fathom kauft die Ferry Expo für 12.500.000 Dollar und führt sie mit den Reedereien.",
        ),
        (
            "Fathom takes the Ferry Expo over on 1 May 2026, and will run it with the lines.",
            "Fathom übernimmt die Ferry Expo zum 1. Mai 2026 und führt sie mit den Reedereien.",
        ),
    ],
)
def test_a_name_and_a_long_number_or_a_day_ahead_make_one_of_two_languages(english: str, german: str) -> None:
    assert same(*of_two(TagName.EXPANSION, english, german))


def test_a_shared_partner_makes_one_event_and_products_of_other_names_make_two() -> None:
    one, two = of_two(
        TagName.PARTNERSHIP,
        "Fathom and Calder agree on data for the ferries of the north.",
        "Fathom und Calder arbeiten bei den Daten für die Fähren im Norden zusammen.",
    )
    tie = Partnership(parties=("Fathom", "Calder"), kind="partnership")
    more = Partnership(parties=("Fathom", "Calder", "Penhale"), kind="agreement")
    app, boat = (ProductMove(name=name, move="launched") for name in ("Harbour App", "Katamaran X"))
    assert same(having(one, tie), having(two, more))
    assert not same(having(one, tie, app), having(two, more, boat))
    assert not same(one, two)


def having(sighting: Sighting, *values: Partnership | ProductMove) -> Sighting:
    kinds = {Partnership: "partnership", ProductMove: "product"}
    facts = (
        Fact(
            type=kinds[type(value)],
            value=value,
            quote=Quote(edit=sighting.edits[0].key, side=Side.AFTER, start=0, end=1, text="F"),
            confidence=1.0,
        )
        for value in values
    )
    return replace(sighting, facts=tuple(facts))


def test_a_feeds_entries_are_each_read_once_however_many_they_are() -> None:
    calls: Counter[str] = Counter()
    entries = [
        entry_sighting(f"{text} Teil {at}00 " + "Daten " * 500, at, TagName.PRODUCT)
        for at, text in enumerate((GERMAN, ITALIAN, ENGLISH) * 8)
    ]
    sys.setprofile(lambda frame, what, _: calls.update([frame.f_code.co_name] if what == "call" else []))
    try:
        group(entries, {}, lambda: "e")
    finally:
        sys.setprofile(None)
    assert calls["telling"] == calls["traits"] == calls["title_of"] == calls["said_facts"] == len(entries)
    assert calls["tongue"] <= 2 * len(entries)  # once to group, and once to choose the line that is told
    assert calls["names_in"] == len(entries)


def test_one_agreement_in_three_languages_is_one_event_and_told_in_english() -> None:
    made = [
        entry_sighting(text, at, TagName.PARTNERSHIP) for at, text in enumerate((GERMAN, ITALIAN, ENGLISH), start=1)
    ]
    (event,) = group(made, {}, lambda: "e1")
    assert len(event.sightings) == 3
    assert event.headline == ENGLISH


def test_two_partners_in_two_languages_are_two_events() -> None:
    other = ITALIAN.replace("Great Northern Ferry Line", "Costa Booking Service")
    one, two = (entry_sighting(text, at, TagName.PARTNERSHIP) for at, text in enumerate((GERMAN, other), start=1))
    assert not same(one, two)


def test_another_kind_of_news_of_the_same_partner_is_another_event() -> None:
    one, two = (entry_sighting(text, at, TagName.PARTNERSHIP) for at, text in enumerate((GERMAN, ITALIAN), start=1))
    pricing = replace(two, tags=(Tag(tag=TagName.PRICING, confidence=1.0, rule="given", quotes=()),))
    assert same(one, two)
    assert not same(one, pricing)


def test_two_teasers_under_one_clipped_title_are_one_event() -> None:
    one, two = (
        entry_sighting(f"Fathom announces Harbour family of open .... {rest}", at, TagName.PRODUCT)
        for at, rest in enumerate(("Fathom is the first to do so.", "Today the company unveiled five models."), start=1)
    )
    assert same(one, two)
