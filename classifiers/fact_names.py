"""The names under which rules ask for facts: `price`, `price.changed`, `appointment.joined`."""

from domain.findings import Appointment, Fact, Opening, Partnership, Price, PriceKind, ProductMove, Regulation


def fact_names(fact: Fact) -> frozenset[str]:
    """A fact's type, and its type with what happened; `price.changed` needs two amounts that differ."""
    return frozenset({fact.type} | {f"{fact.type}.{name}" for name in happenings(fact)})


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
        case _:
            return ("reported",)


def price_happenings(price: Price) -> tuple[str, ...]:
    if price.kind is not PriceKind.AMOUNT:
        return (price.kind.value,)
    if price.amount_before is None:
        return (PriceKind.AMOUNT.value, "added")
    if price.amount_after is None:
        return (PriceKind.AMOUNT.value, "removed")
    return (PriceKind.AMOUNT.value, "changed")
