"""The scheduler as a process: it crawls what is due, shows what is next, and stops cleanly."""

import signal
import subprocess
import sys
import time
from typing import Any

PAGE = """<html><body><main><h1>Offers</h1>
<p>StayFeed gives hotel prices every morning. Plans start at $49.</p></main></body></html>"""


def declare(home: Any, site: Any) -> None:
    site.page("/offers", PAGE)
    home.write(
        "sources.yaml",
        "competitors:\n  - name: Brightvane\n    sources:\n"
        f"      - {{name: offers, url: '{site.url}/offers', every: 6h}}\n"
        f"      - {{name: resting, url: '{site.url}/resting', paused: {{why: Redesign}}}}\n",
    )


def test_the_schedule_shows_due_crawls_and_each_readers_hour(home: Any, site: Any) -> None:
    declare(home, site)
    rows = home.json("bellwether", "schedule")
    assert [row["name"] for row in rows if row["what"] == "crawl"] == ["offers"]
    assert {row["name"] for row in rows if row["what"] == "edition"} == {"ines", "ana"}


def test_the_scheduler_crawls_what_is_due_once_and_stops_when_asked(home: Any, site: Any) -> None:
    declare(home, site)
    command = [sys.executable, "-m", "commands", "schedule", "run", "--home", str(home.folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        deadline = time.monotonic() + 60
        while "/offers" not in site.asked and time.monotonic() < deadline and process.poll() is None:
            time.sleep(0.1)  # waiting for another process: nothing to be notified by
        assert "/offers" in site.asked
    finally:
        process.send_signal(signal.SIGTERM)
        out, _ = process.communicate(timeout=60)
    assert process.returncode == 0, out
    assert "scheduler_stopped" in out
    assert "/resting" not in site.asked
    (source,) = [row for row in home.json("bellwether", "sources", "list") if row["name"] == "offers"]
    assert source["state"] in ("ok", "not visited")
