"""The moves that a sentence tells, by its chunks: who, as what, and who comes for those who go."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from classifiers.people.chunks import Chunk, chunks, letters
from classifiers.people.grammar import COMES, GIVES_WAY, GOES, HELD, LISTS, PAIRS, REPLACED_WITH, TAKES_PLACE
from classifiers.people.letters import GAVE_NOTICE, OFFICE, PERSON, SUCCEEDS
from classifiers.people.offices import leaves_office
from classifiers.wording.patterns import Pattern
from domain.findings import Move

LONGEST = 600
ACTS = Pattern("[APVUXJTGEagvukRtrn]")
# A founder who dies leaves no office, where none is told.
FOUNDER = Pattern(r"(?i)(?:co-)?founder")
DEATH = Pattern(r"(?i)\b(?:passing|death|passed away|died|dies)\b")
STAYS_ON = Pattern(r"^,? (?:who |and )?(?:will )?(?:remains?|stays?|continues?)\b")
# Who takes a place that is left, and which office is handed over.
IN_PLACE = Pattern(r"(?i)\b(?:taken|filled|assumed|in the (?:role|position|post))\b")
WITH = Pattern(r"(?i)\b(?:with|by|durch|par|por)\b")
HANDS = Pattern(r"(?i)\b(?:(?:duties|role|position) of|over as|(?:role|job|post|reins|helm)(?: over)? to)\b")
# What a way's quote may begin with; another letter is only what must not stand there.
BEGINS = frozenset((*"APVUXJTGEagvukRtrne", PERSON, OFFICE))
BESIDE = 4  # characters between an office and the name behind it
RESPECTIVELY = Pattern(r"(?i)\brespectively\b")
BETWEEN = Pattern(r",? (?:and|&) |, ")
STANDS_IN = Pattern(r"(?i)\binterim|interin[oa]|intérim|kommissarisch|acting|acting\b")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A person's move with the stretch of the sentence that tells it; without one it was told before the sentence.

    Of one that is `listed` among others the rest of the sentence tells nothing.
    """

    person: str
    role: str | None
    move: Move
    span: tuple[int, int] | None
    successor: str | None = None
    listed: bool = False


def parsed(text: str, part: tuple[int, int], language: str, before: Sequence[Parsed], known: list[str]) -> list[Parsed]:
    """The moves of one sentence of a text, each person's once; its offsets are those of the sentence.

    `known` are the people whom the text has named so far, and gains those of this sentence; `before` are the moves
    that it has told: one of these comes back where the sentence names who follows.
    """
    sentence = text[slice(*part)]
    if len(sentence) > LONGEST:
        return []
    said, kept = letters(chunks(sentence, known, language))
    known += [one.said for one in kept if one.letter == PERSON and one.said not in known]
    if PERSON not in said or not ACTS.search(said):
        return []
    told: dict[str, Parsed] = {}
    sure = GAVE_NOTICE in said or language != "en" or leaves_office(sentence, text)
    for one in (*in_lists(said, kept), *in_ways(sentence, said, kept)):
        if one.role or (one.move is Move.LEFT and sure):
            told.setdefault(one.person, one)
    earlier = {one.person: replace(one, span=None) for one in before}
    sure = sure if language == "en" else OFFICE in said
    movers = {**earlier, **told}
    for one in succession(sentence, said, kept, movers):
        if one.role or sure or {one.person, one.successor} & movers.keys():  # products replace each other, too
            told[one.person] = one
    return list(told.values())


def in_lists(said: str, kept: Sequence[Chunk]) -> Iterator[Parsed]:
    """Several people, each with an office of their own."""
    for pattern, move in LISTS:
        for found in pattern.finditer(said):
            for pair in PAIRS.finditer(said, *found.span(1)):
                at = [one for one in range(*pair.span()) if said[one] in (PERSON, OFFICE)]
                who, office = sorted(at, key=lambda one: said[one] != PERSON)
                span = kept[pair.start()].start, kept[pair.end() - 1].end
                yield Parsed(kept[who].said, kept[office].said, move, span, listed=True)


def in_ways(sentence: str, said: str, kept: Sequence[Chunk]) -> Iterator[Parsed]:
    for one in (*COMES, *GOES):
        for match in one.pattern.finditer(said):
            office = match.start(one.office) if one.office else -1
            at = match.start() if said[match.start()] in BEGINS else match.start() + 1
            span = kept[at].start, kept[match.end() - 1].end
            people = [kept[n] for n in range(*match.span(one.people)) if said[n] == PERSON]
            apart = offices_of_each(kept[office].said, len(people)) if RESPECTIVELY.search(sentence) else ()
            for number, who in enumerate(people):
                role = kept[office].said if office >= 0 else held(who.said, said, kept)
                role = apart[number] if apart and office >= 0 else role
                if one.move is Move.INTERIM and not STANDS_IN.search(role or ""):
                    continue
                if FOUNDER.fullmatch(role or "") and DEATH.search(sentence):
                    continue
                yield Parsed(who.said, role, one.move, span)


def offices_of_each(role: str, count: int) -> Sequence[str]:
    """The offices of so many people, told in one breath and in their order; none where they are not as many."""
    found = BETWEEN.split(role)
    return found if len(found) == count else ()


def held(person: str, said: str, kept: Sequence[Chunk]) -> str | None:
    """The office that the sentence names beside a person elsewhere."""
    for match in HELD.finditer(said):
        who, office = (1, 2) if match.start(1) >= 0 else (4, 3)
        if kept[match.start(who)].said == person:
            return str(kept[match.start(office)].said)
    return None


def succession(sentence: str, said: str, kept: Sequence[Chunk], told: Mapping[str, Parsed]) -> Iterator[Parsed]:
    """Who goes and who comes for them."""
    for pattern in (GIVES_WAY, REPLACED_WITH):
        for match in pattern.finditer(said):
            words = sentence[kept[match.start()].start : kept[match.end() - 1].end]
            if pattern is REPLACED_WITH and not WITH.search(words):
                continue
            hands = HANDS.search(words) is not None
            acts = hands or pattern is REPLACED_WITH or IN_PLACE.search(words) is not None
            office = match.start(4) if match.start(4) >= 0 or not hands else match.start(2)
            pair = Pair(kept, told, gone=match.start(1), come=match.start(3), office=office)
            yield from handed(pair, stands_in=STANDS_IN.search(words) is not None, acts=acts)
    for match in TAKES_PLACE.finditer(said):
        pair = Pair(kept, told, gone=match.start(2), come=match.start(1), office=match.start(3))
        stays = pair.gone >= 0 and STAYS_ON.match(sentence[kept[pair.gone].end :]) is not None
        words = sentence[kept[match.start()].start : kept[match.end() - 1].end]
        went = SUCCEEDS not in match.group(0) and not stays
        yield from handed(pair, stands_in=STANDS_IN.search(words) is not None, acts=True, went=went)


@dataclass(frozen=True, slots=True)
class Pair:
    """Which chunks are one who goes, who comes, and the office: -1 where the sentence does not name one."""

    kept: Sequence[Chunk]
    told: Mapping[str, Parsed]
    gone: int
    come: int
    office: int


def handed(pair: Pair, *, stands_in: bool = False, acts: bool = False, went: bool = True) -> Iterator[Parsed]:
    """The leaver with the successor; and that one's move into the same office.

    Who is only named as a successor has made no move yet, but who takes over (`acts`) or stands in has. Who is
    succeeded went some time before, and is told only where that is said (`went`).
    """
    come = successor_in(pair)
    gone = leaver(pair, come) if come else None
    if not come or (gone is not None and (gone.person == come or gone.move is not Move.LEFT)):
        return
    office = pair.kept[pair.office].said if pair.office >= 0 else None
    if gone is not None and (went or gone.person in pair.told):
        yield replace(gone, successor=come, role=gone.role or (office if went and pair.gone >= 0 else None))
    role = office or (gone.role if gone else None)
    here = pair.told.get(come)
    if pair.come >= 0 and role and (here is None or here.move is Move.LEFT) and (acts or stands_in or office):
        span = spread(pair.kept, (pair.come, max(pair.office, pair.come)))
        yield Parsed(come, role, Move.INTERIM if stands_in else Move.JOINED, span)


def successor_in(pair: Pair) -> str | None:
    """Who comes: the one named, else ("she succeeds Bo Lind") the last one who is told to have come."""
    if pair.come >= 0:
        return pair.kept[pair.come].said
    return next((one.person for one in reversed(list(pair.told.values())) if one.move is not Move.LEFT), None)


def leaver(pair: Pair, but: str) -> Parsed | None:
    """Who is named as the one that goes, with the office beside the name; else the last one told to have left."""
    if pair.gone < 0:
        return next(
            (one for one in reversed(list(pair.told.values())) if one.move is Move.LEFT and one.person != but), None
        )
    name = pair.kept[pair.gone]
    beside = [pair.kept[at] for at in (pair.gone - 1, pair.gone - 2) if at >= 0]
    office = next((one for one in beside if one.letter == OFFICE and one.end > name.start - BESIDE), None)
    found = pair.told.get(name.said)
    found = found or Parsed(name.said, None, Move.LEFT, (name.start, name.end))
    return replace(found, role=found.role or (office.said if office else None))


def spread(kept: Sequence[Chunk], at: Sequence[int]) -> tuple[int, int]:
    """From the first to the last of some chunks."""
    return min(kept[one].start for one in at), max(kept[one].end for one in at)
