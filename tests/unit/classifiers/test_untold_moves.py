"""Moves of prices that are not told: denied, only thought of, years old, or somebody else's."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from classifiers.prices.finder import find_prices
from classifiers.wording.passages import passages
from domain.changes import Edit
from domain.findings import Price
from domain.sources import Source, SubjectKind

Make = Callable[..., Edit]
Tell = Callable[..., list[Price]]


@pytest.fixture
def told(entry: Make, source: Callable[..., Source]) -> Tell:
    feed = source(name="Tern", kind="feed", url="https://tern.example/feed")

    def read(text: str, dated: datetime | None = None) -> list[Price]:
        facts = find_prices(passages((entry(text, dated=dated),)), feed)
        return [fact.value for fact in facts if isinstance(fact.value, Price)]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "Tern does not lift the fee of Harbour from $31 to $37 a month",
        "We are not increasing the Harbour plan from $31 to $37",
        "Tern denies a plan to move Harbour from $31 to $37 a month",
        "Tern is weighing whether to raise its Harbour plan from $31 to $37",
        "Rumours that Tern raises the Harbour plan from $31 to $37 are false",
        "A rise of the Harbour plan from $31 to $37 has been ruled out",
        "Wir werden den Preis für Hafen nicht von 31 € auf 37 € erhöhen",
    ],
)
def test_a_move_that_is_denied_or_left_open_is_not_told(told: Tell, text: str) -> None:
    assert not [price for price in told(text) if price.amount_before is not None]


def test_a_clause_that_denies_something_else_takes_no_move_away(told: Tell) -> None:
    (price,) = told("Old contracts do not change, new ones cost $37 instead of $31 per month")
    assert (price.amount_before, price.amount_after) == (Decimal(31), Decimal(37))


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 we lowered the Harbour plan from $37 to $31",
        "Tern raised its Harbour plan from $31 to $37 in 2018",
        "Three years ago we raised Harbour from $31 to $37 a month",
    ],
)
def test_a_move_of_years_ago_is_not_told(told: Tell, text: str) -> None:
    assert told(text, dated=datetime(2026, 2, 19, tzinfo=UTC)) == []


def test_a_move_of_the_year_that_the_entry_is_from_is_told(told: Tell) -> None:
    (price,) = told("Tern raised its Harbour plan from $31 to $37 in 2026", dated=datetime(2026, 2, 19, tzinfo=UTC))
    assert price.amount_after == Decimal(37)


@pytest.mark.parametrize(
    "text",
    [
        "Landlords lift monthly rents from $900 to $980",
        "Ordway cuts the price of its basic plan from $31 to $25",
        "Ordway has raised Dockside fees from $31 to $37 per month",
    ],
)
def test_what_another_moves_is_not_the_companys(told: Tell, text: str) -> None:
    assert told(text) == []


def test_in_a_feed_of_a_market_every_seller_is_meant(entry: Make, source: Callable[..., Source]) -> None:
    feed = source(name="Shipping wire", kind="feed")
    wire = replace(feed, subject=replace(feed.subject, kind=SubjectKind.MARKET))

    assert find_prices(passages((entry("Ordway raises Dockside plan from $31 to $37"),)), wire)


@pytest.mark.parametrize("text", ["From $12 to Wall Street: the first plan of Tern", "From $9 to a billion rides"])
def test_where_a_story_begins_is_no_floor_of_a_price(told: Tell, text: str) -> None:
    assert told(text) == []


def test_a_name_before_a_bracket_owns_the_amount_in_it(told: Tell) -> None:
    found = told("Tern opens a Jetty plan at $8/month beside Harbour ($31/month)")
    assert [(price.plan, price.amount_after) for price in found] == [("Jetty", Decimal(8)), ("Harbour", Decimal(31))]


def test_a_plan_that_is_retired_asks_for_nothing_new(told: Tell) -> None:
    found = told("Tern opens a Jetty plan at $8/month and discontinues Harbour ($31/month)")
    assert [(price.plan, price.amount_after) for price in found] == [("Jetty", Decimal(8))]
