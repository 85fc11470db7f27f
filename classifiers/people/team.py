"""Who stands on a page about a company's people, with which office."""

from collections.abc import Iterator, Mapping, Sequence

from classifiers.people.offices import move_of
from classifiers.people.other_languages import OTHER_OFFICE
from classifiers.people.team_offices import held_elsewhere, of_others, office_move
from classifiers.wording.names import OFFICE, PERSON, person_name
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from domain.content import Where
from domain.findings import Appointment, Fact, Move, Side
from domain.sources import Source, SourceKind

TEAM = Pattern(
    r"(?i)\b(?:leadership|(?:our |the |management |executive |leadership )team|executives|board(?: of directors)?|"
    r"our people|who we are|founders|vorstand|geschäftsführung|direction|équipe|equipo|consejo)\b|/(?:team|people)\b"
)
ONE_LINE = Pattern(rf"^({PERSON})\s*(?:,|\||:|\s[-–—])\s*(.{{2,80}})$")
ONLY_NAME = Pattern(rf"^{PERSON}$")
LONGEST_ROLE = 90
# What somebody did before, told in a sentence: "Was treasurer of a shipyard."
BIOGRAPHY = Pattern(
    r"(?i)^(?:was|were|ran|led|leads|founded|co-founded|spent|joined|worked|served|built|began|started|formerly|"
    r"previously|before|has|had|holds|held|studied|brings|is|war|leitete|gründete|arbeitete|a (?:été|dirigé|"
    r"fondé|travaillé)|ancien\w*|fue|dirigió|fundó|trabajó|ex-?)\b"
)
# More than these at once is a page made anew, and nobody's move.
MOST_MOVES = 4
NOT_PEOPLE = Pattern(r"(?i)\b(?:team|office|officer|board|director|leadership|management|contact|read more|linkedin)\b")


def is_team_page(read: Sequence[Passage], source: Source) -> bool:
    """Whether the page's address or headings speak of the company's people."""
    address = source.url.replace("-", " ").replace("_", " ")
    return source.kind is SourceKind.PAGE and (
        TEAM.search(address) is not None
        or any(TEAM.search(title) for title in {title for one in read for title in one.headings[:3]})
    )


def team(read: Sequence[Passage], side: Side, company: str = "") -> Iterator[Fact]:
    """People with their office in the company on one side, in order: on one line, or the name and then the office."""
    waiting: Passage | None = None
    for passage in own_people(read, side):
        text = passage.text.strip()
        line = ONE_LINE.match(text)
        if line and is_name(line.group(1)) and is_office(line.group(2)):
            found, waiting = (passage, line.group(1), line.group(2)), None
        elif ONLY_NAME.match(text) and is_name(text) and not is_office(text):
            waiting = passage
            continue
        elif waiting is not None and is_office(text):
            found, waiting = (waiting, waiting.text.strip(), text), None
        elif passage.headings and is_office(text) and is_name(passage.headings[-1]):
            found = passage, passage.headings[-1], text
        else:
            continue
        if not held_elsewhere(found[2], company):
            yield member(*found)


def own_people(read: Sequence[Passage], side: Side) -> Iterator[Passage]:
    """What stands on one side outside of sections on investors, customers and what others say."""
    others = False
    for passage in read:
        if passage.edit.where is Where.HEADING and not is_name(passage.text.strip()):
            others = of_others((passage.text,))
        if passage.side is side and not (passage.aside or others or of_others(passage.headings)):
            yield passage


def is_name(text: str) -> bool:
    """Whether the words are a person's name and nothing else."""
    return ONLY_NAME.match(text) is not None and person_name(text) is not None and not NOT_PEOPLE.search(text)


def is_office(text: str) -> bool:
    if BIOGRAPHY.search(text):
        return False
    return len(text) <= LONGEST_ROLE and (OFFICE.search(text) or OTHER_OFFICE.search(text)) is not None


def member(passage: Passage, name: str, role: str) -> Fact:
    return Fact(
        type="appointment",
        value=Appointment(person=person_name(name) or name, role=role.strip(), move=Move.IN_OFFICE),
        quote=passage.quote(0, len(passage.text)),
        confidence=0.7,
    )


def team_moves(read: Sequence[Passage], source: Source) -> Iterator[Fact]:
    """Who came to a page of people, who went from it, and who stayed in another office."""
    if not is_team_page(read, source):
        return
    told = {side: list(team(read, side, source.subject.name)) for side in Side}
    sides = {side: {name_of(fact): fact for fact in facts} for side, facts in told.items()}
    titles = {title.casefold() for passage in read for title in passage.headings}
    for side, other, move in ((Side.AFTER, Side.BEFORE, Move.JOINED), (Side.BEFORE, Side.AFTER, Move.LEFT)):
        found = [fact for name, fact in sides[side].items() if name not in sides[other]]
        found = [fact for fact in found if stands_alone(fact, titles, read)]
        if len(found) <= MOST_MOVES:
            yield from (moved(fact, move if move is Move.LEFT else move_of(move, role_of(fact))) for fact in found)
    yield from in_anothers_place(told, read)
    stayed = list(other_offices(told, read))
    if len(stayed) <= MOST_MOVES:
        yield from stayed


def in_anothers_place(told: Mapping[Side, Sequence[Fact]], read: Sequence[Passage]) -> Iterator[Fact]:
    """Who came and who went where one name took another's place over an office that stayed, which no edit shows."""
    known = {name_of(fact) for facts in told.values() for fact in facts}
    names: dict[tuple[str, ...], dict[Side, list[Passage]]] = {}
    for side in Side:
        for passage in own_people(read, side):
            name = passage.text.strip()
            if passage.edit.where is Where.HEADING and is_name(name) and name not in known:
                names.setdefault(passage.headings, {}).setdefault(side, []).append(passage)
    for sides in names.values():
        come, gone = sides.get(Side.AFTER, []), sides.get(Side.BEFORE, [])
        if len(come) == len(gone) == 1 and not set(come[0].text.split()) & set(gone[0].text.split()):
            yield from (nameless_office(come[0], Move.JOINED), nameless_office(gone[0], Move.LEFT))


def nameless_office(passage: Passage, move: Move) -> Fact:
    name = passage.text.strip()
    value = Appointment(person=person_name(name) or name, role=None, move=move)
    return Fact(type="appointment", value=value, quote=passage.quote(0, len(passage.text)), confidence=0.5)


def other_offices(told: Mapping[Side, Sequence[Fact]], read: Sequence[Passage]) -> Iterator[Fact]:
    """The moves of those who stay, told of nobody who has two offices on a side, or whose name itself was edited."""
    for fact in told[Side.AFTER]:
        name = name_of(fact)
        here, there = ([one for one in told[side] if name_of(one) == name] for side in (Side.AFTER, Side.BEFORE))
        if len(here) != 1 or len(there) != 1 or len({one.side for one in read if name in one.text}) == 1:
            continue
        move = office_move(role_of(there[0]) or "", role_of(fact) or "")
        if move is not None:
            yield moved(fact, move)


def stands_alone(fact: Fact, titles: set[str], read: Sequence[Passage]) -> bool:
    """Whether the name itself came or went, and not only the office under a name that stays."""
    name = name_of(fact)
    return name.casefold() not in titles or any(name in passage.text for passage in read)


def name_of(fact: Fact) -> str:
    return fact.value.person if isinstance(fact.value, Appointment) else ""


def role_of(fact: Fact) -> str | None:
    return fact.value.role if isinstance(fact.value, Appointment) else None


def moved(fact: Fact, move: Move) -> Fact:
    found = Appointment(person=name_of(fact), role=role_of(fact), move=move)
    return Fact(type=fact.type, value=found, quote=fact.quote, confidence=0.6)
