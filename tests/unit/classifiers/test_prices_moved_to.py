"""Amounts in entries of a feed that name neither a plan nor a period: the new price, a thought or a rival's."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price, PriceKind
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]


@pytest.fixture
def amounts(seen: See, entry: Make, source: Callable[..., Source]) -> Callable[[str], list[Decimal | None]]:
    feed = source(name="Tern", kind="feed")

    def read(text: str) -> list[Decimal | None]:
        facts = [fact.value for one in seen(entry(text), of=feed) for fact in one.facts]
        return [value.amount_after for value in facts if isinstance(value, Price) and value.kind is PriceKind.AMOUNT]

    return read


Amounts = Callable[[str], list[Decimal | None]]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Tern cuts price of Home to $59", 59),
        ("We are raising our price to £12 from 1 June", 12),
        ("Tern is raising its price to $12", 12),
        ("Tern: from 1 May the price goes up to $59", 59),
        ("Most customers will pay £12 from May", 12),
        ("Wir erhöhen den Preis auf 12 €", 12),
    ],
)
def test_a_price_that_moves_to_an_amount_is_told_though_no_plan_or_period_is(
    amounts: Amounts, text: str, amount: int
) -> None:
    assert amounts(text) == [Decimal(amount)]


@pytest.mark.parametrize(
    "text",
    [
        "$49 beats $50 in every test we ran",
        "Why our price stays at $49",
        "Spotify raises price to $12",
        "Tern says Apple is raising its price to $12",
        "Oil price rises to $90",
        "Most customers will pay £6 more",
    ],
)
def test_a_thought_a_rivals_price_and_a_difference_are_no_price_of_the_company(amounts: Amounts, text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    ("title", "told"),
    [
        ("Tern plans to open a yard in Leeds", "Tern plans to open a yard in Leeds"),
        ("New plans for teams", "Tern raises Home from $50 to $60 a month (+20.0%)"),
    ],
)
def test_a_title_gives_way_to_prices_only_where_it_speaks_of_them(
    seen: See, entry: Make, source: Callable[..., Source], title: str, told: str
) -> None:
    change = entry(title, "The price of Home rises from $50 to $60 a month.")
    (sighting,) = seen(change, of=source(name="Tern", kind="feed"))
    assert sighting.headline == told
