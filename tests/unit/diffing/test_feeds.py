import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from diffing.feeds.entries import compare_entries
from diffing.feeds.entry_text import clean_link, plain_text
from diffing.feeds.parsing import read_feed
from domain.content import Extraction
from domain.errors import UnreadableContent
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart

URL = "https://brightvane.example/news/feed.xml"
SOURCE = Source(
    name="brightvane-news",
    kind=SourceKind.FEED,
    url=URL,
    subject=Subject(kind=SubjectKind.COMPETITOR, name="Brightvane"),
    schedule=Schedule(text="1d"),
)
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Brightvane news</title><item>
<title>StayFeed &amp;amp; friends</title><link>/news/1?utm_source=rss&amp;id=4</link>
<guid isPermaLink="false">n-1</guid><pubDate>Thu, 12 Feb 2026 09:00:00 +0100</pubDate>
<description>&lt;p&gt;One&lt;/p&gt;&lt;p&gt;Two&lt;/p&gt;</description>
</item></channel></rss>"""


def part(
    body: str | bytes, content_type: str = "application/rss+xml", url: str = URL, status: int = 200
) -> FetchedPart:
    raw = body.encode() if isinstance(body, str) else body
    headers = (("Content-Type", content_type),)
    return FetchedPart(part="page", url=url, requested_url=url, status=status, headers=headers, body=raw)


def read(body: str | bytes, content_type: str = "application/rss+xml") -> Extraction:
    return read_feed(SOURCE, (part(body, content_type),))


def test_an_rss_entry_is_read_with_an_absolute_link_without_tracking_and_plain_words() -> None:
    found = read(RSS)
    assert found.title == "Brightvane news"
    (only,) = found.entries
    assert (only.title, only.text) == ("StayFeed & friends", "One\nTwo")
    assert only.link == "https://brightvane.example/news/1?id=4"
    assert only.published_at == datetime(2026, 2, 12, 8, tzinfo=UTC)


def test_an_atom_entry_gives_its_authors_content_and_update() -> None:
    (only,) = read(
        """<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><id>tag:1</id><title>Hi</title>
        <link rel="self" href="https://brightvane.example/self"/><link href="https://brightvane.example/hi"/>
        <author><name>Ada Orne</name></author><updated>2026-02-12T08:00:00Z</updated><summary>Short</summary>
        <content type="html">&lt;p&gt;A longer text&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry>
        </feed>"""
    ).entries
    assert (only.id, only.link, only.authors) == ("tag:1", "https://brightvane.example/hi", ("Ada Orne",))
    assert (only.text, only.updated_at) == ("A longer text", datetime(2026, 2, 12, 8, tzinfo=UTC))


def test_an_rdf_feed_is_read() -> None:
    (only,) = read(
        """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="x"><title>C</title></channel>
        <item rdf:about="https://brightvane.example/a"><title>A</title><link>https://brightvane.example/a</link></item>
        </rdf:RDF>"""
    ).entries
    assert (only.title, only.link) == ("A", "https://brightvane.example/a")


def test_a_json_feed_is_read_with_numbers_as_ids() -> None:
    item = {
        "id": 7,
        "url": "/a?fbclid=z",
        "title": "A &amp; B",
        "content_html": "<p>One<br>Two",
        "date_published": "2026-02-12T09:00:00+01:00",
    }
    item |= {"authors": [{"name": "Ada Orne"}, {}]}
    document = {"version": "https://jsonfeed.org/version/1.1", "title": "J", "items": [item, "not an entry"]}
    (only,) = read(json.dumps(document), "application/feed+json").entries
    assert (only.id, only.link, only.title, only.text) == ("7", "https://brightvane.example/a", "A & B", "One\nTwo")
    assert (only.published_at, only.authors) == (datetime(2026, 2, 12, 8, tzinfo=UTC), ("Ada Orne",))


def test_a_feed_without_entries_is_fine() -> None:
    assert read('<rss version="2.0"><channel><title>Quiet</title></channel></rss>').entries == ()
    assert read('{"version": "https://jsonfeed.org/version/1", "items": []}').entries == ()


def test_a_feed_cut_off_in_the_middle_is_broken_and_not_half_an_entry_of_news() -> None:
    two = RSS.replace("</channel>", "<item><title>Second</title><link>/2</link><description>half a sen")
    with pytest.raises(UnreadableContent, match="ends before the feed does"):
        read(two.split("</rss>")[0])


def test_an_unescaped_ampersand_does_not_lose_the_feed() -> None:
    assert read(RSS.replace("Brightvane news", "R&D & news")).entries[0].title == "StayFeed & friends"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("", "empty"),
        ("   \n", "empty"),
        ("<!DOCTYPE html><html><body>Sign in</body></html>", "not a feed: an HTML page"),
        ("custom text", "it begins with 'custom text'"),
        ("<note><to>you</to></note>", "not a feed"),
        ("{broken", "broken JSON"),
        ("[]", "a JSON list"),
        ('{"jobs": [], "meta": 1}', "no list `items` among jobs, meta"),
        ("[" * 100_000, "broken JSON"),
    ],
)
def test_what_is_no_feed_is_unreadable_and_says_why(body: str, said: str) -> None:
    with pytest.raises(UnreadableContent, match=said):
        read(body)


def test_an_entity_bomb_is_refused() -> None:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 9))
    bomb = RSS.replace("<rss", f'<!DOCTYPE rss [<!ENTITY a0 "lol">{levels}]><rss').replace("Brightvane news", "&a8;")
    with pytest.raises(UnreadableContent, match="entities of its own"):
        read(bomb)


def test_an_external_entity_is_refused_and_a_plain_document_type_is_not() -> None:
    with pytest.raises(UnreadableContent, match="entities of its own"):
        read(RSS.replace("<rss", '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]><rss'))
    old = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://example.org/rss-0.91.dtd">'
    assert (
        read(old + '<rss version="0.91"><channel><item><title>T</title></item></channel></rss>').entries[0].title == "T"
    )


def test_an_article_about_entities_is_no_bomb() -> None:
    assert read(RSS.replace("One", "&lt;!DOCTYPE x [&lt;!ENTITY y")).entries[0].title == "StayFeed & friends"


@pytest.mark.parametrize(
    ("encoding", "declared", "header"),
    [
        ("utf-8", "iso-8859-1", ""),
        ("utf-8", "", "; charset=iso-8859-1"),
        ("iso-8859-1", "iso-8859-1", ""),
        ("windows-1252", "", ""),
        ("iso-8859-1", "utf-8", ""),
        ("utf-16", "utf-16", ""),
        ("iso-8859-2", "", "; charset=iso-8859-2"),
    ],
)
def test_words_survive_a_wrong_or_missing_charset(encoding: str, declared: str, header: str) -> None:
    mark = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    body = f'{mark}<rss version="2.0"><channel><item><title>Müller höhere Gebühren</title></item></channel></rss>'
    assert read(body.encode(encoding), "text/xml" + header).entries[0].title == "Müller höhere Gebühren"


def test_a_huge_feed_is_capped_in_entries_and_time() -> None:
    item = "<item><title>T {}</title><description>" + "word " * 40 + "</description></item>"
    body = (
        '<rss version="2.0"><channel>' + "".join(item.replace("{}", str(n)) for n in range(3_000)) + "</channel></rss>"
    )
    assert len(read(body).entries) == 1_000


def test_a_huge_broken_feed_is_refused() -> None:
    broken = RSS.replace(
        "<item>", "<item><title>T</title><description>" + "&" * 2_000_000 + "</description></item><item>"
    )
    with pytest.raises(UnreadableContent, match="broken XML: none of the feed's entries"):
        read(broken)


def test_text_of_markup_keeps_lines_and_drops_scripts_and_control_characters() -> None:
    assert plain_text("<p>a <b>b</b></p><svg><text>no</text></svg>c<br>d\x08e<!-- no -->") == "a b\nc\nde"
    assert plain_text("1 < 2 and R&D") == "1 < 2 and R&D"


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://a.example/x?utm_source=f&b=1&gclid=2#top", "https://a.example/x?b=1#top"),
        ("https://a.example/x?b=%20&c", "https://a.example/x?b=%20&c"),
        ("javascript:alert(1)", ""),
        ("https://[bad", ""),
        ("at://did:plc:x/app", ""),
    ],
)
def test_links_lose_tracking_and_only_web_addresses_stay(url: str, clean: str) -> None:
    assert clean_link(url) == clean


def test_what_a_pattern_ignores_is_no_edit() -> None:
    source = replace(SOURCE, ignore=(r"\d+ people read this\.", r"\(\d+ comments\)"))
    words = "One {} people read this. {} people read this and {} that. ({} comments)"
    old, new = (
        read_feed(source, (part(RSS.replace("&lt;p&gt;One&lt;/p&gt;", words.format(*counts))),))
        for counts in ((1, 8, 30, 4), (2, 8, 30, 55))
    )
    assert new.entries[0].text == "One 8 people read this and 30 that.\nTwo"
    assert compare_entries(3, old, new, ()) == ()


@pytest.mark.parametrize("written", ["&#1114112;", "&#xD800;", "&amp;#1114112;", "&#99999999999;"])
def test_a_character_that_does_not_exist_breaks_no_feed(written: str) -> None:
    (only,) = read(RSS.replace("StayFeed", f"Stay{written}Feed & <br>")).entries
    assert "friends" in only.title
    only.title.encode("utf-8")


def test_an_address_that_cannot_be_read_is_no_link() -> None:
    (only,) = read('{"items": [{"id": 1, "url": "//[", "title": "One"}]}', "application/json").entries
    assert (only.title, only.link) == ("One", "")


def test_an_entry_that_says_nothing_is_none() -> None:
    silent = "<item><guid isPermaLink='false'>9</guid></item><item>"
    assert read(RSS.replace("<item>", silent, 1)).entries == read(RSS).entries
