"""Words beside an amount: the old price told with the new one, use above what is included, units of two words."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from classifiers.wording.money import find_money
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Of = Callable[..., Source]


@pytest.fixture
def prices(seen: See, edit: Make, source: Of) -> Callable[[str, str], list[Price]]:
    page = source(url="https://brightvane.example/pricing")

    def read(before: str, after: str) -> list[Price]:
        made = seen(edit(before, after, "card", ("Pricing", "Pro")), of=page)
        return [fact.value for one in made for fact in one.facts if isinstance(fact.value, Price)]

    return read


Prices = Callable[[str, str], list[Price]]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$49 / month", "$39 / month instead of $49"),
        ("49 € / mois", "39 € / mois au lieu de 49 €"),
        ("49 € pro Monat", "39 € statt 49 € pro Monat"),
    ],
)
def test_an_old_price_told_beside_the_new_one_is_not_withdrawn(prices: Prices, before: str, after: str) -> None:
    found = [(one.plan, one.amount_before, one.amount_after, one.period) for one in prices(before, after)]
    assert found == [("Pro", Decimal(49), Decimal(39), "month")]


@pytest.mark.parametrize(
    ("before", "after", "old", "new", "per"),
    [
        (
            "Includes 50,000 events, then $0.004 per event",
            "Includes 40,000 events, then $0.005 per event",
            "0.004",
            "0.005",
            "event",
        ),
        (
            "First 10,000 emails free, $1 per 1,000 after that",
            "First 10,000 emails free, $2 per 1,000 after that",
            "1",
            "2",
            "1,000",
        ),
        ("Beyond 5,000 calls $0.01 per call", "Beyond 5,000 calls $0.02 per call", "0.01", "0.02", "call"),
        (
            "5.000 Mails inklusive, danach 0,01 € pro Mail",
            "5.000 Mails inklusive, danach 0,02 € pro Mail",
            "0.01",
            "0.02",
            "mail",
        ),
    ],
)
def test_use_above_what_is_included_belongs_to_the_plan_of_its_heading(
    prices: Prices, before: str, after: str, old: str, new: str, per: str
) -> None:
    (price,) = [one for one in prices(before, after) if one.amount_after is not None]
    assert (price.plan, price.amount_before, price.amount_after) == ("Pro", Decimal(old), Decimal(new))
    assert (price.charge, (price.per or "")[-len(per) :].lower()) == ("usage", per)


@pytest.mark.parametrize(
    ("text", "per", "period"),
    [
        ("$50 per full seat / month", "full seat", "month"),
        ("$50 per named user per month", "named user", "month"),
        ("$50 / month per active member", "active member", "month"),
        ("$50 per full operator / month", "full operator", "month"),
        ("$50 per additional user / month", "user", "month"),
        ("$50 per editor / month", "editor", "month"),
        ("$50 per seat billed yearly", "seat", "year"),
        ("$50 per seat billed per month", "seat", None),
        ("$50 per operator billed per month", "operator", None),
        ("$50 per team member / month", "team member", "month"),
        ("$50 per person and night", "person", None),
        ("$5 per gigabyte stored", "gigabyte", None),
    ],
)
def test_a_unit_may_have_two_words(text: str, per: str, period: str | None) -> None:
    (money,) = find_money(text)
    assert (money.per, money.period) == (per, period)


def test_an_editor_that_became_a_full_seat_is_told_with_the_new_unit(prices: Prices) -> None:
    (price,) = prices("$40 per editor / month", "$50 per full seat / month")
    assert (price.amount_before, price.amount_after) == (Decimal(40), Decimal(50))
    assert (price.per, price.period) == ("full seat", "month")
