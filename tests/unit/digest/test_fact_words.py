"""One fact in plain words: by its phrase, else by its fields."""

from dataclasses import dataclass
from decimal import Decimal

import pytest

from digest.fact_words import fact_words
from domain.findings import Appointment as Moved
from domain.findings import Fact, Move, Price, PriceKind, Quote, Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Weather:
    """A kind of fact that no phrase knows."""

    kind: str
    place: str | None = None
    depth: int | None = None


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            Price(
                kind=PriceKind.AMOUNT,
                plan="Pro",
                before="$49",
                after="$59",
                amount_before=Decimal(49),
                amount_after=Decimal(59),
                currency="USD",
            ),
            "Pro: $49 → $59 (+20%)",
        ),
        (
            Price(kind=PriceKind.BILLING_TERM, plan=None, after="billed monthly"),
            "billing term: nothing → billed monthly",
        ),
        (Moved(person="Ana Dale", role="head of sales", move=Move.JOINED), "Ana Dale joined as head of sales"),
        (Weather(kind="first_frost", place="Leeds"), "first frost, place Leeds"),
    ],
)
def test_a_fact_is_said_in_words(value: object, said: str) -> None:
    quote = Quote(edit="e", side=Side.AFTER, start=0, end=1, text="x")
    assert fact_words(Fact(type="any", value=value, quote=quote, confidence=1.0)) == said  # type: ignore[arg-type]
