"""The same invented stories written as RSS, Atom, RDF and JSON Feed, as a site would publish them."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from html import escape

import diffing
from domain.changes import Edit, EditKind
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

FORMATS = ("rss", "atom", "rdf", "json")
URL = "https://brightvane.example/news/feed"
NOW = datetime(2026, 2, 16, 7, tzinfo=UTC)
STORIES = (
    (
        "opens-office-in-leeds",
        "Brightvane opens an office in Leeds",
        "Forty people move in next month, says Ada Brook.",
    ),
    ("stayfeed-for-ferries", "StayFeed now reads ferry timetables", "Timetables of nine lines are read every morning."),
    ("partners-with-quayside", "Brightvane and Quayside Hotels join hands", "The two will share rates in 30 cities."),
    ("year-in-figures", "Our year in figures", "Revenue rose to €12.4 million and we hired sixty engineers."),
    ("status-of-the-api", "What happened to the interface on Sunday", "A cable was cut near Hull and mended at noon."),
    ("names-a-finance-chief", "Ines Tarn becomes chief of finance", "She joins from Harbour Bank on the first of May."),
    ("lantern-is-retired", "We say goodbye to Lantern", "Lantern is switched off in June; Beacon replaces it."),
    ("prize-for-support", "Our support team wins a prize", "Nine of ten callers were helped within the hour."),
    ("open-day-in-kiel", "Meet us at the open day in Kiel", "Doors open at ten and the tea is on us all day."),
    ("new-price-list", "A new price list for spring", "The small plan costs $49 a month and the large one $149."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One entry as a site publishes it, before it is written in a format."""

    id: str
    link: str
    title: str
    text: str
    at: datetime | None


def story(number: int, link: str = "https://brightvane.example/news/{slug}", **changed: object) -> Story:
    """The story of that number; number 0 is the oldest, one a day."""
    slug, title, text = STORIES[number]
    made: dict[str, object] = {
        "id": f"https://brightvane.example/?p={100 + number}",
        "link": link.format(slug=slug, number=number),
        "title": title,
        "text": text,
        "at": datetime(2026, 2, 1 + number, 9, tzinfo=UTC),
    }
    return Story(**{**made, **changed})  # type: ignore[arg-type]


def stories(newest: int, oldest: int = 0, **changed: object) -> list[Story]:
    """Stories from the newest number down to the oldest."""
    return [story(number, **changed) for number in range(newest, oldest - 1, -1)]  # type: ignore[arg-type]


def written(form: str, entries: Sequence[Story]) -> str:
    """A feed document of the entries in one format."""
    return {"rss": _rss, "atom": _atom, "rdf": _rdf, "json": _json}[form](entries)


def _tag(name: str, text: str | None, attributes: str = "") -> str:
    return f"<{name}{attributes}>{escape(text)}</{name}>" if text else ""


def _rss(entries: Sequence[Story]) -> str:
    items = "".join(
        "<item>"
        + _tag("guid", one.id, ' isPermaLink="false"')
        + _tag("link", one.link)
        + _tag("title", one.title)
        + _tag("description", one.text)
        + _tag("pubDate", one.at and format_datetime(one.at))
        + "</item>"
        for one in entries
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


def _atom(entries: Sequence[Story]) -> str:
    items = "".join(
        "<entry>"
        + _tag("id", one.id)
        + (f'<link href="{escape(one.link)}"/>' if one.link else "")
        + _tag("title", one.title)
        + _tag("content", one.text, ' type="html"')
        + _tag("published", one.at and one.at.isoformat())
        + "</entry>"
        for one in entries
    )
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>{items}</feed>'


def _rdf(entries: Sequence[Story]) -> str:
    items = "".join(
        f'<item rdf:about="{escape(one.id)}">'
        + _tag("link", one.link)
        + _tag("title", one.title)
        + _tag("description", one.text)
        + _tag("dc:date", one.at and one.at.isoformat())
        + "</item>"
        for one in entries
    )
    spaces = (
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return f'<?xml version="1.0"?><rdf:RDF {spaces}><channel><title>News</title></channel>{items}</rdf:RDF>'


def _json(entries: Sequence[Story]) -> str:
    items = [
        {
            "id": one.id,
            "url": one.link,
            "title": one.title,
            "content_html": f"<p>{escape(one.text)}</p>",
            "date_published": one.at and one.at.isoformat(),
        }
        for one in entries
    ]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "News", "items": items})


def feed_source() -> Source:
    return Source(
        name="brightvane-news",
        kind=SourceKind.FEED,
        url=URL,
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        schedule=Schedule(text="1d"),
    )


def fed(document: str) -> tuple[FetchedPart, ...]:
    """A feed document as a visit brings it."""
    return (FetchedPart(part="page", url=URL, requested_url=URL, status=200, headers=(), body=document.encode()),)


def told(form: str, before: Sequence[Story], after: Sequence[Story], at: datetime = NOW) -> tuple[Edit, ...]:
    """What a visit of `after` is told to have brought since `before`."""
    found = diffing.examine(
        feed_source(), source_id=5, before=fed(written(form, before)), after=fed(written(form, after)), captured_at=at
    )
    return found.edits


def added(edits: Sequence[Edit]) -> list[str]:
    return [edit.title for edit in edits if edit.kind is EditKind.ADDED]


def changed(edits: Sequence[Edit]) -> list[str]:
    return [edit.title for edit in edits if edit.kind is EditKind.REPLACED]


def days_later(story: Story, days: float) -> datetime | None:
    return story.at + timedelta(days=days) if story.at else None
