"""Rows that only name the columns of their table."""

from collections.abc import Iterable, Sequence

from domain.changes import Edit
from domain.content import Cell


def columns_of(edits: Iterable[Edit]) -> frozenset[str]:
    """The headers of all columns that the rows of a change stand in."""
    return frozenset(cell.header for edit in edits for cell in (*edit.cells_before, *edit.cells_after) if cell.header)


def is_header_row(cells: Sequence[Cell], columns: frozenset[str]) -> bool:
    """Whether a row, itself without headers, says nothing but headers of the rows beneath it."""
    said = [cell.text for cell in cells if cell.text]
    return len(said) > 1 and not any(cell.header for cell in cells) and columns.issuperset(said)
