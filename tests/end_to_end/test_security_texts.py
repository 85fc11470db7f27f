"""Hostile text that was crawled stays text in every output, and a secret stays where it belongs."""

import csv
import io
import re
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from typing import Any

import pytest

from tests.end_to_end.support_doors import PAGE, SECRET, SETTINGS, WORDS, entries, run, web
from tests.integration.support_site import Site, answer, site

__all__ = ["web"]

ESCAPES = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202egnp"
EVIL = f"Plans{ESCAPES}<script>alert(1)</script>"
HEADED = "Prices &#13;&#10;Bcc: thief@evil.example&#13;&#10;&#13;&#10;<b>x</b>"
NEWS = (
    "<p>=HYPERLINK(&quot;http://evil.example/&quot;,&quot;press&quot;)</p><p>new,=1+1,@SUM(1)</p>"
    "<p>&lt;a href=&quot;http://evil.example/&quot;&gt;Sign in&lt;/a&gt; &lt;img src=x onerror=alert(1)&gt;</p>"
    "<p>{{ 7 * 7 }} {% include '/etc/passwd' %} &lt;/mj-text&gt;</p>"
    f"<h2>Growth plan{ESCAPES}</h2><p>Growth costs $499 a month from May for every hotel.{ESCAPES}</p>"
)
BOMB = '<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY a{n} "{"&a" + (str(n - 1) if n > 1 else "") + ";" + "&a;" * 9}">' for n in range(1, 10)
)


@pytest.fixture
def attacked(home: Any, web: Site) -> Any:
    """A home that saw a page and a feed turn hostile; `crawled` is what the last crawl said."""
    home.write("bellwether.toml", SETTINGS)
    feed = "<rss version='2.0'><channel><title>x</title>{}</channel></rss>"
    kinds = {"page": "text/html", "feed": "application/rss+xml", "bomb": "application/rss+xml", "xxe": "text/xml"}
    text = entries({"page": f"{web.base}/page"})
    text += "".join(f"      - {{name: {n}, kind: feed, url: '{web.base}/{n}'}}\n" for n in kinds if n != "page")
    home.write("sources.yaml", text)
    good = feed.format("<item><title>First</title><guid>1</guid></item>")
    web.add("/page", answer(PAGE.format(title="Plans", words=WORDS, more="").encode()))
    for name in ("feed", "bomb", "xxe"):
        web.add(f"/{name}", answer(good.encode(), headers={"Content-Type": kinds[name]}))
    home.run("crawl", "--all")
    title = f"{HEADED} Brightvane raises prices \u202egnp"
    item = f"<item><title>{title}</title><guid>2</guid><link>javascript:alert(1)</link></item>"
    web.add("/page", answer(PAGE.format(title=EVIL, words=WORDS, more=NEWS).encode()))
    web.add("/feed", answer(feed.format(item).encode(), headers={"Content-Type": kinds["feed"]}))
    web.add("/bomb", answer((BOMB + "]>" + feed.format("<item><title>&a9;</title></item>")).encode()))
    xxe = '<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + feed.format("<item><title>&x;</title></item>")
    web.add("/xxe", answer(xxe.encode(), headers={"Content-Type": kinds["xxe"]}))
    home.crawled = home.run("crawl", "--all", code=3)
    return home


def test_what_was_crawled_stays_text_wherever_it_goes(attacked: Any, web: Site) -> None:
    assert_shown_as_text(attacked)
    assert_no_formulas(attacked)
    assert_mailed_as_text(attacked, web)


def assert_shown_as_text(attacked: Any) -> None:
    changes = attacked.json("bellwether", "changes", "list")
    assert {change["source"] for change in changes} == {"page", "feed"}, "the bomb and the entity are no change"
    assert "root:" not in str(changes)
    shown = [attacked.run("bellwether", "changes", "show", change["key"]) for change in changes]
    said = [attacked.crawled, attacked.run("bellwether", "changes", "list"), *shown]
    said.append(attacked.run("bellwether", "digest", "preview", "--recipient", "ana"))
    for one in said:
        assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", one.stdout + one.stderr) == []
    assert "Growth costs $499" in shown[0].stdout + shown[-1].stdout


def assert_no_formulas(attacked: Any) -> None:
    rows = list(csv.reader(io.StringIO(attacked.run("bellwether", "changes", "list", "--csv").stdout)))
    assert len(rows) > 3
    assert {len(row) for row in rows} == {10}
    cells = [cell for row in rows for cell in row]
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []
    assert any("HYPERLINK" in cell for cell in cells)


class Live(HTMLParser):
    """What a mail client would make live of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.bad: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "background")]
        self.bad += [name for name, _ in attrs if name.startswith("on")]
        self.bad += [tag] if tag in ("script", "iframe", "object", "embed", "form", "base") else []


def assert_mailed_as_text(attacked: Any, web: Site) -> None:
    """No header, link or markup of theirs in the mail."""
    attacked.run("bellwether", "digest", "send", "--recipient", "ana")
    (file,) = (attacked.folder / "digests").rglob("*.eml")
    mail = message_from_bytes(file.read_bytes(), policy=default)
    assert mail["Bcc"] is None
    assert mail["To"] == "Ana Lund <ana@halden.example>"
    assert all(part.defects == [] for part in mail.walk())
    pages = [part.get_content() for part in mail.walk() if part.get_content_type() == "text/html"]
    assert len(pages) == 2, "the mail and its evidence"
    for page in pages:
        live = Live(str(page))
        assert live.bad == []
        assert [link for link in live.links if not link.startswith((web.base, "#", "cid:", "mailto:"))] == []
        assert "root:x" not in page
        assert "499" in page


def test_a_secret_is_sent_to_its_own_host_and_kept_nowhere(home: Any, web: Site) -> None:
    home.write("bellwether.toml", SETTINGS)
    header = "${BELLWETHER_SECRET_KEY}"
    with site() as other:
        other.add("/page", answer(PAGE.format(title="x", words=WORDS, more="").encode()))
        web.add("/page", answer(PAGE.format(title="x", words=WORDS, more="").encode()))
        web.add("/jump", answer(status=302, headers={"Location": f"{other.base}/page"}))
        web.add("/fails", answer(b"no", status=500))
        urls = {name: f"{web.base}/{name}" for name in ("page", "jump", "fails")}
        home.write("sources.yaml", entries(urls, f", headers: {{Authorization: 'Bearer {header}', X-Key: '{header}'}}"))
        done = run(home.folder, "crawl", "--all", "--json", BELLWETHER_SECRET_KEY=SECRET)
        assert done.returncode == 3, done.stderr
        assert [asked.get("authorization") for asked in web.asked("/page")] == [f"Bearer {SECRET}"]
        assert other.asked("/page"), "the redirect was followed"
        assert all(SECRET not in str(headers) for _, headers in other.seen)
    listed = run(home.folder, "bellwether", "sources", "show", "page", BELLWETHER_SECRET_KEY=SECRET)
    unset = run(home.folder, "crawl", "--all", "--json")
    for one in (done, listed, unset):
        assert SECRET not in one.stdout + one.stderr
    assert "secret_missing" in unset.stdout
    assert "BELLWETHER_SECRET_KEY" in unset.stdout
    for file in home.folder.rglob("*"):
        assert not file.is_file() or SECRET.encode() not in file.read_bytes(), file


def test_a_pattern_that_hangs_others_is_harmless_here(home: Any, web: Site) -> None:
    home.write("bellwether.toml", SETTINGS)
    lines = "<p>" + "a" * 50_000 + "!</p>"
    web.add("/page", answer(PAGE.format(title="x", words=WORDS, more=lines).encode()))
    home.write("sources.yaml", entries({"page": f"{web.base}/page"}, ", ignore: ['(a+)+$', '(a|aa)+b', '(.*a){20}']"))
    home.run("crawl", "--all")
    web.add("/page", answer(PAGE.format(title="x", words=WORDS, more=lines + "<p>Now from $9 a month.</p>").encode()))
    home.run("crawl", "--all")
    (change,) = home.json("bellwether", "changes", "list")
    assert "Now from $9 a month." in str(change["edits"])


BROKEN = {
    "moved": "<html><p>We have moved.</p></html>",
    "no-address": '{"items": [{"id": 1, "url": "//[", "title": "New"}]}',
    "half": "<rss",
    "no-character": "<rss><channel><item><title>New & &#xD800; &#1114112;</title></item></channel></rss>",
    "surrogate": '{"items": [{"id": 1, "url": "/n", "title": "New \\ud800"}]}',
    "deep": '{"items":' + "[" * 50_000,
}


def test_broken_feeds_that_are_followed_stop_nobody_else(home: Any, web: Site) -> None:
    home.write("bellwether.toml", SETTINGS)
    good = "<rss version='2.0'><channel><title>x</title><item><title>One</title></item></channel></rss>"
    text = entries({"page": f"{web.base}/page"})
    for name in BROKEN:
        web.add(f"/{name}", answer(good.encode()))
        text += f"      - {{name: {name}, kind: feed, url: '{web.base}/{name}', follow: {{at_most: 2}}}}\n"
    web.add("/page", answer(PAGE.format(title="x", words=WORDS, more="").encode()))
    home.write("sources.yaml", text)
    home.run("crawl", "--all")
    for name, body in BROKEN.items():
        web.add(f"/{name}", answer(body.encode()))
    web.add("/page", answer(PAGE.format(title="x", words=WORDS, more="<p>Now from $9 a month.</p>").encode()))
    found = {one["name"]: one for one in home.json("crawl", "--all", code=3)["sources"]}
    assert found["page"]["change"]
    for name in ("moved", "half", "deep"):
        assert found[name]["state"] == "error", found[name]
    for name in ("no-address", "no-character", "surrogate"):
        assert found[name]["change"], found[name]
    home.run("bellwether", "digest", "send", "--recipient", "ana")
