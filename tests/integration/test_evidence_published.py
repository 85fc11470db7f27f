"""Evidence published to a folder or to S3, and every link of a received mail opened in a browser."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from email.message import EmailMessage
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

from domain.editions import DeliveryState
from pipeline import World, compose, deliver, due_editions, prepare
from pipeline.delivering.publishing import withdraw_old
from spiders import chromium
from tests.integration.support_mail import Postbox, postbox
from tests.integration.support_pipeline import ACCOUNTS, Moments, clock, opened, record
from tests.integration.support_served import serving
from tests.integration.test_delivery_weeks import MONDAY, WEEK

__all__ = ["clock", "record"]

PEOPLE = ACCOUNTS.replace(
    "accounts:\n",
    "  noor: {name: Noor Haddad, email: noor@halden.example, zone: UTC, analyst: true}\naccounts:\n",
)


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def web(tmp_path: Path) -> Iterator[str]:
    """A web server that shows the folder of published pages."""
    (tmp_path / "www").mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path / "www")))
    yield from serving(server, f"http://127.0.0.1:{server.server_address[1]}/evidence")


@pytest.fixture
def box() -> Iterator[Postbox]:
    with postbox() as box:
        yield box


@pytest.fixture
def world(tmp_path: Path, clock: Moments, box: Postbox, web: str) -> Iterator[World]:
    (tmp_path / "bellwether.toml").write_text(
        f'[smtp]\nhost = "127.0.0.1"\nport = {box.port}\nsecurity = "none"\n'
        f'[evidence]\naddress = "{web}"\nfolder = "www/evidence"\n'
    )
    with opened(tmp_path, clock, accounts=PEOPLE) as world:
        yield world


def send(world: World) -> None:
    for audience, sends_at in due_editions(world, world.clock()):
        deliver(world, prepare(world, audience, sends_at))


@pytest.fixture
def told(world: World, record: Callable[..., object], clock: Moments) -> World:
    """A price that rose, told to an owner and an analyst."""
    record("$49")
    record("$59")
    clock.now = MONDAY + WEEK
    send(world)
    return world


def part(mail: EmailMessage, kind: str) -> str:
    found = next(one for one in mail.walk() if one.get_content_type() == kind and not one.is_attachment())
    return str(found.get_content())


def own_links(mail: EmailMessage, web: str) -> set[str]:
    return {link for link in re.findall(r'href="([^"]+)"', part(mail, "text/html")) if link.startswith(web)}


def test_every_link_of_a_received_mail_opens_at_its_finding(
    told: World, box: Postbox, web: str, tmp_path: Path
) -> None:
    assert len(box.mails()) == 2
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=str(chromium.find(None)), args=["--no-sandbox"])
        for mail in box.mails():
            links = own_links(mail, web)
            assert links
            assert list(mail.iter_attachments()) == [], "what is published is not attached too"
            for link in links:
                page = browser.new_page(viewport={"width": 375, "height": 700})
                asked: list[str] = []
                page.on("request", lambda request, asked=asked: asked.append(request.url))
                answer = page.goto(link)
                assert answer is not None
                assert answer.ok
                section = page.locator(f"section[id='{urlsplit(link).fragment}']")
                assert section.is_visible()
                assert "$59" in section.inner_text()
                assert page.evaluate("document.documentElement.scrollWidth") <= 375
                assert [url for url in asked if not url.startswith(link.partition("#")[0])] in (
                    [],
                    [f"{origin(link)}/favicon.ico"],
                )
                page.close()
        browser.close()


def origin(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.scheme}://{parts.netloc}"


def test_the_plain_text_names_the_page_too(told: World, box: Postbox, web: str) -> None:
    for mail in box.mails():
        (address,) = {link.partition("#")[0] for link in own_links(mail, web)}
        assert f"Evidence, by number: {address}" in part(mail, "text/plain").replace("\r\n", "\n")


def test_a_published_page_has_a_name_nobody_guesses_and_names_no_reader_or_account(told: World, tmp_path: Path) -> None:
    pages = sorted((tmp_path / "www" / "evidence").iterdir())
    assert len(pages) == 2
    for page in pages:
        assert re.fullmatch(r"[\w-]{32}\.html", page.name)
        assert page.stat().st_mode & 0o777 == 0o644
        text = page.read_text()
        assert "$59" in text
        for private in ("Marlowe", "Ines", "Noor", "Halden"):
            assert private not in text


def test_a_preview_links_to_no_page_that_is_not_there(told: World, clock: Moments, web: str) -> None:
    clock.now += WEEK
    for audience, sends_at in due_editions(told, clock.now):
        preview = compose(told, audience, sends_at)
        assert preview.page is None
        assert web not in preview.html


def test_no_mail_goes_out_before_its_page_is_there(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox, tmp_path: Path
) -> None:
    record("$49")
    record("$59")
    clock.now = MONDAY + WEEK
    (tmp_path / "www" / "evidence").write_text("in the way")
    send(world)
    assert box.received == []
    rows = {(row.channel, row.state) for row in world.archive.ledger.deliveries()}
    assert rows == {
        ("outbox", DeliveryState.SENT),
        ("evidence", DeliveryState.PENDING),
        ("smtp", DeliveryState.PENDING),
    }
    (tmp_path / "www" / "evidence").unlink()
    clock.now += WEEK / 7 / 24
    send(world)
    assert len(box.received) == 2


def test_pages_stay_as_long_as_they_are_kept_and_a_mail_may_need_them(
    told: World, box: Postbox, clock: Moments, tmp_path: Path
) -> None:
    def pages() -> int:
        return len(list((tmp_path / "www" / "evidence").iterdir()))

    settings = told.configuration.settings
    assert settings.publishing is not None
    kept = replace(settings, publishing=replace(settings.publishing, keep=timedelta(days=400)))
    world = replace(told, configuration=replace(told.configuration, settings=kept))
    clock.now += timedelta(days=399)
    assert (withdraw_old(world), pages()) == (0, 2)
    clock.now += timedelta(days=2)
    assert (withdraw_old(told), pages()) == (0, 2), "without a time they stay for ever"
    first = world.archive.editions.all()[0]
    row = (first.id, first.recipient, "smtp")
    world.archive.ledger.settle(*row, DeliveryState.UNKNOWN, "", was=DeliveryState.SENT)
    assert (withdraw_old(world), pages()) == (1, 1), "that mail may be sent again"
    world.archive.ledger.settle(*row, DeliveryState.SENT, "", was=DeliveryState.UNKNOWN)
    assert (withdraw_old(world), withdraw_old(world), pages()) == (1, 0, 0)
    page = world.archive.pages.of(first.id)
    assert page is not None
    assert world.archive.pages.is_removed(page.name)
    assert "$59" in page.html, "what it said stays in the archive"
