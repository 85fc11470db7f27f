"""The main job through the installed commands: a page changes, and the right manager reads of it in a received mail."""

import socket
import sqlite3
from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiosmtpd.controller import Controller

PRICES = """<html><head><title>StayFeed prices</title></head><body><nav><a href="/">Home</a></nav><main>
<h1>StayFeed prices</h1><p>StayFeed gives hotel prices from 90 countries to revenue managers every morning.</p>
<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Pro</td><td>{pro}</td></tr>
<tr><td>Team</td><td>$199 per month</td></tr></table><p>All plans may be cancelled monthly.</p></main></body></html>"""


class Mailbox:
    """A real SMTP server that keeps what it is handed."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 kept"


@pytest.fixture
def mailbox() -> Iterator[tuple[Mailbox, int]]:
    box = Mailbox()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    yield box, port
    controller.stop()


@pytest.fixture
def prices(home: Any, site: Any) -> Any:
    site.page("/prices", PRICES.format(pro="$49 per month"))
    home.write(
        "sources.yaml",
        f"""\
competitors:
  - name: Brightvane
    sources:
      - name: brightvane-prices
        url: {site.url}/prices
""",
    )
    return home


def test_a_raised_price_reaches_the_account_managers_mail_with_its_reason(
    prices: Any, site: Any, mailbox: tuple[Mailbox, int]
) -> None:
    box, port = mailbox
    with (prices.folder / "bellwether.toml").open("a") as settings:
        settings.write(f'[smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n')
    first = prices.json("crawl", "--all")
    assert [source["state"] for source in first["sources"]] == ["ok"]
    site.page("/prices", PRICES.format(pro="$59 per month"))
    second = prices.json("crawl", "--source", "brightvane-prices")
    assert second["sources"][0]["change"]

    (change,) = prices.json("bellwether", "changes", "list")
    assert change["status"] == "news"
    assert {tag["tag"] for tag in change["tags"]} == {"pricing"}

    prices.run("bellwether", "digest", "send")
    to_ines = next(mail for mail in box.mails if "ines@" in mail["To"])
    assert to_ines["Subject"].startswith("Marlowe")
    text = to_ines.get_body(("plain",)).get_content()
    assert "49" in text
    assert "59" in text
    assert "Marlowe" in text
    assert "StayFeed" in text
    evidence = [part for part in to_ines.iter_attachments() if part.get_content_type() == "text/html"]
    captured = datetime.fromisoformat(change["to"]["captured_at"]).astimezone(ZoneInfo("Europe/Paris"))
    assert captured.date().isoformat() in evidence[0].get_content()  # by the reader's own calendar

    prices.run("bellwether", "digest", "send")
    assert len(box.mails) == 2, "a second send mails nobody again"


def test_a_second_crawl_of_a_held_source_is_refused_with_exit_code_4(prices: Any) -> None:
    from storage import open_archive

    prices.run("crawl", "--all")
    with open_archive(f"sqlite:///{prices.folder}/bellwether.db") as archive:
        archive.visits.last_seq()
        with archive.runs.hold(["brightvane-prices"]):
            refused = prices.run("crawl", "--source", "brightvane-prices", code=4)
    assert "brightvane-prices" in refused.stderr


def test_an_unchanged_page_is_a_revisit_and_no_change(prices: Any) -> None:
    prices.run("crawl", "--all")
    again = prices.json("crawl", "--all")
    assert again["sources"][0]["revisit"] is True
    assert prices.json("bellwether", "changes", "list") == []


def test_an_edited_selector_is_not_news(prices: Any) -> None:
    prices.run("crawl", "--all")
    file = prices.folder / "sources.yaml"
    file.write_text(file.read_text() + "        select: table\n")
    prices.run("crawl", "--all")
    assert prices.json("bellwether", "changes", "list") == []


def test_an_altered_snapshot_does_not_verify(prices: Any) -> None:
    prices.run("crawl", "--all")
    assert "verifies" in prices.run("bellwether", "verify").stdout
    with sqlite3.connect(prices.folder / "bellwether.db") as database:
        for (name,) in database.execute("select name from sqlite_master where type = 'trigger'").fetchall():
            database.execute(f"drop trigger {name}")
        database.execute("update visit set captured_at = '2020-01-01 00:00:00'")
    database.close()
    assert "brightvane-prices" in prices.run("bellwether", "verify", code=1).stderr


def test_every_mistake_is_told_with_its_place_and_nothing_is_fetched(prices: Any, site: Any) -> None:
    prices.write(
        "sources.yaml", "competitors:\n  - name: Brightvane\n    sources:\n      - nmae: x\n        url: ftp://x\n"
    )
    told = prices.run("crawl", "--all", code=2).stderr
    assert "sources.yaml:4:" in told
    assert "sources.yaml:5:" in told
    assert site.asked == []
