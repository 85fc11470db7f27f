"""The run itself: it stops when told, stops loudly when storing fails, and never outlives its parent."""

import json
import os
import signal
import subprocess
import sys
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import Any

import pytest

from tests.integration.support_site import ROOT, answer, crawl, site

RUNNER = str(Path(__file__).with_name("support_crawl.py"))


def start(plans: list[dict[str, Any]], **more: Any) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-W", "error", RUNNER],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )
    settings = {"allowed_networks": ["127.0.0.0/8"], "host_delay": 0, "deadline": 30}
    assert process.stdin is not None
    process.stdin.write(json.dumps({"plans": plans, "fetching": settings, **more}) + "\n")
    process.stdin.flush()
    return process


def first_line(process: subprocess.Popen[str]) -> dict[str, Any]:
    assert process.stdout is not None
    attempt: dict[str, Any] = json.loads(process.stdout.readline())
    return attempt


def hanging(request: BaseHTTPRequestHandler) -> None:
    request.rfile.read(1)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_the_run_and_keeps_what_was_handed_over(number: int) -> None:
    with site() as here:
        quick = here.add("/quick", answer(b"hello"))
        slow = here.add("/slow", hanging)
        process = start([{"name": "quick", "url": quick}, {"name": "slow", "url": slow}])
        assert first_line(process)["source"] == "quick"
        began = time.monotonic()
        os.kill(process.pid, number)
        rest, errors = process.communicate(timeout=20)
    assert rest == ""
    assert "KeyboardInterrupt" in errors
    assert process.returncode != 0
    assert time.monotonic() - began < 10


def test_a_child_ends_when_its_parent_is_gone() -> None:
    with site() as here:
        quick = here.add("/quick", answer(b"hello"))
        slow = here.add("/slow", hanging)
        process = start([{"name": "quick", "url": quick}, {"name": "slow", "url": slow}], stop_with_stdin=True)
        first_line(process)
        assert process.stdin is not None
        process.stdin.close()
        process.stdin = None
        process.communicate(timeout=20)
    assert process.returncode != 0


def test_a_failure_to_store_stops_the_run_loudly() -> None:
    with site() as here:
        urls = [here.add(f"/{number}", answer(b"hello")) for number in range(5)]
        plans = [{"name": f"p{number}", "url": url} for number, url in enumerate(urls)]
        process = start(plans, fail_on="p2")
        _, errors = process.communicate(timeout=20)
    assert "no space left" in errors
    assert process.returncode != 0


def test_a_run_says_nothing_on_its_own() -> None:
    with site() as here:
        process = start([{"name": "quick", "url": here.add("/quick", answer(b"hello"))}])
        _, errors = process.communicate(timeout=20)
    assert errors == ""


def test_playwright_is_not_loaded_for_pages_that_need_no_browser() -> None:
    with site() as here:
        process = start([{"name": "quick", "url": here.add("/quick", answer(b"hello"))}], show_modules=True)
        shown, _ = process.communicate(timeout=20)
    modules = json.loads(shown.splitlines()[-1])["modules"]
    assert "scrapy" in modules
    assert "playwright" not in modules


def test_a_run_without_plans_does_not_even_load_scrapy() -> None:
    process = start([], show_modules=True)
    shown, _ = process.communicate(timeout=20)
    assert "scrapy" not in json.loads(shown.splitlines()[-1])["modules"]


def test_without_a_browser_only_the_sources_that_need_one_fail() -> None:
    with site() as here:
        url = here.add("/page", answer(b"hello"))
        attempts = crawl(
            [{"name": "scripted", "url": url, "render": "browser"}, {"name": "plain", "url": url}],
            browser="/nowhere/chromium",
        )
    assert attempts["scripted"]["failure"]["reason"] == "no_browser"
    assert "apt-get install chromium" in attempts["scripted"]["failure"]["detail"]
    assert attempts["plain"]["failure"] is None
