"""A price shown another way (by the year, in another currency) is no rise and no fall."""

from dataclasses import replace
from decimal import Decimal

from accounts.reading.gist import Gist, from_price
from domain.findings import Price, PriceKind

RISE = Price(
    kind=PriceKind.AMOUNT,
    plan="Pro",
    before="$49",
    after="$490",
    amount_before=Decimal(49),
    amount_after=Decimal(490),
    currency="USD",
)


def test_a_rise_makes_it_dearer_and_a_yearly_view_does_not() -> None:
    assert from_price(RISE) == {Gist.DEARER}
    assert from_price(replace(RISE, view="billing")) == {Gist.REPRICES}


def test_a_rise_told_by_its_share_or_its_difference_makes_dearer() -> None:
    told = replace(RISE, amount_before=None, amount_after=None)
    assert from_price(replace(told, percent=Decimal(7))) == {Gist.DEARER}
    assert from_price(replace(told, difference=Decimal(-2))) == {Gist.CHEAPER}
    assert from_price(replace(RISE, amount_before=None, difference=Decimal(4))) == {Gist.DEARER}
