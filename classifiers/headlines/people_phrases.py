"""Clauses for headlines on people: who is hired, appointed or promoted, who leaves or will, and who succeeds them."""

from collections.abc import Sequence
from dataclasses import replace

import re2

from classifiers.wording.said_amounts import listed, several
from domain.findings import Appointment, Fact, Move

ON_BOARD = re2.compile(r"(?i)^(?:independent |non-executive |outside )+director$")
STANDS_IN = re2.compile(r"(?i)^(?:interim|acting) ")
# The quoted words of one who has not gone yet: "will retire", "plans to step down", "is to leave".
PLANNED = re2.compile(
    r"(?i)\b(?:will|would|to|is|are) (?:be )?(?:(?:also|both|formally) )?(?:retir|resign|step|depart|leav|quit|exit|"
    r"hand|mov|transition|relinquish|ceas)\w*|\b(?:quittera|dejará|dimitirá|wird)\b"
)
AT = re2.compile(r",? (?:of|for|at) (?:the )?")
# Words of a company's name that it is as often told without.
FORM_LIST = (
    "inc incorporated corp corporation co company ltd limited llc plc ag se gmbh sa nv bv group holding holdings the"
)
FORMS = frozenset(FORM_LIST.split())
# A name that ends so is a company's; "of Sales" and "of North America" are none.
COMPANY_NAME = re2.compile(
    r"^(?:\p{Lu}[\w&.'’-]*,? |(?:of|and|&) ){1,5}(?:Bank|Inc\.?|Corp(?:oration|\.)?|LLC|L\.L\.C\.|Ltd\.?|Limited|"
    r"Association|Federation|Foundation|University|Institute|Chamber|Society|GmbH|AG|plc|N\.A\.|S\.A\.|S\.p\.A\.|B\.V\.)$"
)
# Of a name that begins as the subject's: some words, each with a capital letter, and none of an office or a body.
CAPITALS = re2.compile(r"^(?:\p{Lu}[\w&.'’-]*(?: |$)){2,4}$")
NO_COMPANY_LIST = "board committee council chief president officer director directors chair chairman"
NO_COMPANY = frozenset(NO_COMPANY_LIST.split())
MOST_TOLD = 2  # moves: of more only the names are told


def people_line(subject: str, facts: Sequence[Fact]) -> str:
    """ "X hires Lena Brandt as head of sales from Calder"; who succeeds is named, others are counted."""
    told = [(fact.value, is_planned(fact)) for fact in facts if isinstance(fact.value, Appointment)]
    if not told:
        return ""
    moves = [move for move, _ in told]
    one = moves[0]
    joined = [move for move in moves if move.move is Move.JOINED]
    left = [move.person for move in moves if move.move is Move.LEFT]
    came = [move for move in moves if move.move in (Move.JOINED, Move.INTERIM)]
    if len(came) == len(left) == 1 and len(moves) == MOST_TOLD and not any(move.successor for move in moves):
        return "; ".join(person_clause(subject, move, planned=planned) for move, planned in told)
    here = not any(other_company(subject, move) for move in moves)
    if here and len(joined) + len(left) == len(moves) > MOST_TOLD:
        planned = any(planned for move, planned in told if move.move is Move.LEFT)
        takes = f"{subject} {taking(joined)} {listed([move.person for move in joined])}" if joined else ""
        return "; ".join(part for part in (takes, gone(left, planned=planned)) if part)
    others = [move for move in moves[1:] if move.person != one.successor and move.successor != one.person]
    more = f", and {several(len(others), 'more change')} at the top" if others else ""
    return person_clause(subject, one, planned=told[0][1]) + more


def is_planned(fact: Fact) -> bool:
    """Whether the words that tell of one who leaves say that it is yet to come."""
    return PLANNED.search(fact.quote.text) is not None


def taking(joined: Sequence[Appointment]) -> str:
    """Who is told to come from elsewhere is hired; an appointment may as well be of one from inside."""
    return "hires" if all(move.came_from for move in joined) else "appoints"


def gone(names: Sequence[str], *, planned: bool) -> str:
    verb = "will leave" if planned else "leave" if len(names) > 1 else "leaves"
    return f"{listed(names)} {verb}" if names else ""


def role_at(subject: str, role: str | None) -> str | None:
    """The role without the company it is held at, where that is the subject of the line: "director of Tern Inc."."""
    for match in AT.finditer(role or ""):
        if role and is_same(subject, role[match.end() :]):
            return role[: match.start()]
    return role


def is_same(subject: str, name: str) -> bool:
    """Whether a name that begins as the subject's adds no more to it than a legal form: "Tern Bank" is not Tern."""
    own, words = name_words(subject), name_words(name)
    return words[:1] == own[:1] and not set(words) - set(own) - FORMS


def name_words(name: str) -> list[str]:
    return [bare for word in name.casefold().split() if (bare := "".join(filter(str.isalnum, word)))]


def held_elsewhere(subject: str, role: str | None) -> tuple[str | None, str | None]:
    """The role alone and the company it is held at, where the text names another one than the subject."""
    for match in AT.finditer(role or ""):
        name = (role or "")[match.end() :]
        words = name_words(name)
        own = words[:1] == name_words(subject)[:1] and CAPITALS.search(name) and not NO_COMPANY & set(words)
        if (own or COMPANY_NAME.search(name)) and not is_same(subject, name):
            return (role or "")[: match.start()], name
    return role, None


def other_company(subject: str, one: Appointment) -> str | None:
    """The company that somebody joins or leaves, where the text names another one than the subject."""
    name = one.organisation
    words = name_words(name or "")
    shared = set(words) & set(name_words(subject)) - FORMS
    return name if words and not shared and not NO_COMPANY & set(words) else None


def person_clause(subject: str, one: Appointment, *, planned: bool) -> str:
    """One move; of a director's seat that it is one, of a role what it is called, and at which other company it is."""
    role, elsewhere = held_elsewhere(subject, role_at(subject, one.role))
    elsewhere = elsewhere or other_company(subject, one)
    if elsewhere:
        there = replace(one, role=role_at(elsewhere, role), organisation=None)
        return f"{subject}: {person_clause(elsewhere, there, planned=planned)}"
    one = replace(one, role=role_at(subject, one.role))
    match one.move:
        case Move.LEFT:
            after = f", {'to be ' if planned else ''}succeeded by {one.successor}" if one.successor else ""
            return f"{gone([one.person], planned=planned)} {subject}" + (f" ({one.role})" if one.role else "") + after
        case Move.PROMOTED:
            return f"{subject} promotes {one.person}" + (f" to {one.role}" if one.role else "")
        case Move.BOARD:
            return f"{one.person} joins the board of {subject}"
        case Move.INTERIM:
            role = STANDS_IN.sub("", one.role or "stand-in")
            return f"{subject} names {one.person} interim {role}"
        case _ if one.role and ON_BOARD.search(one.role):
            return f"{one.person} joins the board of {subject} as {one.role[:1].casefold()}{one.role[1:]}"
        case _:
            came = f" from {one.came_from}" if one.came_from else ""
            return f"{subject} {taking([one])} {one.person}" + (f" as {one.role}" if one.role else "") + came
