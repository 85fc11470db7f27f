"""The day something happened, as its source tells it; None where it does not."""

from collections.abc import Sequence
from datetime import date, datetime

from domain.changes import Edit


def happened_on(edits: Sequence[Edit], captured_at: datetime) -> date | None:
    """The entry's or record's own date, if it is not after the visit."""
    dates = [edit.dated.date() for edit in edits if edit.dated is not None and edit.dated <= captured_at]
    return min(dates, default=None)
