"""How exactly facts are read from texts of our own, whose answers were written before any finder met them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from bench.outside_data import Row, rows
from bench.tags import change, feed
from classifiers import RuleBook, sight
from domain.changes import Edit, EditKind
from domain.content import Cell, Where
from domain.findings import Appointment, FactValue, Figure, Opening, Partnership, ProductMove, Regulation, Setback
from domain.sources import Competitor, SourceKind, Subject, SubjectKind

ANSWERS = Path(__file__).resolve().parent / "answers"
COMPANY = "Brightvane"
Said = Mapping[str, object]
Read = Callable[[FactValue], Said | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What of one file of answers was read: whose text each is (own, outside), and those not read exactly."""

    texts: Mapping[str, str]
    misses: Sequence[Row]

    def count(self, whose: str | None = None) -> int:
        return sum(1 for one in self.texts.values() if whose in (None, one))

    def share(self, whose: str | None = None) -> float | None:
        """Share of the texts read exactly; None where there are none."""
        missed = sum(1 for miss in self.misses if whose in (None, self.texts[miss["id"]]))
        count = self.count(whose)
        return (count - missed) / count if count else None


def reader(kind: type, *names: str) -> Read:
    """Reads facts of one type by the fields of their answers; those of OPTIONAL count where one gives them."""

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


# Fields that only some answers of a file give, and that are compared in those.
OPTIONAL: Mapping[str, frozenset[str]] = {
    "people": frozenset({"organisation", "effective_on"}),
    "regulatory": frozenset({"amount", "currency"}),
}
person = reader(Appointment, "person", "role", "move", "came_from", "successor", "organisation", "effective_on")
act = reader(Regulation, "what", "agency", "name", "product", "level", "effective_on", "number", "amount", "currency")
partnership = reader(Partnership, "parties", "kind", "region")
product = reader(ProductMove, *(field.name for field in fields(ProductMove)))
figure = reader(Figure, "metric", "amount", "currency", "growth", "period")
opening = reader(Opening, "role", "place", "count", "function")
setback = reader(Setback, "kind", "what", "count", "share", "place")

# The figure, the file of its answers, and what of a fact is compared.
READERS: dict[str, tuple[str, Read]] = {
    "people_exact": ("people", person),
    "regulatory_exact": ("regulatory", act),
    "partners_exact": ("partners", partnership),
    "products_exact": ("products", product),
    "figures_exact": ("figures", figure),
    "openings_exact": ("openings", opening),
    "setbacks_exact": ("setbacks", setback),
}


def texts_of(data: Path | None) -> dict[str, Row]:
    """The outside texts that answers without a text of their own speak of, by id; {} without data."""
    return {row["id"]: row for row in rows(data / "tags" / "classification.jsonl")} if data else {}


def exact(name: str, read: Read, book: RuleBook, outside: Mapping[str, Row] | None = None) -> Measured:
    """Which texts of one file have all facts right and none besides; outside texts that are absent are left out."""
    answers = [full for answer in rows(ANSWERS / f"{name}.jsonl") if (full := whole(answer, outside or {}))]
    misses: list[Row] = []
    for answer in answers:
        found = [fact for value in facts(answer, book) if (fact := read(value)) is not None]
        if not agree(answer["facts"], found, OPTIONAL.get(name, frozenset())):
            misses.append(
                {
                    "id": answer["id"],
                    "text": answer.get("text", answer.get("items")),
                    "found": [dict(one) for one in found],
                }
            )
    return Measured(
        texts={answer["id"]: "own" if "company" not in answer else "outside" for answer in answers}, misses=misses
    )


def whole(answer: Row, outside: Mapping[str, Row]) -> Row | None:
    """An answer with its text: its own, or that of the outside row of its id."""
    if "text" in answer or "items" in answer:
        return answer
    row = outside.get(answer["id"])
    return {**answer, "text": row["text"], "company": row["company"], "language": row["lang"]} if row else None


def agree(given: Sequence[Said], found: Sequence[Said], optional: frozenset[str] = frozenset()) -> bool:
    """Whether each answer has a fact of its own and none is left; an answer's words may allow several writings."""
    left = list(found)
    for answer in given:
        match = next((fact for fact in left if same(answer, fact, optional)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def same(answer: Said, fact: Said, optional: frozenset[str] = frozenset()) -> bool:
    """Whether a fact says what the answer says, field by field; what neither says agrees."""
    names = {*answer, *(fact.keys() - optional)}
    return all(allowed(answer.get(name), fact.get(name)) for name in names)


def allowed(answer: object, found: object) -> bool:
    """ "A | B" allows either; "A (of B)" allows A, and as much of what is in brackets as is said."""
    if not isinstance(answer, str) or not isinstance(found, str):
        return (sorted(answer) if isinstance(answer, list) else plain(answer)) == found
    return any(written_so(words, found) for words in answer.split(" | "))


def written_so(answer: str, found: str) -> bool:
    short, bracket, rest = answer.partition("(")
    if not bracket or answer == found:
        return answer == found
    full = short + rest.removesuffix(")")
    return found.startswith(short.rstrip()) and full.startswith(found.rstrip(".,"))


def facts(answer: Row, book: RuleBook) -> list[FactValue]:
    """The facts of the text as a new entry of a company's feed, or of its items as new lines of a page."""
    company = answer.get("company", COMPANY)
    subject = Subject(kind=SubjectKind.COMPETITOR, name=company)
    source = replace(feed(subject), language=answer.get("language", "en"))
    seen = change(answer.get("text", ""), subject)
    if "items" in answer:
        source = replace(source, kind=SourceKind.PAGE, url="https://bench.invalid/work-here")
        seen = replace(seen, edits=tuple(item_edit(answer["title"], n, item) for n, item in enumerate(answer["items"])))
    competitors = (Competitor(name=company),)
    made = sight(seen, source, 1, rules=book, competitors=competitors, about=lambda edit: (subject,))
    return [fact.value for sighting in made for fact in sighting.facts]


def item_edit(title: str, number: int, item: str | Mapping[str, str]) -> Edit:
    """A line added to a list under a heading; a mapping is a row of a table, by its headers."""
    cells = () if isinstance(item, str) else tuple(Cell(header=name, text=text) for name, text in item.items())
    where = Where.TABLE if cells else Where.LIST
    text = item if isinstance(item, str) else " | ".join(item.values())
    return Edit(
        key=f"bench{number}",
        kind=EditKind.ADDED,
        where=where,
        path=(title,),
        before=None,
        after=text,
        cells_after=cells,
    )
