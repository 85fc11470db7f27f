"""Amounts told by the month that are paid for a year at once: "$24 billed annually" beside "$29 monthly"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

import re2

from classifiers.prices.billing import BILLED_YEARLY
from classifiers.prices.offers import Offer
from classifiers.wording.money import find_money
from domain.findings import Side

BEHIND = 40
# "billed annually" is how a year's amount is told, too; "per year" and "/yr" tell only that.
PAID = re2.compile(r"(?i)\b(?:billed|paid|charged|invoiced) (?:annually|yearly|once a year)\b")
Place = tuple[Side, str, str]


def contracted(found: Sequence[Offer]) -> list[Offer]:
    """The offers with what is said of their contract.

    "billed annually" behind an amount is no period of a year where the plan asks more than that for one month.
    """
    monthly: dict[Place, Decimal] = {}
    for offer in found:
        for place, amount in monthly_amounts(offer):
            monthly[place] = max(amount, monthly.get(place, Decimal(0)))
    return [by_contract(offer, monthly.get(place_of(offer))) for offer in found]


def place_of(offer: Offer) -> Place:
    return offer.passage.side, offer.plan_key, offer.money.currency


def monthly_amounts(offer: Offer) -> Iterator[tuple[Place, Decimal]]:
    """What the plan asks for a month: the offer itself, and amounts in the unchanged lines beside it."""
    if offer.money.period == "month":
        yield place_of(offer), offer.money.amount
    beside = offer.passage.edit.beside
    for line in (beside.above, beside.below) if beside else ():
        for money in find_money(line):
            if money.period == "month" and money.currency == offer.money.currency:
                yield place_of(offer), money.amount


def by_contract(offer: Offer, month: Decimal | None) -> Offer:
    money = offer.money
    paid = PAID.search(offer.passage.text[money.end : money.stop])
    if paid and money.period == "year" and month is not None and 0 < money.amount <= month:
        return replace(offer, money=replace(money, period="month"), billed="year")
    if money.period != "month":
        return offer
    behind = offer.passage.text[money.end : money.stop + BEHIND]
    below = offer.passage.edit.beside.below if offer.passage.edit.beside else ""
    other = next(iter(find_money(behind)), None)
    said = behind[: other.start] if other else behind
    own = BILLED_YEARLY.search(said) or (BILLED_YEARLY.search(below) and not find_money(below))
    return replace(offer, billed="year") if own else offer
