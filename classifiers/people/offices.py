"""What an office says of a move: that it is one of the board or an interim one, and which one a leaver has held."""

from classifiers.people.roles import role_in
from classifiers.wording.names import OFFICE
from classifiers.wording.patterns import Pattern
from domain.findings import Move

SERVED_AS = Pattern(
    r"(?:(?:has|had|have) (?:been serving|served|been)|serv(?:es|ed)|no longer (?:is|serves as)) (?:as )?([^\n]+)"
)
NEAR = 90
SUCCEEDED = Pattern(r"\b(?:succeed(?:s|ing)|replac(?:es|ing))\b")
LEAVES_COMPANY = Pattern(
    r"\b(?:leaves?|leaving|left|departs?|exits?|quits?) the (?:company|business|group|firm|bank)\b"
)
ON_BOARD = Pattern(
    r"^(?:a |class [ivx]+ |independent |non-executive |outside |lead |senior (?:independent )?)*director$|"
    r"^(?:a )?(?:class [ivx]+|independent|non-executive|outside) director of "
)


def office_served(rest: str, person: str) -> str | None:
    """The office that the words behind a leaving tell: "Ms. Ruiz had been serving as X"."""
    served = SERVED_AS.search(rest)
    theirs = served and (person.split()[-1] in rest[: served.end(1)] or served.start() < NEAR)
    return role_in(served.group(1)) if theirs else None


def leaves_office(words: str, text: str) -> bool:
    """A leaver whose office is not named beside them: only where an office is named at all. Products retire, too."""
    lowered = words.lower()
    leaves = any(word in lowered for word in ("resign", "step", "retir", "stood down")) or SUCCEEDED.search(text)
    return bool(LEAVES_COMPANY.search(words)) or (bool(leaves) and bool(OFFICE.search(text)))


def move_of(move: Move, role: str | None) -> Move:
    if role and move is not Move.LEFT:
        lowered = role.lower()
        if "interim" in lowered or "acting" in lowered:
            return Move.INTERIM
        if "board" in lowered or (move is not Move.PROMOTED and ON_BOARD.match(lowered)):
            return Move.BOARD
    return move
