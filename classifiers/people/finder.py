"""Who came, who went, and as what."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from classifiers.people.chunks import ANYBODY
from classifiers.people.context import around, stays_after_all
from classifiers.people.cues import may_tell, told_in
from classifiers.people.facts import move_fact, with_successor
from classifiers.people.folded import folded
from classifiers.people.offices import office_served
from classifiers.people.parsing import LONGEST, Parsed, parsed
from classifiers.people.reading import Reading, reading
from classifiers.people.team import team_moves
from classifiers.people.untold import news_in
from classifiers.rulebook.words import sentence_ends
from classifiers.saying.disowned import of_another, only_wanted
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.tongues import tongue
from domain.content import Where
from domain.findings import Appointment, Fact, Move, Side
from domain.sources import Source

LONGEST_TEXT = 4_000
PLACES = frozenset(
    {Where.ENTRY, Where.RECORD, Where.PARAGRAPH, Where.HEADING, Where.LIST, Where.CARD, Where.TITLE, Where.TABLE}
)
# "zum 1. Juli" ends no sentence.
DAY_NUMBER = Pattern(r"\b\d{1,2}\. (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)")
SHORT_WORD = Pattern(r"\b(?:Rev|Hon|Sr|Jr|Gen|Col|Prof)\. $")
BIOGRAPHY = Pattern(
    r"(?i)\b(?:previously|formerly|originally|earlier|first|later|subsequently) (?:was |been |has been )?"
    r"(?:served|worked|held|led|named|appointed|hired|promoted|elected|became|joined)\b|"
    r"\b(?:prior to|before) (?:joining|that|this|his|her|becoming|coming)\b|\bsince (?:19|20)\d\d\b|"
    r"\bre-?elect(?:s|ed)\b|\b(?:his|her) career\b|\bfrom (?:[A-Z][a-z]+ )?(?:19|20)\d\d (?:to|until|through)\b"
)
# A year without a day or month beside it: no filing and no release dates what is new by the year alone.
BARE_YEAR = Pattern(r"\b(?:joined|appointed|named|elected|promoted|became|hired)\b[^\n]{0,90}? in (?:19|20)\d\d\b")
MAY_BE = Pattern(r"\bmay\b|(?i)\b(?:if|unless|should|shall|would|in the event|in case|provided that|upon)\b")
CLAUSE_END = Pattern(r"[;,:] ")
# What somebody was so far, told beside the news.
WHO_WAS = Pattern(r", who [^,]{3,120},")


def find_people(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """One fact for each person and move, from what is new in a change."""
    found: dict[tuple[str, Move], Fact] = {}
    for fact in team_moves(read, source):
        if isinstance(fact.value, Appointment):
            found[(fact.value.person, fact.value.move)] = fact
    for passage in read:
        if passage.side is Side.BEFORE or passage.aside or passage.edit.where not in PLACES:
            continue
        for fact in (one for one in moves(passage, source) if happened(one, passage, source)):
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


def moves(passage: Passage, source: Source) -> Iterator[Fact]:
    """Every move that the sentences of a passage tell, each person's once in a text."""
    text = passage.text[:LONGEST_TEXT]
    language = language_of(source, text)
    if language is None:
        return
    read = reading(text)
    told: dict[tuple[str, bool], Parsed] = {}
    facts: dict[tuple[str, bool], Fact] = {}
    known: list[str] = []
    for part in sentences(read.text):
        if not speaks(read.text[slice(*part)], language):
            continue
        past = is_past(WHO_WAS.sub("", read.text[slice(*part)]))
        found = parsed(read.text, part, language, tuple(told.values()), known)
        for one in news_in(found, read.text[slice(*part)], source.subject.name):
            key = (one.person, one.move is Move.LEFT)
            if past and one.move is not Move.LEFT:
                continue
            if key in facts:
                facts[key] = told_more(facts[key], one)
            elif fact := fact_of(one, passage, read, part):
                facts[key] = fact
            told[key] = one
    yield from facts.values()


def language_of(source: Source, text: str) -> str | None:
    """The language to read a text in: the source's, or that of its small words, where it has words of coming or going.

    Else the first of ours in which it has any: a press release may be in another language than its page. None where it
    tells no move: without a name's two capitals, or without such a word in any language.
    """
    plain = folded(text)
    told = told_in(plain) if ANYBODY.search(plain) else []
    if not told or source.language in told:
        return source.language if told else None
    found = tongue(text) if source.language else None
    return found if found in told else told[0]


def speaks(text: str, language: str) -> bool:
    """Whether a text may tell a move: it has a word of coming or going, and a name's two capitals."""
    plain = folded(text)
    return may_tell(plain, language) and ANYBODY.search(plain) is not None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    ends = [end for end in sentence_ends(text) if not DAY_NUMBER.search(text[end - 4 : end + 8])]
    ends = [end for end in ends if not SHORT_WORD.search(text[max(0, end - 6) : end])]
    for low, high in pairwise([0, *ends, len(text)]):
        yield from clauses(text, low, high)


def clauses(text: str, low: int, high: int) -> Iterator[tuple[int, int]]:
    """A sentence, and one that is too long to be read at once by its clauses, as long as they can be.

    One with a condition stays whole, and so unread: a clause of it would tell what only may be.
    """
    if high - low > LONGEST and MAY_BE.search(text[low:high]):
        yield low, high
        return
    while high - low > LONGEST:
        marks = [match.end() for match in CLAUSE_END.finditer(text, low, low + LONGEST)]
        end = marks[-1] if marks else low + LONGEST
        yield low, end
        low = end
    yield low, high


def fact_of(one: Parsed, passage: Passage, read: Reading, part: tuple[int, int]) -> Fact | None:
    """The fact of a move that is new in the passage; of a leaver the office may be told behind the sentence."""
    if one.span is None:
        return None
    span = read.span(part[0] + one.span[0], part[0] + one.span[1])
    if not passage.is_fresh(*span):
        return None
    role = one.role
    if role is None and one.move is Move.LEFT:
        role = office_served(read.text[part[0] + one.span[1] :], one.person)
    about = passage.text[slice(*span)] if one.listed else around(read.text, *part)
    fact = move_fact(passage, one.person, role, one.move, about, span)
    return with_successor(fact, one.successor) if one.successor else fact


def told_more(fact: Fact, one: Parsed) -> Fact:
    """The fact with the office and the successor that a later sentence tells of the same move."""
    value = fact.value
    if not isinstance(value, Appointment):
        return fact
    role = one.role if says_more(one.role, value.role) else value.role
    return replace(fact, value=replace(value, role=role, successor=value.successor or one.successor))


def is_past(sentence: str) -> bool:
    """Whether a life is told and no news: "previously named", "since 2015", "in 2012" behind the verb."""
    return BIOGRAPHY.search(sentence) is not None or BARE_YEAR.search(sentence) is not None
