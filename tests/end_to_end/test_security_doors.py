"""Attacks that worked on others, each tried at every door of the installed commands it could come in by."""

import csv
import io
import os
import re
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.conftest import BIN
from tests.integration.support_site import Site, answer, site

WORDS = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning of the year. " * 5
PAGE = "<html><head><title>{title}</title></head><body><main><h1>{title}</h1><p>{words}</p>{more}</main></body></html>"
SETTINGS = '[fetch]\nallowed_networks = ["127.0.0.1/32"]\nhost_delay = 0.0\nretries = 0\ntimeout = 10.0\n'
SECRET = "tops3cret-0123456789"

ADDRESSES = (
    "file:///etc/passwd", "file:/etc/passwd", "FILE:///etc/passwd", "javascript:alert(1)", "data:text/html,<p>x",
    "ftp://brightvane.example/x", "gopher://brightvane.example/x", "source:file:///etc/passwd", "about:blank",
    "http://10.0.0.1\\\\@brightvane.example/", "http://user:pass@brightvane.example/", "http://@brightvane.example/",
    "http:///nohost", "//brightvane.example/", "http://[::1", "http://brightvane.example:99999/",
    "http://b.example/\\r\\nX-Evil: 1", "http://b.example/${BELLWETHER_SECRET_KEY}", "http://b.example/${HOME}",
)  # fmt: skip
INSIDE = (
    "http://169.254.169.254/latest/meta-data", "http://127.0.0.2:{port}/", "http://127.2:{port}/",
    "http://2130706434:{port}/", "http://0x7f000002:{port}/", "http://0177.0.0.2:{port}/", "http://10.0.0.1/",
    "http://100.64.0.1/", "http://[::ffff:127.0.0.2]:{port}/", "http://[::]:{port}/", "http://0.0.0.0:{port}/",
    "http://[64:ff9b::7f00:2]/", "http://[2002:7f00:2::]/", "http://[fe80::1]/", "http://168.63.129.16/",
    "http://１２７.0.0.2:{port}/",
)  # fmt: skip
SELECTORS = (
    "//a[document('file:///etc/passwd')]", "unparsed-text('file:///etc/passwd')", "//a[unparsed-text('/etc/passwd')]",
    "//a[re:test(., '(a+)+$')]", "//a[", "a[",
)  # fmt: skip
PATTERNS = ("(?=x)a", "(a)\\\\1", ".*", "(")
NAMES = ("a'; DROP TABLE visit;--", "../../etc/passwd", "a b", "A", "a\\0b", "ａ", "x" * 65, "-" * 70)
FILES = {
    "an include tag": "competitors: !include /etc/passwd\n",
    "an object": "competitors: !!python/object/apply:os.system [touch owned]\n",
    "an include outside": "include: [../outside.yaml]\n",
    "an absolute include": "include: [/etc/passwd]\n",
    "an include by a link": "include: [linked.yaml]\n",
    "an include of itself": "include: [sources.yaml]\n",
    "aliases without end": "a0: &a0 [x]\n" + "".join(f"a{n}: &a{n} [{f'*a{n - 1}, ' * 10}]\n" for n in range(1, 12)),
    "nesting without end": "[" * 50_000,
}


def run(folder: Path, command: str, *arguments: str, **environ: str) -> "subprocess.CompletedProcess[str]":
    clean = {key: value for key, value in os.environ.items() if not key.startswith("BELLWETHER_")}
    return subprocess.run(
        [str(BIN / command), *arguments, "--home", str(folder)],
        capture_output=True, text=True, timeout=60, env=clean | environ, stdin=subprocess.DEVNULL,
    )  # fmt: skip


def entries(urls: dict[str, str], more: str = "") -> str:
    lines = ["competitors:", "  - name: Brightvane", "    sources:"]
    lines += [f'      - {{name: {name}, url: "{url}"{more}}}' for name, url in urls.items()]
    return "\n".join(lines) + "\n"


@pytest.fixture
def web() -> Iterator[Site]:
    with site() as here:
        yield here


@pytest.fixture
def inside() -> Iterator[Site]:
    """A server the policy must keep us from: whatever asks it has walked through a door."""
    with site(host="127.0.0.2") as here:
        here.answers.clear()
        yield here


def listed(home: Any, text: str) -> list[str]:
    """What `sources check` says of a sources.yaml; it must refuse it and fetch nothing."""
    home.write("sources.yaml", text)
    said = home.run("bellwether", "sources", "check", code=2)
    return (said.stdout + said.stderr).splitlines()


def lines_told(said: list[str]) -> set[int]:
    found = (re.match(r"sources\.yaml:(\d+):", line) for line in said)
    return {int(match[1]) for match in found if match}


def test_addresses_that_are_not_of_the_web_are_refused_in_the_file(home: Any) -> None:
    said = listed(home, entries({f"a{n}": url for n, url in enumerate(ADDRESSES)}))
    assert lines_told(said) == set(range(4, 4 + len(ADDRESSES)))
    assert "pass@" not in "\n".join(said)


@pytest.mark.parametrize(
    ("key", "values"),
    [("select", SELECTORS), ("remove", SELECTORS), ("ignore", PATTERNS)],
    ids=["select", "remove", "ignore"],
)
def test_selectors_and_patterns_that_read_files_or_run_for_ever_are_refused(
    home: Any, key: str, values: tuple[str, ...]
) -> None:
    lines = ["competitors:", "  - name: Brightvane", "    sources:"]
    for n, value in enumerate(values):
        lines.append(f'      - {{name: a{n}, url: "https://b.example/", {key}: ["{value}"]}}')
    said = listed(home, "\n".join(lines) + "\n")
    assert lines_told(said) == set(range(4, 4 + len(values)))


def test_names_that_are_paths_or_statements_are_refused(home: Any) -> None:
    lines = ["competitors:", "  - name: Brightvane", "    sources:"]
    lines += [f'      - {{name: "{name}", url: "https://b.example/"}}' for name in NAMES]
    assert lines_told(listed(home, "\n".join(lines) + "\n")) == set(range(4, 4 + len(NAMES)))


@pytest.mark.parametrize("what", FILES)
def test_a_sources_file_reads_nothing_outside_its_home(home: Any, tmp_path: Path, what: str) -> None:
    (tmp_path / "outside.yaml").write_text(entries({"outside": "https://b.example/"}))
    (home.folder / "linked.yaml").symlink_to(tmp_path / "outside.yaml")
    said = "\n".join(listed(home, FILES[what]))
    assert "root:" not in said
    assert "Traceback" not in said
    assert not (home.folder / "owned").exists()
    assert len(said) < 20_000


def test_no_address_inside_is_asked_by_any_door(home: Any, web: Site, inside: Site) -> None:
    """Source address, redirect, robots.txt, a followed article, and each of them behind a redirect."""
    target = f"http://127.0.0.2:{inside.port}"
    home.write("bellwether.toml", SETTINGS)
    feed = "<rss version='2.0'><channel><title>x</title>{}</channel></rss>"
    mapped = f"http://[::ffff:127.0.0.2]:{inside.port}/a"
    links = (f"{target}/article", f"{web.base}/jump", "file:///etc/passwd", mapped)
    items = "".join(f"<item><title>t{n}</title><link>{link}</link></item>" for n, link in enumerate(links))
    with ExitStack() as stack:
        walled = stack.enter_context(site())
        walled.add("/robots.txt", answer(status=302, headers={"Location": f"{target}/robots.txt"}))
        walled.add("/", answer(PAGE.format(title="x", words=WORDS, more="").encode()))
        web.add("/jump", answer(status=302, headers={"Location": f"{target}/jump"}))
        web.add("/jump-file", answer(status=302, headers={"Location": "file:///etc/passwd"}))
        web.add("/jump-twice", answer(status=307, headers={"Location": f"{web.base}/jump"}))
        web.add("/meta", answer(f"<meta http-equiv=refresh content='0;url={target}/meta'>".encode()))
        web.add("/feed", answer(feed.format(items).encode(), headers={"Content-Type": "application/rss+xml"}))
        urls = {f"inside-{n}": url.format(port=inside.port) for n, url in enumerate(INSIDE)}
        urls |= {name: f"{web.base}/{name}" for name in ("jump", "jump-file", "jump-twice", "meta")}
        urls["walled"] = f"{walled.base}/"
        text = entries(urls) + f'      - {{name: feed, kind: feed, url: "{web.base}/feed", follow: {{at_most: 9}}}}\n'
        home.write("sources.yaml", text)
        report = home.json("crawl", "--all", code=3)
    assert inside.seen == []
    found = {one["name"]: one for one in report["sources"]}
    assert len(found) == len(urls) + 1
    for name in (*(name for name in urls if name.startswith("inside-")), "jump", "jump-file", "jump-twice"):
        assert found[name]["state"] == "error", found[name]
        assert found[name]["reason"] == "address_refused", found[name]
    assert found["feed"]["state"] == "ok"
    assert "root:x" not in str(report)


def test_a_browser_page_reaches_nothing_inside(home: Any, web: Site, inside: Site) -> None:
    target = f"http://127.0.0.2:{inside.port}"
    more = (
        f"<img src='{target}/img'><iframe src='{target}/frame'></iframe><link rel=stylesheet href='{target}/css'>"
        f"<script>fetch('{target}/fetch',{{mode:'no-cors'}});new WebSocket('ws://127.0.0.2:{inside.port}/ws');"
        f"navigator.sendBeacon('{target}/beacon');window.open('{target}/window')</script>"
        "<iframe src='file:///etc/passwd'></iframe>"
    )
    web.add("/page", answer(PAGE.format(title="x", words=WORDS, more=more).encode()))
    web.add("/jump", answer(status=302, headers={"Location": f"{target}/jump"}))
    web.add("/script-jump", answer(f"<script>location='{target}/script'</script>{WORDS}".encode()))
    home.write("bellwether.toml", SETTINGS)
    urls = {name: f"{web.base}/{name}" for name in ("page", "jump", "script-jump")}
    home.write("sources.yaml", entries(urls, ", render: browser"))
    report = {one["name"]: one for one in home.json("crawl", "--all", code=None)["sources"]}
    if any(one["reason"] == "no_browser" for one in report.values()):
        pytest.skip("no browser here")
    assert inside.seen == []
    assert report["page"]["state"] == "ok"
    assert report["jump"]["state"] == "error"


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
    assert {len(row) for row in rows} == {8}
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
