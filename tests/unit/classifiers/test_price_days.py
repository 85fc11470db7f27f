"""Prices of a day to come keep their day, discounts their end, and a share that prices move by is a fact of its own."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from classifiers.present import in_force
from classifiers.prices.shares import shares_in
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Fact, Price, PriceKind, Quote, Side
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
PRO = ("Pricing", "Pro")


@pytest.fixture
def pricing(source: Callable[..., Source]) -> Source:
    return source(url="https://brightvane.example/pricing")


def prices(sighting: Sighting) -> list[Price]:
    return [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]


def test_an_amount_announced_beside_the_one_that_stays_goes_from_that_to_this(
    seen: See, edit: Make, pricing: Source
) -> None:
    (sighting,) = seen(edit("$49 / month", "$49 / month ($59 / month from 1 May 2027)", "card", PRO), of=pricing)
    (price,) = prices(sighting)
    assert (price.amount_before, price.amount_after, price.effective_on) == (Decimal(49), Decimal(59), date(2027, 5, 1))
    assert sighting.headline == "Brightvane raises Pro from $49 to $59 a month (+20.4%), from 1 May 2027"


def test_an_amount_of_a_day_to_come_is_not_told_as_asked_now(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(edit(None, "A partir del 1 de marzo de 2027: 33 €/mes", "list", PRO), of=pricing)
    assert sighting.headline == "Brightvane asks €33 a month for Pro, from 1 March 2027"


def test_the_day_of_one_plan_is_not_that_of_another(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit(None, "From 1 May 2027: $59 / month", "list", PRO),
        edit("$9 / month", "$11 / month", "card", ("Pricing", "Lite")),
        of=pricing,
    )
    assert {price.plan: price.effective_on for price in prices(sighting)} == {"Pro": date(2027, 5, 1), "Lite": None}


def test_a_discount_is_told_with_its_last_day(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(
        edit("$60 / month", "$60 $45 / month", "card", PRO),
        edit(None, "Offer ends 30 November 2026", "list", PRO),
        of=pricing,
    )
    (discount,) = [price for price in prices(sighting) if price.kind is PriceKind.DISCOUNT]
    assert (discount.ends_on, discount.effective_on) == (date(2026, 11, 30), None)
    assert "at $45 a month instead of $60 until 30 November 2026" in sighting.headline


@pytest.mark.parametrize(
    ("text", "percent", "day"),
    [
        ("Prices will increase by 8% on January 1, 2027.", 8, date(2027, 1, 1)),
        ("Zum 1. März 2027 erhöhen wir unsere Preise um durchschnittlich 6 %.", 6, date(2027, 3, 1)),
        ("À partir du 1er avril 2027, nos prix augmentent de 4 %.", 4, date(2027, 4, 1)),
        ("We are cutting our fees by 2.5%.", Decimal("-2.5"), None),
    ],
)
def test_a_share_that_prices_move_by_is_told_with_its_day(
    seen: See, edit: Make, pricing: Source, text: str, percent: Decimal, day: date | None
) -> None:
    (price,) = prices(seen(edit(None, text, path=("Pricing",)), of=pricing)[0])
    assert (price.percent, price.effective_on, price.comparable) == (percent, day, False)


@pytest.mark.parametrize(
    "text",
    [
        "We do not expect prices to increase by more than 3% a year.",
        "We often hear that software prices rise by 10% a year.",
        "Our competitors raise prices by 9% on 1 March 2027; we do not.",
        "Revenue rose by 8% as prices fell.",
    ],
)
def test_shares_denied_hoped_or_of_others_are_no_fact(seen: See, edit: Make, pricing: Source, text: str) -> None:
    assert prices(seen(edit(None, text, path=("Pricing",)), of=pricing)[0]) == []


def test_shares_in_a_long_text_without_any_are_none() -> None:
    assert list(shares_in("prices rise " * 20_000)) == []


def test_a_price_to_come_is_not_in_the_price_book_beside_the_one_in_force() -> None:
    quote = Quote(edit="e", side=Side.AFTER, start=0, end=3, text="$59")

    def price(amount: int, day: date | None) -> Fact:
        value = Price(kind=PriceKind.AMOUNT, plan="Pro", amount_after=Decimal(amount), period="month", effective_on=day)
        return Fact(type="price", value=value, quote=quote, confidence=0.9)

    now, later = price(49, None), price(59, date(2027, 5, 1))
    assert in_force([now, later]) == [now]
    assert in_force([later]) == [later]


def test_an_extra_under_a_plan_is_not_told_as_the_plan_s_price(seen: See, edit: Make, pricing: Source) -> None:
    (sighting,) = seen(edit(None, "Optional custom domain for €5", "list", ("Pricing", "Personal")), of=pricing)
    assert sighting.headline == "Brightvane adds “Optional custom domain” at €5 to Personal"


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Tide alarm as an extra for €5", None, "drops “Tide alarm as an extra” at €5 from Crew"),
        (None, "Optional printed charts for only €9/month", "adds “Optional printed charts” at €9 a month to Crew"),
        (
            "Optional alarm for €5/month",
            "Optional alarm for €6/month",
            "raises “Optional alarm” of Crew from €5 to €6 a month",
        ),
        (
            "Optional alarm for €5",
            "Optional alarm for €5/month",
            "changes “Optional alarm” of Crew from €5 to €5 a month",
        ),
    ],
)
def test_an_extra_is_called_by_the_words_before_its_amount(
    seen: See, edit: Make, pricing: Source, before: str | None, after: str | None, said: str
) -> None:
    (sighting,) = seen(edit(before, after, "list", ("Pricing", "Crew")), of=pricing)
    assert sighting.headline == f"Brightvane {said}"
