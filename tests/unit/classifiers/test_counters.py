"""Money that runs through a company, that is insured or given back is no price."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from classifiers import present_facts
from classifiers.prices.labels import label_before
from domain.changes import Edit
from domain.content import Block, Extraction, Where
from domain.events import Sighting
from domain.findings import Price
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Of = Callable[..., Source]
PRICING = "https://kelvar.example/pricing"

COUNTED = [
    ("Over $2 billion processed every year", "Over $3 billion processed every year"),
    ("$400,000 processed every day", "$500,000 processed every day"),
    ("We process $120 million a month for hotels.", "We process $150 million a month for hotels."),
    ("We process $120,000 a month for each hotel.", "We process $150,000 a month for each hotel."),
    ("$900,000 a month in card payments", "$950,000 a month in card payments"),
    ("Saved by our hotels: $400,000 in payouts", "Saved by our hotels: $500,000 in payouts"),
    ("Wir verarbeiten über 90.000 € im Monat.", "Wir verarbeiten über 95.000 € im Monat."),
]
COVERED = [
    ("Every plan comes with a $100,000 warranty.", "Every plan comes with a $250,000 warranty."),
    ("Every plan comes with a $500 guarantee.", "Every plan comes with a $900 guarantee."),
    ("Your data is insured up to $5 million", "Your data is insured up to $8 million"),
    ("Your data is insured up to $50,000", "Your data is insured up to $80,000"),
    ("Coverage of $20,000 per guest", "Coverage of $30,000 per guest"),
    ("SLA credit: $100 per hour", "SLA credit: $120 per hour"),
    ("Service credits of $100 per hour", "Service credits of $120 per hour"),
]


def moved(seen: tuple[Sighting, ...]) -> list[tuple[Decimal | None, Decimal | None]]:
    prices = [fact.value for one in seen for fact in one.facts if isinstance(fact.value, Price)]
    return [(price.amount_before, price.amount_after) for price in prices]


def now(of: Source, *blocks: tuple[Where, str]) -> list[tuple[str | None, Decimal | None]]:
    read = tuple(Block(where=where, path=("Pricing",), text=text) for where, text in blocks)
    stated = present_facts(Extraction(version="1", blocks=read), of)
    return [(one.fact.value.plan, one.fact.value.amount_after) for one in stated if isinstance(one.fact.value, Price)]


@pytest.mark.parametrize(("before", "after"), COUNTED + COVERED)
def test_money_counted_or_covered_is_no_price(seen: See, edit: Make, source: Of, before: str, after: str) -> None:
    page = source("Kelvar", url=PRICING)
    for where in ("paragraph", "heading", "list"):
        assert moved(seen(edit(before, after, where, ("Pricing",)), of=page)) == []
    assert now(page, (Where.PARAGRAPH, after), (Where.CARD, after)) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Extended warranty: $99 per year", "Extended warranty: $119 per year"),
        ("Damage protection: $5 per booking", "Damage protection: $6 per booking"),
        ("$0.10 per payment processed", "$0.12 per payment processed"),
        ("$49 per month with a 30-day money-back guarantee", "$59 per month with a 30-day money-back guarantee"),
        ("$490 in monthly payments", "$590 in monthly payments"),
        ("Managed hosting: $49 per month", "Managed hosting: $59 per month"),
        ("Payment processing from $49 per month", "Payment processing from $59 per month"),
    ],
)
def test_what_is_sold_beside_such_words_stays_a_price(
    seen: See, edit: Make, source: Of, before: str, after: str
) -> None:
    found = moved(seen(edit(before, after, "card", ("Pricing",)), of=source("Kelvar", url=PRICING)))
    assert len(found) == 1


@pytest.mark.parametrize("amount", ["$3 billion+", "$3 billion", "€45 million", "$3bn a year"])
def test_a_counter_that_stands_above_its_words_is_no_price(seen: See, edit: Make, source: Of, amount: str) -> None:
    page = source("Kelvar", url="https://kelvar.example/")
    edits = edit("$2 billion+", amount, "heading", ("Kelvar",)), edit(None, "in payments every year")
    assert moved(seen(*edits, of=page)) == []


@pytest.mark.parametrize("word", ["Over", "Under", "Above", "About", "Nearly"])
def test_a_word_of_measure_is_no_plan(word: str) -> None:
    assert label_before(f"{word} ") is None
