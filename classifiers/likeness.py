"""Are two sightings the same happening: same subject, close in time, and the same facts or titles alike."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

import re2
from rapidfuzz import fuzz

from classifiers.translations import Telling, telling, translated
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import (
    Appointment,
    FactValue,
    Figure,
    Move,
    Opening,
    Partnership,
    Price,
    ProductMove,
    Regulation,
    Setback,
    TagName,
)
from domain.keys import host_of
from domain.sources import SourceKind

Wording = tuple[str | None, ...]

CLOSE = timedelta(days=6)
ALIKE = 85.0
# "Calder opens a second yard in .... The company said": what a feed clipped, and the text behind it.
CLIP = re2.compile(r"\s*(?:\.{3,}|…)\s")
HEAD_WORDS = 5
LEAST_WORDS = 3
NUMBERS = re2.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """What is compared of a sighting, read once: a subject's sightings are compared each with each.

    `edited`: of a page its site, and in which words it was edited.
    """

    sighting: Sighting
    tags: frozenset[TagName]
    facts: frozenset[tuple[str, ...]]
    moves: frozenset[tuple[str, ...]]
    title: str
    numbers: frozenset[str]
    hiring: bool
    telling: Telling | None
    edited: tuple[str, frozenset[Wording]] | None


def traits(sighting: Sighting) -> Traits:
    title = title_of(sighting)
    return Traits(
        sighting=sighting,
        tags=frozenset(tag.tag for tag in sighting.tags),
        facts=said_facts(sighting),
        moves=who_moves(sighting),
        title=title,
        numbers=frozenset(NUMBERS.findall(title)),
        hiring=is_hiring(sighting),
        telling=telling(sighting) if sighting.source_kind is SourceKind.FEED else None,
        edited=edited(sighting) if sighting.source_kind is SourceKind.PAGE else None,
    )


def same_happening(mine: Traits, theirs: Traits) -> bool:
    """Two pages' changes are one happening by a shared fact, or where one site says the very same on both; entries and
    records also by alike titles. Who comes and then goes made two happenings, however alike the titles."""
    one, other = mine.sighting, theirs.sighting
    if one.subject != other.subject or abs(one.first_seen - other.first_seen) > CLOSE:
        return False
    if one.happened_on and other.happened_on and abs(one.happened_on - other.happened_on) > CLOSE:
        return False
    if mine.facts & theirs.facts or said_alike(mine, theirs):
        return True
    if mine.moves & theirs.moves:
        return False
    kinds = {one.source_kind, other.source_kind}
    if kinds & {SourceKind.PAGE, SourceKind.SITEMAP} or mine.hiring or theirs.hiring:
        return False
    return alike(mine, theirs) or in_two_languages(mine, theirs)


def in_two_languages(one: Traits, other: Traits) -> bool:
    """Whether two entries of one kind of news tell the same in two languages."""
    if one.telling is None or other.telling is None or not one.tags & other.tags:
        return False
    return translated(one.telling, other.telling)


def said_alike(one: Traits, other: Traits) -> bool:
    """Whether two pages of one site were edited in the very same words, and in nothing else that weighs."""
    return one.edited is not None and one.edited == other.edited


def edited(page: Sighting) -> tuple[str, frozenset[Wording]]:
    return host_of(page.url), frozenset(wording(edit) for edit in weighty(page.edits))


def weighty(edits: Sequence[Edit]) -> tuple[Edit, ...]:
    """The edits that say what happened: without learned noise, and without minor ones where there are others."""
    counted = tuple(edit for edit in edits if not edit.noise)
    return tuple(edit for edit in counted if not edit.minor) or counted


def wording(edit: Edit) -> Wording:
    """What went and what came, without regard to place, blanks and capitals."""
    return tuple(" ".join(text.casefold().split()) if text is not None else None for text in (edit.before, edit.after))


def alike(one: Traits, other: Traits) -> bool:
    """Titles with the same words in another order or a few others; two numbers that differ tell two happenings."""
    if one.numbers != other.numbers or len(one.title.split()) < LEAST_WORDS:
        return False
    return fuzz.token_sort_ratio(one.title, other.title, score_cutoff=ALIKE) >= ALIKE


def title_of(sighting: Sighting) -> str:
    """The title without the subject's name, which every title of its feed has, and without a teaser behind a clip."""
    title = next((edit.title for edit in sighting.edits if edit.title), sighting.headline)
    head = CLIP.split(title, maxsplit=1)[0]
    title = head if len(head.split()) >= HEAD_WORDS else title
    return title.casefold().replace(sighting.subject.name.casefold(), "").strip(" :–-")


def is_hiring(sighting: Sighting) -> bool:
    return bool(sighting.facts) and all(isinstance(fact.value, Opening) for fact in sighting.facts)


def said_facts(sighting: Sighting) -> frozenset[tuple[str, ...]]:
    return frozenset(key for fact in sighting.facts if (key := identity(fact.value)) is not None)


def who_moves(sighting: Sighting) -> frozenset[tuple[str, ...]]:
    """The people and products whose move a sighting tells, whatever the move is."""
    moves = (fact.value for fact in sighting.facts if isinstance(fact.value, Appointment | ProductMove))
    return frozenset(key[:2] for value in moves if (key := identity(value)) is not None)


def way(move: str) -> str:
    """Whether somebody or something comes, goes, or is called another name; words for one and the same move vary."""
    if move in (Move.LEFT, "retired", "feature_removed"):
        return "goes"
    return move if move in ("renamed", "replaced") else "comes"


def identity(value: FactValue) -> tuple[str, ...] | None:
    """What makes a fact the same fact wherever it is told; None where it is too thin to tell."""
    match value:
        case Appointment():
            return ("appointment", value.person.casefold(), way(value.move))
        case Partnership():
            tie = "goes" if value.kind == "ended" else "comes"
            return ("partnership", *sorted(party.casefold() for party in value.parties), tie)
        case Opening():
            return ("opening", value.role.casefold(), (value.place or "").casefold())
        case ProductMove():
            return ("product", value.name.casefold(), way(value.move))
        case Regulation():
            named = value.number or value.product
            return ("regulation", value.what, (value.agency or "").casefold(), named.casefold()) if named else None
        case Price():
            both = value.amount_before is not None and value.amount_after is not None
            return (
                ("price", (value.plan or "").casefold(), str(value.amount_before), str(value.amount_after))
                if both
                else None
            )
        case Figure():
            return ("figure", value.metric.casefold(), str(value.amount)) if value.amount is not None else None
        case Setback():
            return ("setback", value.kind, (value.what or "").casefold(), (value.place or "").casefold())
