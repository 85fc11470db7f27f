"""Whatever a server answers, a visit is judged, read or called unreadable; nothing else is ever raised."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import diffing
from domain.errors import UnreadableContent
from domain.sources import Paging, RegistryShape, Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart
from tests.unit.diffing.support_feeds import NOW

HTML = (
    "<p>",
    "</p>",
    "<table><tr><td>",
    "</td>",
    "<ul><li>",
    "<h1>",
    "<a href='http://[x'>",
    "<main>",
    "<aside>",
    "&#xD800;",
)
HTML += (
    "<script>",
    "<!--",
    "<![CDATA[",
    "<svg>",
    "<td rowspan=99999>",
    "$49",
    "12 March 2026",
    "99,99 €",
    "\u202e",
    "<title>404",
)
XML = (
    "<rss>",
    "<channel>",
    "<item>",
    "</item>",
    "<guid>",
    "<link>",
    "http://[::1",
    "<pubDate>",
    "Sun, 99 Feb 99999",
    "</rss>",
)
XML += (
    "<feed xmlns='http://www.w3.org/2005/Atom'>",
    "<entry>",
    "</entry>",
    "<updated>",
    "<!DOCTYPE a [<!ENTITY b 'c'>]>",
    "&b;",
)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=6), inner, max_size=4)
)
KINDS = st.sampled_from(SourceKind)


def soup(pieces: tuple[str, ...]) -> st.SearchStrategy[bytes]:
    mixed = st.lists(st.sampled_from(pieces) | st.text(max_size=30), max_size=40).map("".join)
    return st.binary(max_size=400) | mixed.map(lambda text: text.encode("utf-8", "surrogatepass"))


def source(kind: SourceKind) -> Source:
    return Source(
        name="hostile",
        kind=kind,
        url="https://hostile.example/",
        subject=Subject(kind=SubjectKind.MARKET, name="hostile"),
        schedule=Schedule(text="1d"),
        registry=RegistryShape(
            records="items", key=("id",), title=("name",), date="date", link="{url}", names=("name",)
        ),
        paging=Paging(parameter="page", at_most=1),
    )


def part(body: bytes) -> tuple[FetchedPart, ...]:
    url = "https://hostile.example/"
    return (FetchedPart(part="page", url=url, requested_url=url, status=200, headers=(), body=body),)


def survives(kind: SourceKind, before: bytes, after: bytes) -> None:
    """Both ways round: read, judge, compare, list what is new."""
    for old, new in ((before, after), (after, before)):
        found = diffing.examine(source(kind), source_id=1, before=part(old), after=part(new), captured_at=NOW)
        assert found.explanation or found.status is None
        diffing.new_links(source(kind), before=part(old), after=part(new))
        try:
            diffing.read(source(kind), part(new))
        except UnreadableContent:
            assert diffing.judge(source(kind), part(new), None).explanation


quick = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(kind=KINDS, before=st.binary(max_size=600), after=st.binary(max_size=600))
def test_any_bytes_at_all(kind: SourceKind, before: bytes, after: bytes) -> None:
    survives(kind, before, after)


@quick
@given(before=soup(HTML), after=soup(HTML))
def test_a_page_of_broken_markup(before: bytes, after: bytes) -> None:
    survives(SourceKind.PAGE, before, after)


def test_a_link_that_is_no_address_breaks_no_page() -> None:
    survives(SourceKind.PAGE, b"<p>Plans", b"<p>Plans <a href='a://[>'>Rates</a>")


@quick
@given(before=soup(XML), after=soup(XML))
def test_a_feed_of_broken_markup(before: bytes, after: bytes) -> None:
    survives(SourceKind.FEED, before, after)


@quick
@given(before=VALUES, after=VALUES)
def test_a_feed_of_any_json(before: object, after: object) -> None:
    made = [
        json.dumps({"items": [{"id": 1, "title": one, "content_text": one, "url": one, "date_published": one}, one]})
        for one in (before, after)
    ]
    survives(SourceKind.FEED, made[0].encode(), made[1].encode())


@quick
@given(before=st.lists(VALUES, max_size=6), after=st.lists(VALUES, max_size=6))
def test_a_register_of_any_json(before: list[object], after: list[object]) -> None:
    made = [
        json.dumps(
            {"items": [{"id": f"k{at % 4}", "name": one, "date": one, "url": one} for at, one in enumerate(side)]}
        )
        for side in (before, after)
    ]
    survives(SourceKind.REGISTRY, made[0].encode(), made[1].encode())


@quick
@given(before=VALUES, after=VALUES)
def test_a_register_of_any_shape(before: object, after: object) -> None:
    survives(SourceKind.REGISTRY, json.dumps({"items": before}).encode(), json.dumps(after).encode())
