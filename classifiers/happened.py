"""The day something happened, as its source tells it; None where it does not."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

import re2

from classifiers.wording.days import DAY, day_of, days_in
from domain.changes import Edit
from domain.content import Where

# A release is dated where it begins; further down stand other dates.
HEAD = 300
RECENT = timedelta(days=45)
# "On 20 May 2008, Calder acquired ...", "dated April 7, 2008": the day of what is told.
ON_A_DAY = re2.compile(rf"(?i)\b(?:on|effective|dated(?: as of)?|as of|am|le|el)\s+{DAY}")
# "Founded on 3 May 2001, Calder opens ...", "Calder today opens ...": the date is of something else.
OF_OTHERS = re2.compile(
    r"(?i)\b(?:founded|established|incorporated|born|since|today|yesterday|this (?:week|month|year)|heute|aujourd.hui|"
    r"hoy|oggi)\b"
)


def happened_on(edits: Sequence[Edit], captured_at: datetime) -> date | None:
    """The entry's or record's own date, else the full date an entry begins with; never later than the visit.

    Of an entry that gives no date of its own and begins with what was done on a day long gone: that day.
    """
    dates = [edit.dated.date() for edit in edits if edit.dated is not None and edit.dated <= captured_at]
    if dates:
        return min(dates)
    today = captured_at.date()
    heads = [edit.after[:HEAD] for edit in edits if edit.where is Where.ENTRY and edit.after]
    recent = next((day for text in heads for day in days_in(text) if today - RECENT <= day <= today), None)
    return recent or next((day for text in heads if (day := long_gone(text, today)) is not None), None)


def long_gone(text: str, today: date) -> date | None:
    """The newest day that a text begins with, where something was done on a day and all its days are past."""
    told = [day for match in ON_A_DAY.finditer(text) if (day := day_of(match.groups())) is not None]
    every = list(days_in(text))
    return max(every) if told and max(every) < today - RECENT and not OF_OTHERS.search(text) else None
