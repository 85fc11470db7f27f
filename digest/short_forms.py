"""Facts in the few words a subject line has room for: who did what, the fullest form first."""

from collections.abc import Callable, Sequence

from digest import phrases
from digest.phrases import of_type
from digest.words import joined
from domain.findings import Appointment, Fact, Figure, Opening, Partnership, Price, PriceKind, ProductMove, Regulation

Forms = tuple[str, ...]


def _short_price(who: str, facts: Sequence[Fact]) -> Forms:
    found = of_type(facts, Price)
    moved = [price for price in found if price.kind is PriceKind.AMOUNT and price.comparable]
    moved = [price for price in moved if price.amount_after != price.amount_before]
    if moved:
        ups = {(price.amount_after or 0) > (price.amount_before or 0) for price in moved}
        verb = "changes" if len(ups) > 1 else "raises" if ups == {True} else "cuts"
        return (*_one_price(who, verb, moved), f"{who} {verb} prices")
    if len([price for price in found if price.amount_after is not None]) > 1:
        return (f"{who} adds price tiers",)
    return (f"{who} changes its prices",) if found else ()


def _one_price(who: str, verb: str, moved: Sequence[Price]) -> Forms:
    """`Fathom raises Team to €249`, `Fathom raises Team 25%`"""
    one = moved[0]
    if len(moved) > 1 or not one.plan or not one.after or not one.amount_before or one.amount_after is None:
        return ()
    share = abs(one.amount_after - one.amount_before) / one.amount_before * 100
    percent = (f"{who} {verb} {one.plan} {share:.0f}%",) if share >= 1 and phrases.same_currency(one) else ()
    return (f"{who} {verb} {one.plan} to {one.after}", *percent)


def _short_product(who: str, facts: Sequence[Fact]) -> Forms:
    found = of_type(facts, ProductMove)
    if not found:
        return ()
    one = found[0]
    return (f"{who} swaps {one.before} for {one.name}" if one.before else f"{who}: {phrases.products(found[:1])}",)


def _short_regulation(who: str, facts: Sequence[Fact]) -> Forms:
    found = of_type(facts, Regulation)
    if not found:
        return ()
    one = found[0]
    return (f"{who}: {' '.join(part for part in (one.name or one.product, one.what.replace('_', ' ')) if part)}",)


def _short_appointment(who: str, facts: Sequence[Fact]) -> Forms:
    found = of_type(facts, Appointment)
    if not found:
        return ()
    verb = "loses" if found[0].move.value == "left" else "hires"
    return (f"{who} {verb} {found[0].role or found[0].person}",)


def _short_partnership(who: str, facts: Sequence[Fact]) -> Forms:
    found = of_type(facts, Partnership)
    others = [party for party in found[0].parties if party.casefold() not in who.casefold()] if found else []
    if not others:
        return ()
    first = others[-1].split()[0].rstrip(",")
    return (f"{who}: {found[0].kind} with {joined(others[-1:])}", f"{who} and {first}: {found[0].kind}")


def _short_figures(who: str, facts: Sequence[Fact]) -> Forms:
    found = of_type(facts, Figure)
    return (f"{who} reports {found[0].metric} {_growth(found[0])}".rstrip(),) if found else ()


def _growth(figure: Figure) -> str:
    return f"{figure.growth.normalize():+f}%" if figure.growth is not None else ""


def _short_openings(who: str, facts: Sequence[Fact]) -> Forms:
    found = of_type(facts, Opening)
    return (f"{who} hires in {found[0].place}" if found[0].place else f"{who} hires",) if found else ()


SHORT_FORMS: tuple[Callable[[str, Sequence[Fact]], Forms], ...] = (
    _short_price,
    _short_regulation,
    _short_product,
    _short_appointment,
    _short_partnership,
    _short_figures,
    _short_openings,
)
