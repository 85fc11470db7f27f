"""Table rows and register records in words: which row, which column, from what to what."""

from collections.abc import Sequence

from classifiers.wording.clauses import excerpt, quoted
from classifiers.wording.page_names import PageName
from domain.changes import Edit, EditKind
from domain.content import Cell, Where

NAME = 44
SIDE = 46
HEADER = 32
MOST = 2  # cells of a row that are told
FEW_CELLS = 4
CODE = 8
LEAST = 32  # of the first cell, where it is cut


def row_said(edit: Edit, page: PageName, room: int) -> str:
    """What happened to a row of a table, by its name and columns; "" for what is no row."""
    cells = edit.cells_after or edit.cells_before
    if edit.where is Where.RECORD or len([cell for cell in cells if cell.text]) < MOST:
        return ""
    if edit.kind is EditKind.REPLACED:
        return row_changed(edit, page, room)
    verb = "add" if edit.kind is EditKind.ADDED else "drop"
    verb += "" if page.many else "s"
    name, *rest = [cell for cell in cells if cell.text]
    called = row_name([name, *rest])
    rest = rest[1:] if called != name.text else rest
    line = f"{verb} {quoted(excerpt(called, (0, len(called)), 2 * SIDE if called != name.text else SIDE))}"
    shown: list[str] = []
    for cell in rest[:FEW_CELLS]:
        if len(f"{line} ({', '.join([*shown, field(cell)])})") > room:
            break
        shown.append(field(cell))
    left = room - len(line) - len(" ()")
    if rest and not shown and left >= LEAST:  # cut rather than left out: a purpose alone says nothing of the data
        first = field(rest[0])
        shown.append(excerpt(first, (0, len(first)), left))
    return f"{line} ({', '.join(shown)})" if shown else line


def field(cell: Cell) -> str:
    header = cell.header if 0 < len(cell.header) <= HEADER else ""
    said = header.casefold() in cell.text.casefold()
    return cell.text if said or not header else f"{header} {cell.text}"


def row_changed(edit: Edit, page: PageName, room: int) -> str:
    before, after = edit.cells_before, edit.cells_after
    if len(before) != len(after):
        return ""
    unlike = [(old, new) for old, new in zip(before, after, strict=True) if old.text != new.text]
    if not unlike or (len(unlike) == len(after) and len(after) > 1):
        return ""
    if before[0].text != after[0].text:
        return renamed(unlike, page, room)
    name = row_name(after)
    said = [cell_said(old, new, name, page) for old, new in unlike]
    line = said[0]
    if len(said) > 1 and len(f"{line}; {said[1]}") <= room:
        line = f"{line}; {said[1]}"
    return line if len(line) <= room else ""


def renamed(unlike: Sequence[tuple[Cell, Cell]], page: PageName, room: int) -> str:
    """ "replaces “A” (Austria) with “B” (Italy)": a row whose own name is another one, with what changed beside it."""
    end = "" if page.many else "s"
    old, new = unlike[0]
    beside = [(f" ({was.text})", f" ({now.text})") for was, now in unlike[1:] if was.text and now.text]
    for was, now in (*beside[:1], ("", "")):
        line = f"replace{end} {cut(old.text)}{was} with {cut(new.text)}{now}"
        if len(line) <= room and old.text and new.text:
            return line
    return ""


def row_name(cells: Sequence[Cell]) -> str:
    """The first cell of a row; with the second where the first is a mere code."""
    first, second = cells[0].text, cells[1].text if len(cells) > 2 else ""
    code = len(first) <= CODE and any(map(str.isdigit, first)) and " " not in first
    return f"{first}, {second}" if code and second[:1].isalpha() and len(second) <= NAME else first


def cell_said(old: Cell, new: Cell, name: str, page: PageName) -> str:
    """ "changes KT-220R (Status) from “Available” to “Deprecated”"."""
    end = "" if page.many else "s"
    header, row = shown(new.header, HEADER), shown(name, 2 * NAME)
    what = f"{row} ({header})" if row and header else row or header
    if not old.text or not new.text:
        said = f"{'add' if new.text else 'drop'}{end} {cut(new.text or old.text)}"
        return f"{said} {'to' if new.text else 'from'} {what}" if what else said
    change = f"from {cut(without_tail(old.text, new.text))} to {cut(new.text)}"
    return f"change{end} {what} {change}" if what else f"change{end} {cut(old.text)} to {cut(new.text)}"


def without_tail(old: str, new: str) -> str:
    """The old words without those at their end that the new ones repeat: "1.75%" of "1.75% of the amount"."""
    words, others = old.split(), new.split()
    same = 0
    while same < min(len(words), len(others)) - 1 and words[-1 - same] == others[-1 - same]:
        same += 1
    return " ".join(words[: len(words) - same])


def shown(text: str, longest: int) -> str:
    text = text.strip(" :")
    return text if len(text) <= longest else excerpt(text, (0, 1), longest)


def cut(text: str) -> str:
    return quoted(excerpt(text, (0, len(text)), SIDE))
