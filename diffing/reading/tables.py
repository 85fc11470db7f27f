"""Tables read cell by cell, each cell with the header of its column."""

from diffing.reading.markup import DROPPED, Element
from diffing.wording.text import tidy
from domain.content import Cell

LONGEST_CELL = 2_000
WIDEST_ROW = 100


def is_data_table(table: Element) -> bool:
    """Whether a table holds data rather than the page's layout: no table inside, two columns or more."""
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(table.iter("tr"))
    if max((_width(row) for row in rows), default=0) < 2:
        return False
    return all(len(cell_text(cell)) <= LONGEST_CELL for cell in table.iter("td"))


def table_rows(table: Element) -> list[tuple[Cell, ...]]:
    """The rows that say something, in order; cells carry their column's header where the first row has headers."""
    headers: list[str] = []
    rows = []
    for row in table.iter("tr"):
        boxes = [box for box in row if box.tag in ("td", "th")][:WIDEST_ROW]
        texts = [cell_text(box) for box in boxes]
        if not any(texts):
            continue
        if boxes and not headers and all(box.tag == "th" for box in boxes):
            headers = texts
        rows.append(_row(texts, headers))
    return rows


def _row(texts: list[str], headers: list[str]) -> tuple[Cell, ...]:
    known = headers if texts != headers else []
    return tuple(Cell(header=known[at] if at < len(known) else "", text=text) for at, text in enumerate(texts))


def _width(row: Element) -> int:
    return sum(1 for box in row if box.tag in ("td", "th"))


def cell_text(cell: Element) -> str:
    return tidy(" ".join(_texts(cell)))


def _texts(cell: Element) -> list[str]:
    found: list[str] = []
    for element in cell.iter():
        if element.tag in DROPPED:
            continue
        if element.text:
            found.append(element.text)
        if element is not cell and element.tail:
            found.append(element.tail)
    return found
