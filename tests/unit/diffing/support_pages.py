"""Two answers of an invented page, handed over as the pipeline does."""

from datetime import UTC, datetime

import diffing
from domain.changes import ChangeStatus
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

URL = "https://brightvane.example/plans"
AT = datetime(2026, 2, 16, 7, tzinfo=UTC)
PROSE = "".join(
    f"<p>Section {n} of these terms says in some detail what number {n} means for a customer of Brightvane.</p>"
    for n in range(12)
)


def answer(body: str) -> tuple[FetchedPart, ...]:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=headers, body=body.encode()),)


def page_source(**more: object) -> Source:
    made: dict[str, object] = {
        "name": "brightvane-plans",
        "kind": SourceKind.PAGE,
        "url": URL,
        "subject": Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        "schedule": Schedule(text="1d"),
    }
    return Source(**{**made, **more})  # type: ignore[arg-type]


def examined(before: str | None, after: str, **more: object) -> diffing.Examination:
    source = page_source(**more)
    old = None if before is None else answer(before)
    return diffing.examine(source, source_id=7, before=old, after=answer(after), captured_at=AT)


def said(before: str, after: str) -> list[tuple[str | None, str | None]]:
    told = examined(before, after)
    assert (told.status is ChangeStatus.NEWS) == bool(told.edits)
    return [(edit.before, edit.after) for edit in told.edits]
