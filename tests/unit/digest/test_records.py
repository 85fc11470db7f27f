"""A register's record says its main fields and in which register it stands."""

from dataclasses import replace

from digest.say import sentence
from domain.content import Cell, Where
from domain.events import Event
from domain.sources import SourceKind
from tests.unit.digest import worlds

CELLS = (
    Cell(header="Holder", text="Fathom Rates"),
    Cell(header="Number", text="4711-09"),
    Cell(header="Standard", text="ISO 27001"),
    Cell(header="Status", text="Active"),
)


def record(source: str = "iso-certificates", cells: tuple[Cell, ...] = CELLS) -> Event:
    edit = worlds.edit("r", None, "Fathom Feed | Active", where=Where.RECORD, title="Fathom Feed")
    return worlds.event(
        "r", worlds.rival("Fathom Rates"), "Fathom Rates: new entry “Fathom Feed”, Active", (),
        [replace(edit, cells_after=cells)], kind=SourceKind.REGISTRY, source=source,
    )  # fmt: skip


def test_a_record_says_the_fields_that_its_headline_does_not_and_the_register() -> None:
    assert sentence(record()) == (
        "Fathom Rates: new entry “Fathom Feed”, Active; standard ISO 27001; register: iso certificates."
    )


def test_a_field_of_many_words_is_said_before_short_ones_and_a_use_reads_as_one() -> None:
    said = sentence(record(cells=(*CELLS, Cell(header="Use", text="Hotel prices of the whole Baltic coast"))))
    assert "for hotel prices of the whole Baltic coast" in said
    assert "use:" not in said


def test_a_register_that_the_headline_names_is_not_named_twice() -> None:
    named = replace(record("iso-27001", cells=()), headline="Fathom Rates: ISO 27001 entry “Fathom Feed”")
    assert "register:" not in sentence(named)
