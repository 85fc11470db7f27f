"""Whether two entries tell one happening in two languages: by the names, partners, numbers and days that both have."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from classifiers.wording.days import ANY_DAY, days_in
from classifiers.wording.tongues import names_in, tongue
from domain.events import Sighting
from domain.findings import Appointment, Partnership, ProductMove

# What happened stands in the title and the first sentence; who is quoted and who the company is stand further down.
HEAD = 300
PUBLISHED = timedelta(days=6)  # a day as near to the visit is that of the telling, not of what is told
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
YEAR = re.compile(r"(?:19|20)\d\d")
LEAST_DIGITS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What can be compared of an entry across languages: nothing in it is a word of any of them.

    `about` holds whom and what its facts speak of, by type; `exact` its long numbers and the days that lie apart.
    """

    language: str | None
    names: frozenset[str]
    parties: frozenset[str]
    about: tuple[frozenset[str], ...]
    exact: frozenset[str]


def telling(sighting: Sighting) -> Telling:
    text = words_of(sighting)
    return Telling(
        language=tongue(text),
        names=names_in(text[:HEAD], sighting.subject.name),
        parties=parties(sighting),
        about=about(sighting),
        exact=exact(text[:HEAD], sighting.first_seen.date()),
    )


def translated(one: Telling, other: Telling) -> bool:
    """Whether both are in two known languages and have a partner, two names, or a name and a number or day in common.

    One name is too little: an officer is quoted and a town is named in whatever a company says. Two that are wrongly
    one lose the reader a piece of news, and two that are wrongly two only tell it twice.
    """
    names, together = one.names & other.names, one.parties & other.parties
    if not names and not together:
        return False
    if None in (one.language, other.language) or one.language == other.language or apart(one, other):
        return False
    return bool(together) or bool(one.exact & other.exact) or several(sorted(names))


def several(names: Sequence[str]) -> bool:
    """Whether two of the names have no word in common; "great northern" and "ferry line" are two, or one long one."""
    return any(not set(one.split()) & set(other.split()) for one in names for other in names)


def apart(one: Telling, other: Telling) -> bool:
    """Whether the facts of both speak of people, products or partners, and none of one is any of the other."""
    pairs = zip(one.about, other.about, strict=True)
    return any(mine and theirs and not any(a in b or b in a for a in mine for b in theirs) for mine, theirs in pairs)


def parties(sighting: Sighting) -> frozenset[str]:
    """Those whom the subject joined or left, and which of it."""
    found = (fact.value for fact in sighting.facts if isinstance(fact.value, Partnership))
    return frozenset(
        f"{'left' if value.kind == 'ended' else 'joined'} {party.casefold()}"
        for value in found
        for party in value.parties
        if party.casefold() not in sighting.subject.name.casefold()
    )


def about(sighting: Sighting) -> tuple[frozenset[str], ...]:
    values = [fact.value for fact in sighting.facts]
    people = frozenset(value.person.casefold() for value in values if isinstance(value, Appointment))
    products = frozenset(value.name.casefold() for value in values if isinstance(value, ProductMove))
    return people, products, parties(sighting)


def exact(text: str, seen: date) -> frozenset[str]:
    """The numbers that no other text has by chance, and the days that are not those of the visit's week."""
    days = {day.isoformat() for day in days_in(text) if abs(day - seen) > PUBLISHED}
    numbers = (found for found in NUMBER.findall(ANY_DAY.sub(" ", text)) if not YEAR.fullmatch(found))
    return frozenset(days | {one.replace(",", ".") for one in numbers if sum(map(str.isdigit, one)) >= LEAST_DIGITS})


def words_of(sighting: Sighting) -> str:
    return " ".join(edit.after for edit in sighting.edits if edit.after)
