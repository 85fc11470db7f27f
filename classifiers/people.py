"""Who came, who went, and as what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import re2

from classifiers.effective import starting_on
from classifiers.names import OFFICE, PERSON, person_name, role_in
from classifiers.passages import Passage
from classifiers.people_context import around, came_from, interim, organisation, predecessor, replaced, successor
from classifiers.people_other import OTHER_SHAPES, OTHER_VERBS, other_role
from classifiers.people_shapes import SHAPES, Shape
from classifiers.team import team_moves
from domain.content import Where
from domain.findings import Appointment, Fact, Move, Side
from domain.sources import Source

LONGEST_TEXT = 4_000
AFTERWARDS = 140
PLACES = frozenset(
    {Where.ENTRY, Where.RECORD, Where.PARAGRAPH, Where.HEADING, Where.LIST, Where.CARD, Where.TITLE, Where.TABLE}
)
# Most texts move nobody: one cheap look spares them every shape.
VERBS = re2.compile(
    r"(?i)appoint|name[sd]?\b|naming|hire|hiring|tap|recruit|welcome|promot|elect|join|serve as|"
    r"takes? over|becom|succeed|"
    r"assume|resign|retir|step|depart|leav|\bleft\b|notified|informed|oust|fire[sd]|dismiss|sack|remove[sd]|suspend|"
    r"part(?:s|ed) (?:ways|company)|hand(?:s|ed|ing)? over|poach|quit|exit|confirmed|installed|\badd(?:s|ed)\b"
)
# "Calder appointed Ana Ruiz to its board": the company is no person that was appointed.
PERSON_FIRST = re2.compile(rf"^{PERSON} (?:to|as)\b")
TAKES_OVER = re2.compile(
    r"^ (?:will |is to |to )?(?:take|takes|took|taking) over(?: on an interim basis|"
    r" in the interim)?"
)
SEVERAL = re2.compile(r"(?i)(?:independent |non-executive )?directors")
LEAVING_AS = re2.compile(r"^(?: from (?:his|her|the) (?:position|role|post))?,? (?:as|from) ([^\n]{3,100})")


def find_people(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each person and move, from what is new in a change."""
    found: dict[tuple[str, Move], Fact] = {}
    for fact in team_moves(read, source):
        if isinstance(fact.value, Appointment):
            found[(fact.value.person, fact.value.move)] = fact
    for passage in read:
        if passage.side is Side.BEFORE or passage.aside or passage.edit.where not in PLACES:
            continue
        for fact in moves(passage):
            value = fact.value
            if isinstance(value, Appointment):
                kept = found.setdefault((value.person, value.move), fact)
                if isinstance(kept.value, Appointment) and kept.value.role is None and value.role:
                    found[(value.person, value.move)] = fact
    return tuple(found.values())


def moves(passage: Passage) -> Iterator[Fact]:
    """Every move that a sentence of the passage tells, with what the sentences around it say of it."""
    text = passage.text[:LONGEST_TEXT]
    if not (VERBS.search(text) or OTHER_VERBS.search(text)):
        return
    found = [fact for one in (*SHAPES, *OTHER_SHAPES) for fact in told(one, passage, text)]
    yield from found
    yield from takes_over(found, passage, text)
    yield from replaced_by(found, passage, text)


def told(one: Shape, passage: Passage, text: str) -> Iterator[Fact]:
    """The moves that one sentence shape finds."""
    for match in one.pattern.finditer(text):
        person = person_name(match.group(one.person))
        start, end = match.span(one.person)
        if person is None or not passage.is_fresh(start, end):
            continue
        role = role_of(one, match, text)
        if (role is None and one.move is not Move.LEFT) or (role and PERSON_FIRST.search(role)):
            continue
        if role is None and not one.sure and not leaves_office(match.group(0), text):
            continue
        in_words = role is not None and one.move is not Move.LEFT and one.role > one.person
        stop = text.find(role or "", match.start(one.role)) + len(role or "") if in_words else match.end()
        yield move_fact(passage, person, role, one.move, around(text, *match.span()), (match.start(), max(stop, end)))


def move_fact(passage: Passage, person: str, role: str | None, move: Move, about: str, span: tuple[int, int]) -> Fact:
    left = move is Move.LEFT
    return Fact(
        type="appointment",
        value=Appointment(
            person=person,
            role=role,
            move=Move.INTERIM if not left and interim(about, person) else move_of(move, role),
            organisation=None if left else organisation(about),
            came_from=None if left else came_from(about),
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


def takes_over(found: Sequence[Fact], passage: Passage, text: str) -> Iterator[Fact]:
    """Who takes over from one that leaves: into that one's office, where no other is named."""
    for fact in found:
        value = fact.value
        if not isinstance(value, Appointment) or value.move is not Move.LEFT or not value.role or not value.successor:
            continue
        at = text.find(value.successor)
        known = any(isinstance(one.value, Appointment) and one.value.person == value.successor for one in found)
        match = TAKES_OVER.search(text[at + len(value.successor) :]) if at >= 0 and not known else None
        if match:
            end = at + len(value.successor) + match.end()
            yield move_fact(passage, value.successor, value.role, Move.JOINED, around(text, at, end), (at, end))


def replaced_by(found: Sequence[Fact], passage: Passage, text: str) -> Iterator[Fact]:
    """Who goes because another one is said to replace them."""
    for fact in found:
        value = fact.value
        if not isinstance(value, Appointment) or value.move is Move.LEFT:
            continue
        gone = replaced(around(text, fact.quote.start, fact.quote.end))
        at = text.find(gone) if gone else -1
        if gone and at >= 0 and gone != value.person:
            went = Appointment(person=gone, role=None, move=Move.LEFT, successor=value.person)
            yield replace(fact, value=went, quote=passage.quote(at, at + len(gone)), confidence=0.6)


def role_of(one: Shape, match: Any, text: str) -> str | None:
    """The office in the shape's own words, or for a leaver the one named right after."""
    if one in OTHER_SHAPES:
        return other_role(match.group(one.role)) if one.role else None
    if one.role and match.group(one.role):
        words = match.group(one.role)
        return role_in(words[:-1] if SEVERAL.fullmatch(words) else words)
    after = LEAVING_AS.search(text[match.end() : match.end() + 120]) if one.move is Move.LEFT else None
    return role_in(after.group(1)) if after else None


def leaves_office(words: str, text: str) -> bool:
    """A leaver whose office is not named beside them: only where an office is named at all. Products retire, too."""
    return any(word in words for word in ("resign", "step", "retir")) and bool(OFFICE.search(text))


def move_of(move: Move, role: str | None) -> Move:
    if role and move is not Move.LEFT:
        lowered = role.lower()
        if "interim" in lowered or "acting" in lowered:
            return Move.INTERIM
        if "board" in lowered or lowered in ("director", "a director", "independent director"):
            return Move.BOARD
    return move
