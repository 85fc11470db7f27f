"""Small edits, changes and sources to read, and the rule book, loaded once."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count

import pytest

from classifiers import RuleBook, load_rules, sight
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind
from domain.content import Cell, Where
from domain.events import Sighting
from domain.sources import Competitor, Schedule, Source, SourceKind, Subject, SubjectKind

SEEN_AT = datetime(2026, 2, 19, 6, 40, tzinfo=UTC)
numbers = count(1)


@pytest.fixture(scope="session")
def book() -> RuleBook:
    return load_rules()


def make_source(
    name: str = "Brightvane",
    kind: str = "page",
    url: str = "https://brightvane.example/page",
    tags: tuple[str, ...] = (),
) -> Source:
    return Source(
        name=f"{name.lower().replace(' ', '-')}-{kind}",
        kind=SourceKind(kind),
        url=url,
        subject=Subject(kind=SubjectKind.COMPETITOR, name=name),
        schedule=Schedule(text="1d"),
        tags=tags,
    )


def make_edit(
    before: str | None,
    after: str | None,
    where: str = "paragraph",
    path: tuple[str, ...] = (),
    *,
    title: str = "",
    cells: tuple[tuple[str, str], ...] = (),
    dated: datetime | None = None,
) -> Edit:
    kind = EditKind.REPLACED if before and after else EditKind.ADDED if after else EditKind.REMOVED
    read = tuple(Cell(header=header, text=text) for header, text in cells)
    return Edit(
        key=f"edit-{next(numbers)}",
        kind=kind,
        where=Where(where),
        path=path,
        before=before,
        after=after,
        title=title,
        cells_before=() if after else read,
        cells_after=read if after else (),
        dated=dated,
    )


def make_entry(title: str, lead: str = "", dated: datetime | None = None) -> Edit:
    return make_edit(None, f"{title}\n{lead}" if lead else title, "entry", (title,), title=title, dated=dated)


def make_change(source: Source, edits: tuple[Edit, ...], *, seq: int = 2, days: float = 0) -> Change:
    at = SEEN_AT + timedelta(days=days)
    return Change(
        key=f"change-{next(numbers)}",
        source=source.name,
        source_id=1,
        subject=source.subject,
        status=ChangeStatus.NEWS,
        before=Captured(snapshot=1, seq=1, captured_at=at - timedelta(days=1)),
        after=Captured(snapshot=seq, seq=seq, captured_at=at),
        edits=edits,
    )


@pytest.fixture
def edit() -> Callable[..., Edit]:
    return make_edit


@pytest.fixture
def entry() -> Callable[..., Edit]:
    return make_entry


@pytest.fixture
def source() -> Callable[..., Source]:
    return make_source


@pytest.fixture
def seen(book: RuleBook) -> Callable[..., tuple[Sighting, ...]]:
    """Sightings of edits at one source; a lone title makes a feed entry."""

    def see(
        *edits: Edit, of: Source | None = None, seq: int = 2, days: float = 0, source_id: int = 1
    ) -> tuple[Sighting, ...]:
        at = of or make_source()
        return sight(
            make_change(at, edits, seq=seq, days=days),
            at,
            source_id,
            rules=book,
            competitors=(Competitor(name=at.subject.name),),
            about=lambda one: (at.subject,),
        )

    return see
