"""A sitemap, by the installed commands: an index, a packed list, a page that comes, one that goes, and a list lost."""

import gzip
from typing import Any

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
TOML = '[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\nretries = 0\n'
SOURCES = """competitors:
  - name: Brightvane
    sources:
      - name: brightvane-sitemap
        kind: sitemap
        url: "{url}/sitemap.xml"
        only: ["/customers/**", "/integrations/**"]
        tags: partnership
"""


def index(site: Any, *lists: str) -> str:
    entries = "".join(f"<sitemap><loc>{site.url}/{name}</loc></sitemap>" for name in lists)
    return f'<sitemapindex xmlns="{NAMESPACE}">{entries}</sitemapindex>'


def urls(site: Any, *paths: str) -> str:
    entries = "".join(f"<url><loc>{site.url}{path}</loc></url>" for path in paths)
    return f'<urlset xmlns="{NAMESPACE}">{entries}</urlset>'


def show(site: Any, customers: list[str], others: list[str]) -> None:
    site.page("/sitemap.xml", index(site, "one.xml", "two.xml.gz"), media_type="application/xml")
    site.page("/one.xml", urls(site, *customers), media_type="application/xml")
    site.pages["/two.xml.gz"] = (200, "application/gzip", gzip.compress(urls(site, *others).encode()))


def crawled(home: Any) -> dict[str, Any]:
    (source,) = home.json("crawl", "--source", "brightvane-sitemap", code=None)["sources"]
    return dict(source)


def test_pages_that_come_and_go_are_one_line_and_a_lost_list_tells_no_removal(home: Any, site: Any) -> None:
    home.write("bellwether.toml", TOML)
    home.write("sources.yaml", SOURCES.format(url=site.url))
    show(site, ["/customers/acme", "/customers/old"], ["/blog/a", "/integrations/sap"])
    assert crawled(home)["state"] == "ok"

    show(site, ["/customers/acme", "/customers/beta", "/customers/gamma"], ["/blog/b", "/integrations/sap"])
    del site.pages["/two.xml.gz"]
    lost = crawled(home)
    assert (lost["state"], lost["reason"]) == ("error", "incomplete")

    show(site, ["/customers/acme", "/customers/beta", "/customers/gamma"], ["/blog/b", "/integrations/sap"])
    assert crawled(home)["change"] is not None
    (change,) = home.json("bellwether", "changes", "list")
    assert {(edit["kind"], edit["after"] or edit["before"]) for edit in change["edits"]} == {
        ("added", "/customers/beta"),
        ("added", "/customers/gamma"),
        ("removed", "/customers/old"),
    }
    assert [tag["tag"] for tag in change["tags"]] == ["partnership"]
    preview = " ".join(home.run("bellwether", "digest", "preview").stdout.split())
    assert "Brightvane publishes 2 pages under /customers: beta and gamma; takes down /customers/old" in preview
