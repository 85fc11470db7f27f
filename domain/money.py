"""Revenue in one currency, by rates that carry their day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from domain.accounts import Rates, Revenue


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """A sum in our currency; `missing` are the currencies that no rate was known of, whose amounts are not in it."""

    revenue: Revenue | None
    missing: tuple[str, ...]


def rate(currency: str, rates: Rates | None, today: date) -> Decimal | None:
    """What one unit was worth on the newest day not after `today`; 1 for our own currency, None where nobody says."""
    if rates is None:
        return None
    if currency == rates.currency:
        return Decimal(1)
    known = [(one.day, one.worth) for one in rates.days if one.currency == currency and one.day <= today]
    return max(known)[1] if known else None


def in_ours(revenue: Revenue, rates: Rates | None, today: date) -> Revenue | None:
    """The same in our currency; None where no rate is known."""
    worth = rate(revenue.currency, rates, today)
    if worth is None or rates is None:
        return None
    low, high = ((amount * worth).quantize(Decimal(1)) for amount in (revenue.low, revenue.high))
    return Revenue(low=low, high=high, currency=rates.currency, text=_text(low, high, rates.currency))


def together(revenues: Iterable[Revenue], rates: Rates | None, today: date) -> Together:
    """The sum of several. Without rates it is only made where all are in one currency."""
    every = tuple(revenues)
    shared = {one.currency for one in every}
    if rates is None and len(shared) == 1:
        return _sum(every, next(iter(shared)), ())
    converted = [(one.currency, in_ours(one, rates, today)) for one in every]
    missing = tuple(dict.fromkeys(currency for currency, one in converted if one is None))
    known = tuple(one for _, one in converted if one is not None)
    return _sum(known, rates.currency if rates else "", missing) if known else Together(revenue=None, missing=missing)


def _sum(revenues: tuple[Revenue, ...], currency: str, missing: tuple[str, ...]) -> Together:
    low = sum((one.low for one in revenues), Decimal(0))
    high = sum((one.high for one in revenues), Decimal(0))
    found = Revenue(low=low, high=high, currency=currency, text=_text(low, high, currency))
    return Together(revenue=found, missing=missing)


def _text(low: Decimal, high: Decimal, currency: str) -> str:
    return f"{low:.0f} {currency}" if low == high else f"{low:.0f}-{high:.0f} {currency}"
