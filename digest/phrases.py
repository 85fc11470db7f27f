"""Facts of one kind in a few words, with what stood before and what stands now."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeVar

from digest.words import SYMBOLS, amount, clip, joined, number
from domain.findings import (
    Appointment,
    Fact,
    Figure,
    Move,
    Opening,
    Partnership,
    Price,
    PriceKind,
    ProductMove,
    Regulation,
)
from domain.grammar import owned

Value = TypeVar("Value")

SHOWN = 3
SHORT_QUOTE = 8
MOVES = {
    Move.JOINED: "joined",
    Move.LEFT: "left",
    Move.PROMOTED: "was promoted",
    Move.INTERIM: "steps in",
    Move.BOARD: "joined the board",
}
PRODUCT_MOVES = {
    "launched": "launched",
    "added": "new",
    "feature_added": "new",
    "feature_removed": "gone",
    "removed": "gone",
    "retired": "retired",
}
TERMS = (PriceKind.QUOTA, PriceKind.BILLING_TERM)
CHANGED = (PriceKind.AMOUNT, PriceKind.QUOTA, PriceKind.BILLING_TERM, PriceKind.FREE_TIER, PriceKind.DISCOUNT)


def prices(found: Sequence[Price], stood: str = "") -> str:
    """`Pro: $49 → $59 (+20%)`; several new ones: `“Contact us” → four price tiers from $500 to $28,000 a month`.

    `stood` is a short text that the new tiers took the place of, empty where there is none.
    """
    changed = [price for price in found if price.kind in CHANGED and price.before and price.after]
    added = [price for price in found if not price.before and price.amount_after is not None]
    gone = [price for price in found if price.before and not price.after]
    said = [_changed(price) for price in _first(changed)]
    if len(changed) > SHOWN:
        said.append(f"{len(changed) - SHOWN} more prices")
    if added:
        said.append(_added(added, stood if not (changed or gone) else ""))
    if gone:
        said.append(f"{joined([_plan(price) for price in gone[:SHOWN]])} gone")
    said += [f"“{one.before}” → “{one.plan or one.after}”" for one in found if one.kind is PriceKind.PLAN_RENAMED]
    return "; ".join(dict.fromkeys(said))


def _first(changed: Sequence[Price]) -> list[Price]:
    """As many as are shown, in their order: terms of billing and use have their place even behind many amounts."""
    bound = [price for price in changed if price.kind in TERMS][: SHOWN - 1]
    others = [price for price in changed if price not in bound][: SHOWN - len(bound)]
    return [price for price in changed if price in bound or price in others][:SHOWN]


def _plan(price: Price) -> str:
    return clip(" ".join(part for part in (price.plan, price.before or price.after) if part), SHORT_QUOTE)


def _changed(price: Price) -> str:
    named = f"{clip(price.plan, 6)}: " if price.plan else ""
    return f"{named}{clip(price.before or '', 6)} → {clip(price.after or '', 6)}{_growth(price)}"


def _growth(price: Price) -> str:
    old, new = price.amount_before, price.amount_after
    if price.kind is not PriceKind.AMOUNT or not price.comparable or not old or new == old or not same_currency(price):
        return ""
    return f" ({((new or old) - old) / old * 100:+.0f}%)"


def same_currency(price: Price) -> bool:
    """Whether before and after may be compared: only the new amount's currency is known for sure."""
    return SYMBOLS.get(price.currency or "", price.currency or "") in (price.before or "")


def _added(added: Sequence[Price], stood: str) -> str:
    low = min(added, key=lambda price: price.amount_after or Decimal(0))
    high = max(added, key=lambda price: price.amount_after or Decimal(0))
    if len(added) == 1:
        said = f"{low.plan or 'price'}: {_money(low)}"
        return f"“{stood.rstrip('.')}” → {said}" if stood else f"new, {said}"
    tiers = f"{number(len(added))} price tiers"
    said = f"{tiers} from {_bare(low)} to {_money(high)}" if low.currency == high.currency else tiers
    return f"“{stood.rstrip('.')}” → {said}" if stood else f"new: {said}"


def _bare(price: Price) -> str:
    return amount(price.amount_after or Decimal(0), price.currency)


def _money(price: Price) -> str:
    period = f" a {price.period}" if price.period else ""
    per = f" per {price.per}" if price.per else ""
    return f"{_bare(price)}{per}{period}"


def appointments(found: Sequence[Appointment]) -> str:
    """`Lena Brandt joined as head of regulatory affairs (from Acme)`"""
    return "; ".join(_appointment(one) for one in found[:SHOWN])


def _appointment(one: Appointment) -> str:
    said = f"{one.person} {MOVES[one.move]}"
    said += f" as {one.role}" if one.role else ""
    said += f" (from {one.came_from})" if one.came_from else ""
    return said + (f"; {one.successor} follows" if one.successor else "")


def partnerships(found: Sequence[Partnership]) -> str:
    """`CC Pharma and Smartway: agreement, UK`"""
    return "; ".join(
        f"{joined(one.parties)}: {', '.join(part for part in (one.kind, one.region) if part)}" for one in found[:SHOWN]
    )


def products(found: Sequence[ProductMove]) -> str:
    """`“Happy Horse 1.0” → “GPT Image 2”`, `SSP generation new`"""
    return "; ".join(_product(one) for one in found[:SHOWN])


def _product(one: ProductMove) -> str:
    if one.before:
        return f"“{one.before}” → “{one.name}”"
    move = PRODUCT_MOVES.get(one.move, one.move.replace("_", " "))
    return f"{one.name} {one.version + ' ' if one.version else ''}{move}"


def regulations(found: Sequence[Regulation], whose: str) -> str:
    """`U.S. EPA registered BASF's Engenia`, `FedRAMP: authorized, Moderate`"""
    return "; ".join(_regulation(one, whose) for one in found[:SHOWN])


def _regulation(one: Regulation, whose: str) -> str:
    thing = one.product or one.name or one.number or ""
    theirs = f"{owned(whose)} {thing}" if whose and thing and whose.casefold() not in thing.casefold() else thing
    what = one.what.replace("_", " ")
    if one.agency and what.endswith("ed"):
        return " ".join(part for part in (one.agency, what, theirs, one.level) if part)
    return ": ".join(
        part for part in (one.agency, " ".join(part for part in (theirs, what, one.level) if part)) if part
    )


def figures(found: Sequence[Figure]) -> str:
    """`revenue €35M (+14%), EBITDA €18M (+27%)`"""
    return ", ".join(dict.fromkeys(_figure(one) for one in found))


def _figure(one: Figure) -> str:
    growth = f" ({one.growth.normalize():+f}%)" if one.growth is not None else ""
    if one.amount is None:
        return f"{one.metric}{growth}"
    if one.currency:
        return f"{one.metric} {amount(one.amount, one.currency)}{growth}"
    return f"{one.amount:,f}{'+' if one.at_least else ''} {one.metric}{growth}"


def openings(found: Sequence[Opening]) -> str:
    """`three key account manager roles in Leeds`; the same role in one place is counted together."""
    counts: Counter[tuple[str, str]] = Counter()
    for one in found:
        counts[one.role.casefold(), one.place or ""] += one.count
    said = []
    for (role, place), count in counts.most_common(SHOWN):
        where = f" in {place}" if place else ""
        said.append(f"{number(count)} {role} {'role' if count == 1 else 'roles'}{where}")
    return "; ".join(said)


def of_type(facts: Sequence[Fact], kind: type[Value]) -> list[Value]:
    """The values of that type, in order."""
    return [fact.value for fact in facts if isinstance(fact.value, kind)]
