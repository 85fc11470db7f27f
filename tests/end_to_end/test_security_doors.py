"""Attacks that worked on others, each tried at every door of the installed commands it could come in by."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from tests.end_to_end.support_doors import PAGE, SETTINGS, WORDS, entries, inside, lines_told, web
from tests.integration.support_site import Site, answer, site

__all__ = ["inside", "web"]

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


def listed(home: Any, text: str) -> list[str]:
    """What `sources check` says of a sources.yaml; it must refuse it and fetch nothing."""
    home.write("sources.yaml", text)
    said = home.run("bellwether", "sources", "check", code=2)
    return (said.stdout + said.stderr).splitlines()


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
