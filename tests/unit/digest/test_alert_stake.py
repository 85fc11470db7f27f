"""A stake is compared in whatever currency it and the account's revenue are written, where a rate leads there."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from digest.alert import holds
from domain.accounts import AlertRule, Rate, Rates, Revenue
from tests.unit.digest import worlds

TODAY = date(2026, 2, 23)
RATES = Rates(
    currency="EUR",
    days=(
        Rate(day=date(2026, 2, 1), currency="USD", worth=Decimal("0.50")),
        Rate(day=date(2026, 2, 20), currency="USD", worth=Decimal("0.90")),
        Rate(day=date(2026, 2, 20), currency="GBP", worth=Decimal("1.20")),
        Rate(day=date(2026, 3, 1), currency="USD", worth=Decimal("9.00")),
    ),
)


def sum_of(amount: int, currency: str) -> Revenue:
    return Revenue(low=Decimal(amount), high=Decimal(amount), currency=currency, text=f"{amount} {currency}")


@pytest.mark.parametrize(
    ("worth", "stake", "rates", "held"),
    [
        (sum_of(100, "EUR"), sum_of(100, "EUR"), None, True),
        (sum_of(100, "EUR"), sum_of(101, "EUR"), RATES, False),
        (sum_of(90_000, "EUR"), sum_of(100_000, "USD"), RATES, True),
        (sum_of(89_000, "EUR"), sum_of(100_000, "USD"), RATES, False),
        (sum_of(100_000, "USD"), sum_of(90_000, "EUR"), RATES, True),
        (sum_of(75_000, "GBP"), sum_of(100_000, "USD"), RATES, True),
        (sum_of(74_000, "GBP"), sum_of(100_000, "USD"), RATES, False),
        (sum_of(900_000, "CHF"), sum_of(1, "USD"), RATES, False),
        (sum_of(900_000, "EUR"), sum_of(1, "USD"), None, False),
    ],
)
def test_a_stake_is_weighed_by_the_newest_rates(
    worth: Revenue, stake: Revenue, rates: Rates | None, held: bool
) -> None:
    account, event = replace(worlds.MARLOWE, revenue=worth), worlds.scrapingdog()
    assert holds(AlertRule(stake=stake), event, account, TODAY, money=True, rates=rates) is held
    assert not holds(AlertRule(stake=stake), event, account, TODAY, money=False, rates=rates)


def test_an_account_whose_revenue_nobody_wrote_reaches_no_stake() -> None:
    account = replace(worlds.MARLOWE, revenue=None)
    assert not holds(AlertRule(stake=sum_of(1, "EUR")), worlds.scrapingdog(), account, TODAY, money=True, rates=RATES)
