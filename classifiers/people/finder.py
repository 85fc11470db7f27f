"""Who came, who went, and as what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import re2

from classifiers.people.chains import followed, replaced_by, succeeds, takes_over
from classifiers.people.context import around, stays_after_all
from classifiers.people.facts import move_fact, with_successor
from classifiers.people.filings import FILING_SHAPES, NAME
from classifiers.people.idioms import IDIOMS
from classifiers.people.lists import listed
from classifiers.people.offices import leaves_office, role_of
from classifiers.people.other_languages import OTHER_SHAPES, OTHER_VERBS
from classifiers.people.plain import may_tell, told_plainly
from classifiers.people.reading import Reading, reading
from classifiers.people.shapes import SHAPES, Shape
from classifiers.people.team import team_moves
from classifiers.rulebook.words import sentence_ends
from classifiers.saying.disowned import of_another, only_wanted
from classifiers.wording.names import PERSON, person_name
from classifiers.wording.passages import Passage
from domain.content import Where
from domain.findings import Appointment, Fact, Move, Side
from domain.sources import Source

ALL_SHAPES = (*SHAPES, *FILING_SHAPES, *IDIOMS, *OTHER_SHAPES)
LONGEST_TEXT = 4_000
PLACES = frozenset(
    {Where.ENTRY, Where.RECORD, Where.PARAGRAPH, Where.HEADING, Where.LIST, Where.CARD, Where.TITLE, Where.TABLE}
)
ANYBODY = re2.compile(NAME)
# Most texts move nobody: one cheap look spares them every shape.
VERBS = re2.compile(
    r"(?i)appoint|name[sd]?\b|naming|hire|hiring|tap|recruit|welcome|promot|elect|join|serve as|"
    r"takes? over|becom|became|succeed|"
    r"assume|resign|retir|step|depart|leav|\bleft\b|notified|informed|oust|fire[sd]|dismiss|sack|remove[sd]|suspend|"
    r"part(?:s|ed) (?:ways|company)|hand(?:s|ed|ing)? over|poach|quit|exit|confirmed|installed|relinquish|replac|"
    r"terminat|separat|passed away|died|offer letter|ceased|no longer|re-?election|engaged|selected|transition|"
    r"picks?|chooses|meet|introduc|"
    r"notice|mutually|moves?|moving|shift|"
    r"steps? up|^new |incoming|exit|\badd(?:s|ed)\b|returns|returned|rejoin|"
    r"back as|elevat|designat|last day|löst |cease"
)
# "Calder appointed Ana Ruiz to its board": the company is no person that was appointed.
PERSON_FIRST = re2.compile(rf"^{PERSON} (?:to|as)\b")
# "zum 1. Juli" ends no sentence.
DAY_NUMBER = re2.compile(r"\b\d{1,2}\. (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
BETWEEN_NAMES = re2.compile(r",? and |, ")
OTHER_CLAUSE = re2.compile(
    r"(?i)(?:^|\W)(?:said|says|announced|announces|that|reported|which|whether|because|after|when)\b|; "
)
UNDER_WHICH = re2.compile(r"\b(?:pursuant to|under) which\b")
BIOGRAPHY = re2.compile(
    r"(?i)\b(?:previously|formerly|originally|earlier|first|later|subsequently) (?:was |been |has been )?"
    r"(?:served|worked|held|led|named|appointed|hired|promoted|elected|became|joined)\b|"
    r"\b(?:prior to|before) (?:joining|that|this|his|her|becoming|coming)\b|\bsince (?:19|20)\d\d\b|"
    r"\bre-?elect(?:s|ed)\b|\b(?:his|her) career\b|\bfrom (?:[A-Z][a-z]+ )?(?:19|20)\d\d (?:to|until|through)\b"
)
# A year without a day or month beside it: no filing and no release dates what is new by the year alone.
BARE_YEAR = re2.compile(r"\b(?:joined|appointed|named|elected|promoted|became|hired)\b[^\n]{0,90}? in (?:19|20)\d\d\b")
# "appointed Inga Thorsen, currently Vice President, as ...": what she holds is not what she gets.
HELD_BEFORE = re2.compile(
    r"(?i)(?:(?:(?:the|its|our) )?(?:company['’]s )?current(?:ly)?|formerly|previously|most recently|until|who|"
    r"whose|a former|an? \d)\b"
)
# "named Ana Ruiz, Chief Operating Officer, to the additional role of President".
TO_ANOTHER = re2.compile(
    r", (?:as (?:the |its |our |an? )?[\w ]{0,30}?(?:officer|president|director|chief|C[EFOT]O)|to (?:be|serve as|"
    r"succeed|become)|"
    r"to the (?:additional |new )?(?:role|position|office|post))\b"
)
ENDED = re2.compile(r"[.;]")
# "leaves no doubt", "leaving room": nobody goes.
LEAVES_ELSE = re2.compile(r"^[a-z ]*(?:leaves?|leaving|left) (?:no|little|room|the door|nothing|behind|open)\b")
IN_THE_ROLE = re2.compile(r" in the role by ")


def find_people(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each person and move, from what is new in a change."""
    found: dict[tuple[str, Move], Fact] = {}
    for fact in team_moves(read, source):
        if isinstance(fact.value, Appointment):
            found[(fact.value.person, fact.value.move)] = fact
    for passage in read:
        if passage.side is Side.BEFORE or passage.aside or passage.edit.where not in PLACES:
            continue
        for fact in (one for one in moves(passage) if happened(one, passage, source)):
            value = fact.value
            if isinstance(value, Appointment) and not names_company(value.person, source):
                kept = found.setdefault((value.person, value.move), fact)
                if isinstance(kept.value, Appointment) and says_more(value.role, kept.value.role):
                    found[(value.person, value.move)] = fact
    return tuple(found.values())


def happened(fact: Fact, passage: Passage, source: Source) -> bool:
    """Whether a move is one of the company's, and neither denied nor only called for."""
    span = fact.quote.start, fact.quote.end
    comes = isinstance(fact.value, Appointment) and fact.value.move is not Move.LEFT
    if not comes and stays_after_all(passage.text, *span):
        return False
    return not (only_wanted(passage.text, *span) or of_another(passage.text, *span, source, person=comes))


def names_company(person: str, source: Source) -> bool:
    """Whether what looks like a person is the source's own company."""
    return person.casefold() in source.subject.name.casefold()


def says_more(role: str | None, other: str | None) -> bool:
    """Whether the first office is one where there was none, or the same told in full."""
    return role is not None and (other is None or (len(role) > len(other) and role.startswith(other)))


def moves(passage: Passage) -> Iterator[Fact]:
    """Every move that a sentence of the passage tells, with what the sentences around it say of it."""
    text = passage.text[:LONGEST_TEXT]
    entry = passage.edit.where is Where.ENTRY
    if not (speaks(text) or (entry and may_tell(text))):
        return
    read = reading(text)
    ends = [end for end in sentence_ends(read.text) if not DAY_NUMBER.search(read.text[end - 4 : end + 8])]
    ends.append(len(read.text))
    sentences = list(pairwise([0, *ends]))
    stretches = [(start, end) for start, end in sentences if speaks(read.text[start:end])]
    found = [fact for one in ALL_SHAPES for part in stretches for fact in told(one, passage, read, part)]
    found += [fact for part in sentences for fact in in_list(passage, read, part)]
    if not found and entry:
        found = [fact for part in sentences for fact in plainly(passage, read, part)]
    found = [followed(fact, text) for fact in found]
    yield from found
    yield from takes_over(found, passage, text)
    yield from replaced_by(found, passage, text)
    yield from succeeds(found, passage, text)


def speaks(sentence: str) -> bool:
    """Whether a sentence may tell a move: it has a word of coming or going, and a name's two capitals."""
    return ANYBODY.search(sentence) is not None and (VERBS.search(sentence) or OTHER_VERBS.search(sentence)) is not None


def told(one: Shape, passage: Passage, read: Reading, part: tuple[int, int]) -> Iterator[Fact]:
    """The moves that one sentence shape finds in one sentence."""
    at, end = part
    while match := one.pattern.search(read.text, at, end):
        names = [] if astray(one, match) else people_in(match.group(one.person))
        at = match.end() if names else match.end(one.person)
        past = one.move is not Move.LEFT and is_past(read.text[part[0] : end], match.start() - part[0])
        if names and not past and not LEAVES_ELSE.search(read.text[match.end() - 6 : end]):
            for person in names:
                yield from moved(one, passage, read, match, person)


def in_list(passage: Passage, read: Reading, part: tuple[int, int]) -> Iterator[Fact]:
    """The moves of a sentence that lists several people with their new offices."""
    for one in listed(read.text, *part):
        span = read.span(*one.span)
        if passage.is_fresh(*span):
            move = Move.PROMOTED if one.promoted else Move.JOINED
            yield move_fact(passage, one.person, one.role, move, around(read.text, *part), span)


def plainly(passage: Passage, read: Reading, part: tuple[int, int]) -> Iterator[Fact]:
    """The move of a sentence that no shape reads, less sure than those."""
    sentence = read.text[slice(*part)]
    for one in () if is_past(sentence, 0) else told_plainly(sentence):
        span = read.span(part[0] + one.span[0], part[0] + one.span[1])
        if passage.is_fresh(*span):
            fact = move_fact(passage, one.person, one.role, one.move, around(read.text, *part), span)
            yield replace(fact, confidence=0.5)


def people_in(words: str) -> list[str]:
    """The people of a list of names, each by full name."""
    return [name for part in BETWEEN_NAMES.split(words) if (name := person_name(part))]


def astray(one: Shape, match: Any) -> bool:
    """Whether another clause stands between the person and the office or the verb: it is about somebody else."""
    ends = [match.start(one.role)] if one.role and match.start(one.role) > match.end(one.person) else []
    between = match.string[match.end(one.person) : max([*ends, match.end(one.person)])]
    inside = match.group(one.role) if one.role and one.move is Move.LEFT else None
    return bool(OTHER_CLAUSE.search(UNDER_WHICH.sub("", between))) or bool(
        inside and match.end(one.role) < match.end() and OTHER_CLAUSE.search(inside)
    )


def is_past(sentence: str, at: int) -> bool:
    """Whether a life is told and no news: "previously named", "since 2015", "in 2012" behind the verb."""
    return BIOGRAPHY.search(sentence) is not None or BARE_YEAR.search(sentence[at:]) is not None


def moved(one: Shape, passage: Passage, read: Reading, match: Any, person: str) -> Iterator[Fact]:
    """The fact of one person of a match, where there is office enough in it and it is new."""
    start = match.start(one.person) + match.group(one.person).find(person.split()[0])
    if not passage.is_fresh(*read.span(start, match.end(one.person))):
        return
    role = role_of(one, match, read.text, person)
    if (role is None and one.move is not Move.LEFT) or (role and PERSON_FIRST.search(role)):
        return
    if one.role and one.move is not Move.LEFT and held_before(match.group(one.role)):
        return
    if role is None and not one.sure and not leaves_office(match.group(0), read.text):
        return
    in_words = role is not None and one.move is not Move.LEFT and one.role > one.person
    stop = read.text.find(role or "", match.start(one.role)) + len(role or "") if in_words else match.end()
    about = around(read.text, *match.span())
    after = person_name(match.group(one.follows)) if one.follows else None
    span = read.span(match.start(), max(stop, match.end(one.person)))
    fact = move_fact(passage, person, role, one.move, about, span)
    yield with_successor(fact, after) if after else fact
    if after and role and IN_THE_ROLE.search(match.group(0)):
        yield move_fact(passage, after, role, Move.JOINED, about, span)


def held_before(words: str) -> bool:
    """Whether the words behind a name tell what the person holds already: another office follows, or "current" "
    "says so."""
    later = TO_ANOTHER.search(words)
    return HELD_BEFORE.match(words) is not None or (later is not None and ENDED.search(words[: later.start()]) is None)
