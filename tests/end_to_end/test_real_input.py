"""Real input that is not ours to commit: feeds, a filing index and archived pages, through the installed commands."""

import io
import json
import os
import tarfile
from pathlib import Path
from typing import Any

import pytest
import zstandard

GIVEN = os.environ.get("BELLWETHER_BENCH_DATA")
pytestmark = pytest.mark.skipif(GIVEN is None, reason="real input NOT RUN: BELLWETHER_BENCH_DATA is not set")
DATA = Path(GIVEN or ".")
FEED_ENDINGS = (".xml", ".rss", ".atom", ".rdf", ".json")


def real_feeds() -> dict[str, bytes]:
    """The feeds of `misc/`: many publishers, encodings and degrees of brokenness."""
    packed = (DATA / "feeds" / "feeds.tar.zst").read_bytes()
    plain = zstandard.ZstdDecompressor(max_window_size=2**27).decompressobj().decompress(packed)
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        files = [one for one in tar if one.isfile() and "/misc/" in one.name and one.name.endswith(FEED_ENDINGS)]
        return {Path(one.name).name: tar.extractfile(one).read() for one in files}  # type: ignore[union-attr]


def declare(home: Any, lines: list[str]) -> None:
    home.write("sources.yaml", "competitors:\n  - name: Brightvane\n    sources:\n" + "\n".join(lines) + "\n")


def test_real_feeds_are_read_or_refused_with_a_reason_and_revisited(home: Any, site: Any) -> None:
    feeds = real_feeds()
    assert len(feeds) > 20
    lines = []
    for number, (name, body) in enumerate(sorted(feeds.items())):
        site.pages[f"/{number}"] = (200, "application/xml" if not name.endswith(".json") else "application/json", body)
        lines.append(f"      - {{name: feed-{number}, kind: feed, url: '{site.url}/{number}'}}")
    declare(home, lines)
    first = home.json("crawl", "--all", code=None)["sources"]
    read = {source["name"] for source in first if source["state"] == "ok"}
    assert len(read) > 0.8 * len(feeds)
    assert all(source["explanation"] for source in first if source["state"] != "ok")
    second = home.json("crawl", "--all", code=None)["sources"]
    assert {source["name"] for source in second if source["revisit"]} >= read
    assert home.json("bellwether", "changes", "list") == []


def test_a_new_filing_in_a_columnar_index_is_one_record_of_news(home: Any, site: Any) -> None:
    filings = json.loads((DATA / "registry" / "edgar_submissions_CIK0001318605.json").read_text())
    recent = filings["filings"]["recent"]
    whole = {name: list(values) for name, values in recent.items()}
    for values in recent.values():
        del values[0]
    site.pages["/filings"] = (200, "application/json", json.dumps(filings).encode())
    declare(
        home,
        [
            f"      - name: filings\n        kind: registry\n        url: '{site.url}/filings'\n"
            "        records: filings.recent\n        columnar: true\n        key: accessionNumber\n"
            "        fields: [form, filingDate, primaryDocDescription]\n        title: [form, primaryDocDescription]\n"
            "        date: filingDate"
        ],
    )
    home.run("crawl", "--all")
    recent.update(whole)
    site.pages["/filings"] = (200, "application/json", json.dumps(filings).encode())
    home.run("crawl", "--all")
    (change,) = home.json("bellwether", "changes", "list")
    (edit,) = change["edits"]
    assert (edit["kind"], edit["path"][0]) == ("added", whole["accessionNumber"][0])


def test_archived_pages_are_imported_at_their_own_dates_and_never_news(home: Any) -> None:
    archives = sorted((DATA / "warc").glob("*.warc.gz"))
    lines = []
    for number, url in enumerate(
        (
            "https://www.parship.de/cookies/",
            "https://weareher.com/terms/",
            "https://policies.tinder.com/privacy/intl/en",
        )
    ):
        lines.append(f"      - {{name: archived-{number}, url: '{url}'}}")
    declare(home, lines)
    said = home.run("bellwether", "import", "warc", *map(str, archives)).stdout
    assert said.startswith("180 visits of 3 sources stored")
    changes = home.json("bellwether", "changes", "list")
    assert changes
    assert {change["status"] for change in changes} == {"backfill"}
    assert all(change["from"]["captured_at"] < change["to"]["captured_at"] for change in changes)
    assert "verifies" in home.run("bellwether", "verify").stdout
    preview = home.run("bellwether", "digest", "preview", "--recipient", "ana").stdout
    assert "No changes" in preview or "now watches" in preview
