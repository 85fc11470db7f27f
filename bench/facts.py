"""How well prices are read from pages that changed: diffing finds the edits, the classifiers read them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from bench import UnreadableData
from bench.amounts_said import cut_short, said, writes_commas
from bench.answers_bench import READERS, Measured, exact, texts_of
from bench.answers_prices import FILES, exact_prices
from bench.outside_data import Row, rows
from bench.pages_seen import seen_between
from classifiers import RuleBook, load_rules
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Fact, Price, PriceKind, Side, TagName

# Of these, answers of outside texts are written down, too.
BOTH = ("people_exact", "regulatory_exact")
Talk = Callable[[str], None]
Key = tuple[str, Decimal | None, Decimal | None, str | None, str | None, str | None]


def run(data: Path, talk: Talk) -> dict[str, object]:
    """Recall and precision of exact price facts, and how many were invented.

    A fact is right when plan, amount before and after, currency, period and per-what are those of the answer; only
    facts of kind `amount` are scored.
    """
    pages = {row["id"]: row for row in rows(data / "prices" / "pricing_pages.jsonl.gz")}
    answers = rows(data / "prices" / "facts.jsonl")
    if not pages or not answers:
        raise UnreadableData(f"{data / 'prices'} has no pages or no facts")
    book = load_rules()
    given, found, invented, tagged = compared(pages, answers, book)
    right = agreed(given, found)
    texts = texts_of(data)
    told = {name: exact(file, read, book, texts) for name, (file, read) in READERS.items()}
    snippets = [exact_prices(book, whose) for whose in FILES]
    priced = {name: share for figures, _, _ in snippets for name, share in figures.items()}
    talk(f"facts: {len(answers)} pages, {len(given)} amounts given, {len(found)} found, {right} exact; {tagged} tagged")
    return {
        "price_recall_exact": right / len(given) if given else None,
        "price_precision_exact": right / len(found) if found else None,
        "price_invented": len(invented),
        **by_whose(told, Measured.share),
        **priced,
        "n": {
            **by_whose(told, Measured.count),
            **{name: count for figures, count, _ in snippets for name in figures},
            "price_recall_exact": len(given),
            "price_precision_exact": len(found),
            "price_invented": len(found),
        },
        "ci95": {},
        "misses": {
            "price_recall_exact": left_over(given, found),
            "price_precision_exact": left_over(found, given),
            "price_invented": invented,
            **{name: one.misses for name, one in told.items()},
            **{
                f"{whose}_prices": missed
                for whose, (_, _, missed) in zip(FILES, snippets, strict=True)
                if whose != "unread"
            },
        },
    }


def by_whose(told: Mapping[str, Measured], of: Callable[[Measured, str | None], object]) -> dict[str, object]:
    """A figure of all texts, and of our own and the outside ones where answers of both are written down."""
    apart = {f"{name}_{whose}": of(told[name], whose) for name in BOTH for whose in ("own", "outside")}
    return {name: of(one, None) for name, one in told.items()} | apart


def compared(
    pages: Mapping[str, Row], answers: Sequence[Row], book: RuleBook
) -> tuple[list[tuple[str, Key]], list[tuple[str, Key]], list[dict[str, object]], int]:
    """Amounts given and found, by page; those found that no quote bears out; how many pages are tagged pricing."""
    given: list[tuple[str, Key]] = []
    found: list[tuple[str, Key]] = []
    invented: list[dict[str, object]] = []
    tagged = 0
    for answer in answers:
        sightings = seen(pages[answer["id"]], book)
        facts = [fact for sighting in sightings for fact in sighting.facts if is_amount(fact)]
        given += [(answer["id"], gold_key(fact)) for fact in answer["facts"] if fact["kind"] == PriceKind.AMOUNT.value]
        found += [(answer["id"], our_key(fact)) for fact in facts]
        invented += [shown(answer["id"], fact) for fact in facts if not proven(fact, sightings)]
        tagged += any(tag.tag is TagName.PRICING for sighting in sightings for tag in sighting.tags)
    return given, found, invented, tagged


def seen(row: Row, book: RuleBook) -> tuple[Sighting, ...]:
    """The sightings of one page between its two revisions, the product's own way."""
    at = datetime.fromisoformat(row["next_time"]).astimezone(UTC)
    return seen_between(row["site"], row["url"], row["prev_html"], row["next_html"], book, at=at)


def is_amount(fact: Fact) -> bool:
    return isinstance(fact.value, Price) and fact.value.kind is PriceKind.AMOUNT


def our_key(fact: Fact) -> Key:
    price = fact.value
    if not isinstance(price, Price):
        raise TypeError("not a price")
    return (
        (price.plan or "").casefold(),
        price.amount_before,
        price.amount_after,
        price.currency,
        price.period,
        price.per,
    )


def gold_key(fact: Row) -> Key:
    return (
        (fact["plan"] or "").casefold(),
        amount(fact["amount_before"]),
        amount(fact["amount_after"]),
        fact["currency"],
        fact["period"],
        fact["per"],
    )


def amount(value: float | int | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def agreed(given: Sequence[tuple[str, Key]], found: Sequence[tuple[str, Key]]) -> int:
    left = list(given)
    for one in found:
        if one in left:
            left.remove(one)
    return len(given) - len(left)


def left_over(one: Sequence[tuple[str, Key]], other: Sequence[tuple[str, Key]]) -> list[dict[str, object]]:
    """Those of the first list without a partner in the second."""
    rest = list(other)
    missed: list[dict[str, object]] = []
    for page, key in one:
        if (page, key) in rest:
            rest.remove((page, key))
        else:
            missed.append({"id": page, "fact": [str(part) if part is not None else None for part in key]})
    return missed


def proven(fact: Fact, sightings: Sequence[Sighting]) -> bool:
    """Whether the quote stands whole in its edit at its offsets, and a second reader reads the newest amount in it."""
    edits: dict[str, Edit] = {edit.key: edit for sighting in sightings for edit in sighting.edits}
    edit = edits.get(fact.quote.edit)
    text = (edit.after if fact.quote.side is Side.AFTER else edit.before) if edit else None
    price = fact.value
    if text is None or not isinstance(price, Price) or text[fact.quote.start : fact.quote.end] != fact.quote.text:
        return False
    newest = price.amount_after if price.amount_after is not None else price.amount_before
    if not newest and not any(char.isdigit() for char in fact.quote.text):
        return newest is not None  # "Free"
    comma = writes_commas([side for edit in edits.values() for side in (edit.before, edit.after) if side])
    return newest in said(fact.quote.text, comma=comma) and not cut_short(text, fact.quote.end)


def shown(page: str, fact: Fact) -> dict[str, object]:
    return {"id": page, "quote": fact.quote.text, "value": str(fact.value)}
