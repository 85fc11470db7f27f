"""Amounts of money are read as written, and never made up."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from classifiers.wording.money import find_money


@pytest.mark.parametrize(
    ("text", "amount", "currency", "period", "per"),
    [
        ("$49 per seat / month", "49", "USD", "month", "seat"),
        ("$1,299.50", "1299.50", "USD", None, None),
        ("1.299,50 € / Monat", "1299.50", "EUR", "month", None),
        ("CHF 49 a year", "49", "CHF", "year", None),
        ("€0.20 per 10k pageviews", "0.20", "EUR", None, "10k pageviews"),
        ("US$1.2M", "1200000.0", "USD", None, None),
        ("EUR 35M", "35000000", "EUR", None, None),
        ("$28,000 a month", "28000", "USD", "month", None),
        ("£12/user/mo", "12", "GBP", "month", "user"),
        ("49 $", "49", "USD", None, None),
        ("$15 billed annually", "15", "USD", "year", None),
        ("$2.50 per 1,000 requests", "2.50", "USD", None, "1,000 requests"),
    ],
)
def test_an_amount_is_read_with_currency_period_and_what_it_is_for(
    text: str, amount: str, currency: str, period: str | None, per: str | None
) -> None:
    (money,) = find_money(text)
    assert (money.amount, money.currency, money.period, money.per) == (Decimal(amount), currency, period, per)


def test_the_sources_decimal_mark_decides_what_a_point_means() -> None:
    assert find_money("1.500 €", decimal=",")[0].amount == Decimal(1500)


@pytest.mark.parametrize("text", ["Version 4.2", "42% more", "on 4 May 2026", "US Open", "A-49"])
def test_a_number_without_a_currency_is_no_amount(text: str) -> None:
    assert find_money(text) == ()


@given(st.decimals(min_value=0, max_value=10**9, places=2))
def test_an_amount_written_our_way_is_read_back(amount: Decimal) -> None:
    assert find_money(f"from ${amount:,.2f} a month")[0].amount == amount


@given(st.text(alphabet=st.sampled_from("0123456789.,'$€£¥kM /-permonthaUSDEUR\u00a0\n")))
def test_no_amount_is_invented(text: str) -> None:
    for money in find_money(text):
        said = [char for char in text[money.start : money.end] if char.isdigit()]
        read = [char for char in f"{money.amount:f}" if char.isdigit() and char != "0"]
        assert [char for char in said if char != "0"][: len(read)] == read
        assert 0 <= money.start < money.end <= money.stop <= len(text)


@given(st.text())
def test_any_text_can_be_looked_through(text: str) -> None:
    assert all(text[money.start : money.end].strip() for money in find_money(text))


@pytest.mark.parametrize("text", ["$" + "9" * 16, "$" + "9" * 60, "€" + "1,000" * 20])
def test_a_number_longer_than_any_amount_is_none(text: str) -> None:
    assert all(len(str(found.amount.to_integral_value())) <= 15 for found in find_money(text))
    assert find_money("$" + "9" * 15)
