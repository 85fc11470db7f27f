"""Prices that rivals ask, customers paid or cost examples tell become no price of the company's own."""

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
Moved = list[tuple[Decimal | None, Decimal | None]]


def prices(seen: tuple[Sighting, ...]) -> Moved:
    facts = [fact.value for one in seen for fact in one.facts]
    return [(one.amount_before, one.amount_after) for one in facts if isinstance(one, Price)]


@pytest.fixture
def page(source: Of) -> Source:
    return source(name="Kelvar", url="https://kelvar.example/pricing")


@pytest.mark.parametrize(
    "sentence",
    [
        "Unlike Ordway, which charges {} per month, Kelvar starts at $29 per month.",
        "Kelvar starts at $29 per month, while Ordway asks {} per month.",
        "“Our team paid Ordway {} a month before,” says Jo Lake of Tarn Hotels.",
        "Kelvar cut our cloud bill from $40,000 to {} a month.",
    ],
)
def test_an_amount_of_somebody_else_that_moved_is_no_change(seen: See, edit: Make, page: Source, sentence: str) -> None:
    before, after = sentence.format("$99"), sentence.format("$149")
    assert prices(seen(edit(before, after, "paragraph", ("Pricing",)), of=page)) == []


@pytest.mark.parametrize(
    ("title", "lead"),
    [
        (
            "Ordway raises prices; Kelvar holds at $49",
            "While Ordway raises its Pro plan from $59 to $79 a month, Kelvar stays where it is.",
        ),
        ("Prices in the market", "Ordway has raised the price of its Pro plan from $59 to $79; Kelvar has not."),
        ("A customer story", "“We went from paying $900 a month to $120 a month,” says Jo Lake of Tarn Hotels."),
        ("A customer story", "Tarn Hotels went from paying $900 a month to $120 a month with Kelvar."),
        ("How we cut our AWS bill from $40,000 to $12,000 a month", ""),
        ("How Tarn lowered its hosting costs from $4,000 to $1,200 a month", ""),
        ("Cut your phone bill from $400 to $120 a month", ""),
    ],
)
def test_an_entry_about_somebody_elses_money_tells_no_price(
    seen: See, entry: Make, source: Of, title: str, lead: str
) -> None:
    assert prices(seen(entry(title, lead), of=source(name="Kelvar", kind="feed"))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kelvar raises its Pro plan from $20 to $25 per month.",
        "Unlike Ordway, Kelvar raises its Pro plan from $20 to $25 per month.",
        "While Ordway raises its prices, we raise the Pro plan from $20 to $25 per month.",
        "“We are raising the Pro plan from $20 to $25 per month,” says Jo Lake, who runs Kelvar.",
        "The Pro plan increases from $20 to $25 per month.",
        "Customers who are paying for the Pro plan see it go from $20 to $25 per month.",
        "Your bill for the Pro plan goes from $20 to $25 per month.",
        "We raised the cost of the Pro plan from $20 to $25 per month.",
    ],
)
def test_the_companys_own_move_stays_one(seen: See, entry: Make, source: Of, text: str) -> None:
    found = prices(seen(entry("Kelvar changes prices", text), of=source(name="Kelvar", kind="feed")))
    assert found == [(Decimal(20), Decimal(25))]
