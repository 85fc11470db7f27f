"""A register's record in words: what its fields say, and which register it stands in."""

from digest.words import count_words, source_words
from domain.content import Cell
from domain.events import Event
from domain.sources import SourceKind

FIELDS = 2
LONG_FIELD = 3
LONGEST_FIELD = 20
# A register called so and no more is not named: the words say nothing.
GENERIC = {"registry", "register", "registers", "records", "registrations"}
USES = ("use", "uses", "for", "purpose")


def with_fields(event: Event, said: str) -> str:
    """The title with the record's main fields that it does not say, and the register's name at the end.

    `EPA registration of Engenia for over-the-top use on cotton; register: epa labels`.
    """
    first = event.sightings[0]
    if first.source_kind is SourceKind.SITEMAP:
        return said
    for cell in _main(event, said):
        said += _field(cell)
    if first.source_kind is not SourceKind.REGISTRY:
        return said
    name = first.source.replace("-", " ")
    telling = set(source_words(first.source, event.subject.name).split()) - GENERIC
    known = all(word in said.casefold() for word in telling)
    return said if known else f"{said}; register: {name}"


def _main(event: Event, said: str) -> list[Cell]:
    """Fields of a new record that are not said yet: the one that says most, then the first ones, in their order."""
    cells = [cell for edit in event.sightings[0].edits if not edit.before for cell in edit.cells_after]
    lower = f"{said} {event.subject.name}".casefold()
    unsaid = [cell for cell in cells if cell.text.casefold() not in lower and _says_something(cell.text)]
    longest = max((c for c in unsaid if count_words(c.text) >= LONG_FIELD), key=lambda c: len(c.text), default=None)
    others = [cell for cell in unsaid if cell is not longest and cell.header]
    chosen = ([longest] if longest else []) + others
    return chosen[:1] if longest else chosen[:FIELDS]


def _says_something(text: str) -> bool:
    return 0 < count_words(text) <= LONGEST_FIELD and any(char.isalpha() for char in text) and "://" not in text


def _field(cell: Cell) -> str:
    """` for over-the-top use on cotton`, `; standard ISO 27001`"""
    header = cell.header.casefold()
    if header in USES:
        lowered = cell.text[:1].lower() + cell.text[1:] if cell.text[1:2].islower() else cell.text
        return f" for {lowered.removeprefix('for ')}"
    return f"; {header} {cell.text}" if header else f"; {cell.text}"
