"""What an analyst sees of one change, through the installed commands: listed, shown, explained, and set as a page."""

import re
from typing import Any

PAGE = """<html><head><title>StayFeed prices</title></head><body><nav><a href="/">Home</a></nav><main>
<h1>StayFeed prices</h1><p>StayFeed gives hotel prices from 90 countries to revenue managers every morning.</p>
<h2>Pro</h2><p>{price} per month for one hotel.</p><p>Trusted by {teams} teams</p>
<p>All plans may be cancelled at the end of any month.</p></main>
<footer><p>{office}</p></footer></body></html>"""
SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {{name: brightvane-prices, url: "{url}/prices"}}
"""


def test_a_change_is_listed_shown_explained_and_set_as_a_page(home: Any, site: Any) -> None:
    home.write("sources.yaml", SOURCES.format(url=site.url))
    site.page("/prices", PAGE.format(price="$49", teams="12,345", office="Our office is in Leeds"))
    home.run("crawl", "--all")
    site.page("/prices", PAGE.format(price="$59", teams="12,391", office="Our office is in York"))
    home.run("crawl", "--all")

    (change,) = home.json("bellwether", "changes", "list")
    promised = {"key", "source", "subject", "status", "from", "to", "edits", "tags", "facts", "event"}
    assert promised <= set(change)
    assert set(change["from"]) == set(change["to"]) == {"snapshot", "captured_at"}
    assert {"kind", "path", "before", "after"} <= set(change["edits"][0])
    assert {"tag", "confidence", "rule"} <= set(change["tags"][0])

    page = home.folder / "change.html"
    shown = home.run("bellwether", "changes", "show", change["key"][:8]).stdout
    home.run("bellwether", "changes", "show", change["key"][:8], "--html", str(page))
    assert "[-$49-] {+$59+} per month for one hotel." in shown
    assert shown.count("sha256 ") == 2
    assert "12,391" not in shown
    html = page.read_text(encoding="utf-8")
    assert html.startswith("<!doctype html>")
    assert re.search(r"<del>(<mark>)?\$49", html)
    assert re.search(r"<ins>(<mark>)?\$59", html)
    assert "Left out: 2 differences" in html

    said = home.run("bellwether", "changes", "explain", "--source", "brightvane-prices").stdout
    assert "News (1)" in said
    assert "Left out · Noise (1)\n  a running count (1)" in said
    assert "Trusted by [-12,345-] {+12,391+} teams" in said
    assert "Left out · Site furniture (1)\n  footer, told by <footer> (1)" in said
