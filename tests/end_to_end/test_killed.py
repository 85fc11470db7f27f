"""Killed with -9 at any moment, the next run continues: no visit lost or double."""

import random
import signal
import subprocess
import sys
import time
from typing import Any

PAGES = 12
PAGE = "<html><body><main><h1>Page {n}</h1><p>{words}</p></main></body></html>"
WORDS = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning. " * 6


def declare(home: Any, site: Any) -> None:
    lines = ["competitors:", "  - name: Brightvane", "    sources:"]
    for n in range(PAGES):
        site.page(f"/{n}", PAGE.format(n=n, words=WORDS))
        lines.append(f"      - {{name: page-{n}, url: '{site.url}/{n}'}}")
    home.write("sources.yaml", "\n".join(lines) + "\n")


def crawl_and_kill(home: Any, after: float) -> None:
    command = [sys.executable, "-m", "commands.crawl", "--all", "--home", str(home.folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


def test_a_killed_crawl_leaves_a_whole_archive_and_the_next_one_continues(home: Any, site: Any) -> None:
    declare(home, site)
    home.run("crawl", "--source", "page-0")
    began = time.monotonic()
    home.run("crawl", "--all")
    whole = time.monotonic() - began
    chance = random.Random(7)
    for moment in (0.55, 0.7, 0.8, 0.9):
        for n in range(PAGES):
            site.page(f"/{n}", PAGE.format(n=n, words=f"{WORDS} From {moment} on, plan {n} costs ${n + 10} a month."))
        crawl_and_kill(home, whole * moment * chance.uniform(0.9, 1.1))
        assert "verifies" in home.run("bellwether", "verify").stdout

    report = home.json("crawl", "--all")
    assert all(source["state"] == "ok" for source in report["sources"])
    assert "verifies" in home.run("bellwether", "verify").stdout
    newest = home.json("bellwether", "changes", "list")
    told = [(change["source"], change["to"]["snapshot"]) for change in newest]
    assert len(told) == len(set(told)), "no change twice"
    for n in range(PAGES):
        last = [change for change in newest if change["source"] == f"page-{n}"][-1]
        assert "From 0.9 on" in " ".join(edit["after"] or "" for edit in last["edits"]), "no change lost"
