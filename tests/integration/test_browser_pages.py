"""Pages in a real Chromium, behind the guarding proxy."""

import base64
import struct
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from domain.errors import BrowserMissing
from spiders.chromium import find
from tests.integration.support_site import Site, answer, crawl, site

Visited = tuple[dict[str, dict[str, Any]], Site]


def browser_is_missing() -> bool:
    try:
        find(None)
    except BrowserMissing:
        return True
    return False


pytestmark = pytest.mark.skipif(browser_is_missing(), reason="no browser here; see python -m spiders.chromium")

SCRIPTED = b"""<!doctype html><meta charset=iso-8859-1><title>Plans</title><main id=app>loading</main>
<script>fetch('/plans.json').then(r => r.json()).then(p => { app.textContent = p.text })</script>"""
STEPPED = b"""<!doctype html>
<button onclick="setTimeout(() => { out.innerHTML = '<p class=plan>Yearly $490</p>' }, 300)">Yearly</button>
<div id=out></div><div style="height: 3000px"></div><div id=end></div>
<script>new IntersectionObserver(seen => { if (seen.some(s => s.isIntersecting)) end.textContent = 'seen the end' })
.observe(end)</script>"""
TALL = b"<!doctype html><div style='height: 90000px; background: linear-gradient(red, blue)'>tall</div>"
POLLING = b"<!doctype html><p>still here</p><script>setInterval(() => fetch('/tick'), 100)</script>"
HEAVY = b"<!doctype html><p id=p></p><script>p.textContent = 'x'.repeat(3000000)</script>"
STEPS = [["click", "button:text('Yearly')"], ["wait", ".plan"], ["scroll", "bottom"]]


def hanging(request: BaseHTTPRequestHandler) -> None:
    request.rfile.read(1)


def furnish(here: Site) -> list[dict[str, Any]]:
    pages = {
        "scripted": answer(SCRIPTED, headers={"Content-Type": "text/html", "X-Served-By": "brightvane"}),
        "stepped": answer(STEPPED),
        "nostep": answer(b"<p>no plans</p>"),
        "broken": answer(b"<h1>Gone for ever</h1>", status=410),
        "bare-error": answer(b"", status=503),
        "polling": answer(POLLING),
        "heavy": answer(HEAVY),
        "download": answer(b"PK", headers={"Content-Type": "application/zip", "Content-Disposition": "attachment"}),
        "forbidden": answer(b"hello"),
        "tall": answer(TALL),
    }
    here.add("/robots.txt", answer(b"User-agent: *\nDisallow: /forbidden\n"))
    here.add("/tick", answer(b""))
    words = '{"text": "Pro costs 49 €"}'.encode()
    here.add("/plans.json", answer(words, headers={"Content-Type": "application/json"}))
    plans = [{"name": name, "url": here.add(f"/{name}", reply), "render": "browser"} for name, reply in pages.items()]
    for plan in plans:
        if plan["name"] == "stepped":
            plan["steps"] = STEPS
        elif plan["name"] == "nostep":
            plan["steps"] = [["wait", ".plan"]]
        elif plan["name"] == "scripted":
            plan["headers"] = [["X-Reader", "ours"]]
    plans[-1] |= {"purpose": "screenshot", "about": 5, "render": "http"}
    plans.append({"name": "secret", "url": here.base, "render": "browser", "headers": [["Authorization", "Bearer x"]]})
    return plans


@pytest.fixture(scope="module")
def visited() -> Iterator[Visited]:
    with site() as here:
        yield crawl(furnish(here), timeout=150, max_body=2_000_000, deadline=25, retries=0), here


def text_of(attempt: dict[str, Any]) -> str:
    return base64.b64decode(attempt["parts"][0]["body"]).decode("utf-8")


def test_a_page_made_by_script_is_read_as_a_reader_sees_it(visited: Visited) -> None:
    attempt = visited[0]["scripted"]
    assert "Pro costs 49 €" in text_of(attempt)
    assert attempt["parts"][0]["status"] == 200
    headers = {name.lower(): value for name, value in attempt["parts"][0]["headers"]}
    assert headers["x-served-by"] == "brightvane"
    assert visited[1].asked("/scripted")[0]["x-reader"] == "ours"
    assert visited[1].asked("/scripted")[0]["user-agent"].startswith("Bellwether/")


def test_steps_are_taken_before_the_page_is_kept(visited: Visited) -> None:
    assert "Yearly $490" in text_of(visited[0]["stepped"])
    assert "seen the end" in text_of(visited[0]["stepped"])


def test_a_step_that_finds_nothing_is_named(visited: Visited) -> None:
    assert visited[0]["nostep"]["failure"]["reason"] == "browser"
    assert "step 1 (wait: .plan)" in visited[0]["nostep"]["failure"]["detail"]


@pytest.mark.parametrize(("name", "status"), [("broken", 410), ("bare-error", 503)])
def test_an_error_page_is_an_answer_with_its_status(visited: Visited, name: str, status: int) -> None:
    attempt = visited[0][name]
    assert attempt["failure"] is None
    assert attempt["parts"][0]["status"] == status


def test_a_page_that_never_rests_is_kept_as_it_is(visited: Visited) -> None:
    assert "still here" in text_of(visited[0]["polling"])


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("heavy", "too_large"),
        ("download", "browser"),
        ("forbidden", "robots"),
        ("secret", "browser"),
    ],
)
def test_a_page_the_browser_cannot_bring_says_why(visited: Visited, name: str, reason: str) -> None:
    assert visited[0][name]["failure"]["reason"] == reason, visited[0][name]["failure"]
    assert visited[0][name]["parts"] == []


def test_a_page_that_never_answers_is_left_at_the_deadline() -> None:
    with site() as here:
        url = here.add("/hanging", hanging)
        attempts = crawl([{"name": "hanging", "url": url, "render": "browser"}], deadline=3, retries=0)
    assert attempts["hanging"]["failure"]["reason"] == "timeout"


def test_a_picture_is_a_png_of_the_whole_page_up_to_a_height(visited: Visited) -> None:
    attempt = visited[0]["tall"]
    picture = base64.b64decode(attempt["parts"][0]["body"])
    assert attempt["parts"][0]["part"] == "screenshot"
    assert attempt["about"] == 5
    assert picture.startswith(b"\x89PNG")
    assert struct.unpack(">II", picture[16:24]) == (1280, 12_000)


def test_no_request_of_the_browsers_own_reaches_anybody(visited: Visited) -> None:
    known = ("/robots.txt", "/plans.json", "/tick", "/favicon.ico", "/")
    others = [path for path, _ in visited[1].seen if path not in known and path[1:] not in visited[0]]
    assert others == []
