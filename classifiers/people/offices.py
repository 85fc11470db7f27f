"""Which office a sentence about a move means: the one that is taken, or the one that is left."""

from typing import Any

import re2

from classifiers.people.other_languages import OTHER_SHAPES, other_role
from classifiers.people.roles import role_in
from classifiers.people.shapes import OFFICE_BEFORE, Shape
from classifiers.wording.names import OFFICE, ORGANISATION
from domain.findings import Move

SEVERAL = re2.compile(r"(?i)(?:independent |non-executive )?directors")
LEAVING_AS = re2.compile(
    r"^(?: from)?(?: (?:his|her|their|the) (?:positions?|roles?|posts?|offices?|duties|service))?,? ?(?:as|from|to|"
    r"of) ([^\n]+)"
)
AND_AS = re2.compile(r"\band (?:also )?as (?:the |an? )?([^\n]+)")
OFFICE_AHEAD = re2.compile(rf"{OFFICE_BEFORE}(?: of {ORGANISATION})?,? $")
SERVED_AS = re2.compile(
    r"(?:(?:has|had|have) (?:been serving|served|been)|serv(?:es|ed)|no longer (?:is|serves as)) (?:as )?([^\n]+)"
)
NEAR = 90
EACH = re2.compile(r"^((?:the |its |independent |non-executive )*)(member|director)s\b")
SUCCEEDED = re2.compile(r"\b(?:succeed(?:s|ing)|replac(?:es|ing))\b")
ON_BOARD = re2.compile(
    r"^(?:a |class [ivx]+ |independent |non-executive |outside |lead |senior (?:independent )?)*director$"
)
WHO_SERVED = re2.compile(r"^who (?:has |had )?(?:served|been serving|been|serves) (?:as )?(?:our |the |its )?")


def role_of(one: Shape, match: Any, text: str, person: str) -> str | None:
    """The office in the shape's own words, or for a leaver the one named around them."""
    if one in OTHER_SHAPES:
        return other_role(match.group(one.role)) if one.role else None
    if one.role and match.group(one.role):
        words = WHO_SERVED.sub("", match.group(one.role))
        role = role_in(one_of(words))
        if role:
            return role
    return role_of_leaver(match, text, person) if one.move is Move.LEFT else None


def one_of(words: str) -> str:
    """What several hold, as one of them does: "members of the Board", "directors"."""
    return words[:-1] if SEVERAL.fullmatch(words) else EACH.sub(r"\1\2", words)


def role_of_leaver(match: Any, text: str, person: str) -> str | None:
    """The office that is left: "resigned as X", "the CEO Ana Ruiz", "Ms. Ruiz had been serving as X"."""
    rest = text[match.end() : match.end() + 400]
    after = LEAVING_AS.search(rest)
    role = role_in(one_of(after.group(1))) if after else None
    if after and role and "board" in role.lower():  # who leaves an office and the board is told by the office
        second = AND_AS.search(after.group(1))
        role = (role_in(second.group(1)) if second else None) or role
    if role:
        return role
    at = text.find(person, match.start())
    before = OFFICE_AHEAD.search(text[max(0, at - 60) : at]) if at >= 0 else None
    if before:
        return role_in(before.group(1))
    served = SERVED_AS.search(rest)
    theirs = served and (person.split()[-1] in rest[: served.end(1)] or served.start() < NEAR)
    return role_in(served.group(1)) if theirs else None


def leaves_office(words: str, text: str) -> bool:
    """A leaver whose office is not named beside them: only where an office is named at all. Products retire, too."""
    lowered = words.lower()
    leaves = any(word in lowered for word in ("resign", "step", "retir")) or SUCCEEDED.search(text)
    return bool(leaves) and bool(OFFICE.search(text))


def move_of(move: Move, role: str | None) -> Move:
    if role and move is not Move.LEFT:
        lowered = role.lower()
        if "interim" in lowered or "acting" in lowered:
            return Move.INTERIM
        if "board" in lowered or ON_BOARD.match(lowered):
            return Move.BOARD
    return move
