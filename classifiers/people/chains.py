"""Who follows whom: the moves that one person's move tells of another."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

import re2

from classifiers.people.context import around, replaced
from classifiers.people.facts import move_fact, with_successor
from classifiers.people.filings import NAME
from classifiers.wording.names import person_name
from classifiers.wording.passages import Passage
from domain.findings import Appointment, Fact, Move

TAKES_OVER = re2.compile(
    r"^(?:, [^.\n]{3,80}?,)? (?:will |is to |to )?(?:(?:take|takes|took|taking) (?:over|charge)(?: on an interim basis|"
    r" in the interim)?|(?:assume|assumes|fill|fills|step into|steps into) (?:the|that|this|his|her) "
    r"(?:role|position|post|office))"
)
TO_SUCCEED = re2.compile(
    rf"\b(?:appointed|named|elected|selected|chosen|promoted) ({NAME})(?:, [^\n]+?,)? to (?:succeed|replace) "
    r"(?:(?:Mr|Ms|Mrs|Dr)\. )?([A-Z][\pL'’-]+)"
)


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


def followed(fact: Fact, text: str) -> Fact:
    """A leaver's fact with the one who is appointed "to succeed Mr. Roche", where no other is named."""
    value = fact.value
    if not isinstance(value, Appointment) or value.move is not Move.LEFT or value.successor:
        return fact
    after = next((one for one in TO_SUCCEED.finditer(text) if one.group(2) == value.person.split()[-1]), None)
    name = person_name(after.group(1)) if after else None
    return with_successor(fact, name) if name else fact


def succeeds(found: Sequence[Fact], passage: Passage, text: str) -> Iterator[Fact]:
    """Who is appointed "to succeed Mr. Roche": into the office that he leaves in the same text."""
    for match in TO_SUCCEED.finditer(text):
        person = person_name(match.group(1))
        for fact in found:
            gone = fact.value
            if not isinstance(gone, Appointment) or gone.successor != person or gone.move is not Move.LEFT:
                continue
            if person and gone.role and passage.is_fresh(*match.span()):
                yield move_fact(passage, person, gone.role, Move.JOINED, around(text, *match.span()), match.span())
