"""What the product says of one page between two of its bodies: diffing finds the edits, the classifiers read them."""

from datetime import UTC, datetime

from classifiers import RuleBook, sight
from diffing import examine
from domain.changes import Captured, Change, ChangeStatus
from domain.events import Sighting
from domain.sources import Competitor, Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

AT = datetime(2026, 2, 19, tzinfo=UTC)


def seen_between(
    site: str, url: str, before: str, after: str, book: RuleBook, *, at: datetime = AT, language: str = "en"
) -> tuple[Sighting, ...]:
    """The sightings of one page between two bodies, the product's own way."""
    subject = Subject(kind=SubjectKind.COMPETITOR, name=site)
    source = Source(
        name="bench", kind=SourceKind.PAGE, url=url, subject=subject, schedule=Schedule(text="1d"), language=language
    )
    parts = (page_part(url, before),), (page_part(url, after),)
    found = examine(source, source_id=1, before=parts[0], after=parts[1], captured_at=at)
    if not found.edits:
        return ()
    change = Change(
        key=f"{site} {url}",
        source="bench",
        source_id=1,
        subject=subject,
        status=ChangeStatus.NEWS,
        before=Captured(snapshot=1, seq=1, captured_at=at),
        after=Captured(snapshot=2, seq=2, captured_at=at),
        edits=found.edits,
    )
    return sight(change, source, 1, rules=book, competitors=(Competitor(name=site),), about=lambda edit: (subject,))


def page_part(url: str, html: str) -> FetchedPart:
    return FetchedPart(
        part="page",
        url=url,
        requested_url=url,
        status=200,
        headers=(("content-type", "text/html; charset=utf-8"),),
        body=html.encode("utf-8"),
    )
