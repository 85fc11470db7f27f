"""Facts in the few words a subject line has room for: who did what."""

from collections.abc import Callable, Sequence

from digest import phrases
from digest.phrases import of_type
from digest.words import joined
from domain.findings import Appointment, Fact, Figure, Opening, Partnership, Price, PriceKind, ProductMove, Regulation


def _short_price(who: str, facts: Sequence[Fact]) -> str:
    found = of_type(facts, Price)
    moved = [price for price in found if price.kind is PriceKind.AMOUNT and price.amount_before is not None]
    moved = [price for price in moved if price.amount_after not in (None, price.amount_before)]
    if moved:
        ups = {(price.amount_after or 0) > (price.amount_before or 0) for price in moved}
        verb = "changes" if len(ups) > 1 else "raises" if ups == {True} else "cuts"
        one = moved[0].plan if len(moved) == 1 else None
        return f"{who} {verb} {one} to {moved[0].after}" if one and moved[0].after else f"{who} {verb} prices"
    if len([price for price in found if price.amount_after is not None]) > 1:
        return f"{who} adds price tiers"
    return f"{who} changes its prices" if found else ""


def _short_product(who: str, facts: Sequence[Fact]) -> str:
    found = of_type(facts, ProductMove)
    if not found:
        return ""
    one = found[0]
    return f"{who} swaps {one.before} for {one.name}" if one.before else f"{who}: {phrases.products(found[:1])}"


def _short_regulation(who: str, facts: Sequence[Fact]) -> str:
    found = of_type(facts, Regulation)
    return f"{who}: {' '.join(part for part in (found[0].name, found[0].what) if part)}" if found else ""


def _short_appointment(who: str, facts: Sequence[Fact]) -> str:
    found = of_type(facts, Appointment)
    if not found:
        return ""
    verb = "loses" if found[0].move.value == "left" else "hires"
    return f"{who} {verb} {found[0].role or found[0].person}"


def _short_partnership(who: str, facts: Sequence[Fact]) -> str:
    found = of_type(facts, Partnership)
    others = [party for party in found[0].parties if party.casefold() not in who.casefold()] if found else []
    return f"{who}: {found[0].kind} with {joined(others[-1:])}" if others else ""


def _short_figures(who: str, facts: Sequence[Fact]) -> str:
    found = of_type(facts, Figure)
    return f"{who} reports {found[0].metric} {_growth(found[0])}".rstrip() if found else ""


def _growth(figure: Figure) -> str:
    return f"{figure.growth.normalize():+f}%" if figure.growth is not None else ""


def _short_openings(who: str, facts: Sequence[Fact]) -> str:
    found = of_type(facts, Opening)
    return f"{who} hires in {found[0].place}" if found and found[0].place else f"{who} hires" if found else ""


SHORT_FORMS: tuple[Callable[[str, Sequence[Fact]], str], ...] = (
    _short_price,
    _short_regulation,
    _short_product,
    _short_appointment,
    _short_partnership,
    _short_figures,
    _short_openings,
)
