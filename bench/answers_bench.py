"""How exactly people's moves and authorities' acts are read from texts of our own, whose answers were written first."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from bench.outside_data import Row, rows
from bench.tags import change, feed
from classifiers import RuleBook, sight
from domain.findings import Appointment, FactValue, Regulation
from domain.sources import Competitor, Subject, SubjectKind

ANSWERS = Path(__file__).resolve().parent / "answers"
COMPANY = "Brightvane"
Read = Callable[[FactValue], Mapping[str, str | None] | None]


def person(value: FactValue) -> Mapping[str, str | None] | None:
    if not isinstance(value, Appointment):
        return None
    return {
        "person": value.person,
        "role": value.role,
        "move": value.move.value,
        "came_from": value.came_from,
        "successor": value.successor,
    }


def act(value: FactValue) -> Mapping[str, str | None] | None:
    if not isinstance(value, Regulation):
        return None
    return {
        "what": value.what,
        "agency": value.agency,
        "name": value.name,
        "product": value.product,
        "level": value.level,
        "effective_on": value.effective_on.isoformat() if isinstance(value.effective_on, date) else None,
    }


def exact(name: str, read: Read, book: RuleBook) -> tuple[float, int, list[Row]]:
    """Share of the texts of one file of answers with all facts right and none besides; their number; the misses."""
    answers = rows(ANSWERS / f"{name}.jsonl")
    misses: list[Row] = []
    for answer in answers:
        found = [fact for value in facts(answer["text"], book) if (fact := read(value)) is not None]
        if sorted(map(str, map(sorted_items, found))) != sorted(map(str, map(sorted_items, answer["facts"]))):
            misses.append({"id": answer["id"], "text": answer["text"], "found": [dict(one) for one in found]})
    return (len(answers) - len(misses)) / len(answers), len(answers), misses


def sorted_items(fact: Mapping[str, str | None]) -> list[tuple[str, str | None]]:
    return sorted(fact.items())


def facts(text: str, book: RuleBook) -> list[FactValue]:
    """The facts of the text as a new entry of a company's feed."""
    subject = Subject(kind=SubjectKind.COMPETITOR, name=COMPANY)
    made = sight(
        change(text, subject),
        feed(subject),
        1,
        rules=book,
        competitors=(Competitor(name=COMPANY),),
        about=lambda edit: (subject,),
    )
    return [fact.value for sighting in made for fact in sighting.facts]
