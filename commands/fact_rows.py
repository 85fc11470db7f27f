"""Present facts as rows: one sheet for each kind, the same in a table, a CSV file, a workbook and `--json`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from commands.base import stamp
from commands.shapes import plain
from domain.findings import Appointment, FactValue, Figure, Opening, Price, PriceKind, Regulation
from pipeline.detecting.present import PresentFact

Value = str | int | Decimal | datetime | None
LONGEST_QUOTE = 300
ALWAYS = ("since", "seen", "source", "url", "quote")


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One kind of present facts: the tag that asks for it, its sheet's title, its type, columns and their values."""

    tag: str
    title: str
    type: type
    columns: tuple[str, ...]
    values: Callable[[Any], tuple[Value, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The facts of one kind as rows under headers."""

    kind: Kind
    headers: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def price_values(price: Price) -> tuple[Value, ...]:
    free = price.kind is PriceKind.FREE_TIER
    told: Value = "free" if free else price.amount_after if price.amount_after is not None else "on request"
    return price.plan, told, price.currency or None, price.period, price.per, price.bound, price.charge, price.billed


def person_values(one: Appointment) -> tuple[Value, ...]:
    return one.person, one.role


def certificate_values(one: Regulation) -> tuple[Value, ...]:
    return one.name or one.what, one.level, one.product, one.agency, one.number


def figure_values(one: Figure) -> tuple[Value, ...]:
    return one.metric, one.amount, one.currency, "from" if one.at_least else None, one.growth, one.period


def opening_values(one: Opening) -> tuple[Value, ...]:
    return one.role, one.function, one.place, one.count


KINDS = (
    Kind(
        tag="pricing",
        title="Prices",
        type=Price,
        columns=("plan", "price", "currency", "period", "per", "bound", "charge", "billed"),
        values=price_values,
    ),
    Kind(tag="executive", title="People", type=Appointment, columns=("person", "role"), values=person_values),
    Kind(
        tag="regulatory",
        title="Certificates",
        type=Regulation,
        columns=("certificate", "level", "product", "agency", "number"),
        values=certificate_values,
    ),
    Kind(
        tag="hiring",
        title="Open roles",
        type=Opening,
        columns=("role", "function", "place", "count"),
        values=opening_values,
    ),
    Kind(
        tag="financial",
        title="Figures",
        type=Figure,
        columns=("metric", "amount", "currency", "bound", "growth", "period"),
        values=figure_values,
    ),
)


def sheets(facts: Sequence[PresentFact], tag: str | None = None) -> tuple[Sheet, ...]:
    """One sheet for each kind asked for, in the order of the facts; without `tag` for every kind."""
    return tuple(sheet(kind, facts) for kind in KINDS if tag in (None, kind.tag))


def sheet(kind: Kind, facts: Sequence[PresentFact]) -> Sheet:
    rows = tuple(row(kind, one) for one in facts if isinstance(one.fact.value, kind.type))
    return Sheet(kind=kind, headers=("competitor", *kind.columns, *ALWAYS), rows=rows)


def row(kind: Kind, one: PresentFact) -> tuple[Value, ...]:
    quote = " ".join(one.fact.quote.text.split())[:LONGEST_QUOTE]
    always = (one.since, one.seen, one.source.name, one.source.url, quote)
    return one.subject.name, *kind.values(one.fact.value), *always


def told(header: str, value: Value) -> str:
    """A value as a table shows it: growth, a number of percent in an export, as `(+14%)`."""
    if header == "growth" and isinstance(value, Decimal):
        return f"({value:+f}%)"
    return shown(value)


def shown(value: Value) -> str:
    """A value as a table or CSV file shows it: dates by their day, amounts with their own digits."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}"
    return f"{value:f}" if isinstance(value, Decimal) else "" if value is None else str(value)


def fact_json(one: PresentFact) -> dict[str, Any]:
    """A present fact as `--json` prints it: what is known of it, where it stands, and since when."""
    value: FactValue = one.fact.value
    return {
        "competitor": one.subject.name,
        "type": one.fact.type,
        **{name: known for name, known in plain(value).items() if known is not None},
        "heading": list(one.heading),
        "since": stamp(one.since),
        "seen": stamp(one.seen),
        "source": one.source.name,
        "url": one.source.url,
        "quote": one.fact.quote.text,
        "confidence": one.fact.confidence,
    }
