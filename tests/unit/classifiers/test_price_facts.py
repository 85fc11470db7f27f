"""Prices are matched old to new by plan, and only real changes of an offer are facts."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price, PriceKind, TagName
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]


def prices(sighting: Sighting) -> list[Price]:
    return [fact.value for fact in sighting.facts if isinstance(fact.value, Price)]


def told(sighting: Sighting) -> list[tuple[str | None, Decimal | None, Decimal | None]]:
    amounts = [price for price in prices(sighting) if price.kind is PriceKind.AMOUNT]
    return [(price.plan, price.amount_before, price.amount_after) for price in amounts]


def test_a_plan_under_its_heading_that_shows_another_amount_changed(seen: See, edit: Make) -> None:
    (sighting,) = seen(edit("$49 per seat / month", "$59 per seat / month", path=("Pricing", "Pro")))
    (price,) = prices(sighting)
    assert (price.plan, price.amount_before, price.amount_after) == ("Pro", Decimal(49), Decimal(59))
    assert (price.currency, price.period, price.per) == ("USD", "month", "seat")
    assert sighting.headline == "Brightvane raises Pro from $49 to $59 per seat a month (+20.4%)"
    assert sighting.tags[0].tag is TagName.PRICING


def test_a_row_that_went_and_a_row_that_came_are_one_change_of_their_plan(seen: See, edit: Make) -> None:
    (sighting,) = seen(
        edit("Pro | $49 / month", None, "table", cells=(("Plan", "Pro"), ("Price", "$49 / month"))),
        edit(None, "Pro | $39 / month", "table", cells=(("Plan", "Pro"), ("Price", "$39 / month"))),
    )
    assert told(sighting) == [("Pro", Decimal(49), Decimal(39))]


def test_in_a_table_with_plans_as_columns_the_header_names_the_plan(seen: See, edit: Make) -> None:
    cells = (("", "Price"), ("Starter", "$10 / month"), ("Scale", "$90 / month"))
    (sighting,) = seen(edit(None, "Price | $10 / month | $90 / month", "table", cells=cells))
    assert told(sighting) == [("Starter", None, Decimal(10)), ("Scale", None, Decimal(90))]


def test_a_plan_that_only_moved_on_the_page_is_no_fact(seen: See, edit: Make) -> None:
    (sighting,) = seen(
        edit("$49 / month", None, path=("Plans", "Pro")), edit(None, "$49 / month", path=("Our plans", "Pro"))
    )
    assert told(sighting) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$49 / month", "49 $ / month"),
        ("$49/mo", "$49 per month"),
        ("€49 incl. VAT", "€41.18 excl. VAT"),
        ("$0", "free"),
    ],
)
def test_another_notation_or_tax_view_is_no_change(seen: See, edit: Make, before: str, after: str) -> None:
    assert told(seen(edit(before, after, path=("Pricing", "Pro")))[0]) == []


@pytest.mark.parametrize("where", ["footer", "nav", "header", "banner", "aside"])
def test_a_price_in_site_chrome_is_not_pricing(seen: See, edit: Make, where: str) -> None:
    (sighting,) = seen(edit("Plans from $49 / month", "Plans from $59 / month", where))
    assert told(sighting) == []
    assert not sighting.tags


@pytest.mark.parametrize(
    "text",
    [
        "Ana saved $90 a month with us",
        "Win a $500 voucher",
        "We raised $12 million from investors",
        "Fined $9 million by the regulator",
        "Revenue of $40 million a year",
    ],
)
def test_an_amount_that_is_not_what_an_offer_costs_is_no_price(seen: See, edit: Make, text: str) -> None:
    assert told(seen(edit(None, text))[0]) == []


def test_a_new_currency_is_a_change_though_the_number_stays(seen: See, edit: Make) -> None:
    (sighting,) = seen(edit("€10 / month", "$10 / month", path=("Plus",)))
    assert told(sighting) == [("Plus", Decimal(10), Decimal(10))]
    assert sighting.headline == "Brightvane now shows prices in dollars: Plus $10 a month (was €10)"


def test_a_plan_without_a_name_goes_by_its_price(seen: See, edit: Make) -> None:
    assert told(seen(edit("$20/mo", "$75/mo"))[0]) == [("$75/mo", Decimal(20), Decimal(75))]


def test_a_quota_of_a_plan_that_changed_is_a_fact_and_pricing(
    seen: See, edit: Make, source: Callable[..., Source]
) -> None:
    page = source(url="https://brightvane.example/pricing")
    (sighting,) = seen(edit("50 checks", "20 checks", "list", ("Pricing", "Starter")), of=page)
    (price,) = prices(sighting)
    assert (price.kind, price.plan, price.before, price.after) == (PriceKind.QUOTA, "Starter", "50 checks", "20 checks")
    assert sighting.tags[0].tag is TagName.PRICING


def test_renamed_plans_are_renamed_and_not_new(seen: See, edit: Make, source: Callable[..., Source]) -> None:
    page = source(url="https://brightvane.example/pricing")
    (sighting,) = seen(
        edit("Standard", None, "heading", ("Plans",)), edit(None, "Business", "heading", ("Plans",)), of=page
    )
    (price,) = prices(sighting)
    assert (price.kind, price.before, price.after) == (PriceKind.PLAN_RENAMED, "Standard", "Business")


def test_an_offer_now_free_to_ask_for_a_price_loses_its_amount(seen: See, edit: Make) -> None:
    (sighting,) = seen(
        edit("$900 / month", None, "list", ("Pricing", "Enterprise")),
        edit(None, "Contact sales", "list", ("Pricing", "Enterprise")),
    )
    assert told(sighting) == [("Enterprise", Decimal(900), None)]
