"""Who came, who went, and as what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import re2

from classifiers.names import OFFICE, ORGANISATION, PERSON, person_name, role_in
from classifiers.passages import Passage
from classifiers.people_context import around, came_from, organisation, successor
from domain.content import Where
from domain.findings import Appointment, Fact, Move, Side
from domain.sources import Source

LONGEST_TEXT = 4_000
PLACES = frozenset(
    {Where.ENTRY, Where.RECORD, Where.PARAGRAPH, Where.HEADING, Where.LIST, Where.CARD, Where.TITLE, Where.TABLE}
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A sentence shape: its pattern, which group is the person, which starts the role (0: none), and the move."""

    pattern: Any
    person: int
    role: int
    move: Move


def shape(pattern: str, person: int, role: int, move: Move) -> Shape:
    return Shape(re2.compile(pattern), person, role, move)


AS = r"(?:,? (?:as|to be|to the (?:role|position|post) of|to serve as|to become|to)|,) "
# An office right after the name, without "as": "names Ana Ruiz CEO".
BARE = (
    r"((?:(?:its|the|new|group|global|interim|acting|as) )*(?:C[EFOTIMR]O|CISO|SVP|EVP|VP|Chief|"
    r"chief|President|president|Chair|chair|"
    r"Managing|managing|Vice|vice|Head|head|Director|director|General|general|Senior|senior)[^\n]{0,100})"
)
SHAPES = (
    shape(
        (
            rf"\b(?:[Aa]ppoint|[Nn]ame|[Hh]ire|[Tt]ap|[Ee]lect)(?:s|ed|d|ped|"
            rf"ing)? ({PERSON.replace('{1,2}', '{1,2}?')}),? {BARE}"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(
        (
            rf"\b(?:[Aa]ppoint(?:s|ed|ing)?|[Nn]am(?:es|ed|ing)|[Hh]ir(?:es|ed|ing)|[Tt]app?(?:s|ed)|"
            rf"[Rr]ecruit(?:s|ed)|[Ww]elcomes) ({PERSON}){AS}([^\n]{{3,120}})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"\b(?:[Pp]romot(?:es|ed|ing)) ({PERSON}){AS}([^\n]{{3,120}})", 1, 2, Move.PROMOTED),
    shape(
        rf"\b(?:[Ee]lect(?:s|ed)|[Aa]ppoint(?:s|ed)) ({PERSON}) to (?:its|the|" rf"our) ([Bb]oard[^\n]{{0,80}})",
        1,
        2,
        Move.BOARD,
    ),
    shape(
        (
            rf"({PERSON})(?:, [^,\n]{{3,60}},)? (?:joins|joined|has joined|will join|is joining|"
            rf"to join)(?: (?:{ORGANISATION}|us|the company))? as ([^\n]{{3,120}})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(
        (
            rf"({PERSON})(?:, (?:formerly|previously|most recently) [^,\n]{{3,60}},)?"
            r" (?:has been |was |were |is |is being |to be )?(?:appointed|named|hired|"
            rf"elected)(?: by [A-Za-zÀ-ÖØ-öø-ÿĀ-ž ]{{3,30}})?(?: as| to serve as|"
            rf" to the position of)? ([^\n]{{3,120}})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(rf"({PERSON}) (?:has been |was |is |to be )?promoted to ([^\n]{{3,120}})", 1, 2, Move.PROMOTED),
    shape(
        (
            rf"({PERSON}) (?:will serve as|to serve as|takes over as|will become|becomes|to become|"
            rf"(?:succeeds|to succeed|will succeed) [A-Za-zÀ-ÖØ-öø-ÿĀ-ž ]{{3,40}} as|"
            r"assumes the role of) ([^\n]{3,120})"
        ),
        1,
        2,
        Move.JOINED,
    ),
    shape(
        (
            rf"({PERSON})(?:, ([^\n]{{3,140}}?),)?(?:, who)? (?:has |have |will |is |would |to |tendered (?:his|"
            rf"her) )?(?:resign(?:ed|s|ing|ation)?|retir(?:e|es|ed|ing)|step(?:s|ped|ping)? down|"
            rf"depart(?:s|ed|ing)?|leav(?:e|es|ing)|left)\b"
        ),
        1,
        2,
        Move.LEFT,
    ),
    shape(rf"(?:[Rr]esignation|[Rr]etirement|[Dd]eparture) of ({PERSON})(?:, ([^\n]{{3,120}}))?", 1, 2, Move.LEFT),
    shape(
        (
            rf"({PERSON}), ([^\n]{{3,120}}?), (?:notified|informed) [^\n]{{3,80}}? (?:decision|intent|"
            rf"intention|resignation|she is resigning|he is resigning|retir)"
        ),
        1,
        2,
        Move.LEFT,
    ),
)
# Most texts move nobody: one cheap look spares them every shape.
VERBS = re2.compile(
    r"(?i)appoint|name[sd]?\b|naming|hire|hiring|tap|recruit|welcome|promot|elect|join|serve as|"
    r"takes? over|becom|succeed|"
    r"assume|resign|retir|step|depart|leav|\bleft\b|notified|informed"
)
# "Calder appointed Ana Ruiz to its board": the company is no person that was appointed.
PERSON_FIRST = re2.compile(rf"^{PERSON} (?:to|as)\b")
LEAVING_AS = re2.compile(r"^(?: from (?:his|her|the) (?:position|role|post))?,? (?:as|from) ([^\n]{3,100})")


def find_people(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each person and move, from what is new in a change."""
    found: dict[tuple[str, Move], Fact] = {}
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
    text = passage.text[:LONGEST_TEXT]
    if not VERBS.search(text):
        return
    for one in SHAPES:
        for match in one.pattern.finditer(text):
            person = person_name(match.group(one.person))
            start, end = match.span(one.person)
            if person is None or not passage.is_fresh(start, end):
                continue
            role = role_of(one, match, text)
            if (role is None and one.move is not Move.LEFT) or (role and PERSON_FIRST.search(role)):
                continue
            if role is None and not leaves_office(match.group(0), text):
                continue
            stop = (
                match.end()
                if one.move is Move.LEFT or role is None
                else text.find(role, match.start(one.role)) + len(role)
            )
            about = around(text, *match.span())
            left = one.move is Move.LEFT
            yield Fact(
                type="appointment",
                value=Appointment(
                    person=person,
                    role=role,
                    move=move_of(one.move, role),
                    organisation=None if left else organisation(about),
                    came_from=None if left else came_from(about),
                    successor=successor(about, person) if left else None,
                ),
                quote=passage.quote(match.start(), max(stop, end)),
                confidence=0.85 if role else 0.6,
            )


def role_of(one: Shape, match: Any, text: str) -> str | None:
    """The office in the shape's own words, or for a leaver the one named right after."""
    if match.group(one.role):
        return role_in(match.group(one.role))
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
