"""Answers that go wrong, each from a real server: what comes back is always one attempt with a reason."""

import base64
import gzip
import hashlib
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from tests.integration.support_site import Answer, Site, answer, crawl, site

DEADLINE = 2.0
MAX_BODY = 1_500_000
CURLY = "“Preise”".encode("windows-1252")


def dripping(request: BaseHTTPRequestHandler) -> None:
    """One byte at a time, for ever."""
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    while True:
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.05)


def endless(request: BaseHTTPRequestHandler) -> None:
    """Two hundred megabytes without a length."""
    request.send_response(200)
    request.end_headers()
    for _ in range(200):
        request.wfile.write(b"\0" * 1_000_000)
    request.close_connection = True


def cut_short(request: BaseHTTPRequestHandler) -> None:
    """Fewer bytes than promised."""
    request.send_response(200)
    request.send_header("Content-Length", "1000")
    request.end_headers()
    request.wfile.write(b"<p>Pro")
    request.close_connection = True


def in_turn(*replies: Answer) -> Answer:
    """One reply after the other; the last one stays."""
    waiting = list(replies)

    def write(request: BaseHTTPRequestHandler) -> None:
        (waiting.pop(0) if len(waiting) > 1 else waiting[0])(request)

    return write


def gzipped(body: bytes) -> Answer:
    return answer(gzip.compress(body), headers={"Content-Encoding": "gzip"})


def moved(where: str, status: int = 302) -> Answer:
    return answer(status=status, headers={"Location": where})


def furnish(here: Site) -> list[dict[str, Any]]:
    """Every hostile page of the site, as plans."""
    here.add("/robots.txt", answer(b"User-agent: *\nDisallow: /private\nCrawl-delay: 0.01\n"))
    pages: dict[str, Answer] = {
        "error": answer(b"<h1>Broken</h1>", status=500),
        "empty": answer(b""),
        "login": answer(b"<form><input type=password></form>"),
        "drip": dripping,
        "endless": endless,
        "declared": answer(b"x" * (MAX_BODY + 1)),
        "bomb": gzipped(b"\0" * 40_000_000),
        "packed": gzipped(b"<p>Pro $49</p>" * 1000),
        "garbled": answer(b"no gzip at all", headers={"Content-Encoding": "gzip"}),
        "cut": cut_short,
        "curly": answer(CURLY, headers={"Content-Type": "text/html; charset=utf-8"}),
        "loop": moved("/loop"),
        "to-metadata": moved("http://169.254.169.254/latest/meta-data/"),
        "to-octal": moved("http://0251.0376.0251.0376/"),
        "to-file": moved("file:///etc/passwd"),
        "to-private": moved("/private/prices"),
        "limited": answer(b"slow down", status=429, headers={"Retry-After": "3600"}),
        "briefly": in_turn(answer(status=503, headers={"Retry-After": "1"}), answer(b"<p>back</p>")),
        "flaky": in_turn(answer(status=502), answer(b"<p>better</p>")),
    }
    return [{"name": name, "url": here.add(f"/{name}", reply)} for name, reply in pages.items()]


@pytest.fixture(scope="module")
def visited() -> Iterator[tuple[dict[str, dict[str, Any]], Site, float]]:
    with site() as here:
        plans = furnish(here)
        started = time.monotonic()
        attempts = crawl(plans, timeout=90, deadline=DEADLINE, max_body=MAX_BODY, retries=1)
        yield attempts, here, time.monotonic() - started


def body(attempt: dict[str, Any]) -> bytes:
    return base64.b64decode(attempt["parts"][0]["body"])


def reason(attempt: dict[str, Any]) -> str | None:
    return attempt["failure"] and attempt["failure"]["reason"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("drip", "timeout"),
        ("endless", "too_large"),
        ("declared", "too_large"),
        ("bomb", "too_large"),
        ("garbled", "unreadable"),
        ("cut", "connection"),
        ("loop", "connection"),
        ("to-metadata", "address_refused"),
        ("to-octal", "address_refused"),
        ("to-file", "address_refused"),
        ("to-private", "robots"),
        ("limited", "rate_limited"),
    ],
)
def test_a_visit_without_a_whole_answer_says_why(
    visited: tuple[dict[str, dict[str, Any]], Site, float], name: str, expected: str
) -> None:
    attempt = visited[0][name]
    assert reason(attempt) == expected, attempt["failure"]
    assert all(part["status"] != 200 or part["body"] is None for part in attempt["parts"])


@pytest.mark.parametrize(("name", "status"), [("error", 500), ("empty", 200), ("login", 200)])
def test_an_answer_of_any_status_is_handed_over_and_not_judged(
    visited: tuple[dict[str, dict[str, Any]], Site, float], name: str, status: int
) -> None:
    attempt = visited[0][name]
    assert attempt["failure"] is None
    assert attempt["parts"][0]["status"] == status


def test_a_dripping_server_is_left_at_the_deadline(visited: tuple[dict[str, dict[str, Any]], Site, float]) -> None:
    assert visited[0]["drip"]["seconds"] < DEADLINE * 1.5
    assert visited[2] < 30


def test_a_body_is_unpacked_and_its_characters_left_alone(
    visited: tuple[dict[str, dict[str, Any]], Site, float],
) -> None:
    attempts = visited[0]
    assert hashlib.sha256(body(attempts["packed"])).digest() == hashlib.sha256(b"<p>Pro $49</p>" * 1000).digest()
    assert body(attempts["curly"]) == CURLY


def test_a_host_that_asks_for_a_moment_gets_it(visited: tuple[dict[str, dict[str, Any]], Site, float]) -> None:
    attempts, here, _ = visited
    assert body(attempts["briefly"]) == b"<p>back</p>"
    assert body(attempts["flaky"]) == b"<p>better</p>"
    assert len(here.asked("/limited")) == 1
    assert "3600" in attempts["limited"]["failure"]["detail"]


def test_robots_txt_is_asked_once_and_nothing_it_forbids_is(
    visited: tuple[dict[str, dict[str, Any]], Site, float],
) -> None:
    assert len(visited[1].asked("/robots.txt")) == 1
    assert not visited[1].asked("/private/prices")


def test_every_request_says_who_asks(visited: tuple[dict[str, dict[str, Any]], Site, float]) -> None:
    assert all(headers["user-agent"].startswith("Bellwether/") for _, headers in visited[1].seen)
