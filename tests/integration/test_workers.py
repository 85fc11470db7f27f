"""Crawls carried by several workers: real processes, a real PostgreSQL, sites that count who visits them."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from config.settings_file import load_settings
from domain.errors import StorageError
from pipeline import World, open_world
from pipeline.crawling.appointments import claim_due
from scheduler import Keeper
from tests.integration.support_site import ROOT, Site, site
from workers.queue import hand_over, jobs, opened, queue_of, under_way

# A machine with much to do takes its time to load a worker.
PATIENCE = 200.0
PACE = "Pace(heartbeat=0.5, look=0.5, stalled=3.0)"
PAGE = b"<html><body><main><h1>Offers</h1><p>StayFeed gives hotel prices every single morning of the year.</p></main>"


class Visitors:
    """Answers slowly while `gate` is closed, and remembers the most visits of one host at one time."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.began = threading.Event()
        self.most: dict[str, int] = {}
        self._now: dict[str, int] = {}
        self._lock = threading.Lock()

    def page(self, host: str, *, slow: bool = False) -> Callable[[BaseHTTPRequestHandler], None]:
        def write(request: BaseHTTPRequestHandler) -> None:
            with self._lock:
                self._now[host] = self._now.get(host, 0) + 1
                self.most[host] = max(self.most.get(host, 0), self._now[host])
            self.began.set()
            if slow:
                self.gate.wait(PATIENCE)
            with self._lock:
                self._now[host] -= 1
            request.send_response(200)
            request.send_header("Content-Type", "text/html; charset=utf-8")
            request.send_header("Content-Length", str(len(PAGE)))
            request.end_headers()
            request.wfile.write(PAGE)

        return write


@contextmanager
def world_of(folder: Path, database: str, urls: dict[str, str]) -> Iterator[World]:
    lines = "".join(f"      - {{name: {name}, url: '{url}'}}\n" for name, url in urls.items())
    (folder / "sources.yaml").write_text(f"competitors:\n  - name: Brightvane\n    sources:\n{lines}")
    (folder / "accounts.yaml").write_text("us: {name: Halden Group}\n")
    (folder / "bellwether.toml").write_text(
        f'[database]\nurl = "{database}"\n[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\n'
    )
    world = open_world(folder, {}, lambda: datetime.now(UTC))
    with world.archive:
        world.archive.visits.register(world.sources)
        yield world


@contextmanager
def worker(home: Path) -> Iterator["subprocess.Popen[str]"]:
    code = f"from workers.worker import *; Worker(Path({str(home)!r}), concurrency=3, pace={PACE}).run()"
    process = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def until(holds: Callable[[], bool], process: "subprocess.Popen[str] | None" = None, seconds: float = 300.0) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        assert process is None or process.poll() is None, "the worker ended by itself"
        assert time.monotonic() < ends, "waited too long"
        threading.Event().wait(0.2)


def in_queue(world: World) -> int:
    with opened(world.configuration.settings.database_url) as queue:
        return len(jobs(queue))


def test_each_source_is_visited_once_and_no_host_by_two_workers(tmp_path: Path, postgres_url: str) -> None:
    visitors = Visitors()
    with ExitStack() as stack:
        hosts: list[Site] = [stack.enter_context(site()) for _ in range(2)]
        urls = {
            f"s{number}-{page}": host.add(f"/{page}", visitors.page(host.base))
            for number, host in enumerate(hosts)
            for page in ("a", "b")
        }
        world = stack.enter_context(world_of(tmp_path, postgres_url, urls))
        assert len(hand_over(world, world.sources)) == 2
        # Handed over once more, as by a scheduler that was restarted: each host's runs wait for one another.
        hand_over(world, world.sources)
        first, _second = stack.enter_context(worker(tmp_path)), stack.enter_context(worker(tmp_path))
        until(lambda: in_queue(world) == 0, first)
        assert {name: len(world.archive.visits.of_source(name)) for name in urls} == dict.fromkeys(urls, 2)
        assert set(visitors.most.values()) <= {1}
        assert list(world.archive.visits.verify()) == []


def test_a_killed_workers_run_is_finished_by_another(tmp_path: Path, postgres_url: str) -> None:
    visitors = Visitors()
    with ExitStack() as stack:
        here = stack.enter_context(site())
        urls = {"slow": here.add("/slow", visitors.page("slow", slow=True))}
        world = stack.enter_context(world_of(tmp_path, postgres_url, urls))
        hand_over(world, world.sources)
        with worker(tmp_path) as doomed:
            assert visitors.began.wait(PATIENCE)
            doomed.kill()
        visitors.gate.set()
        other = stack.enter_context(worker(tmp_path))
        until(lambda: in_queue(world) == 0, other)
        assert len(world.archive.visits.of_source("slow")) == 1


def test_a_worker_that_is_told_to_stop_ends_what_it_has_in_hand(tmp_path: Path, postgres_url: str) -> None:
    visitors = Visitors()
    with ExitStack() as stack:
        here = stack.enter_context(site())
        urls = {"slow": here.add("/slow", visitors.page("slow", slow=True))}
        world = stack.enter_context(world_of(tmp_path, postgres_url, urls))
        hand_over(world, world.sources)
        process = stack.enter_context(worker(tmp_path))
        assert visitors.began.wait(PATIENCE)
        os.kill(process.pid, signal.SIGTERM)
        visitors.gate.set()
        assert process.wait(timeout=PATIENCE) == 0
        assert len(world.archive.visits.of_source("slow")) == 1
        with opened(postgres_url) as queue:
            assert [job.work for job in jobs(queue)] == ["detect"], "what follows from it is for another worker"


def test_sources_of_one_host_are_one_run(tmp_path: Path, postgres_url: str) -> None:
    urls = {"a": "https://www.brightvane.example/a", "b": "https://brightvane.example/b", "c": "https://c.example/"}
    with world_of(tmp_path, postgres_url, urls) as world:
        runs = hand_over(world, world.sources)
        assert [world.archive.runs.sources_of(run) for run in runs] == [("a", "b"), ("c",)]
        with opened(postgres_url) as queue:
            found = [(job.run, job.state, job.lock) for job in jobs(queue)]
        assert found == [(runs[0], "todo", "host:brightvane.example"), (runs[1], "todo", "host:c.example")]


def test_the_scheduler_puts_what_is_due_into_the_queue_once(tmp_path: Path, postgres_url: str) -> None:
    with world_of(tmp_path, postgres_url, {"a": "https://a.example/", "b": "https://b.example/"}) as world:
        with (tmp_path / "bellwether.toml").open("a") as file:
            file.write('[scheduler]\ncrawls = "workers"\n')
        keeper = Keeper(tmp_path)
        keeper.look()
        keeper.look()
        assert keeper.child is None
        with opened(postgres_url) as queue:
            assert [job.lock for job in jobs(queue)] == ["host:a.example", "host:b.example"]
        assert in_queue(world) == 2


def test_hosts_that_wait_longer_than_a_claim_stands_are_not_queued_again(tmp_path: Path, postgres_url: str) -> None:
    urls = {"a": "https://a.example/", "b": "https://www.a.example/b", "c": "https://c.example/"}
    with world_of(tmp_path, postgres_url, urls) as world:
        hand_over(world, [source for source in world.sources if source.name == "a"])
        for hours in (0, 3, 48):
            due = claim_due(world, datetime.now(UTC) + timedelta(hours=hours), under_way=under_way(world))
            hand_over(world, [source for source, _ in due])
            assert in_queue(world) == 2, "one for each host"
        assert under_way(world) == {"host:a.example", "host:c.example"}


def test_workers_need_postgres(tmp_path: Path) -> None:
    (tmp_path / "bellwether.toml").write_text('[scheduler]\ncrawls = "workers"\n')
    _, (problem,) = load_settings(tmp_path, {})
    assert str(problem).startswith("bellwether.toml:2:10: workers need the archive to be on PostgreSQL")
    with pytest.raises(StorageError, match="workers need PostgreSQL: move the archive there"):
        queue_of("sqlite:///bellwether.db")
