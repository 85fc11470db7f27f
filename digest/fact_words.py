"""One fact in plain words, for whoever reads a single change."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from digest import phrases
from domain.findings import Appointment, Fact, Figure, Opening, Partnership, Price, ProductMove, Regulation

WORDS: dict[type, Callable[[Any], str]] = {
    Price: lambda value: phrases.prices([value]) or _price(value),
    Appointment: lambda value: phrases.appointments([value]),
    Partnership: lambda value: phrases.partnerships([value]),
    ProductMove: lambda value: phrases.products([value]),
    Regulation: lambda value: phrases.regulations([value], ""),
    Figure: lambda value: phrases.figures([value]),
    Opening: lambda value: phrases.openings([value]),
}


def fact_words(fact: Fact) -> str:
    """`Pro: $49 → $59 (+20%)`; a fact without a phrase of its own by its fields: `lay offs, count 120, place Leeds`."""
    write = WORDS.get(type(fact.value))
    said = write(fact.value) if write else ""
    if said:
        return said
    shown = ((field.name.replace("_", " "), getattr(fact.value, field.name)) for field in fields(fact.value))
    named = [(name, str(value).replace("_", " ")) for name, value in shown if value not in (None, "", ())]
    return ", ".join(value if name == "kind" else f"{name} {value}" for name, value in named)


def _price(value: Price) -> str:
    """`billing term: nothing → billed monthly`"""
    plan = f"{value.plan}, " if value.plan else ""
    return f"{plan}{value.kind.replace('_', ' ')}: {value.before or 'nothing'} → {value.after or 'nothing'}"
