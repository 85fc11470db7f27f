"""Who stands on a page about a company's people, with which office."""

from collections.abc import Iterator, Sequence

import re2

from classifiers.names import OFFICE, PERSON, person_name
from classifiers.passages import Passage
from classifiers.people_other import OTHER_OFFICE
from domain.findings import Appointment, Fact, Move, Side
from domain.sources import Source, SourceKind

TEAM = re2.compile(
    r"(?i)\b(?:leadership|(?:our |the |management |executive |leadership )team|executives|board(?: of directors)?|"
    r"our people|who we are|founders|vorstand|geschäftsführung|direction|équipe|equipo|consejo)\b|/(?:team|people)\b"
)
ONE_LINE = re2.compile(rf"^({PERSON})\s*(?:,|\||:|\s[-–—])\s*(.{{2,80}})$")
ONLY_NAME = re2.compile(rf"^{PERSON}$")
LONGEST_ROLE = 90
# What somebody did before, told in a sentence: "Was treasurer of a shipyard."
BIOGRAPHY = re2.compile(
    r"(?i)^(?:was|were|ran|led|leads|founded|co-founded|spent|joined|worked|served|built|began|started|formerly|"
    r"previously|before|has|had|holds|held|studied|brings|is|war|leitete|gründete|arbeitete|a (?:été|dirigé|"
    r"fondé|travaillé)|ancien\w*|fue|dirigió|fundó|trabajó|ex-?)\b"
)
# More than these at once is a page made anew, and nobody's move.
MOST_MOVES = 4
NOT_PEOPLE = re2.compile(
    r"(?i)\b(?:team|office|officer|board|director|leadership|management|contact|read more|linkedin)\b"
)


def is_team_page(read: Sequence[Passage], source: Source) -> bool:
    """Whether the page's address or headings speak of the company's people."""
    address = source.url.replace("-", " ").replace("_", " ")
    return source.kind is SourceKind.PAGE and (
        TEAM.search(address) is not None or any(TEAM.search(title) for one in read for title in one.headings[:3])
    )


def team(read: Sequence[Passage], side: Side) -> Iterator[Fact]:
    """People with their office on one side, in order: on one line, or the name and right after it the office."""
    waiting: Passage | None = None
    for passage in (one for one in read if one.side is side and not one.aside):
        text = passage.text.strip()
        line = ONE_LINE.match(text)
        if line and is_name(line.group(1)) and is_office(line.group(2)):
            yield member(passage, line.group(1), line.group(2))
            waiting = None
        elif ONLY_NAME.match(text) and is_name(text) and not is_office(text):
            waiting = passage
        elif waiting is not None and is_office(text):
            yield member(waiting, waiting.text.strip(), text)
            waiting = None
        elif passage.headings and is_office(text) and is_name(passage.headings[-1]):
            yield member(passage, passage.headings[-1], text)


def is_name(text: str) -> bool:
    """Whether the words are a person's name and nothing else."""
    return ONLY_NAME.match(text) is not None and person_name(text) is not None and not NOT_PEOPLE.search(text)


def is_office(text: str) -> bool:
    if BIOGRAPHY.search(text):
        return False
    return len(text) <= LONGEST_ROLE and (OFFICE.search(text) or OTHER_OFFICE.search(text)) is not None


def member(passage: Passage, name: str, role: str) -> Fact:
    return Fact(
        type="appointment",
        value=Appointment(person=person_name(name) or name, role=role.strip(), move=Move.IN_OFFICE),
        quote=passage.quote(0, len(passage.text)),
        confidence=0.7,
    )


def team_moves(read: Sequence[Passage], source: Source) -> Iterator[Fact]:
    """Who came to a page of people, and who went from it; one whose office alone changed is neither."""
    if not is_team_page(read, source):
        return
    sides = {side: {name_of(fact): fact for fact in team(read, side)} for side in Side}
    titles = {title.casefold() for passage in read for title in passage.headings}
    for side, other, move in ((Side.AFTER, Side.BEFORE, Move.JOINED), (Side.BEFORE, Side.AFTER, Move.LEFT)):
        found = [fact for name, fact in sides[side].items() if name not in sides[other]]
        found = [fact for fact in found if stands_alone(fact, titles, read)]
        if len(found) <= MOST_MOVES:
            yield from (moved(fact, move) for fact in found)


def stands_alone(fact: Fact, titles: set[str], read: Sequence[Passage]) -> bool:
    """Whether the name itself came or went, and not only the office under a name that stays."""
    name = name_of(fact)
    return name.casefold() not in titles or any(name in passage.text for passage in read)


def name_of(fact: Fact) -> str:
    return fact.value.person if isinstance(fact.value, Appointment) else ""


def moved(fact: Fact, move: Move) -> Fact:
    value = fact.value
    role = value.role if isinstance(value, Appointment) else None
    found = Appointment(person=name_of(fact), role=role, move=move)
    return Fact(type=fact.type, value=found, quote=fact.quote, confidence=0.6)
