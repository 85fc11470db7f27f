"""A home with mail to send, a server of changing temper, and a sender that is killed between any two of its steps."""

import asyncio
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from typing import Any

from aiosmtpd.smtp import SMTP, Envelope, Session

from domain.editions import DeliveryState, Edition
from pipeline import World, detect, open_world, relate
from pipeline.delivering.retrying import try_again, try_now, unsent
from tests.integration.support_mail import DROP, Postbox
from tests.integration.support_pipeline import ACCOUNTS, SOURCES, Moments, attempt_at

SENDER = Path(__file__).parent / "sender.py"
START = datetime.fromisoformat("2026-02-16T05:00:00+00:00")
HOUR = datetime.fromisoformat("2026-02-23T07:00:00+00:00")
TEMPERS = ("takes", "takes", "waits", "puts off", "refuses some", "drops early", "drops late", "takes and forgets")
PEOPLE = ACCOUNTS.replace(
    "accounts:\n",
    "  ana: {name: Ana Lund, email: ana@halden.example, zone: Europe/Paris, analyst: true}\naccounts:\n",
)
ENDS = {DeliveryState.SENT, DeliveryState.REFUSED, DeliveryState.UNKNOWN}


@dataclass
class Moody(Postbox):
    """A server whose temper may change between two mails; `kept` are the mails that reached their reader's box."""

    temper: str = "takes"
    kept: list[bytes] = field(default_factory=list)

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        refused = self.temper == "refuses some" and address.startswith("ana")
        self.recipients = ["451 later"] if self.temper == "puts off" else ["550 nobody"] if refused else []
        if self.temper == "drops early":
            assert server.transport is not None
            server.transport.abort()
        return await super().handle_RCPT(server, session, envelope, address, options)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        if self.temper == "takes and forgets":  # the connection goes before it is written down: nobody gets it
            assert server.transport is not None
            server.transport.abort()
            return "421 gone"
        self.contents = [DROP] if self.temper == "drops late" else []
        answered = await super().handle_DATA(server, session, envelope)
        self.kept.append(self.received[-1])
        if self.temper == "waits":
            await asyncio.sleep(0.1)
        return answered

    def boxes(self) -> Counter[str]:
        """How often each mail, by its Message-ID, lies in a reader's box."""
        return Counter(str(message_from_bytes(raw)["Message-ID"]) for raw in self.kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """What came of it all."""

    kills: int
    runs: int
    editions: int
    states: Counter[str]
    settled: int
    twice: int
    lost: int

    def __str__(self) -> str:
        ends = ", ".join(f"{number} {state}" for state, number in sorted(self.states.items()))
        after = f"{self.settled} held and settled by hand; {self.twice} twice, {self.lost} lost"
        return f"{self.kills} of {self.runs} killed, {self.editions} editions: {ends}; {after}"


def make_home(home: Path, port: int) -> None:
    """Two readers and two visits of a page between which a price rose."""
    home.mkdir()
    (home / "sources.yaml").write_text(SOURCES)
    (home / "accounts.yaml").write_text(PEOPLE)
    (home / "bellwether.toml").write_text(
        f'[smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\ntimeout = 5\n'
    )
    clock = Moments(START)
    with opened(home, clock) as world:
        world.archive.visits.register(world.sources)
        for price in ("$400", "$900"):
            world.archive.visits.record(attempt_at(world.sources[0], clock.now, price))
            detect(world, world.sources[0])
            relate(world)
            clock.now += timedelta(hours=1)


@contextmanager
def opened(home: Path, clock: Moments) -> Iterator[World]:
    world = open_world(home, os.environ, clock)
    with world.archive:
        yield world


@contextmanager
def sender(home: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, str(SENDER), str(home)]
    where = dict(os.environ, PYTHONPATH=str(SENDER.parents[2]))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=where) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def run(process: "subprocess.Popen[str]", at: datetime, kill_at: int = 0) -> dict[str, Any]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"at": at.isoformat(), "kill_at": kill_at}) + "\n")
    process.stdin.flush()
    answer: dict[str, Any] = json.loads(process.stdout.readline())
    assert not answer["failed"]
    return answer


def killed_often(home: Path, box: Moody, *, kills: int, most_seconds: float, seed: int | None = None) -> Tally:
    """Sends week after week, killed at a line drawn at random, and then settles what is left as a person would."""
    chance, started, killed, runs, now = random.Random(seed), time.monotonic(), 0, 0, HOUR
    with sender(home) as process:
        whole = run(process, now)["lines"]
        while killed < kills and time.monotonic() - started < most_seconds:
            now += timedelta(weeks=runs % 4 == 3, minutes=5)  # four tries in a week, each in another temper
            runs += 1
            box.temper = chance.choice(TEMPERS)
            answer = run(process, now, chance.randint(1, whole))
            killed += answer["killed"]
            whole = max(whole, answer["lines"])
        box.temper = "takes"
        for _ in range(2):
            now += timedelta(hours=2)
            run(process, now)
    return settle(home, box, Moments(now), killed, runs)


def settle(home: Path, box: Moody, clock: Moments, kills: int, runs: int) -> Tally:
    with opened(home, clock) as world:
        editions = {edition.id: edition for edition in world.archive.editions.all()}
        ledger = {row.edition: row.state for row in world.archive.ledger.deliveries() if row.channel == "smtp"}
        assert set(ledger) == set(editions), "every edition was announced"
        assert set(ledger.values()) <= ENDS, "nothing is left half done"
        check(editions, ledger, box)
        states = Counter(str(state) for state in ledger.values())
        shown = [one for one in unsent(world) if one.delivery.channel == "smtp"]
        assert {one.edition.id for one in shown} == {id for id in ledger if ledger[id] is not DeliveryState.SENT}
        for one in shown:
            doubt = one.delivery.state is DeliveryState.UNKNOWN
            there = doubt and box.boxes()[one.edition.message_id] == 1
            try_again(world, one.edition.id, arrived=there, send_again=doubt and not there)
        try_now(world)
        assert unsent(world) == ()
    found = box.boxes()
    lost = sum(found[edition.message_id] == 0 for edition in editions.values())
    twice = sum(number > 1 for number in found.values())
    return Tally(
        kills=kills, runs=runs, editions=len(editions), states=states, settled=len(shown), twice=twice, lost=lost
    )


def check(editions: dict[str, Edition], ledger: dict[str, DeliveryState], box: Moody) -> None:
    """Before anybody settles anything: what the ledger says is so, and no mail lies in a box twice."""
    found = box.boxes()
    assert max(found.values()) == 1, "no mail twice"
    assert set(found) <= {edition.message_id for edition in editions.values()}
    for id, edition in editions.items():
        if ledger[id] is DeliveryState.SENT:
            assert found[edition.message_id] == 1, "what is marked sent was received"
        if ledger[id] is DeliveryState.REFUSED:
            assert found[edition.message_id] == 0
