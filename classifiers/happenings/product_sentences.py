"""Sentences that tell what became of a product: launched, previewed, retired, renamed, a feature added or removed."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from classifiers.happenings.no_products import (
    OTHERS_DO,
    evident,
    evident_feature,
    evident_maker,
    firms_merge,
    gathers,
    goes_elsewhere,
    no_product,
    only_taken_down,
    same_thing,
)
from classifiers.happenings.product_doubts import taken_back
from classifiers.happenings.product_notices import NOTICES
from classifiers.happenings.product_shapes import CAPITAL, TELLINGS, Telling
from classifiers.saying.disowned import denied
from classifiers.wording.effective import starting_on
from classifiers.wording.names import OFFICE
from classifiers.wording.passages import Passage
from classifiers.wording.patterns import Pattern
from classifiers.wording.suspects import Suspects
from domain.content import Where
from domain.findings import Fact, ProductMove, Side

INSIDE = Pattern(r"(?i)\b(?:in|of|for|on|from|with|within|inside) $")
ELSEWHERE = Pattern(r"^ (?:in|for|from|to) (?:the )?[A-ZÀ-Þ]")
IN_TIME = Pattern(
    r"^ (?:in|from|for) (?:the )?(?:early |mid-?|late )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Spring|"
    r"Summer|Autumn|Fall|Winter|Q[1-4]|H[12])"
)
VERSIONED = Pattern(r"^(.*?[^\s])[ -](v?\d+(?:\.\d+)*(?:\.x)?|v\d+)$")
TRAILING = frozenset(["of", "for", "and", "&", "The", "A", "An"])
LEADING = frozenset(["The", "Our", "Its", "A", "An", "New"])
# Where a headline in capitals goes on behind the name: "StayFeed Beacon In Europe".
GOES_ON_LIST = (
    "In At To With On From As By Into Across Ahead After Amid Via That Which Is Are Will Today Now Worldwide Globally"
)
GOES_ON = frozenset(GOES_ON_LIST.split())
# Entries are asked of all shapes, pages of those alone that hold on pages, too; one look spares most texts each.
SHAPES = (*TELLINGS, *NOTICES)
ON_PAGES = tuple(one for one in SHAPES if one.pages)
IN_ENTRIES = Suspects(*(one.pattern.pattern for one in SHAPES), names=(CAPITAL,))
IN_LINES = Suspects(*(one.pattern.pattern for one in ON_PAGES), names=(CAPITAL,))
LONGEST_LINE = 240
NEAR = 400
PAGES = frozenset({Where.PARAGRAPH, Where.HEADING, Where.LIST, Where.CARD})


def told_of_products(passage: Passage, company: str) -> Iterator[Fact]:
    """What an entry's title tells, or a short text of a page: there only what ends, is renamed or removed."""
    if passage.side is Side.BEFORE:
        return
    entry = passage.edit.where is Where.ENTRY and passage.title_end > 0
    text = passage.text[: passage.title_end] if entry else passage.text
    if not (entry or (passage.edit.where in PAGES and len(text) <= LONGEST_LINE)):
        return
    shapes, may_tell = (SHAPES, IN_ENTRIES) if entry else (ON_PAGES, IN_LINES)
    for one in (shapes[number] for number in may_tell.of(text)):
        match = one.pattern.search(text)
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
    if not name or f"{company} ".casefold().startswith(f"{name} ".casefold()) or no_product(name, one.move, version):
        return None
    if doubtful(one, match, passage.text, company) or taken_back(one, match, passage.text, name, company):
        return None
    if one.move.startswith("feature") and OTHERS_DO.search(match.group(0)):
        return None
    if INSIDE.search(passage.text[: match.start() + 1]):  # "the editor in Atlas is now called Studio"
        return None
    if one.move == "retired" and OFFICE.search(passage.text[:LONGEST_LINE]):  # people retire, too
        return None
    behind = passage.text[match.end() :]
    if one.move == "retired" and ELSEWHERE.match(behind) and not IN_TIME.match(behind):  # gone from one country only
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


def doubtful(one: Telling, match: Any, text: str, company: str) -> bool:
    """Whether the words around a move say that it is of no product, or leave it open where anybody may do the same."""
    name, version = with_version(match.group(1), one.move)
    match one.doubt:
        case "anybody":
            return not evident(name, version, text[:NEAR], company) or gathers(version, text[match.end(1) : NEAR])
        case "a place":
            return not evident_feature(name, match.group(2), company)
        case "made by its maker":
            return not evident_maker(name, version, company)
        case "another name of it":
            return not same_thing(match.group(1), match.group(2), company)
        case "taken down":
            return only_taken_down(text[match.end(1) : match.end()], text[match.end() :])
        case "companies":
            return firms_merge(text[match.start(1) : match.start(2)], match.group(2))
    return goes_elsewhere(one.move, text[match.end(1) :])


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
    ends = next((at for at, word in enumerate(words) if at and word in GOES_ON), len(words))
    words = words[:ends]
    while len(words) > 1 and (words[0] in LEADING or words[0].endswith(("'s", "’s"))):
        words = words[1:]
    while words and words[-1] in TRAILING:
        words = words[:-1]
    return " ".join(words).rstrip(".,'’")
