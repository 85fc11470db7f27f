"""How exactly facts are read from texts of our own, whose answers were written before any finder met them."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.outside_data import Row, rows
from bench.tags import change, feed
from classifiers import RuleBook, sight
from domain.findings import Appointment, FactValue, Figure, Partnership, ProductMove, Regulation, Setback
from domain.sources import Competitor, Subject, SubjectKind

ANSWERS = Path(__file__).resolve().parent / "answers"
COMPANY = "Brightvane"
Said = Mapping[str, object]
Read = Callable[[FactValue], Said | None]


def reader(kind: type, *names: str) -> Read:
    """Reads facts of one type by the fields that the answers give."""

    def read(value: FactValue) -> Said | None:
        return {name: plain(getattr(value, name)) for name in names} if isinstance(value, kind) else None

    return read


def plain(value: object) -> object:
    """A value as the answers write it: numbers and days as text, parties in alphabetical order."""
    if isinstance(value, tuple):
        return sorted(map(str, value))
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    return value.isoformat() if isinstance(value, date) else str(value) if value is not None else None


person = reader(Appointment, "person", "role", "move", "came_from", "successor")
act = reader(Regulation, "what", "agency", "name", "product", "level", "effective_on")
partnership = reader(Partnership, "parties", "kind", "region")
product = reader(ProductMove, *(field.name for field in fields(ProductMove)))
figure = reader(Figure, "metric", "amount", "currency", "growth", "period")
setback = reader(Setback, "kind", "what", "count", "share", "place")

# The figure, the file of its answers, and what of a fact is compared.
READERS: dict[str, tuple[str, Read]] = {
    "people_exact": ("people", person),
    "regulatory_exact": ("regulatory", act),
    "partners_exact": ("partners", partnership),
    "products_exact": ("products", product),
    "figures_exact": ("figures", figure),
    "setbacks_exact": ("setbacks", setback),
}


def exact(name: str, read: Read, book: RuleBook) -> tuple[float, int, list[Row]]:
    """Share of the texts of one file of answers with all facts right and none besides; their number; the misses."""
    answers = rows(ANSWERS / f"{name}.jsonl")
    misses: list[Row] = []
    for answer in answers:
        found = [fact for value in facts(answer, book) if (fact := read(value)) is not None]
        if sorted(map(written, found)) != sorted(map(written, answer["facts"])):
            misses.append({"id": answer["id"], "text": answer["text"], "found": [dict(one) for one in found]})
    return (len(answers) - len(misses)) / len(answers), len(answers), misses


def written(fact: Said) -> str:
    """A fact as one text, its fields by name; those that say nothing left out."""
    return str(
        sorted((name, sorted(v) if isinstance(v, list) else str(v)) for name, v in fact.items() if v is not None)
    )


def facts(answer: Row, book: RuleBook) -> list[FactValue]:
    """The facts of the text as a new entry of a company's feed."""
    subject = Subject(kind=SubjectKind.COMPETITOR, name=COMPANY)
    made = sight(
        change(answer["text"], subject),
        replace(feed(subject), language=answer.get("language", "en")),
        1,
        rules=book,
        competitors=(Competitor(name=COMPANY),),
        about=lambda edit: (subject,),
    )
    return [fact.value for sighting in made for fact in sighting.facts]
