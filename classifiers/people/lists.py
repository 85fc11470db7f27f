"""Several people told at once behind a colon: "three hires: Ines Prado, Chief People Officer; Mark Oduya, ..."."""

from collections.abc import Iterator
from dataclasses import dataclass

import re2

from classifiers.people.filings import NAME
from classifiers.people.roles import role_in
from classifiers.wording.names import person_name

LISTED = re2.compile(
    r"(?i)\b(?:appointments|hires|additions|added|hired|appointed|"
    r"new (?:leaders|executives|officers|hires|members)|promotions|"
    r"appoints|names|hires|welcomes|adds)(?: (?:of|as|to|the|its|our|following|new|senior|key|executive|leadership|"
    r"team|two|three|four|five|six|\d|leaders|executives|officers|directors|people)){0,6}\s?: "
)
ITEM = re2.compile(rf"^(?:and )?({NAME})(?:,| as| –| -| \() (.+)$")
PROMOTED = re2.compile(r"(?i)\bpromot(?:ions|es|ed)")
SEMICOLON, AND = "; ", " and "
LEAST = 2  # of fewer nobody can say that a list begins


@dataclass(frozen=True, slots=True)
class Listed:
    """One person of a list with the office and the stretch of the text that names both."""

    person: str
    role: str
    span: tuple[int, int]
    promoted: bool


def listed(text: str, start: int, end: int) -> Iterator[Listed]:
    """The people of a list in the sentence at [start, end); each of its parts is one of them, or it is no list."""
    head = LISTED.search(text, start, end)
    if head is None:
        return
    made = []
    at = head.end()
    mark = SEMICOLON if SEMICOLON in text[at:end] else AND
    for part in text[at:end].rstrip(". \n").split(mark):
        item = ITEM.match(part)
        person = person_name(item.group(1)) if item else None
        role = role_in(item.group(2)) if item else None
        if item is None or person is None or role is None:
            return
        made.append(Listed(person, role, (at + item.start(1), at + item.end(1)), bool(PROMOTED.search(head.group(0)))))
        at += len(part) + len(mark)
    if len(made) >= LEAST:
        yield from made
