"""What accounts that may leave soon are worth together, in the line of notice days."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from digest.lines import notices
from digest.scope import Scope, scope
from domain.accounts import Rate, Rates, Revenue
from tests.unit.digest import worlds

POUNDS = Revenue(low=Decimal(100_000), high=Decimal(100_000), currency="GBP", text="100000 GBP")
DAY = worlds.SENDS.date()
RATES = Rates(currency="EUR", days=(Rate(day=DAY - timedelta(days=9), currency="GBP", worth=Decimal("1.2")),))


def scope_of(second: Revenue | None, rates: Rates | None) -> Scope:
    """Two accounts whose notice days are near: one worth 410,000 euros, the other worth `second`."""
    assert worlds.MARLOWE.renewal is not None
    renewal = replace(worlds.MARLOWE.renewal, notice=DAY + timedelta(days=30))
    one = replace(worlds.MARLOWE, renewal=renewal)
    other = replace(one, name="Penhale Growers", aliases=(), domains=(), revenue=second)
    week = worlds.with_account(worlds.full_week(), one)
    world = replace(week.accounts, accounts=(one, other), rates=rates)
    return scope(replace(week, accounts=world), replace(worlds.owner(), accounts=(one, other)))


@pytest.mark.parametrize(
    ("second", "rates", "said"),
    [
        (worlds.euros(190_000), None, "together €600k a year"),
        (POUNDS, RATES, "together €530k a year"),
        (POUNDS, None, ""),
        (None, RATES, ""),
    ],
)
def test_the_sum_is_told_where_every_amount_can_be_told_in_one_currency(
    second: Revenue | None, rates: Rates | None, said: str
) -> None:
    told = [note.text for note in notices(scope_of(second, rates)) if not note.label]
    assert told == ([said] if said else [])
