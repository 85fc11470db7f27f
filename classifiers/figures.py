"""Reported figures: metric, amount and growth."""

from collections.abc import Iterator, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

import re2

from classifiers.money import NUMBER, SCALE, SYMBOL, amount_of, currency_of
from classifiers.passages import Passage
from domain.findings import Fact, Figure, Side
from domain.sources import Source

LONGEST_TEXT = 4_000
MONEY_METRIC = (
    r"(?:net |total |annual |quarterly |operating |recurring |gross )*(?:revenues?|turnover|"
    r"sales|EBITDA|profits?|income|earnings|ARR|bookings|loss|"
    r"cash flow|GMV|transaction volume|funding)"
)
COUNTED = (
    r"(?:merchants|users|customers|employees|subscribers|members|stores|partners|countries|"
    r"hotels|clients|downloads|accounts|shoppers)"
)
GROWTH = (
    r"(?:\s*\(\s*([+\-−–]\s?[\d.,]+)\s?%[^)]{0,30}\)|,? (up|down|an increase of|a decrease of|"
    r"growing|rising|falling) (?:by )?([\d.,]+)\s?(?:%|percent|per cent))"
)
LINK = (
    r"(?: (?:of|was|were|is|reached|totall?ed|rose to|grew to|increased to|climbed to|hit|"
    r"came to|fell to|at|to|amounted to))?:? "
)
MONEY_FIGURE = re2.compile(
    rf"(?i)\b({MONEY_METRIC}){LINK}(?:a |an )?(?:record )?({SYMBOL})\s?({NUMBER})({SCALE})?{GROWTH}?"
)
COUNT_FIGURE = re2.compile(rf"(?i)\b({NUMBER})({SCALE})?(\+)? (?:active |new |paying |registered )?({COUNTED}){GROWTH}")
PERIOD = re2.compile(
    r"\b((?:[QH][1-4] |FY ?|full[- ]year |first quarter |second quarter |third quarter |"
    r"fourth quarter (?:of )?)?20\d\d)\b"
)


def find_figures(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """Figures of what is new, in order, once for each metric."""
    found: dict[str, Fact] = {}
    for passage in read:
        if passage.side is Side.AFTER and not passage.aside:
            for fact in reported(passage, source):
                if isinstance(fact.value, Figure):
                    found.setdefault(fact.value.metric, fact)
    return tuple(found.values())


def reported(passage: Passage, source: Source) -> Iterator[Fact]:
    text = passage.text[:LONGEST_TEXT]
    period = PERIOD.search(text)
    found: list[tuple[Any, str, Decimal | None, str | None, Decimal | None, bool]] = []
    for match in MONEY_FIGURE.finditer(text):
        amount = amount_of(match.group(3), match.group(4), source.decimal)
        growth = growth_of(match.group(5), match.group(6), match.group(7))
        found.append((match, match.group(1), amount, currency_of(match.group(2)), growth, False))
    for match in COUNT_FIGURE.finditer(text):
        amount = amount_of(match.group(1), match.group(2), source.decimal)
        growth = growth_of(match.group(5), match.group(6), match.group(7))
        found.append((match, match.group(4), amount, None, growth, bool(match.group(3))))
    for match, metric, amount, currency, growth, at_least in sorted(found, key=lambda item: item[0].start()):
        if amount is None or not passage.is_fresh(*match.span()):
            continue
        yield Fact(
            type="figure",
            value=Figure(
                metric=metric if metric.isupper() else metric.lower(),
                amount=amount,
                currency=currency,
                growth=growth,
                period=period.group(1) if period else None,
                at_least=at_least,
            ),
            quote=passage.quote(*match.span()),
            confidence=0.85 if growth is not None else 0.7,
        )


def growth_of(signed: str | None, direction: str | None, percent: str | None) -> Decimal | None:
    """Growth in percent; negative for a fall."""
    written = signed or percent
    if not written:
        return None
    falls = written[0] in "-−–" or (direction or "").lower() in ("down", "a decrease of", "falling")
    try:
        size = Decimal(written.lstrip("+-−– ").replace(",", "."))
    except InvalidOperation:
        return None
    return -size if falls else size
