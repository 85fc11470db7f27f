"""Every door of the server: what it takes, what it refuses and in which words, and what it never gives away."""

import http.client
import os
import re
import signal
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from domain.times import utc_now
from pipeline import open_world
from spiders import chromium
from tests.integration.support_mail import postbox
from tests.integration.support_web import (
    PEOPLE,
    Answered,
    Server,
    copied,
    free_port,
    links_of,
    port_of,
    serving,
    settings,
    told,
)

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")
NAME = "<script>alert('Quay & Co')</script>"
HOSTILE = PEOPLE.replace("Quayside Hotels", f'"{NAME}"')


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("web")


@pytest.fixture(scope="module")
def links(home: Path) -> dict[str, str]:
    """The links of Owen's mail, whose account has a name that is markup."""
    with postbox() as box:
        settings(home, free_port(), box)
        with told(home, HOSTILE):
            mail = next(one for one in box.mails() if "owen" in str(one["To"]))
            return links_of(mail)


@pytest.fixture(scope="module")
def server(home: Path, links: dict[str, str]) -> Iterator[Server]:
    """One for all tests that do it no harm."""
    with serving(home, port_of(home)) as server:
        yield server


@pytest.fixture
def own(home: Path, links: dict[str, str], tmp_path: Path) -> Path:
    """A home for one test."""
    copied(home, tmp_path)
    return tmp_path


def published(home: Path) -> str:
    pages = (path for path in (home / "www").iterdir() if not path.is_symlink() and "<section" in path.read_text())
    return f"/evidence/{next(pages).name}"


def test_every_door_takes_its_own_methods_and_no_others(server: Server, links: dict[str, str], home: Path) -> None:
    reads = {"GET", "HEAD"}
    doors = {
        "/healthz": reads,
        links["useful 1"]: reads | {"POST"},
        "/answer/nonsense": set(),
        published(home): reads,
        "/evidence/" + "a" * 32 + ".html": set(),
        "/": set(),
        "/answer": set(),
        "/answer/": set(),
        "/evidence": set(),
        "/evidence/": set(),
        "/healthz/": set(),
        "/favicon.ico": set(),
        "/docs": set(),
        "/openapi.json": set(),
        "/answer/a/b": set(),
        "//": set(),
    }
    for path, takes in doors.items():
        for method in METHODS:
            answer = server.ask(method, path, b"" if method in ("POST", "PUT", "PATCH") else None, {})
            ours = answer.status == 200 if method in takes else answer.status in (400, 404, 405)
            assert ours, (method, path, answer.status)
            if answer.status == 405 and takes:
                assert set(answer.headers["allow"].split(", ")) == takes
            guarded(answer)
            if answer.status >= 400 and method != "HEAD":
                assert helpful(answer), (method, path)


def guarded(answer: Answered) -> None:
    """What every answer carries, and what none does."""
    assert "set-cookie" not in answer.headers
    assert "server" not in answer.headers
    assert "access-control-allow-origin" not in answer.headers
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"
    assert "noindex" in answer.headers["x-robots-tag"]
    if answer.headers.get("content-type", "").startswith("text/html"):
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; ")
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy
        assert "http" not in policy


def helpful(answer: Answered) -> bool:
    """A page with a heading and a sentence that says what to do, and nothing of what is inside."""
    whole = "<h1>" in answer.text and len(re.findall(r"<p>[^<]{20,}</p>", answer.text)) >= 1
    return whole and not re.search(r"Traceback|starlette|uvicorn|/root|/tmp|sqlite", answer.text, re.IGNORECASE)


def test_markup_in_a_name_stays_a_name(server: Server, links: dict[str, str]) -> None:
    for answer in (server.get(links["useful 1"]), server.post(links["useful 1"]), server.get(links["item 1"])):
        assert answer.status == 200
        assert NAME not in answer.text
    assert "&lt;script&gt;alert(&#39;Quay &amp; Co&#39;)&lt;/script&gt;" in server.get(links["useful 1"]).text


@pytest.mark.parametrize(
    "path", ["/%3Cscript%3E", "/answer/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/answer/%00", "/%ff"]
)
def test_nothing_of_an_address_is_shown_again(server: Server, path: str) -> None:
    answer = server.get(path)
    assert answer.status in (400, 404)
    assert "<script>" not in answer.text
    assert "alert" not in answer.text


def test_a_body_that_is_too_large_is_refused_while_it_arrives(server: Server, links: dict[str, str]) -> None:
    assert server.post(links["pause 0"], "a=" + "b" * 100_000).status == 413
    line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
    line.putrequest("POST", urlsplit(links["pause 0"]).path)
    line.putheader("Transfer-Encoding", "chunked")
    line.endheaders()
    with pytest.raises((BrokenPipeError, ConnectionResetError)):
        sent_for_ever(line)
    line.close()
    assert server.get("/healthz").status == 200


def sent_for_ever(line: http.client.HTTPConnection) -> None:
    """Eight megabytes, or until nobody takes them any more."""
    for _ in range(2_000):
        line.send(b"1000\r\n" + b"x" * 4096 + b"\r\n")


def test_heads_of_any_length_do_no_harm(server: Server) -> None:
    endless = b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: " + b"x" * 500_000
    assert raw(server, endless).startswith((b"HTTP/1.1 4", b"reset"))
    assert server.get("/answer/" + "a" * 10_000).status == 400
    assert raw(server, b"nonsense\r\n\r\n").startswith(b"HTTP/1.1 400")
    assert server.get("/healthz").status == 200


def raw(server: Server, sent: bytes) -> bytes:
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as line:
        try:
            line.sendall(sent)
            return line.recv(4096)
        except (BrokenPipeError, ConnectionResetError):
            return b"reset"


def test_the_folder_of_evidence_gives_pages_by_name_only(server: Server, home: Path) -> None:
    (home / "www" / "notes.html").write_text("ours")
    (home / "www" / ("s" * 32 + ".html")).symlink_to(home / "accounts.yaml")
    for path in (
        "/evidence/notes.html",
        "/evidence/" + "s" * 32 + ".html",
        "/evidence/../accounts.yaml",
        "/evidence/..%2faccounts.yaml",
        "/evidence/%2e%2e/web.key",
        "/evidence//etc/passwd",
        "/www/notes.html",
        "/web.key",
        "/bellwether.toml",
    ):
        answer = server.get(path)
        assert answer.status == 404, path
        assert "owen" not in answer.text
    shown = server.get(published(home))
    assert shown.status == 200
    assert "max-age" in shown.headers["cache-control"]


def test_a_page_that_was_taken_away_says_so(own: Path) -> None:
    path = published(own)
    (own / "www" / path.rpartition("/")[2]).unlink()
    with serving(own, port_of(own)) as server, open_world(own, {}, utc_now).archive as archive:
        assert server.get(path).status == 404
        for edition in archive.editions.all():
            archive.pages.removed(edition.id)
        gone = server.get(path)
        assert gone.status == 410
        assert "Ask an analyst" in gone.text


def test_the_log_names_doors_and_no_tokens(server: Server, links: dict[str, str]) -> None:
    for link in (*links.values(), links["useful 1"]):
        server.get(link)
        server.post(link)
    server.get("/answer/" + "secret" * 9)
    server.get("/secretpath?secretquery=1")
    said = server.lines()
    assert said.count("/answer") > len(links)
    assert "secret" not in said
    for link in links.values():
        assert link.rpartition(".")[2] not in said
    assert "Quay" not in said


def test_whoever_asks_too_often_waits(own: Path, links: dict[str, str]) -> None:
    text = (own / "bellwether.toml").read_text()
    (own / "bellwether.toml").write_text(text.replace("per_minute = 100000", "per_minute = 40"))
    with serving(own, port_of(own)) as server:
        one = [server.get(links["useful 1"]).status for _ in range(34)]
        assert one.count(200) in range(30, 34)
        rest = [server.get("/healthz", X_Forwarded_For=f"203.0.113.{n}") for n in range(20)]
        assert {answer.status for answer in rest} >= {429}, "nobody may say for themselves who asks"
        refused = next(answer for answer in rest if answer.status == 429)
        assert refused.headers["retry-after"] == "60"
        assert helpful(refused)
        guarded(refused)


def test_a_proxy_that_is_named_is_believed_about_who_asks(own: Path) -> None:
    text = (own / "bellwether.toml").read_text()
    changed = text.replace("per_minute = 100000", 'per_minute = 10\nproxies = ["127.0.0.1"]\nhsts = true')
    (own / "bellwether.toml").write_text(changed)
    with serving(own, port_of(own)) as server:
        many = [server.get("/healthz", **{"X-Forwarded-For": f"203.0.113.{n}"}) for n in range(30)]
        assert {answer.status for answer in many} == {200}
        assert many[0].headers["strict-transport-security"] == "max-age=31536000"
        same = [server.get("/healthz", **{"X-Forwarded-For": "2001:db8::1:" + str(n)}).status for n in range(14)]
        assert 429 in same, "one network is one who asks"


def test_hsts_is_said_only_where_it_is_set(server: Server) -> None:
    assert "strict-transport-security" not in server.get("/healthz").headers


def test_sigterm_lets_what_is_under_way_end(own: Path, links: dict[str, str]) -> None:
    with serving(own, port_of(own)) as server:
        line = http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)
        line.putrequest("POST", urlsplit(links["pause 0"]).path)
        line.putheader("Content-Length", "16")
        line.endheaders()
        line.send(b"until=")
        assert server.get("/healthz").status == 200  # by now the first one is being read
        os.kill(server.process.pid, signal.SIGTERM)
        await_no_more(server.port)
        line.send(f"{utc_now().date() + timedelta(days=100)}".encode())
        assert line.getresponse().status == 200
        line.close()
        assert server.process.wait(timeout=30) == 0
        assert "web_stopped" in server.lines()


def await_no_more(port: int) -> None:
    """Until nobody listens any more."""
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=10).close()
        except OSError:
            return


def test_what_is_missing_is_told_to_the_operator_and_not_to_readers(own: Path, links: dict[str, str]) -> None:
    with serving(own, port_of(own)) as server:
        (own / "web.key").unlink()
        for answer in (server.get(links["useful 1"]), server.post(links["useful 1"])):
            assert answer.status == 503
            assert helpful(answer)
            assert "web.key" not in answer.text
        assert "web.key" in server.lines()


def test_a_reader_answers_with_a_phone(server: Server, links: dict[str, str]) -> None:
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(chromium.find(None)), args=["--no-sandbox"])
        for scheme in ("light", "dark"):
            page = browser.new_page(viewport={"width": 375, "height": 700}, color_scheme=scheme)  # type: ignore[arg-type]
            asked: list[str] = []
            faults: list[str] = []
            page.on("request", lambda request, asked=asked: asked.append(request.url))
            page.on("console", lambda message, faults=faults: faults.append(message.text))
            page.goto(links["mails 0"])
            assert page.evaluate("document.documentElement.scrollWidth") <= 375
            assert page.evaluate("getComputedStyle(document.querySelector('button')).minHeight") == "44px"
            page.get_by_role("button", name="Pause").click()
            assert page.get_by_role("heading").inner_text() == "No mail goes to you"
            page.get_by_role("button", name="Send them again").click()
            assert page.get_by_role("heading").inner_text() == "You get these mails again"
            assert faults == []
            assert all(url.startswith(f"http://127.0.0.1:{server.port}/answer/") for url in asked), asked
            page.close()
        browser.close()
