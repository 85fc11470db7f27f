"""A person's move as a fact: with what the sentences around it say of where from, whom after, and since when."""

from dataclasses import replace
from datetime import date

from classifiers.people.context import came_from, held_here, interim, organisation, predecessor, successor
from classifiers.people.offices import move_of
from classifiers.saying.unsaid import sentence_around
from classifiers.wording.effective import effective_on, starting_on
from classifiers.wording.names import OFFICE
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.findings import Appointment, Fact, Move

AFTERWARDS = 140
DAY_GOES_ON = 20  # characters: the full stop of "30. Juni 2026" ends no sentence
FROM_THE_START = Pattern(r"(?i)\W*(?:\w\)\s*)?effective\b")


def move_fact(passage: Passage, person: str, role: str | None, move: Move, about: str, span: tuple[int, int]) -> Fact:
    left = move is Move.LEFT
    return Fact(
        type="appointment",
        value=Appointment(
            person=person,
            role=role,
            move=Move.INTERIM if not left and interim(about, person) else risen(move_of(move, role), about, person),
            organisation=other_than(person, organisation(about, role, left=left)),
            came_from=None if left else came_from(about, person),
            successor=successor(about, person) if left else None,
            predecessor=None if left else predecessor(about, person),
            effective_on=from_when(passage.text, span),
        ),
        quote=passage.quote(*span),
        confidence=0.85 if role else 0.6,
    )


def risen(move: Move, about: str, person: str) -> Move:
    """A move into an office, of one who held another in the company already, is a promotion."""
    return Move.PROMOTED if move is Move.JOINED and held_here(about, person) else move


def from_when(text: str, span: tuple[int, int]) -> date | None:
    """The day a move holds from: in its sentence behind the name, for what stands before is when it was told.

    A sentence may begin with that day, too: "Effective 1 May 2026, Ana Ruiz was promoted".
    """
    low, high = sentence_around(text, *span)
    high += DAY_GOES_ON if text[max(0, high - 2) : high].strip().isdigit() else 0
    after = starting_on(text[span[0] : min(high, span[1] + AFTERWARDS)])
    return after or (effective_on(text[low : span[0]]) if FROM_THE_START.match(text[low : span[0]]) else None)


def with_successor(fact: Fact, name: str) -> Fact:
    value = fact.value
    return replace(fact, value=replace(value, successor=name)) if isinstance(value, Appointment) else fact


def other_than(person: str, name: str | None) -> str | None:
    """What looks like a company at the start of a headline may be the person, with an office or a company before."""
    return None if name is None or person in name or OFFICE.fullmatch(name) else name
