"""Exchange rates carry their day, and revenue in several currencies is summed in ours."""

from datetime import date
from decimal import Decimal

import pytest

from config.accounts_file import read_accounts
from domain.accounts import Revenue
from domain.money import Together, in_ours, rate, together

FILE = """
us: {name: Halden Group}
rates:
  currency: EUR
  2026-01-05: {USD: 0.90}
  2026-02-20: {USD: 0.92, GBP: 1.18}
"""


def revenue(amount: int, currency: str) -> Revenue:
    return Revenue(low=Decimal(amount), high=Decimal(amount), currency=currency, text=f"{amount} {currency}")


def test_the_newest_rate_not_after_today_counts() -> None:
    accounts, problems = read_accounts(FILE, "accounts.yaml", None)
    assert problems == ()
    days = (date(2026, 1, 4), date(2026, 2, 19), date(2026, 2, 20))
    assert [rate("USD", accounts.rates, day) for day in days] == [None, Decimal("0.90"), Decimal("0.92")]
    assert rate("EUR", accounts.rates, days[0]) == 1


def test_revenue_of_several_currencies_is_one_sum_and_what_has_no_rate_is_named() -> None:
    accounts, _ = read_accounts(FILE, "accounts.yaml", None)
    every = (revenue(100, "EUR"), revenue(100, "USD"), revenue(100, "GBP"), revenue(100, "SEK"))
    found = together(every, accounts.rates, date(2026, 3, 1))
    assert found.revenue is not None
    assert (found.revenue.high, found.revenue.currency, found.missing) == (Decimal("310.00"), "EUR", ("SEK",))


def test_without_rates_only_one_currency_is_summed() -> None:
    same = together((revenue(100, "EUR"), revenue(50, "EUR")), None, date(2026, 3, 1))
    assert same.revenue is not None
    assert same.revenue.text == "150 EUR"
    mixed = together((revenue(100, "EUR"), revenue(50, "USD")), None, date(2026, 3, 1))
    assert mixed == Together(revenue=None, missing=("EUR", "USD"))
    assert in_ours(revenue(1, "EUR"), None, date(2026, 3, 1)) is None


@pytest.mark.parametrize(
    ("rates", "said"),
    [
        ("{2026-02-20: {USD: 0.92}}", "rates name no currency of ours"),
        ("{currency: EUR, 20/02/2026: {USD: 0.92}}", "'20/02/2026' is not a day"),
        ("{currency: EUR, 2026-02-20: {USD: 0}}", "'0' is no rate"),
        ("{currency: EUR, 2026-02-20: {USD: soon}}", "'soon' is no rate"),
        ("{currency: EUR, 2026-02-20: 0.92}", "a day has its rates under it"),
        ("{currency: EUR, 2026-02-20: {$: 0.92}}", "'$' is no currency"),
    ],
)
def test_rates_that_are_none_are_problems_with_their_place(rates: str, said: str) -> None:
    _, problems = read_accounts(f"us: {{name: Halden Group}}\nrates: {rates}\n", "accounts.yaml", None)
    assert [(problem.line, problem.message) for problem in problems] == [(2, said)]
