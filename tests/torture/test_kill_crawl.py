"""Crawls of a changing site killed with -9 at random moments: everything verifies, no change is lost or doubled."""

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from typing import Any

import pytest

from storage import open_archive
from tests.end_to_end.conftest import home, site

__all__ = ["home", "site"]

PAGES = 15
KILLS = int(os.environ.get("BELLWETHER_KILLS", "40"))
MOST_SECONDS = 200.0
WORDS = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning. " * 6
PAGE = "<html><body><main><h1>Page {n}</h1><p>{words}</p><p>Plan {n} costs ${price} a month.</p></main></body></html>"


def serve(site: Any, version: int) -> None:
    for n in range(PAGES):
        site.page(f"/{n}", PAGE.format(n=n, words=WORDS, price=100 * version + n))


def killed_crawl(home: Any, after: float) -> bool:
    """Whether the crawl was still at it `after` seconds from its start, and so was killed."""
    command = [sys.executable, "-m", "commands.crawl", "--all", "--home", str(home.folder)]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, start_new_session=True, **quiet)  # type: ignore[call-overload]
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


def prices(edits: list[dict[str, Any]], side: str) -> list[str]:
    return [edit[side] or "" for edit in edits if "a month" in (edit[side] or "")]


def test_a_crawl_killed_at_any_moment_loses_and_doubles_nothing(
    home: Any, site: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = ["competitors:", "  - name: Brightvane", "    sources:"]
    lines += [f"      - {{name: page-{n}, url: '{site.url}/{n}'}}" for n in range(PAGES)]
    home.write("sources.yaml", "\n".join(lines) + "\n")
    serve(site, 1)
    home.run("crawl", "--all")
    began = time.monotonic()
    home.run("crawl", "--all")
    whole = time.monotonic() - began
    chance, kills, ended, version, started = random.Random(), 0, 0, 1, time.monotonic()
    while kills + ended < KILLS and time.monotonic() - started < MOST_SECONDS:
        if (kills + ended) % 2 == 0:
            version += 1
            serve(site, version)
        # Most of a crawl is start-up, in which nothing can break: aim at the rest.
        if killed_crawl(home, whole * chance.uniform(0.35, 1.05)):
            kills += 1
        else:
            ended += 1
        with open_archive(f"sqlite:///{home.folder / 'bellwether.db'}") as archive:
            assert list(archive.visits.verify()) == []
    home.run("crawl", "--all")
    assert "verifies" in home.run("bellwether", "verify").stdout

    changes = home.json("bellwether", "changes", "list")
    steps = Counter((change["source"], change["from"]["snapshot"], change["to"]["snapshot"]) for change in changes)
    assert max(steps.values()) == 1, "no change twice"
    for n in range(PAGES):
        told = [change for change in changes if change["source"] == f"page-{n}"]
        before = [text for change in told for text in prices(change["edits"], "before")]
        after = [text for change in told for text in prices(change["edits"], "after")]
        assert len(before) == len(after) == len(told), "each change says one price and the one before"
        assert before[1:] == after[:-1], "each change goes on from the one before: none is lost"
        assert f"${100 + n} " in before[0]
        assert f"${100 * version + n} " in after[-1]
    with capsys.disabled():
        print(f"\ncrawl: {kills} killed, {ended} came to their end first, {len(changes)} changes, 0 lost, 0 doubled")
    assert kills >= KILLS // 2 or time.monotonic() - started >= MOST_SECONDS
