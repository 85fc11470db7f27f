"""Mails that two machines compose at once: each reader has one, also where a machine dies amid its share."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from domain.editions import Edition
from pipeline import World, open_world, recipients
from pipeline.composing.asked import Asked
from pipeline.crawling.orders import MOST_EDITIONS, compositions
from pipeline.detecting.grouping import recent_events
from tests.integration.support_machines import Machine
from tests.integration.support_site import answer, site
from workers.queue import hand_over, hands, jobs, opened, put

READERS = 2 * MOST_EDITIONS
SECONDS = 300.0
PAGE = (
    "<html><head><title>Brightvane plans</title><body><main><h1>Plans</h1><h2>Pro</h2><p>{price} a month</p>"
    "<p>StayFeed reads the prices of forty thousand hotels every single morning of the year.</p></main>"
)


@dataclass(frozen=True, slots=True)
class Mailing:
    """One rise of a price to tell, whom it is told, and two machines that share the work."""

    world: World
    machines: tuple[Machine, Machine]
    sends_at: datetime

    def begin(self) -> None:
        asked = [Asked.of(audience, self.sends_at) for audience in recipients(self.world)]
        with opened(self.world.configuration.settings.database_url) as queue:
            put(queue, self.world, compositions(asked))

    def editions(self) -> list[Edition]:
        return list(self.world.archive.editions.all())

    def busy(self) -> bool:
        """Whether each machine has a share in hand, and mails of it are there already."""
        with opened(self.world.configuration.settings.database_url) as queue:
            return [hand.doing for hand in hands(queue)] == [1, 1] and len(self.editions()) >= 4

    def idle(self) -> bool:
        with opened(self.world.configuration.settings.database_url) as queue:
            return not jobs(queue)


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + SECONDS
    while not holds():
        assert time.monotonic() < ends, "waited too long"
        threading.Event().wait(0.2)


def write_home(home: Path, database: str, url: str) -> None:
    source = {"name": "plans", "url": url}
    (home / "sources.yaml").write_text(json.dumps({"competitors": [{"name": "Brightvane", "sources": [source]}]}))
    names = [f"reader{number}" for number in range(READERS)]
    people = {name: {"name": name.title(), "email": f"{name}@halden.example", "zone": "UTC"} for name in names}
    accounts = [
        {"name": f"Tamarisk {name}", "tier": "key", "owner": name, "also_uses": {"Brightvane": None}} for name in names
    ]
    (home / "accounts.yaml").write_text(
        json.dumps({"us": {"name": "Halden Group"}, "people": people, "accounts": accounts})
    )
    (home / "bellwether.toml").write_text(
        f'[database]\nurl = "{database}"\n[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\n'
        '[scheduler]\ncrawls = "workers"\n'
    )


@pytest.fixture
def mailing(tmp_path: Path, postgres_url: str) -> Iterator[Mailing]:
    with ExitStack() as stack:
        here = stack.enter_context(site())
        url = here.add("/plans", answer(PAGE.format(price="$49").encode()))
        write_home(tmp_path, postgres_url, url)
        world = open_world(tmp_path, {}, lambda: datetime.now(UTC))
        stack.enter_context(world.archive)
        world.archive.visits.register(world.sources)
        machines = (Machine(tmp_path, 1), Machine(tmp_path, 1))
        for machine in machines:
            stack.callback(machine.kill)
        made = Mailing(world, machines, datetime.now(UTC).replace(microsecond=0))
        for price in ("$49", "$59"):
            here.add("/plans", answer(PAGE.format(price=price).encode()))
            hand_over(world, world.sources)
            until(made.idle)
        assert len(recent_events(world)) == 1
        yield made


def test_two_machines_share_the_mails_and_what_one_leaves_undone_the_other_does(mailing: Mailing) -> None:
    mailing.begin()
    until(mailing.busy)
    mailing.machines[0].kill()
    assert len(mailing.editions()) < READERS, "nothing was left to do"
    until(mailing.idle)
    found = mailing.editions()
    assert sorted(one.recipient for one in found) == sorted(one.person.key for one in recipients(mailing.world))
    assert len({one.message_id for one in found}) == READERS
    assert all("$59" in one.text for one in found)
