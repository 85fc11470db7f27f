"""Dates, money, names and lengths as a reader says them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from digest.words import amount, clip, count_words, counted, day, joined, revenue, short_name, since
from domain.accounts import Revenue
from tests.unit.digest import worlds

TODAY = date(2026, 2, 23)


@pytest.mark.parametrize(
    ("value", "currency", "said"),
    [
        (410_000, "EUR", "€410k"),
        (28_000, "USD", "$28,000"),
        (35_000_000, "EUR", "€35M"),
        (1_200_000_000, "USD", "$1.2bn"),
        (1_234_567, "EUR", "€1,234,567"),
        (100_050, "EUR", "€100,050"),
        (59, "CHF", "CHF 59"),
        (-5, "GBP", "-£5"),
        (9_000, None, "9,000"),
    ],
)
def test_money_is_short_only_where_nothing_is_lost(value: int, currency: str | None, said: str) -> None:
    assert amount(Decimal(value), currency) == said


def test_cents_stay() -> None:
    assert amount(Decimal("49.90"), "EUR") == "€49.90"


def test_revenue_is_an_amount_or_a_band() -> None:
    assert revenue(worlds.euros(90_000)) == "€90k"
    assert revenue(Revenue(low=Decimal(250_000), high=Decimal(500_000), currency="USD", text="")) == "$250k-500k"


def test_days_name_the_year_only_where_it_is_another() -> None:
    assert day(date(2026, 2, 19), TODAY) == "Thu 19 Feb"
    assert day(date(2025, 12, 30), TODAY) == "Tue 30 Dec 2025"


def test_since_is_a_weekday_within_the_week_and_a_date_before() -> None:
    assert since(date(2026, 2, 17), TODAY) == "Tue"
    assert since(date(2026, 2, 16), TODAY) == "16 Feb"


def test_lists_and_counts_read_as_spoken() -> None:
    assert joined(["a"]) == "a"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined([]) == ""
    assert counted(1, "account") == "1 account"
    assert counted(1_200, "account") == "1,200 accounts"


def test_an_account_goes_by_an_alias_that_its_name_begins_with() -> None:
    assert short_name(worlds.MARLOWE) == "Marlowe"
    assert short_name(replace(worlds.MARLOWE, aliases=("Travelmar", "Marl"))) == "Marlowe Travel"


def test_signs_alone_are_no_words() -> None:
    assert count_words("a → b · 12 - [1]") == 4


def test_a_long_text_ends_at_a_clause_where_one_is_near() -> None:
    assert clip("one two three, four five six", 4) == "one two three …"
    assert clip("one two three four five six", 4) == "one two three four …"
    assert clip("one two", 4) == "one two"
    assert clip("“one two three four” five", 3) == "“one two three …”"
    assert clip("x" * 500, 4) == "x" * 79 + "…"
