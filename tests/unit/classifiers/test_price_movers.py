"""A share that prices move by is the company's own only where the company moves its own prices."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Price
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]


def percents(sightings: tuple[Sighting, ...]) -> list[int]:
    prices = [fact.value for sighting in sightings for fact in sighting.facts if isinstance(fact.value, Price)]
    return [int(price.percent) for price in prices if price.percent is not None]


OTHERS = [
    "Hotels using Kelvar increase rates by 12% on average.",
    "We help hotels raise prices by 15% without losing guests.",
    "We helped Hotel Brenner increase rates by 9%.",
    "Kelvar lets you raise rates by 5%.",
    "Kelvar increases your rates by 12%.",
    "Kelvar increases room rates by 12%.",
    "Kelvar's engine raises rates by 10% on weekends.",
    "Our tool automatically increases prices by 10% when demand is high.",
    "Our pricing tool increases revenue by 10%.",
    "Our customers cut fees by 20%.",
    "Cut card fees by 30% with Kelvar Pay.",
    "Raise your rates by 12% with smart pricing.",
    "How Hotel Brenner raised its rates by 18%",
    "How to raise prices by 10%",
    "With Kelvar hotels see their rates rise by 6%.",
    "Unsere Kunden senken ihre Preise um 30 %.",
    "Mit Kelvar erhöhen Hotels ihre Preise um 10 %.",
    "Erhöhen Sie Ihre Preise um 10 %.",
    "Nos clients augmentent leurs prix de 10 %.",
    "Nuestros clientes suben sus precios un 10 %.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_prices_that_customers_or_a_tool_move_are_not_the_companys(
    seen: See, edit: Make, entry: Make, source: Callable[..., Source], text: str
) -> None:
    for place, change in (("page", edit(None, text)), ("feed", entry(text))):
        sightings = seen(change, of=source("Kelvar", place, "https://kelvar.example/news"))
        assert percents(sightings) == []
        assert all(f"Kelvar {verb} prices" not in one.headline for one in sightings for verb in ("raises", "cuts"))


@pytest.mark.parametrize(
    ("text", "percent"),
    [
        ("Prices will increase by 8% on January 1", 8),
        ("Kelvar prices rise 6% as cocoa prices rise 40%", 6),
        ("We are raising prices by 8%", 8),
        ("Kelvar raises prices by 10%", 10),
        ("Kelvar is raising rates by 5% for all customers.", 5),
        ("Kelvar Pay will raise its fees by 5%.", 5),
        ("Kelvar raises Pro prices by 10%", 10),
        ("Effective March 1, rates increase by 5%.", 5),
        ("All plan prices go up by 7% on 1 June 2027.", 7),
        ("Customers will see our prices rise by 5%.", 5),
        ("Your subscription fees will increase by 4% from May.", 4),
        ("Preise steigen um 5 %", 5),
        ("Zum 1. März erhöht Kelvar die Preise um 5 %.", 5),
        ("Unsere Kunden zahlen weniger: wir senken die Preise um 10 %.", -10),
        ("Nos tarifs augmentent de 5 %.", 5),
        ("Nuestros precios suben un 5 %.", 5),
    ],
)
def test_a_price_move_of_the_company_is_told(
    seen: See, edit: Make, source: Callable[..., Source], text: str, percent: int
) -> None:
    found = percents(seen(edit(None, text), of=source("Kelvar", url="https://kelvar.example/pricing")))
    assert found == [percent]
