"""The day something happened, as its source tells it; None where it does not."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from classifiers.days import days_in
from domain.changes import Edit
from domain.content import Where

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
    return next((day for text in heads for day in days_in(text) if today - RECENT <= day <= today), None)
