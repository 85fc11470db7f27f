"""Machines of workers that are killed and frozen, a site of many hosts, and what must be true afterwards."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from domain.errors import StorageError
from pipeline import World, open_world
from tests.integration.many_hosts import Asked, address
from tests.integration.postgres import Server
from tests.integration.support_machines import Machine
from tests.integration.support_site import ROOT
from tests.integration.support_stations import Loss, Station, TakeOver, Waits, in_hand, taken_over, watch
from workers.queue import hand_over, jobs, opened

FROZEN_SECONDS = 40.0
# So many take-overs are told station by station.
SLOWEST = 8


@contextmanager
def many_hosts(hosts: int, log: Path) -> Iterator[int]:
    """The site's port, while it stands; afterwards its log is written."""
    command = [sys.executable, "-m", "tests.integration.many_hosts", str(hosts), str(log)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdin is not None
        yield int(process.stdout.readline())
        process.stdin.close()


def make_home(home: Path, database: str, port: int, hosts: int) -> None:
    sources = [{"name": f"page-{one:04d}", "url": f"http://{address(one)}:{port}/plans"} for one in range(hosts)]
    (home / "sources.yaml").write_text(json.dumps({"competitors": [{"name": "Brightvane", "sources": sources}]}))
    (home / "accounts.yaml").write_text("us: {name: Halden Group}\n")
    (home / "bellwether.toml").write_text(
        f'[database]\nurl = "{database}"\n[scheduler]\ncrawls = "workers"\n'
        '[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\n'
    )


@contextmanager
def opened_world(home: Path) -> Iterator[World]:
    world = open_world(home, os.environ, lambda: datetime.now(UTC))
    with world.archive:
        yield world


def order_all(world: World, times: int) -> None:
    """Every source, so many times: a run for each host and time."""
    world.archive.visits.register(world.sources)
    for _ in range(times):
        hand_over(world, world.sources)


def left(world: World) -> Counter[str]:
    """How much of each kind of work the queue holds, and `failed` what was given up."""
    with opened(world.configuration.settings.database_url) as queue:
        return Counter("failed" if job.state == "failed" else job.work for job in jobs(queue))


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """How much is done, and what is done to whoever does it."""

    hosts: int
    times: int
    machines: int
    concurrency: int
    kills: int
    freezes: int
    most_seconds: float

    @property
    def settings(self) -> tuple[str, ...]:
        """Of PostgreSQL: what it says is committed outlives its restart."""
        return ("fsync=off", "full_page_writes=off", "synchronous_commit=on", "max_connections=300")


@dataclass(kw_only=True)
class Tally:
    """What was done and how it went, and what became of the runs that a machine had in hand when it was lost."""

    runs: int
    kills: int = 0
    freezes: int = 0
    restarts: int = 0
    seconds: float = 0.0
    asked: int = 0
    lost: list[Loss] = field(default_factory=list)
    troubles: list[Station] = field(default_factory=list)
    taken_over: tuple[TakeOver, ...] = ()

    def waits(self, *how: str) -> Waits:
        """Of those that another machine took over and was not lost with too."""
        return Waits.of([one.seconds for one in self.taken_over if one.whole and one.how in how])

    def __str__(self) -> str:
        slowest = sorted(self.taken_over, key=lambda one: one.seconds)[-SLOWEST:]
        lines = (
            f"{self.runs} runs in {self.seconds:.0f} s, {self.kills} machines killed, {self.freezes} frozen, the "
            f"database restarted {self.restarts} times; {self.asked} requests of pages",
            f"in the hands of killed ones: {self.waits('killed')}",
            f"in the hands of frozen ones: {self.waits('frozen')}",
            f"lost once more while they waited: {sum(one.again for one in self.taken_over)} runs",
            "the slowest, in seconds after the loss:",
            *(f"  {one}" for one in slowest),
        )
        return "\n".join(lines)


class Trouble:
    """Does to the machines what the proof says, spread over the whole of it."""

    def __init__(self, proof: Proof, world: World, home: Path, postgres: Server, chance: random.Random) -> None:
        self.proof, self.world, self.home, self.postgres, self.chance = proof, world, home, postgres, chance
        self.machines = [Machine(home, proof.concurrency) for _ in range(proof.machines)]
        self.tally = Tally(runs=proof.hosts * proof.times)
        self.frozen: list[tuple[float, Machine]] = []

    def step(self, done: float) -> None:
        """What is due when so much of the work is done, from 0 to 1."""
        for moment, machine in tuple(self.frozen):
            if time.monotonic() >= moment:
                machine.signal(signal.SIGCONT)
                self.frozen.remove((moment, machine))
        awake = [one for one in self.machines if one not in [machine for _, machine in self.frozen]]
        if done >= 0.4 and self.tally.restarts == 0:
            self.tally.troubles.append(("(database restarted)", datetime.now(UTC)))
            self.postgres.restart()
            self.tally.restarts += 1
        elif self.tally.freezes < done * self.proof.freezes and not self.frozen:
            self.freeze(self.chance.choice(awake))
        elif self.tally.kills < done * self.proof.kills:
            self.kill(self.chance.choice(awake))

    def freeze(self, machine: Machine) -> None:
        """For longer than what it holds is held: others take over, and then it wakes up."""
        self.lose(machine, "frozen")
        machine.signal(signal.SIGSTOP)
        self.frozen.append((time.monotonic() + FROZEN_SECONDS, machine))
        self.tally.freezes += 1

    def kill(self, machine: Machine) -> None:
        self.lose(machine, "killed")
        machine.kill()
        self.machines[self.machines.index(machine)] = Machine(self.home, machine.concurrency)
        self.tally.kills += 1

    def lose(self, machine: Machine, how: str) -> None:
        """Write down which runs it has in hand."""
        runs, now = in_hand(self.world, machine.name), datetime.now(UTC)
        self.tally.lost += [Loss(run=run, how=how, at=now) for run in runs]
        self.tally.troubles.append((f"(another machine {how})", now))

    def end(self) -> None:
        for machine in self.machines:
            machine.signal(signal.SIGCONT)
            machine.end()


def proven(proof: Proof, folder: Path, postgres: Server, chance: random.Random) -> Tally:
    """Does all of it, and checks what must be true afterwards."""
    home, log, name = folder / "home", folder / "log", postgres.make()
    home.mkdir()
    with many_hosts(proof.hosts, log) as port:
        make_home(home, postgres.url_of(name), port, proof.hosts)
        with opened_world(home) as world:
            order_all(world, proof.times)
            watch(world)
            trouble, began = Trouble(proof, world, home, postgres, chance), time.monotonic()
            try:
                carried(trouble, began)
            finally:
                trouble.end()
            tally = trouble.tally
            tally.seconds = time.monotonic() - began
            tally.taken_over = taken_over(world, tally.lost, tally.troubles)
            check(world, times=proof.times)
    assert visits_that_met(log) == [], "no host had two visitors at once"
    tally.asked = sum('"/plans"' in line for line in log.read_text().splitlines())
    # A visit that was under way when its machine was lost is made again; nothing else is asked for twice.
    assert (
        tally.runs <= tally.asked <= tally.runs + (tally.kills + tally.freezes + tally.restarts) * 4 * proof.concurrency
    )
    return tally


def carried(trouble: Trouble, began: float) -> None:
    """Until nothing is left to do."""
    while True:
        with suppress(StorageError):  # the database may be away just now
            waiting = left(trouble.world)
            if not waiting.total() or set(waiting) == {"failed"}:
                return
            trouble.step(1 - waiting["crawl"] / trouble.tally.runs)
        assert time.monotonic() - began < trouble.proof.most_seconds, f"not done in time: {waiting}"
        time.sleep(0.5)


def visits_that_met(log: Path) -> list[tuple[Asked, Asked]]:
    """Requests of two visitors of one host that were under way at once, or took turns."""
    by_host: dict[str, list[Asked]] = defaultdict(list)
    for line in log.read_text().splitlines():
        asked = Asked(**json.loads(line))
        by_host[asked.host].append(asked)
    met = []
    for asked_of in by_host.values():
        asked_of.sort(key=lambda one: one.began)
        gone: set[int] = set()
        for one, next_one in pairwise(asked_of):
            if one.connection != next_one.connection:
                gone.add(one.connection)
                if next_one.began < one.ended or next_one.connection in gone:
                    met.append((one, next_one))
    return met


def check(world: World, *, times: int) -> None:
    """Every run was done once, nothing was lost or is there twice, and everything verifies and is read."""
    archive = world.archive
    waiting = left(world)
    assert waiting == Counter(), f"something waits or was given up: {waiting}"
    assert list(archive.visits.verify()) == []
    steps: Counter[tuple[int, int]] = Counter()
    for source in world.sources:
        visits = archive.visits.of_source(source.name)
        assert len(visits) == times, f"{source.name}: as many visits as runs"
        assert archive.derived.waiting(source.name) == (), "all was read"
        prices = [price_of(world, visit.id) for visit in visits]
        assert prices == sorted(prices), "nobody wrote what was fetched before"
        changes = archive.derived.changes(source=source.name)
        steps.update((change.before.seq, change.after.seq) for change in changes)
        told = [edit for change in changes for edit in change.edits]
        assert [(edit.before, edit.after) for edit in told] == [
            (said(old), said(new)) for old, new in pairwise(prices) if old != new
        ], f"{source.name}: each change is told once, from one visit to the next"
    assert max(steps.values(), default=1) == 1


def price_of(world: World, visit_id: int) -> int:
    (part,) = world.archive.visits.fetched(world.archive.visits.get(visit_id))
    return int((part.body or b"").partition(b"costs $")[2].partition(b" ")[0])


def said(price: int) -> str:
    return f"The plan costs ${price} a month."
