"""Sheets written as an XLSX workbook in which no text is ever taken for a formula, a number or a link."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

import xlsxwriter

from commands.fact_rows import Sheet, Value

# Each text goes in by `write_string` as well: the options are the second lock.
AS_THEY_STAND = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True}
WIDEST = 60


def workbook(sheets: Sequence[Sheet], created: datetime) -> bytes:
    """The bytes of a workbook with one sheet for each kind, headers frozen, amounts and days as such."""
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, AS_THEY_STAND)
    book.set_properties({"title": "Bellwether facts", "created": created.replace(tzinfo=None)})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "yyyy-mm-dd"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.kind.title)
        for column, header in enumerate(sheet.headers):
            page.write_string(0, column, header, bold)
        for number, row in enumerate(sheet.rows, 1):
            for column, value in enumerate(row):
                write(page, number, column, value, day)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(1, len(sheet.rows)), len(sheet.headers) - 1)
        page.autofit(WIDEST * 7)
    book.close()
    return buffer.getvalue()


def write(page: Any, row: int, column: int, value: Value, day: Any) -> None:
    if isinstance(value, datetime):
        page.write_datetime(row, column, value.replace(tzinfo=None), day)
    elif isinstance(value, Decimal | int):
        page.write_number(row, column, value)
    elif value:
        page.write_string(row, column, value)
