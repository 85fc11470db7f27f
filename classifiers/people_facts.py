"""A person's move as a fact: with what the sentences around it say of where from, whom after, and since when."""

from dataclasses import replace
from datetime import date

from classifiers.effective import starting_on
from classifiers.passages import Passage
from classifiers.people_context import came_from, interim, organisation, predecessor, successor
from classifiers.people_offices import move_of
from domain.findings import Appointment, Fact, Move

AFTERWARDS = 140


def move_fact(passage: Passage, person: str, role: str | None, move: Move, about: str, span: tuple[int, int]) -> Fact:
    left = move is Move.LEFT
    return Fact(
        type="appointment",
        value=Appointment(
            person=person,
            role=role,
            move=Move.INTERIM if not left and interim(about, person) else move_of(move, role),
            organisation=None if left else organisation(about),
            came_from=None if left else came_from(about, person),
            successor=successor(about, person) if left else None,
            predecessor=None if left else predecessor(about, person),
            effective_on=from_when(passage.text, span),
        ),
        quote=passage.quote(*span),
        confidence=0.85 if role else 0.6,
    )


def from_when(text: str, span: tuple[int, int]) -> date | None:
    """The day a move holds from: in its sentence behind the name, for what stands before is when it was told."""
    stop = text.find("\n", span[1])
    end = min(stop if stop >= 0 else len(text), span[1] + AFTERWARDS)
    return starting_on(text[span[0] : end].split(". ")[0])


def with_successor(fact: Fact, name: str) -> Fact:
    value = fact.value
    return replace(fact, value=replace(value, successor=name)) if isinstance(value, Appointment) else fact
