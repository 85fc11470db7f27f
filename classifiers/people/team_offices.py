"""Offices on a page of people: whose company they are of, and what another office of the same person means."""

from classifiers.people.offices import move_of
from classifiers.wording.names import LETTER, UPPER
from classifiers.wording.patterns import Pattern
from domain.findings import Move

# Sections that show people of other companies.
OTHERS = Pattern(
    r"(?i)^(?:(?:our|the|meet our|some of our) )?(?:investors?|backers?|shareholders|customers?|clients)"
    r"(?: (?:and|&) (?:investors?|backers?|partners|customers?|clients|friends))?$|"
    r"\bwhat (?:they|others|people|our \w+|\w+) (?:say|are saying)\b|^backed by\b|\b(?:success|customer) stories\b|"
    r"\btestimonials?\b"
)
FORMER = Pattern(r"(?i)^(?:a |the |our )?(?:former(?:ly)?|ex)\b")
CAPITAL = rf"[{UPPER}][{LETTER}\d&'’.-]*"
AT_COMPANY = Pattern(rf" (?:at|@) (?:the )?({CAPITAL}(?: {CAPITAL}){{0,4}})")
BEHIND_COMMA = Pattern(rf", ({CAPITAL}(?: {CAPITAL}){{1,4}})$")
# Words that a company's name ends with, or begins with.
FIRM = Pattern(
    r"(?:^Hotel |^Bank of |^University of )|\b(?:Ventures?|Capital|Partners|Holdings?|Inc\.?|Corp\.?|Ltd\.?|LLC|GmbH|"
    r"AG|plc|Bank|Group|Hotels?|Fund|Equity|University|Institute|Foundation|Associates|Invest|Resorts?)$"
)
ON_BOARD = Pattern(r"(?i)\b(?:board|non-executive|chair(?:man|woman|person)?)\b")
# Ranks from low to high; an office has the highest that it names.
RANKS = tuple(
    Pattern(pattern)
    for pattern in (
        r"(?i)\b(?:manager|lead)\b",
        r"(?i)\b(?:head|director)\b",
        r"(?i)\b(?:vp|vice president)\b",
        r"(?i)\b(?:svp|senior vice president)\b",
        r"(?i)\b(?:evp|executive vice president)\b",
        r"(?i)\b(?:c[ftoimrp]o|ciso|chief)\b",
        r"(?i)\b(?:ceo|chief executive|managing director)\b",
    )
)
WORDS = Pattern(r"[\pL\d]+")
SMALL = frozenset(("of", "the", "and", "for", "a", "our"))
STANDS_IN = Pattern(r"(?i)\b(?:interim|acting|ad interim)\b ?")


def of_others(titles: tuple[str, ...]) -> bool:
    """Whether a heading says that the people below are investors, customers or others of no office here."""
    return any(OTHERS.search(title.strip()) for title in titles)


def held_elsewhere(role: str, company: str) -> bool:
    """Whether an office was held before, or is one of another company; a seat on the board is always one here."""
    if FORMER.search(role):
        return True
    if ON_BOARD.search(role):
        return False
    behind = BEHIND_COMMA.search(role)
    firm = AT_COMPANY.search(role) or (behind if behind and FIRM.search(behind.group(1)) else None)
    own = company.casefold()
    return firm is not None and not (own and own.split()[0] in firm.group(1).casefold())


def office_move(before: str, after: str) -> Move | None:
    """What it means that somebody who stays holds another office; None where it is worded anew, or no clear rise."""
    if words(before) == words(after):
        return None
    stood_in, stands_in = (STANDS_IN.search(role) is not None for role in (before, after))
    if stood_in or stands_in:
        return None if stood_in and stands_in else Move.INTERIM if stands_in else Move.PROMOTED
    boards = tuple(move_of(Move.JOINED, role) is Move.BOARD for role in (before, after))
    if any(boards):
        return None if boards[0] else Move.BOARD
    return Move.PROMOTED if rank(after) > rank(before) > 0 else None


def words(role: str) -> frozenset[str]:
    return frozenset(word for word in WORDS.findall(role.casefold()) if word not in SMALL)


def rank(role: str) -> int:
    return max((at for at, pattern in enumerate(RANKS, 1) if pattern.search(role)), default=0)
