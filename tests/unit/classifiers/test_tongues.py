"""One happening told in two languages, and in which language it is told to the reader."""

from dataclasses import replace

import pytest

from classifiers.grouping import group
from classifiers.likeness import same_happening
from classifiers.wording.tongues import shared_names, tongue
from domain.findings import Tag, TagName
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


def test_a_name_is_shared_where_two_of_its_words_stand_together_and_it_is_not_the_companys() -> None:
    assert "northern ferry" in shared_names(GERMAN, ITALIAN, "Fathom")
    assert not shared_names("Fathom Rates grows", "Fathom Rates wächst", "Fathom Rates")


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
    assert not same_happening(one, two)


def test_another_kind_of_news_of_the_same_partner_is_another_event() -> None:
    one, two = (entry_sighting(text, at, TagName.PARTNERSHIP) for at, text in enumerate((GERMAN, ITALIAN), start=1))
    pricing = replace(two, tags=(Tag(tag=TagName.PRICING, confidence=1.0, rule="given", quotes=()),))
    assert same_happening(one, two)
    assert not same_happening(one, pricing)


def test_two_teasers_under_one_clipped_title_are_one_event() -> None:
    one, two = (
        entry_sighting(f"Fathom announces Harbour family of open .... {rest}", at, TagName.PRODUCT)
        for at, rest in enumerate(("Fathom is the first to do so.", "Today the company unveiled five models."), start=1)
    )
    assert same_happening(one, two)
