"""Feeds and registers as their publishers break them: read, or refused by name; never a crash, never endless."""

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import diffing
from diffing.examination import Examination
from domain.errors import UnreadableContent
from domain.sources import Follow, RegistryShape, Source
from tests.fuzz.support_fuzz import AT, TEXTS, mutated, part, source

RSS = """<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Brightvane news</title><link>https://brightvane.example/</link><item><title>StayFeed 3 is here</title>
<link>https://brightvane.example/n/1</link><guid isPermaLink="false">n-1</guid>
<pubDate>Tue, 10 Feb 2026 09:00:00 +0100</pubDate><description>&lt;p&gt;Größe &amp;amp; more&lt;/p&gt;</description>
<content:encoded><![CDATA[<p>Long <b>text</b> of it.</p>]]></content:encoded></item><item><title>Old</title>
<link>/n/0</link><pubDate>yesterday</pubDate></item></channel></rss>""".encode()
ATOM = b"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title type="html">N</title>
<entry><id>tag:brightvane.example,2026:1</id>
<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <i>b</i></div>
</title><link rel="alternate" href="/n/1"/><updated>2026-02-10T09:00:00Z</updated><author><name>Lena</name></author>
<summary>Short</summary></entry></feed>"""
RDF = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://b.example/"><title>B</title></channel>
<item rdf:about="https://b.example/1"><title>One</title><link>https://b.example/1</link><dc:date>2026-02-10</dc:date></item>
</rdf:RDF>"""
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Brightvane",
        "items": [
            {
                "id": 1,
                "url": "/n/1",
                "title": "One",
                "content_html": "<p>x</p>",
                "date_published": "2026-02-10T09:00:00Z",
            },
            {"id": "2", "external_url": "//[", "summary": "two", "authors": [{"name": "Lena"}, None, 3]},
        ],
    }
).encode()
REGISTER = json.dumps(
    {"results": [{"id": f"K{n}", "name": "Thing", "status": "open", "by": {"name": ["A", "B"]}} for n in range(15)]}
).encode()
MEDIA = ("application/rss+xml", "text/xml; charset=utf-16", "text/html", "application/json", "")
FEED = source("feed", follow=Follow(), ignore=(r"\d+ views",))
SHAPES = (
    RegistryShape(records="results", key=("id",), title=("name",), names=("by.name",)),
    RegistryShape(records="results", key=("id", "by"), fields=(("State", "status"), ("By", "by.name.0"))),
    RegistryShape(records="results", columnar=True, key=("id",)),
    RegistryShape(),
)
ANY_TEXT = st.one_of(TEXTS, st.text(st.characters(exclude_categories=[]), max_size=20))
VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), ANY_TEXT, st.sampled_from(("id", "K1"))),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(
            st.one_of(st.sampled_from(("id", "name", "status", "by", "results", "items")), ANY_TEXT), inner
        ),
    ),
    max_leaves=25,
)
FEEDS = st.one_of(*(mutated(seed, most=most) for seed in (RSS, ATOM, RDF, JSON_FEED) for most in (3, 15)), st.binary())
BOMB = b'<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n, (b"&a%d;" % (n - 1) if n > 1 else b"&a;") * 10) for n in range(1, 10)
)
HOSTILE = {
    "entity bomb": BOMB + b"]><rss><channel><item><title>&a9;</title></item></channel></rss>",
    "outside entity": b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    b"<rss><channel><item><title>&x;</title></item></channel></rss>",
    "outside type": b'<!DOCTYPE rss SYSTEM "file:///etc/passwd">' + RSS.partition(b"?>")[2],
    "deep": b"<rss><channel><item><title>" + b"<b>" * 10_000,
    "deep items": b"<rss><channel>" + b"<item>" * 10_000,
    "deep JSON": b'{"items":' + b"[" * 100_000,
    "many": b"<rss><channel>" + b"<item><title>one</title></item>" * 100_000 + b"</channel></rss>",
    "many broken": b"<rss><channel>" + b"<item><title>one & two</b></item>" * 50_000,
    "half tags": b"<rss><channel>" + b"<item " * 50_000,
    "open comments": b"<rss><channel>" + b"<!-- " * 50_000,
    "open data": b"<rss><channel>" + b"<![CDATA[" * 50_000,
    "many types": b"<!DOCTYPE " * 30_000 + b"<rss>",
    "giant attribute": b"<rss a='" + b"x" * 3_000_000 + b"'><channel><item><title>x</title></item></channel></rss>",
    "giant title": b"<rss><channel><item><title>" + b"word " * 400_000 + b"</title></item></channel></rss>",
    "giant number": b'{"items": [{"id": ' + b"9" * 100_000 + b"}]}",
}
SECONDS = 20.0


def examined(one: Source, before: bytes, after: bytes, media: str = "") -> Examination:
    """The outcome, whose texts can be written anywhere: no lone surrogate is in them."""
    old, new = (part(before, media),), (part(after, media),)
    found = diffing.examine(one, source_id=1, before=old, after=new, captured_at=AT)
    for edit in found.edits:
        "".join((edit.before or "", edit.after or "", edit.title, edit.link, *edit.path, *edit.names)).encode("utf-8")
    return found


@given(before=FEEDS, after=FEEDS, media=st.sampled_from(MEDIA))
def test_any_two_feeds_are_judged_and_the_same_twice(before: bytes, after: bytes, media: str) -> None:
    found = examined(FEED, before, after, media)
    assert found == examined(FEED, before, after, media)
    assert examined(FEED, after, after, media).edits == ()
    for edit in found.edits:
        assert edit.link == "" or edit.link.lower().startswith(("http://", "https://"))


@given(before=FEEDS, after=FEEDS)
def test_links_to_follow_are_web_addresses_and_no_more_than_allowed(before: bytes, after: bytes) -> None:
    try:
        links = diffing.new_links(FEED, before=(part(before, ""),), after=(part(after, ""),))
    except UnreadableContent:
        return
    assert len(links) <= Follow().at_most
    assert all(link.lower().startswith(("http://", "https://")) for link in links)


@given(before=VALUES, after=VALUES, shape=st.sampled_from(SHAPES))
def test_any_json_is_a_register_or_is_refused(before: Any, after: Any, shape: RegistryShape) -> None:
    one = source("registry", registry=shape)
    for wrap in (lambda value: value, lambda value: {"results": value}, lambda value: {"results": [value, {"id": 1}]}):
        old, new = (json.dumps(wrap(value)).encode() for value in (before, after))
        found = examined(one, old, new)
        assert found == examined(one, old, new)
        assert examined(one, new, new).edits == ()


@given(before=mutated(REGISTER), after=mutated(REGISTER), shape=st.sampled_from(SHAPES))
def test_a_broken_register_is_judged(before: bytes, after: bytes, shape: RegistryShape) -> None:
    one = source("registry", registry=shape, where=(("status", ("open",)),))
    examined(one, before, after)
    assert examined(one, after, after).edits == ()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_feed_made_to_hurt_is_judged_in_time(name: str) -> None:
    began = time.process_time()
    assert examined(FEED, HOSTILE[name], HOSTILE[name]).edits == ()
    found = examined(FEED, RSS, HOSTILE[name])
    assert time.process_time() - began < SECONDS
    assert "root:" not in str(found.edits)
    assert sum(len(edit.after or "") for edit in found.edits) < 5_000_000
