"""The browser bench's own crawl: a page counts when it holds what its script writes."""

from pathlib import Path

import pytest

from bench.browser import crawl
from bench.browser_site import content, site
from domain.errors import BrowserMissing
from spiders.chromium import find


def browser_is_missing() -> bool:
    try:
        find(None)
    except BrowserMissing:
        return True
    return False


@pytest.mark.skipif(browser_is_missing(), reason="no browser here; see python -m spiders.chromium")
def test_every_page_is_read_with_what_its_script_writes(tmp_path: Path) -> None:
    with site() as port:
        found = crawl(port, 3, 2, False, tmp_path / "errors")
    assert found["pages_read"] == 3


def test_a_page_of_the_bench_says_nothing_before_its_script_ran() -> None:
    kind, body = content("/page-1")
    assert kind.startswith("text/html")
    assert b"199" not in body
    assert content("/picture-1-1.png")[1].startswith(b"\x89PNG")
