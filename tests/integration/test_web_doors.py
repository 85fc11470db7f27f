"""Every door of the server: what it takes, what it refuses and in which words, and what it never gives away."""

from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from domain.times import utc_now
from pipeline import open_world
from spiders import chromium
from tests.integration.support_web import (
    Server,
    port_of,
    serving,
)
from tests.integration.support_web_home import NAME, guarded, helpful, home, links, own, published, server

__all__ = ["home", "links", "own", "server"]

METHODS = ("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "PROPFIND")


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
    assert "status=404" in said or '"status": 404' in said
    assert "HTTPStatus" not in said


def test_hsts_is_said_only_where_it_is_set(server: Server) -> None:
    assert "strict-transport-security" not in server.get("/healthz").headers


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
