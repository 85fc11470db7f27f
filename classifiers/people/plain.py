"""A short sentence with one person, one office and a word of coming or going, in whatever order it puts them."""

from collections.abc import Iterator
from dataclasses import dataclass

import re2

from classifiers.people.filings import NAME
from classifiers.people.roles import role_in
from classifiers.people.shapes import FIELD
from classifiers.wording.names import OFFICE, person_name
from domain.findings import Move

LONGEST = 200
# Where most words have a capital, names and other words look alike.
MOST_CAPITALS = 0.7
COMES = re2.compile(
    r"(?i)\b(?:appoint(?:s|ed|ment)?|at the helm|(?:takes|taking) (?:the helm|charge)|com(?:es|ing) on board|"
    r"joins? (?:us|as|from|the team)|welcom(?:e|es|ing)|turns to|handed|lands|named|designated|chosen|picked|tapped|"
    r"installed|"
    r"(?:will|to) (?:head|lead)|heads? up|hire[sd]|brings in|recruit(?:s|ed)?|promoted|signs up|succeeds)\b"
)
GOES = re2.compile(
    r"(?i)\b(?:bow(?:s|ed|ing)? out|mov(?:es|ing) on|part(?:s|ed|ing)? (?:ways|company)|out as|departs?|departed|"
    r"departing|"
    r"departure|leav(?:es|ing)|has left|step(?:s|ped|ping)? (?:down|back|aside)|exit(?:s|ed|ing)?|resign(?:s|ed|"
    r"ation|ing)?|"
    r"retir(?:es|ed|ing|ement)|quits?|axed|ousted|farewell|goodbye|no longer|employment [^\n]{0,60}ended|calls? it a "
    r"day)\b"
)
# What people in office do besides coming and going.
ELSE = re2.compile(
    r"(?i)\b(?:said|says?|tells?|told|talk(?:s|ing)?|on (?:how|why|what|the|leaving|leading|building)|interview|"
    r"podcast|awards?|"
    r"prize|wins?|won|speaks?|explains?|writes?|discuss\w*|webinar|keynote|panel|receives?|honou?r\w*|doctorate|"
    r"medal|reports?|"
    r"results|seeks?|search\w*|looking for|priorities|meets?|customers?|committee|bonus|award|shares|may|might|"
    r"could|if|not|"
    r"grant(?:s|ed)|approved|compensation|salary|agreement|previously|formerly|since|until|nominees?|stockholders|"
    r"proposals?|doubt|leav\w+ (?:no|little|room|nothing|open|behind))\b|"
    r"\b(?:an?|the|among(?: the)?) (?:[a-z-]+ ){0,2}(?:leaders?|challengers?|visionar(?:y|ies)|performers?|winners?|"
    r"finalists?) (?:in|for|of|on)\b|\b(?:magic quadrant|marketscape)\b|[?“”\"]"
)
PEOPLE = re2.compile(NAME)
# Words that belong to an office whose last word is found: "Regional Vice President", "head of research".
BEFORE_OFFICE = re2.compile(
    rf"(?i)(?:\b(?:interim|acting|executive|non-executive|deputy|vice|senior|managing|general|chief|principal|"
    rf"financial|accounting|"
    rf"investment|risk|compliance|information|revenue|co-|"
    rf"{FIELD}) ?)+$"
)
NEW = re2.compile(r"(?i)\b(?:new|next|incoming)(?: [a-z]+)? $")
NEWS = re2.compile(r"(?i)\b(?:new|next|incoming) ")
PLACED = re2.compile(r"\b(?:at|from|of|with|by|for|in|and) $")
OF_WHOM = re2.compile(r"(?i)\b(?:employment|departure|resignation|retirement|exit|appointment) of $")
# Who acts on another: "CEO Ana Ruiz names ...".
ACTS = re2.compile(r"^ (?:names|appoints|hires|welcomes|recruits|promotes|picks|brings)\b")
OWNED = re2.compile(r"^(?:['’]s\b|,? (?:Inc|Corp|Ltd|Group|GmbH|AG|SA|plc)\b)")


@dataclass(frozen=True, slots=True)
class PlainMove:
    """A person's move with the stretch of the sentence that tells it."""

    person: str
    role: str
    move: Move
    span: tuple[int, int]


def may_tell(text: str) -> bool:
    """Whether a word of coming or going is in the text at all: one cheap look."""
    return bool(COMES.search(text) or GOES.search(text) or NEWS.search(text))


def told_plainly(sentence: str) -> Iterator[PlainMove]:
    """The move a sentence tells, where it leaves no doubt who it is about and which office."""
    if len(sentence) > LONGEST or in_capitals(sentence) or ELSE.search(sentence):
        return
    offices, people = offices_in(sentence), people_in(sentence)
    if len(offices) != 1 or len(people) != 1:
        return
    (start, end), (first, last) = offices[0], people[0]
    goes = GOES.search(sentence)
    comes = COMES.search(sentence) or NEW.search(sentence[:start])
    stop = first if first > start else len(sentence)
    role, person = role_in(sentence[start:stop].rstrip(" ,")), person_name(sentence[first:last])
    if bool(goes) == bool(comes) or ACTS.match(sentence[last:]) or not role or not person:
        return
    yield PlainMove(person, role, Move.LEFT if goes else Move.JOINED, (min(start, first), max(end, last)))


def in_capitals(sentence: str) -> bool:
    words = [word for word in sentence.split() if word[:1].isalpha()]
    return bool(words) and sum(word[0].isupper() for word in words) / len(words) > MOST_CAPITALS


def offices_in(sentence: str) -> list[tuple[int, int]]:
    """Where offices stand; two words of one office are one."""
    spans: list[tuple[int, int]] = []
    for match in OFFICE.finditer(sentence):
        if sentence[: match.start()].endswith("on "):  # who comes on board joins
            continue
        ahead = BEFORE_OFFICE.search(sentence[: match.start()])
        start = ahead.start() if ahead else match.start()
        if spans and start <= spans[-1][1] + 5:
            spans[-1] = (spans[-1][0], match.end())
        else:
            spans.append((start, match.end()))
    return spans


def people_in(sentence: str) -> list[tuple[int, int]]:
    """Names of people, and none of companies or places: they own, stand behind "at" or before an office of theirs."""
    found = []
    for match in PEOPLE.finditer(sentence):
        start, end = match.span()
        name = person_name(match.group(0))
        if name is None or OFFICE.search(name) or OWNED.match(sentence[end:]):
            continue
        placed = PLACED.search(sentence[:start]) and not OF_WHOM.search(sentence[:start])
        owns = sentence[end : end + 1] == " " and OFFICE.match(sentence[end + 1 :])
        if placed or owns:
            continue
        found.append((start + match.group(0).find(name.split()[0]), start + len(match.group(0).rstrip("."))))
    return found
