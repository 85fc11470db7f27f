"""Tables read cell by cell, each cell with the header of its column."""

from diffing.reading.markup import DROPPED, Element
from diffing.wording.text import tidy
from domain.content import Cell

LONGEST_CELL = 2_000
WIDEST_ROW = 100


def data_rows(table: Element) -> list[tuple[Cell, ...]] | None:
    """The rows that say something, in order; None where the table holds the page's layout and no data.

    One that holds data has no table inside, two columns or more, and no cell longer than a paragraph or two. Its cells
    carry their column's header where the first row has headers.
    """
    if next(table.iterdescendants("table"), None) is not None:
        return None
    rows = [[box for box in row if box.tag in ("td", "th")] for row in table.iter("tr")]
    if max(map(len, rows), default=0) < 2:
        return None
    texts = {box: cell_text(box) for box in table.iter("td", "th")}
    if any(len(text) > LONGEST_CELL and box.tag == "td" for box, text in texts.items()):
        return None
    return _rows([[(box, texts[box]) for box in row[:WIDEST_ROW]] for row in rows])


def _rows(rows: list[list[tuple[Element, str]]]) -> list[tuple[Cell, ...]]:
    headers: list[str] = []
    found = []
    for row in rows:
        texts = [text for _, text in row]
        if not any(texts):
            continue
        if row and not headers and all(box.tag == "th" for box, _ in row):
            headers = texts
        found.append(_row(texts, headers))
    return found


def _row(texts: list[str], headers: list[str]) -> tuple[Cell, ...]:
    known = headers if texts != headers else []
    return tuple(Cell(header=known[at] if at < len(known) else "", text=text) for at, text in enumerate(texts))


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
