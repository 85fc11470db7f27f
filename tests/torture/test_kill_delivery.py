"""Sending killed with -9 at random moments, to servers of every temper: never twice, and nothing sent that was not."""

import asyncio
import contextlib
import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from domain.editions import DeliveryState
from domain.times import utc_now
from storage import open_archive
from tests.end_to_end.conftest import home, site
from tests.integration.support_mail import DROP, Postbox, postbox

__all__ = ["home", "site"]

KILLS = int(os.environ.get("BELLWETHER_KILLS", "60"))
MOST_SECONDS = 230.0
PEOPLE = 3
AIMED = 0.7
TEMPERS = ("takes", "takes", "waits", "puts off", "refuses", "drops early", "drops late")
PAGE = "<html><body><main><h1>Prices</h1><p>{words}</p><p>Growth costs ${price} a month.</p></main></body></html>"
WORDS = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning. " * 6
SETTLED = {DeliveryState.SENT, DeliveryState.REFUSED, DeliveryState.UNKNOWN}


@dataclass(slots=True)
class Moody(Postbox):
    """A server whose temper may change between two mails; `asked` is set when one begins."""

    temper: str = "takes"
    asked: threading.Event = field(default_factory=threading.Event)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.asked.set()
        self.recipients = {"puts off": ["451 later"], "refuses": ["550 nobody"]}.get(self.temper, [])
        if self.temper == "drops early":
            assert server.transport is not None
            server.transport.abort()
        # A super() without arguments does not work in a class with slots made by a decorator.
        return await Postbox.handle_RCPT(self, server, session, envelope, address, options)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        self.contents = [DROP] if self.temper == "drops late" else []
        answered = await Postbox.handle_DATA(self, server, session, envelope)
        if self.temper == "waits":
            await asyncio.sleep(0.3)
        return answered


def settings(box: Postbox) -> str:
    return (
        '[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\n'
        f'[smtp]\nhost = "127.0.0.1"\nport = {box.port}\nsecurity = "none"\ntimeout = 5\n'
    )


def send(home: Any, week: int) -> "subprocess.Popen[bytes]":
    at = (utc_now() + timedelta(weeks=week)).isoformat(timespec="seconds")
    command = [sys.executable, "-m", "commands", "digest", "send", "--at", at, "--home", str(home.folder)]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, start_new_session=True, **quiet)  # type: ignore[call-overload, no-any-return]


def kill(process: "subprocess.Popen[bytes]", after: float) -> bool:
    try:
        process.wait(timeout=after)
    except subprocess.TimeoutExpired:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return True
    return False


@pytest.fixture
def world(home: Any, site: Any) -> Any:
    """A home of the demo's kind (its clock can be set) with one change to tell, three readers and an analyst."""
    accounts = (home.folder / "accounts.yaml").read_text()
    more = "".join(
        f"  p{n}: {{name: P {n}, email: p{n}@halden.example, zone: Europe/Paris, analyst: true}}\n"
        for n in range(PEOPLE)
    )
    home.write("accounts.yaml", accounts.replace("accounts:\n", f"{more}accounts:\n", 1))
    home.write("demo.json", "{}")
    home.write(
        "sources.yaml",
        f"competitors:\n  - name: Brightvane\n    sources:\n      - {{name: one, url: '{site.url}/p'}}\n",
    )
    for price in (400, 900):
        site.page("/p", PAGE.format(words=WORDS, price=price))
        home.run("crawl", "--all")
    return home


def test_a_mail_is_sent_once_or_the_ledger_says_why_not(world: Any, capsys: pytest.CaptureFixture[str]) -> None:
    chance, started, kills, runs, week = random.Random(), time.monotonic(), 0, 0, 0
    box = Moody()
    with postbox(box):
        world.write("bellwether.toml", settings(box))
        began = time.monotonic()
        assert send(world, week).wait(timeout=60) == 0
        whole = time.monotonic() - began
        while kills < KILLS and time.monotonic() - started < MOST_SECONDS:
            week += runs % 4 == 0  # four tries at each week's editions, every one in another temper
            runs += 1
            box.temper = chance.choice(TEMPERS)
            box.asked.clear()
            process = send(world, week)
            if chance.random() < AIMED:  # while a mail is under way; the others at any moment
                box.asked.wait(timeout=whole)
                kills += kill(process, chance.uniform(0.0, 0.1))
            else:
                kills += kill(process, whole * chance.uniform(0.4, 1.1))
        box.temper = "takes"
        for last in range(week + 1):
            send(world, last).wait(timeout=60)
    received = Counter(str(message_from_bytes(raw)["Message-ID"]) for raw in box.received)
    with open_archive(f"sqlite:///{Path(world.folder) / 'bellwether.db'}") as archive:
        editions = {edition.id: edition for edition in archive.editions.all()}
        ledger = {row.edition: row.state for row in archive.ledger.deliveries() if row.channel == "smtp"}
    listed = {row["edition"]: row["delivery"] for row in world.json("bellwether", "digest", "list")}

    assert max(received.values()) == 1, "no mail twice"
    assert set(received) <= {edition.message_id for edition in editions.values()}
    assert set(ledger) == set(editions), "every edition was at least tried"
    for id, edition in editions.items():
        assert ledger[id] in SETTLED, "nothing is left half done"
        assert f"smtp {ledger[id]}" in listed[id]
        if ledger[id] is DeliveryState.SENT:
            assert received[edition.message_id] == 1, "what is marked sent was received"
        if ledger[id] is DeliveryState.REFUSED:
            assert received[edition.message_id] == 0
    states = Counter(str(state) for state in ledger.values())
    with capsys.disabled():
        counts = ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
        print(f"\nmail: {kills} of {runs} killed, {len(editions)} editions: {counts}; 0 twice, 0 falsely sent")
    assert states["sent"] > 0
