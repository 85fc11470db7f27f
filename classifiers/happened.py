"""The day something happened, as its source tells it; None where it does not."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

import re2

from domain.changes import Edit
from domain.content import Where

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY_FIRST = re2.compile(rf"\b(\d{{1,2}})\.? {MONTH}\.?,? (\d{{4}})\b")
MONTH_FIRST = re2.compile(rf"\b{MONTH}\.? (\d{{1,2}}),? (\d{{4}})\b")
ISO = re2.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
# A release is dated where it begins; further down stand other dates.
HEAD = 300
RECENT = timedelta(days=45)


def happened_on(edits: Sequence[Edit], captured_at: datetime) -> date | None:
    """The entry's or record's own date, else the full date an entry begins with; never later than the visit."""
    dates = [edit.dated.date() for edit in edits if edit.dated is not None and edit.dated <= captured_at]
    if dates:
        return min(dates)
    today = captured_at.date()
    heads = [edit.after[:HEAD] for edit in edits if edit.where is Where.ENTRY and edit.after]
    return next((day for text in heads for day in days(text) if today - RECENT <= day <= today), None)


def days(text: str) -> Iterator[date]:
    """The full dates of a text; numbers that make no date are none."""
    found = [(m.start(), m.group(3), m.group(2), m.group(1)) for m in DAY_FIRST.finditer(text)]
    found += [(m.start(), m.group(3), m.group(1), m.group(2)) for m in MONTH_FIRST.finditer(text)]
    found += [(m.start(), m.group(1), m.group(2), m.group(3)) for m in ISO.finditer(text)]
    for _, year, month, day in sorted(found):
        number = int(month) if month.isdigit() else MONTHS.index(month[:3].lower()) + 1
        try:
            yield date(int(year), number, int(day))
        except ValueError:
            continue
