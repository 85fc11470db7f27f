"""The names under which rules ask for facts: `price`, `price.changed`, `appointment.joined`."""

from domain.findings import (
    Appointment,
    Fact,
    Figure,
    Opening,
    Partnership,
    Price,
    PriceKind,
    ProductMove,
    Regulation,
    Setback,
)

# Two companies and no partnership: these are asked for by their own names only.
APART = frozenset({"acquisition", "sponsorship", "customer", "ended"})
# Less sure than that is a party that a title only mentions: "integration with X" may be about a product of one's own.
SURE = 0.7


def fact_names(fact: Fact) -> frozenset[str]:
    """A fact's type, and its type with what happened; `price.changed` needs two amounts that differ."""
    names = frozenset(f"{fact.type}.{name}" for name in happenings(fact))
    apart = isinstance(fact.value, Partnership) and (fact.value.kind in APART or fact.confidence < SURE)
    return names if apart or counted(fact) else names | {fact.type}


def counted(fact: Fact) -> bool:
    """Whether it only counts what a company says it has, with no money and no growth: no financial report does that."""
    value = fact.value
    return isinstance(value, Figure) and value.currency is None and value.growth is None


def happenings(fact: Fact) -> tuple[str, ...]:
    value = fact.value
    match value:
        case Price():
            return price_happenings(value)
        case Appointment():
            return (value.move.value,)
        case Partnership():
            return (value.kind,)
        case ProductMove():
            return (value.move,)
        case Regulation():
            return (value.what,)
        case Opening():
            return ("opened",)
        case Setback():
            return (value.kind,)
        case _:
            return ("reported",)


def price_happenings(price: Price) -> tuple[str, ...]:
    if price.kind is not PriceKind.AMOUNT:
        return (price.kind.value,)
    if price.view is not None:
        return (PriceKind.AMOUNT.value, "changed", "shown_otherwise")
    if price.amount_before is None and price.rise is None:
        return (PriceKind.AMOUNT.value, "added")
    if price.amount_after is None and price.rise is None:
        return (PriceKind.AMOUNT.value, "removed")
    return (PriceKind.AMOUNT.value, "changed")
