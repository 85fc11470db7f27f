"""Money that a filing or a report tells of is no price: revenue, salaries, fees paid to others, notes and proceeds."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Of = Callable[..., Source]


def prices(seen: tuple[Sighting, ...]) -> list[tuple[Decimal | None, Decimal | None]]:
    facts = [fact.value for one in seen for fact in one.facts]
    return [(one.amount_before, one.amount_after) for one in facts if isinstance(one, Price)]


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "8-K: Results of Operations and Financial Condition",
            "Net revenue for the third quarter, including subscriptions, decreased 4% to $212.6 million from "
            "$221.5 million in the same period of the year before.",
        ),
        ("8-K: Other events", "Under the plan, the monthly fee paid to Brennan LLC rises from $20,000 to $25,000."),
        (
            "8-K: Departure of Directors or Certain Officers",
            "The base salary of its Chief Executive Officer under the incentive plan goes from $640,000 to $700,000.",
        ),
        (
            "Brightvane files a current report",
            "Item 2.02 Subscription fees were $88.2 million compared to $71.0 million.",
        ),
        ("8-K: Entry into a Material Agreement", "Brightvane will pay Ordway a termination fee of $30 million."),
        (
            "8-K: Other events",
            "On June 2, 2017, Brightvane Foods, Inc. (the “Company”) issued $350,000,000 notes under the plan.",
        ),
        ("Brightvane amends its loan", "Pursuant to the plan, the commitment fee goes from $40,000 to $52,000 a year."),
        ("Form 10-Q", "The lease fee per month rises from $9,000 to $11,000."),
    ],
)
def test_a_filing_tells_of_money_and_of_no_list_price(
    seen: See, entry: Make, source: Of, title: str, lead: str
) -> None:
    assert prices(seen(entry(title, lead), of=source(kind="feed"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Subscription fees were $88.2 million compared to $71.0 million a year before.",
        "The fee was cut from $20 million to $15 million.",
        "The base salary under the new plan goes from $640,000 to $700,000.",
        "Under the plan, the monthly fee paid to Brennan LLC rises from $20,000 to $25,000.",
        "A break-up fee of $900,000 per year holds.",
        "The price of the senior notes went from $1,020 to $985.",
        "Net proceeds from the plan went from $40,000 to $60,000.",
    ],
)
def test_money_of_the_books_is_no_price_anywhere_else(seen: See, entry: Make, source: Of, text: str) -> None:
    assert prices(seen(entry("Brightvane reports", text), of=source(kind="feed"))) == []


def test_a_filing_that_tells_what_customers_pay_tells_a_price(seen: See, entry: Make, source: Of) -> None:
    lead = "Item 7.01 The price of the Pro plan for subscribers rises from $20 to $25 per month."
    assert prices(seen(entry("8-K: Regulation FD Disclosure", lead), of=source(kind="feed"))) == [
        (Decimal(20), Decimal(25))
    ]


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("The Notes plan goes from $5 to $8 per month.", 5, 8),
        ("The Enterprise plan goes from $1.2 million to $1.5 million per year.", 1_200_000, 1_500_000),
        ("The Pro plan goes from ¥1,200,000 to ¥1,500,000.", 1_200_000, 1_500_000),
    ],
)
def test_a_price_stays_one_though_it_is_large_or_of_a_tool_for_notes(
    seen: See, entry: Make, source: Of, text: str, old: int, new: int
) -> None:
    found = prices(seen(entry("Brightvane changes its prices", text), of=source(kind="feed")))
    assert found == [(Decimal(old), Decimal(new))]
