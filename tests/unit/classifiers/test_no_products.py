"""Titles that speak as launches and ends of products do, and tell of people, days, events, firms or a place."""

import pytest

from domain.content import Where
from tests.unit.classifiers.support_said import product_moves


def moves(text: str, where: Where = Where.ENTRY) -> list[tuple[str, str]]:
    return [(one.move, one.name) for one in product_moves(text, where)]


@pytest.mark.parametrize(
    "text",
    [
        "Welcome, Maria Lopez!",
        "Meet Us!",
        "Meet Sarah Quill: the engineer behind our maps",
        "Kestrel announces Maria Lopez, the former head of Harrow",
        "Kestrel introduces Maria Lopez as chief executive",
        "Kestrel adds Ana Ruiz to board",
        "Daniel Roth is out",
        "Farewell, Daniel Roth",
    ],
)
def test_a_person_who_comes_or_goes_is_no_product(text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Announcing Black Friday",
        "Announcing Kestrel Summit 2026",
        "Spring has arrived at Kestrel Gardens",
        "Winter has landed",
        "Christmas is here",
        "Voting is now live",
        "Saying goodbye to Summer",
    ],
)
def test_a_day_an_event_and_a_season_are_no_products(text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize("where", [Where.ENTRY, Where.PARAGRAPH])
@pytest.mark.parametrize(
    "text",
    [
        "Elevators at Kestrel Tower will be switched off on Sunday",
        "Chrome will be removed from the list of supported browsers",
        "What to do when your Boiler stops working",
        "Kestrel removes Harrow from Supplier List",
        "Bank removes Governor from Office",
        "Kestrel shuts down Leeds Plant",
        "Kestrel shuts down Rumours",
    ],
)
def test_what_is_taken_down_at_a_place_or_off_a_list_is_no_product_that_ends(text: str, where: Where) -> None:
    assert moves(text, where) == []


@pytest.mark.parametrize(
    "text",
    [
        "Change comes to Washington",
        "NEW: Kids sail free on Kestrel Ferries this summer",
        "New: free parking at Kestrel Gardens",
        "Coming soon: cheaper fares to Oslo",
        "Now available: our 2026 annual report",
        "Kestrel gains ground on Harrow",
        "Kestrel adds second shift in Leeds",
        "London becomes Home of Kestrel",
        "Kestrel unveils Plans for Leeds Depot",
        "Kestrel launches Appeal against Fine",
        "Kestrel launches Dublin to Leeds route",
    ],
)
def test_a_plan_an_offer_and_a_gain_are_no_products(text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Wir stellen den Vertrieb zum 31. März ein",
        "Kestrel stellt die Produktion zum 1. Mai ein",
        "Kestrel Bank and Harrow Trust merge to form Kestrel Harrow",
        "Kestrel and Harrow merge to form Kestrel Harrow",
        "Kestrel announces Harrow Trust, a new partner in Leeds",
    ],
)
def test_departments_and_companies_are_no_products(text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("Announcing Kestrel Atlas", ("launched", "Kestrel Atlas")),
        ("Kestrel Atlas has arrived", ("launched", "Kestrel Atlas")),
        ("Meet Compass: the app for crews", ("launched", "Compass")),
        ("Search comes to GitHub", ("feature_added", "Search")),
        ("Kestrel Lite will be withdrawn from sale on 1 May 2027", ("retired", "Kestrel Lite")),
        ("Kestrel Lite will stop working on 1 May 2027", ("retired", "Kestrel Lite")),
        ("Wir stellen Kestrel Klassik zum 31. März ein", ("retired", "Kestrel Klassik")),
        ("Kestrel Lite and Kestrel Go merge to become Kestrel One", ("renamed", "Kestrel One")),
    ],
)
def test_the_same_words_of_a_product_are_read(text: str, move: tuple[str, str]) -> None:
    assert moves(text) == [move]
