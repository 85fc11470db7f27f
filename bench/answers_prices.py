"""How exactly price facts are read from page snippets of our own, whose answers were written first."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.outside_data import Row, rows
from bench.pages_seen import seen_between
from bench.tags import change, feed
from classifiers import RuleBook, sight
from domain.events import Sighting
from domain.findings import Price, PriceKind
from domain.sources import Competitor, Subject, SubjectKind

ANSWERS = Path(__file__).resolve().parent / "answers"
# The figures' names begin with the first word. All but the first say what a headline holds, too; of the last, which
# stays unread, no miss is listed.
FILES = {"own": "prices", "shown": "prices_shown", "unread": "prices_unread"}
COMPANY = "Brightvane"
FRAME = (
    "<html lang='{language}'><head><title>{site}</title></head><body><main><h1>{site}</h1>"
    "<p>StayFeed gives hotel prices from ninety countries to revenue managers every single morning of the year.</p>"
    "{body}<p>Every plan comes with help by mail on working days and with a record of all that was ever shown.</p>"
    "</main></body></html>"
)
CORE = ("kind", "plan", "amount_before", "amount_after", "currency", "period", "per")
EXTRA = ("bound", "charge", "view", "effective_on", "ends_on", "percent", "difference")
AMOUNTS_OF = (PriceKind.AMOUNT, PriceKind.DISCOUNT)


def exact_prices(book: RuleBook, whose: str = "own") -> tuple[dict[str, float], int, list[Row]]:
    """Shares of the snippets with all amounts right and none besides; with all price facts; and with their extras.

    Of snippets that say what a headline tells, the share whose headlines do, too.
    """
    answers = rows(ANSWERS / f"{FILES[whose]}.jsonl")
    names = ("amounts_exact", "prices_exact", "prices_extras", "headlines")
    right = dict.fromkeys(names, 0)
    misses: list[Row] = []
    for answer in answers:
        seen = sightings(answer, book)
        one = dict(zip(names, judged(answer, seen), strict=True))
        right = {name: right[name] + one[name] for name in names}
        if not (one["prices_extras"] and one["headlines"]):
            told = {"found": [said(price) for price in prices_of(seen)], "headlines": [s.headline for s in seen]}
            misses.append({"id": answer["id"], **one, **told})
    if not any("says" in answer for answer in answers):
        del right["headlines"]
    return {f"{whose}_{name}": count / len(answers) for name, count in right.items() if answers}, len(answers), misses


def judged(answer: Row, seen: Sequence[Sighting]) -> tuple[bool, bool, bool, bool]:
    """Whether amounts, all facts, their extras, and the headlines are as the answer has them."""
    found = [said(price) for price in prices_of(seen)]
    everything = agree(answer["facts"], found, CORE)
    return (
        agree(amount_facts(answer["facts"]), amount_facts(found), CORE),
        everything,
        everything and agree(answer["facts"], found, (*CORE, *EXTRA)),
        well_told(answer, " / ".join(sighting.headline for sighting in seen)),
    )


def well_told(answer: Row, headline: str) -> bool:
    """Whether the headline holds all words that the answer asks for, and none that it forbids."""
    line = headline.casefold()
    missing = [words for words in answer.get("says", ()) if words.casefold() not in line]
    return not missing and not any(words.casefold() in line for words in answer.get("never", ()))


def sightings(answer: Row, book: RuleBook) -> tuple[Sighting, ...]:
    """What the product says of an answer's page between its two versions, or of its entry of a feed."""
    site, language = answer.get("site", COMPANY), answer["language"]
    if "title" in answer:
        subject = Subject(kind=SubjectKind.COMPETITOR, name=site)
        source = replace(feed(subject), language=language)
        edit = change(f"{answer['title']}\n{answer['lead']}", subject)
        told = replace(edit, edits=tuple(replace(one, title=answer["title"]) for one in edit.edits))
        return sight(told, source, 1, rules=book, competitors=(Competitor(name=site),), about=lambda entry: (subject,))
    before, after = (FRAME.format(language=language, site=site, body=answer[side]) for side in ("before", "after"))
    return seen_between(site, answer["url"], before, after, book, language=language)


def prices_of(seen: Sequence[Sighting]) -> list[Price]:
    return [fact.value for sighting in seen for fact in sighting.facts if isinstance(fact.value, Price)]


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
    if fact["kind"] not in AMOUNTS_OF:
        values = [value for name, value in zip(fields, values, strict=True) if name not in CORE[2:]]
    return repr([float(v) if isinstance(v, int | float) else str(v).casefold() for v in values])
