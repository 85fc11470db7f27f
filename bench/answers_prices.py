"""How exactly price facts are read from page snippets of our own, whose answers were written first."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.outside_data import Row, rows
from bench.pages_seen import seen_between
from classifiers import RuleBook
from domain.findings import Price, PriceKind

ANSWERS = Path(__file__).resolve().parent / "answers" / "prices.jsonl"
FRAME = (
    "<html lang='{language}'><head><title>Brightvane</title></head><body><main><h1>Brightvane</h1>"
    "<p>StayFeed gives hotel prices from ninety countries to revenue managers every single morning of the year.</p>"
    "{body}<p>Every plan comes with help by mail on working days and with a record of all that was ever shown.</p>"
    "</main></body></html>"
)
CORE = ("kind", "plan", "amount_before", "amount_after", "currency", "period", "per")
EXTRA = ("bound", "charge", "view", "effective_on")


def exact_prices(book: RuleBook) -> tuple[dict[str, float], int, list[Row]]:
    """Shares of the snippets with all amounts right and none besides; with all price facts; and with their extras."""
    answers = rows(ANSWERS)
    right = {"own_amounts_exact": 0, "own_prices_exact": 0, "own_prices_extras": 0}
    misses: list[Row] = []
    for answer in answers:
        found = [said(price) for price in prices_between(answer, book)]
        amounts = agree(amount_facts(answer["facts"]), amount_facts(found), CORE)
        everything = agree(answer["facts"], found, CORE)
        extras = everything and agree(answer["facts"], found, (*CORE, *EXTRA))
        right["own_amounts_exact"] += amounts
        right["own_prices_exact"] += everything
        right["own_prices_extras"] += extras
        if not extras:
            misses.append({"id": answer["id"], "amounts": amounts, "all": everything, "found": found})
    return {name: count / len(answers) for name, count in right.items()}, len(answers), misses


def prices_between(answer: Row, book: RuleBook) -> list[Price]:
    bodies = [FRAME.format(language=answer["language"], body=answer[side]) for side in ("before", "after")]
    found = seen_between("Brightvane", answer["url"], bodies[0], bodies[1], book, language=answer["language"])
    return [fact.value for sighting in found for fact in sighting.facts if isinstance(fact.value, Price)]


def said(price: Price) -> Row:
    """A price as the answers write it, without what is not said."""
    values = {name: plain(getattr(price, name, None)) for name in (*CORE, *EXTRA)}
    return {name: value for name, value in values.items() if value is not None}


def plain(value: object) -> object:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else str(value) if value is not None else None


def amount_facts(facts: list[Row]) -> list[Row]:
    return [fact for fact in facts if fact["kind"] == PriceKind.AMOUNT]


def agree(given: list[Row], found: list[Row], fields: tuple[str, ...]) -> bool:
    return sorted(key(fact, fields) for fact in given) == sorted(key(fact, fields) for fact in found)


def key(fact: Mapping[str, object], fields: tuple[str, ...]) -> str:
    """What is compared; the plan in any case of letters. Amounts of other kinds count where the answer has them."""
    values = [fact.get(name) for name in fields]
    if fact["kind"] not in (PriceKind.AMOUNT, PriceKind.DISCOUNT):
        values = [value for name, value in zip(fields, values, strict=True) if name not in CORE[2:]]
    return repr([float(v) if isinstance(v, int | float) else str(v).casefold() for v in values])
