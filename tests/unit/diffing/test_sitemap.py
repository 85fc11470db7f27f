"""Sitemaps: which addresses count, and what of two readings is told."""

import gzip

import pytest

import diffing
from diffing.registries.records import compare_records
from diffing.registries.sitemap import key_of, pattern_of, read_sitemap
from domain.changes import EditKind
from domain.errors import UnreadableContent
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart, PageState

HOME = "https://www.brightvane.example"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def source(*only: str) -> Source:
    return Source(
        name="brightvane-sitemap",
        kind=SourceKind.SITEMAP,
        url=f"{HOME}/sitemap.xml",
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
        schedule=Schedule(text="1d"),
        only=only,
    )


def part(body: bytes, name: str = "page") -> FetchedPart:
    return FetchedPart(
        part=name, url=f"{HOME}/{name}.xml", requested_url=f"{HOME}/{name}.xml", status=200, headers=(), body=body
    )


def listing(*paths: str, touched: str = "2026-02-16") -> bytes:
    entries = "".join(f"<url><loc>{HOME}{path}</loc><lastmod>{touched}</lastmod></url>" for path in paths)
    return f'<?xml version="1.0"?><urlset xmlns="{NAMESPACE}">{entries}</urlset>'.encode()


def told(before: bytes, after: bytes, *only: str) -> list[tuple[EditKind, str]]:
    of = source(*only)
    edits = compare_records(7, read_sitemap(of, (part(before),)), read_sitemap(of, (part(after),)))
    return [(edit.kind, edit.title) for edit in edits]


def test_a_page_that_comes_and_one_that_goes_are_told_by_their_paths() -> None:
    before = listing("/", "/pricing", "/customers/acme", "/labs")
    after = listing("/", "/pricing", "/customers/acme", "/customers/beta-foods")
    assert told(before, after) == [(EditKind.ADDED, "/customers/beta-foods"), (EditKind.REMOVED, "/labs")]


def test_another_order_and_another_day_of_touching_are_no_change() -> None:
    assert told(listing("/a", "/b", "/c"), listing("/c", "/a/", "/b", touched="2026-03-01")) == []


def test_what_only_leaves_out_is_not_told() -> None:
    before, after = listing("/customers/acme"), listing("/customers/acme", "/blog/ten-tips", "/customers/beta")
    assert told(before, after, "/customers/**") == [(EditKind.ADDED, "/customers/beta")]


@pytest.mark.parametrize(
    ("glob", "path", "matches"),
    [
        ("/customers/**", "/customers/a/b", True),
        ("/customers/*", "/customers/a/b", False),
        ("/*/pricing", "/de/pricing", True),
        ("/*/pricing", "/pricing", False),
        ("/a.b", "/axb", False),
    ],
)
def test_one_star_stays_within_a_step_and_two_cross_them(glob: str, path: str, matches: bool) -> None:
    assert bool(pattern_of(glob).fullmatch(path)) is matches


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("https://brightvane.example/pricing/", "/pricing"),
        ("http://www.brightvane.example/caf%C3%A9", "/café"),
        ("https://docs.brightvane.example/api", "docs.brightvane.example/api"),
        ("https://brightvane.example/job?id=7", "/job?id=7"),
        ("mailto:press@brightvane.example", ""),
        ("/relative", ""),
    ],
)
def test_an_address_is_known_by_its_path(address: str, key: str) -> None:
    assert key_of(address, "brightvane.example") == key


def test_packed_and_plain_lists_read_like_others() -> None:
    plain = f"{HOME}/a\n{HOME}/b\n".encode()
    assert told(gzip.compress(listing("/a", "/b")), plain) == []


def test_the_lists_of_an_index_are_read_together_and_a_picture_is_no_page() -> None:
    index = f'<sitemapindex xmlns="{NAMESPACE}"><sitemap><loc>{HOME}/one.xml</loc></sitemap></sitemapindex>'.encode()
    pictured = listing("/b").replace(
        b"</url>", b'<i:image xmlns:i="urn:image"><i:loc>https://cdn.example/x.png</i:loc></i:image></url>'
    )
    read = read_sitemap(source(), (part(index), part(listing("/a"), "page-2"), part(pictured, "page-3")))
    assert [record.key for record in read.records] == ["/a", "/b"]


@pytest.mark.parametrize(
    ("body", "why"),
    [
        (b"<html><body><h1>Not here</h1></body></html>", "wanted a sitemap, found <html>"),
        (b"<rss version='2.0'><channel/></rss>", "this is a feed: write kind: feed"),
        (listing("/a", "/b")[:-30], "broken XML"),
        (b"", "the sitemap's answer is empty"),
        (b"\x1f\x8bnothing of the kind", "not packed as it says"),
        (listing("/blog/a"), "`only` matches none of the 1 addresses"),
    ],
)
def test_what_is_no_sitemap_says_why(body: bytes, why: str) -> None:
    with pytest.raises(UnreadableContent, match=why.replace("(", r"\(")):
        read_sitemap(source("/customers/**"), (part(body),))
    assert diffing.judge(source("/customers/**"), (part(body),), None).state is not PageState.OK


def test_an_entity_that_names_a_file_is_not_read() -> None:
    body = listing("/a").replace(
        b'<?xml version="1.0"?>', b'<?xml version="1.0"?><!DOCTYPE u [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
    )
    read = read_sitemap(source(), (part(body.replace(b"/a<", b"/a&e;<")),))
    assert [record.key for record in read.records] == ["/a"]
