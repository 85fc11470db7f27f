"""Sentences that tell what became of a product: launched, previewed, retired, renamed, a feature added or removed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import re2

from classifiers.saying.disowned import denied
from classifiers.wording.effective import starting_on
from classifiers.wording.names import LETTER, OFFICE, UPPER
from classifiers.wording.passages import Passage
from domain.content import Where
from domain.findings import Fact, ProductMove, Side

CAPITAL = rf"(?:[ie]?[{UPPER}]|\d)(?:[{LETTER}\d®™+'’&-]|\.\d)*"
START = r"(?:^|[\s“\"'(:])"
NAME = rf"({CAPITAL}(?: (?:{CAPITAL}|of|for|&|and|app|v\d[\d.]*|\d+\.x))*)"
# What a feature is called: small words too, up to where its description begins.
FEATURE = rf"((?:[{LETTER}\d][{LETTER}\d+&/'’.-]*)(?: (?:[{LETTER}\d+&/'’-]+)){{0,5}}?)"
STOP = r"(?: (?:for|with|to|in|on|by|across|from|so|that|and)\b|[.,;:!]|$)"
OUR = r"(?i:the |its |our |a |an |new |all-new |next-generation |latest |their )*"
DAY = r"(?: on [\w ,]{4,20}?)?"


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence shape: group 1 is the name of the product or feature.

    `swapped` says that group 1 is what group 2 was called before; `formerly` that group 2 is what group 1 was called.
    """

    pattern: Any
    move: str
    swapped: bool = False
    pages: bool = False
    formerly: bool = False


def telling(pattern: str, move: str, *, swapped: bool = False, pages: bool = False, formerly: bool = False) -> Telling:
    return Telling(re2.compile(pattern), move, swapped, pages, formerly)


RETIRES = (
    r"(?:[Rr]etir(?:es|ing)|[Dd]iscontinu(?:es|ing)|[Ss]unset(?:s|ting)|[Ss]huts? down|[Ss]hutting down|"
    r"[Pp]has(?:es|ing) out|[Dd]eprecat(?:es|ing)|(?:[Tt]o|[Ww]ill) (?:retire|discontinue|sunset|shut down|phase out)|"
    r"(?:[Ss]aying|[Ss]ay|[Ss]ays) (?:goodbye|farewell) to|[Ff]arewell(?: to|,)|[Ee]nd(?:s|ing) (?:support|sales?) "
    r"(?:for|of)|[Ww]inding down)"
)
GONE = (
    r"(?:(?:will be|is being|is to be|is|has been|was|to be) (?:retired|discontinued|sunset|deprecated|"
    r"shut down|phased out)|"
    r"(?:is|will be) no longer (?:be )?(?:supported|available|sold|offered)|will no longer be (?:supported|"
    r"available|sold|offered)|"
    r"reach(?:es|ed) (?:its )?end of (?:life|support|sale)|is retiring|will retire|is going away)"
)
TELLINGS = (
    telling(
        rf"\b(?:[Ll]aunch(?:es|ed|ing)?|[Ii]ntroduc(?:es|ed|ing)|[Uu]nveil(?:s|ed|ing)?|[Rr]eleas(?:es|ed|ing)|"
        rf"[Dd]ebut(?:s|ed)|[Rr]oll(?:s|ed) out|[Ss]hips|[Ss]ay hello to) {OUR}{NAME}",
        "launched",
    ),
    telling(rf"{START}{NAME} is (?:now )?(?:out|here|live|generally available|GA)\b", "launched"),
    telling(
        rf"\b(?:[Aa]nnouncing|[Aa]nnounces) (?:the )?(?:general availability|GA|launch|release) of {OUR}{NAME}",
        "launched",
    ),
    telling(rf"{START}{NAME} launch(?:es|ed) (?:in|on|today|for|this|worldwide|next)\b", "launched"),
    telling(rf"{START}({CAPITAL}(?: {CAPITAL})* v?\d[\d.]*): (?i:what['’]s new|release notes)", "launched"),
    telling(rf"\bbringt {OUR}{NAME} (?:auf den Markt|heraus)", "launched"),
    telling(
        rf"{START}{NAME} (?:released|is now available(?:[.!]|$| (?:in all|worldwide|globally|everywhere|"
        rf"to (?:all|every|everyone)|for (?:all|every|everyone|download|purchase))\b))",
        "launched",
    ),
    telling(
        rf"{START}{NAME} (?:arrive|passe|est disponible|entre) en (?:version )?(?:bêta|preview|aperçu)", "previewed"
    ),
    telling(
        rf"{START}{NAME} (?:startet|geht|ist) (?:jetzt |nun )?(?:in|als) (?:der |die |eine )?"
        rf"(?:öffentliche[rn]? )?[Bb]eta",
        "previewed",
    ),
    telling(rf"^(?:Meet|Say hi to|Welcome,?) {NAME}(?:[:,.!]| –|$)", "launched"),
    telling(rf"{START}{NAME} (?:has arrived|has landed|hits general availability)\b", "launched"),
    telling(rf"\b[Aa]nnounc(?:es|ing|ed) {OUR}{NAME}(?:, (?:an?|the|our|its)\b|[:.!]|$)", "launched"),
    telling(rf"\b[Tt]ry {OUR}{NAME} in (?:early access|(?:public |private |open )?(?:beta|preview))\b", "previewed"),
    telling(
        rf"{START}{NAME} [^\n]{{0,60}}?(?:will|is to) be (?:removed|switched off|turned off|withdrawn)\b",
        "retired",
        pages=True,
    ),
    telling(rf"^{FEATURE} (?:comes|is coming|came) to {CAPITAL}(?: {CAPITAL})*(?:$|[.:!])", "feature_added"),
    telling(rf"\b[Ss]tellen (?:den |die |das )?{NAME} (?:zum|ab|am|bis|im|Ende) [^\n]{{2,40}}?ein\b", "retired"),
    telling(rf"{START}{NAME} (?:stops|will stop) working\b", "retired", pages=True),
    telling(
        rf"{START}{NAME} (?:merges?|is merging|and {CAPITAL}(?: {CAPITAL})* (?:merge|combine)|combines?) "
        rf"(?:with {CAPITAL}(?: {CAPITAL})* )?(?:to become|into|to form|as) {NAME}",
        "renamed",
        swapped=True,
    ),
    telling(
        rf"^{CAPITAL}(?: {CAPITAL}){{0,3}} (?:now )?(?:lets|allows|enables) "
        rf"(?:you|users|teams|customers|admins)(?: to)? {FEATURE}{STOP}",
        "feature_added",
    ),
    telling(
        rf"\b(?:brings|brought|bringing) {NAME} to (?:Android|iOS|iPhone|iPad|Windows|Mac|macOS|Linux|"
        rf"mobile|desktop|web)\b",
        "launched",
    ),
    telling(rf"\b(?:lance|présente|dévoile|lanza|presenta) {OUR}(?:son |sa |le |la |su |el )?{NAME}", "launched"),
    telling(rf"\b(?:stellt|führt) (?:das |die |den |sein |seine )?{NAME} (?:vor|ein)$", "launched"),
    telling(
        rf"{START}{NAME} (?:is |are )?(?:now |enters |goes )?(?:in(?:to)? )?(?:public |private |open |closed |"
        rf"limited )?(?:beta|preview)\b",
        "previewed",
    ),
    telling(
        rf"\b(?:[Nn]ow in|[Jj]oin the) (?:public |private |open |closed )?(?:beta|"
        rf"preview)(?: of)?:? {OUR}{NAME}",
        "previewed",
    ),
    telling(rf"\b(?:beta|preview|early access) (?:of|for) {OUR}{NAME} (?:starts|begins|opens|is|now)\b", "previewed"),
    telling(
        rf"{START}{NAME} wird (?:(?:zum|ab|am|bis|im|Ende) [^\n]{{2,40}}? )?(?:eingestellt|abgeschaltet|abgekündigt)",
        "retired",
    ),
    telling(rf"{START}{NAME} (?:deja|dejará) de (?:estar disponible|funcionar|existir)", "retired"),
    telling(rf"{START}{NAME} (?:cesse d['’]exister|ne sera plus (?:disponible|proposé))", "retired"),
    telling(rf"{START}{NAME} (?:API |service |app |plan )?{GONE}", "retired", pages=True),
    telling(rf"\b{RETIRES} {OUR}{NAME}", "retired", pages=True),
    telling(rf"\b[Ee]nd[ -]of[ -](?:life|support|sale)(?: for| of|:| -| –)? {OUR}{NAME}", "retired", pages=True),
    telling(rf"\bstellt {OUR}(?:den |die |das )?{NAME} (?:zum|ab|am|bis|im|Ende) [^\n]{{2,40}}?ein\b", "retired"),
    telling(
        rf"\b(?:arrête|met fin à|abandonne|retira|descontinúa|deja de ofrecer) {OUR}(?:le |la |"
        rf"el )?{NAME}",
        "retired",
    ),
    telling(
        rf"{START}{NAME} (?:is now|will be|becomes|is) (?:called|named|"
        rf"known as) {NAME}",
        "renamed",
        swapped=True,
        pages=True,
    ),
    telling(rf"{START}{NAME} (?:becomes|is becoming|will become) {NAME}", "renamed", swapped=True),
    telling(rf"{START}{NAME},? \(?(?:formerly|previously)(?: known as| called)? {NAME}", "renamed", formerly=True),
    telling(
        rf"\b(?:[Rr]enam(?:es|ed|ing)|[Rr]ebrand(?:s|ed|ing)) {OUR}{NAME} (?:to|as|"
        rf"into) {NAME}",
        "renamed",
        swapped=True,
        pages=True,
    ),
    telling(
        rf"{START}{NAME} (?:has been|was|is being) (?:renamed|rebranded)(?: to|"
        rf" as)? {NAME}",
        "renamed",
        swapped=True,
        pages=True,
    ),
    telling(rf"\b(?:[Nn]ew|[Nn]ow) in {CAPITAL}(?: {CAPITAL})*: {FEATURE}{STOP}", "feature_added"),
    telling(
        rf"^{CAPITAL}(?: {CAPITAL}){{0,3}} (?:adds|gains|now supports|now offers|"
        rf"now includes) (?:support for |a |an |new )*{FEATURE}{STOP}",
        "feature_added",
    ),
    telling(
        rf"^{CAPITAL}(?: {CAPITAL}){{0,3}} introduces ((?:[a-zà-ÿ][{LETTER}-]*)(?: [{LETTER}\d-]+){{0,4}}?){STOP}",
        "feature_added",
    ),
    telling(
        rf"\b[Ss]upport for {FEATURE} (?:is |has been |was |will be )?(?:dropped|removed|ended|discontinued)",
        "feature_removed",
        pages=True,
    ),
    telling(
        rf"\b(?:[Rr]emov(?:es|ed|ing)|[Dd]rop(?:s|ped|ping)) (?:the |its |"
        rf"our )?{FEATURE} from {CAPITAL}",
        "feature_removed",
        pages=True,
    ),
)
# Of these no product is told: people, money, jobs, papers.
NOT_A_PRODUCT = re2.compile(
    r"(?i)\b(?:compliance|certification|partner\w*|jobs?|employees|staff|offices?|directors?|board|million|"
    r"billion|funding|"
    r"customers|members|dividend|report|results|campaign|programme?|initiative|study|survey|series|contest|"
    r"charges?|fees?|"
    r"status|approval|licen[cs]e|certificate|accreditation|patent|"
    r"investigation|lawsuit|recruitment|hiring|shares?|bonds?|debt|offering|"
    r"(?:tender|exchange|public|private|rights|purchase|takeover) offers?|agreement|acquisition|merger|partnership|"
    r"settlement|appointment|closing|completion|pricing|redemption|buyback|split|earnings|guidance|webcast|"
    r"conference call|annual (?:meeting|general meeting)|restructuring|reorgani[sz]ation|spin-?off|succession)\b|"
    r"^(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|^(?:today|yesterday|tomorrow|q[1-4])\b|[$€£%]|^\d+$|"
    r"^(?:public|private|open|closed|new|early|beta|limited|our|support)$"
)
INSIDE = re2.compile(r"(?i)\b(?:in|of|for|on|from|with|within|inside) $")
ELSEWHERE = re2.compile(r"^ (?:in|for|from|to) (?:the )?[A-ZÀ-Þ]")
VERSIONED = re2.compile(r"^(.*?[^\s])[ -](v?\d+(?:\.\d+)*(?:\.x)?|v\d+)$")
TRAILING = frozenset(["of", "for", "and", "&", "The", "A", "An"])
SPEAKS = re2.compile(
    r"(?i)launch|introduc|unveil|releas|debut|roll|ships|hello|out\b|here|live|available|brings|brought|"
    r"bringing|lance|"
    r"présente|dévoile|lanza|presenta|stellt|führt|beta|preview|retir|discontinu|sunset|shut|phas|deprecat|end|"
    r"winding|"
    r"longer|going away|arrête|met fin|abandonne|descont|deja|called|named|known as|renam|rebrand|new in|now in|"
    r"adds|gains|"
    r"supports|offers|includes|remov|drop|goodbye|farewell|becom|formerly|previously|what.s new|release notes|early "
    r"access|"
    r"bringt|wird|dejará|cesse|sera plus|announc|arrive|passe|entre en|startet|geht|stop|merg|combin|"
    r"lets|allows|enables|meet|welcome|try|switched|turned|withdraw|comes|coming|came|stellen|arrived|landed"
)
LONGEST_LINE = 240
PAGES = frozenset({Where.PARAGRAPH, Where.HEADING, Where.LIST, Where.CARD})


def told_of_products(passage: Passage, company: str) -> Iterator[Fact]:
    """What an entry's title tells, or a short text of a page: there only what ends, is renamed or removed."""
    if passage.side is Side.BEFORE:
        return
    entry = passage.edit.where is Where.ENTRY and passage.title_end > 0
    text = passage.text[: passage.title_end] if entry else passage.text
    if not (entry or (passage.edit.where in PAGES and len(text) <= LONGEST_LINE)) or not SPEAKS.search(text):
        return
    for one in TELLINGS:
        match = one.pattern.search(text) if entry or one.pages else None
        if match and passage.is_fresh(*match.span()) and not denied(text, *match.span()):
            fact = telling_fact(one, match, passage, company)
            if fact is not None:
                yield fact


def telling_fact(one: Telling, match: Any, passage: Passage, company: str) -> Fact | None:
    """The fact of a match; None where what it names is the company itself, a person's office or no product at all."""
    group = 2 if one.swapped else 1
    name, version = with_version(match.group(group), one.move)
    old = 1 if one.swapped else 2 if one.formerly else 0
    before = with_version(match.group(old), one.move)[0] if old else None
    if not name or name.casefold() == company.casefold() or OFFICE.search(name) or NOT_A_PRODUCT.search(name):
        return None
    if INSIDE.search(passage.text[: match.start() + 1]):  # "the editor in Atlas is now called Studio"
        return None
    if one.move == "retired" and OFFICE.search(passage.text[:LONGEST_LINE]):  # people retire, too
        return None
    if one.move == "retired" and ELSEWHERE.match(passage.text[match.end() :]):  # gone from one country only
        return None
    start = match.start(group)
    return Fact(
        type="product",
        value=ProductMove(
            name=name,
            move=one.move,
            before=before,
            version=version,
            effective_on=ends_on(one, passage.text[match.end() : match.end() + 80])
            or ends_on(one, passage.text[match.start() : match.end() + 80]),
        ),
        quote=passage.quote(min(start, match.start(1)), start + len(match.group(group).rstrip(".,'’"))),
        confidence=0.7,
    )


def ends_on(one: Telling, text: str) -> date | None:
    """The day from which something retired is no longer there."""
    return starting_on(text) if one.move == "retired" else None


def with_version(words: str, move: str) -> tuple[str, str | None]:
    """The name without the words it does not end with, and the version behind it; a feature keeps its own."""
    name = trimmed(words)
    match = None if move.startswith("feature") else VERSIONED.match(name)
    return (match.group(1), match.group(2).removeprefix("v")) if match else (name.removesuffix(" app"), None)


def trimmed(name: str) -> str:
    words = name.split()
    while words and words[-1] in TRAILING:
        words = words[:-1]
    return " ".join(words).rstrip(".,'’")
