"""By how much a price is said to move: with the new price or alone, and of the company's own plans only."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price, PriceKind
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Step = tuple[str | None, Decimal | None, Decimal | None]


@pytest.fixture
def told(seen: See, entry: Make, source: Callable[..., Source]) -> Callable[[str], list[Price]]:
    feed = source(name="Tern", kind="feed")

    def read(text: str) -> list[Price]:
        facts = [fact.value for one in seen(entry(text), of=feed) for fact in one.facts]
        return [value for value in facts if isinstance(value, Price)]

    return read


@pytest.mark.parametrize(
    ("text", "plan", "difference", "after"),
    [
        ("On 1 June the Pro plan goes up $4 to $29 per month", "Pro", 4, 29),
        ("Starter is now $5 a month, $2 less than before", "Starter", -2, 5),
        ("Der Preis für den Tarif Komfort steigt um 2 Euro auf 14,90 Euro im Monat", "Komfort", 2, "14.9"),
        ("La tarifa Hogar sube 2 euros, hasta los 22 euros al mes", "Hogar", 2, 22),
        ("Tern Connect: $6 more per line from May", "Tern Connect", 6, None),
        ("We have taken $3 off the monthly price of Premium", "Premium", -3, None),
        ("We are hiking the monthly price of Harbour by $3", "Harbour", 3, None),
        ("From April your monthly price goes up by £3.50", None, "3.5", None),
    ],
)
def test_a_difference_is_told_as_such_and_never_as_what_a_plan_costs(
    told: Callable[[str], list[Price]], text: str, plan: str | None, difference: int | str, after: int | str | None
) -> None:
    (price,) = told(text)

    amount = Decimal(after) if after is not None else None
    assert (price.plan, price.difference, price.amount_after) == (plan, Decimal(difference), amount)
    assert price.amount_before is None
    assert price.kind is (PriceKind.BILLING_TERM if after is None else PriceKind.AMOUNT)


@pytest.mark.parametrize(
    "text",
    [
        "Competitors ask $6 more per seat than we do",
        "Prices may go up by $2 next year",
        "The market rose by $3 a barrel",
        "Customers save $40 more each month",
    ],
)
def test_what_is_unsure_or_moves_elsewhere_is_no_difference(told: Callable[[str], list[Price]], text: str) -> None:
    assert not [price for price in told(text) if price.difference is not None]


def test_the_title_of_an_entry_is_no_plan(told: Callable[[str], list[Price]]) -> None:
    (price,) = told("Introducing Tern Lite\nA smaller plan for small shops. Tern Lite costs €7 per month.")

    assert (price.plan, price.amount_after) == ("Tern Lite", Decimal(7))


def test_a_price_that_held_until_now_is_none_of_today(told: Callable[[str], list[Price]]) -> None:
    assert told("Tern makes exports free\nUntil now exports cost $10 per month.") == []


def test_a_headline_tells_the_difference_that_a_title_leaves_out(
    seen: See, entry: Make, source: Callable[..., Source]
) -> None:
    title = "Our cheapest plan just got cheaper"
    told = replace(entry(f"{title}\nStarter is now $5 a month, $2 less than before."), title=title)

    (sighting,) = seen(told, of=source(name="Tern", kind="feed"))

    assert sighting.headline == "Tern cuts Starter by $2 to $5 a month"


def test_as_many_names_as_differences_have_one_each(told: Callable[[str], list[Price]]) -> None:
    found = told("Tern lowers Jetty, Harbour and Ocean prices by $1, $3 and $7")
    assert [(price.plan, price.difference) for price in found] == [
        ("Jetty", Decimal(-1)),
        ("Harbour", Decimal(-3)),
        ("Ocean", Decimal(-7)),
    ]


def test_differences_without_a_name_for_each_are_nobodys(told: Callable[[str], list[Price]]) -> None:
    assert told("Tern raises its plans by $3 and $7") == []
