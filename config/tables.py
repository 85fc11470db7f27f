"""Reads a table that another program wrote (CSV) into rows with their lines, whatever its separator and charset."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from domain.problems import Problem

if TYPE_CHECKING:
    import _csv

MOST_BYTES = 50_000_000
CHARSETS = ("utf-8-sig", "cp1252")
MARKS = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
SEPARATORS = ",;\t|"
csv.field_size_limit(1_000_000)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row by column, and the line of the file that it begins in (1-based)."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table's columns in order, its rows, and its text as read."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    text: str


def read_table(home: Path, name: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """The table in a file of the home folder, or the one problem that keeps it from being read."""
    try:
        text = decoded((home / name).read_bytes()[:MOST_BYTES])
        return parsed(name, text), ()
    except OSError as error:
        return None, (_whole(name, f"the file cannot be read: {error.strerror}", "export it again, or correct `file`"),)
    except csv.Error as error:
        return None, (_whole(name, f"this is no table: {error}", "export it as CSV"),)


def leads_out(name: str) -> bool:
    """Whether a file's name leads out of the folder it is meant to lie in."""
    path = PurePosixPath(name)
    return path.is_absolute() or ".." in path.parts or name.startswith("~")


def decoded(raw: bytes) -> str:
    """The text of an export: UTF-8, UTF-16 with its mark, else the charset of Windows in the West."""
    marked = MARKS.get(raw[:2])
    for charset in (marked,) if marked else CHARSETS:
        try:
            return raw.decode(charset)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def parsed(name: str, text: str) -> Table:
    """The table in a text; rows without a single word are left out. Raises csv.Error."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator(text), strict=False)
    columns = tuple(cell.strip() for cell in next(reader, ()))
    return Table(file=name, columns=columns, rows=tuple(_rows(reader, columns)), text=text)


def _rows(reader: "_csv.Reader", columns: Sequence[str]) -> Iterator[Row]:
    line = reader.line_num + 1
    for cells in reader:
        clean = [_meant(cell.strip()) for cell in cells]
        if any(clean):
            yield Row(line=line, cells={name: cell for name, cell in zip(columns, clean, strict=False) if name})
        line = reader.line_num + 1


def _meant(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell


def separator(text: str) -> str:
    """What parts the columns of the first line: the sign that stands there most often, a comma where none does."""
    first = text.partition("\n")[0]
    return max(SEPARATORS, key=lambda sign: (first.count(sign), -SEPARATORS.index(sign)))


def _whole(name: str, message: str, hint: str) -> Problem:
    return Problem(file=name, line=0, column=0, message=message, hint=hint)
