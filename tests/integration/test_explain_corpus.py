"""On the committed pages, explaining tells what examining tells, and leaves no line of either side unsaid."""

from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import diffing
from diffing.explaining.explain import explain
from domain.explanations import Fate
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart, PageState

PAIRS = Path(__file__).resolve().parents[2] / "bench" / "corpus" / "pairs"
AT = datetime(2026, 2, 16, 7, tzinfo=UTC)
URL = "https://brightvane.example/page"
PAGE = Source(
    name="page",
    kind=SourceKind.PAGE,
    url=URL,
    subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
    schedule=Schedule(text="1d"),
)
EVERY = 4


def answer(file: Path) -> tuple[FetchedPart, ...]:
    headers = (("Content-Type", "text/html; charset=utf-8"),)
    body = file.read_bytes()
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=headers, body=body),)


@pytest.mark.parametrize("start", range(2))
def test_every_difference_of_the_committed_pages_is_told_or_explained(start: int) -> None:
    compared = 0
    for folder in sorted(PAIRS.iterdir())[start :: 2 * EVERY]:
        before, after = answer(folder / "before.html"), answer(folder / "after.html")
        at, earlier = AT, AT - timedelta(days=7)
        examined = diffing.examine(PAGE, source_id=1, before=before, after=after, captured_at=at, before_at=earlier)
        if examined.verdict.state is not PageState.OK:
            continue
        found = explain(PAGE, source_id=1, before=before, after=after, captured_at=at, before_at=earlier)
        told = {one.key for one in found if one.fate in (Fate.NEWS, Fate.MINOR)}
        assert told == {edit.key for edit in examined.edits}, folder.name
        old, new = (Counter(block.text for block in diffing.read(PAGE, parts).blocks) for parts in (before, after))
        assert set(old - new) <= {one.before for one in found}, folder.name
        assert set(new - old) <= {one.after for one in found}, folder.name
        compared += 1
    assert compared >= 20
