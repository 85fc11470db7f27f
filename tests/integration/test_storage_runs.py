"""Who crawls what, and when: claims, leases and the log of runs."""

import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from domain.errors import SourceBusy, StorageError
from storage import Archive, holders, tables
from storage.database import Database
from tests.integration.support_storage import START, attempt, page_source

NAMES = ["acme-pricing", "rival-news"]


@pytest.fixture
def ready(archive: Archive) -> Archive:
    archive.visits.register([page_source(name) for name in NAMES])
    return archive


def test_an_appointment_is_claimed_once(ready: Archive, open_one: Callable[..., Archive]) -> None:
    other = open_one()
    assert ready.runs.last_run("acme-pricing") is None
    assert ready.runs.claim("acme-pricing", START) is True
    assert other.runs.claim("acme-pricing", START) is False
    assert other.runs.claim("rival-news", START) is True
    assert other.runs.claim("acme-pricing", START + timedelta(days=1)) is True
    assert ready.runs.last_run("acme-pricing") == START + timedelta(days=1)


def test_a_source_nobody_registered_has_no_appointments(ready: Archive) -> None:
    with pytest.raises(StorageError, match="nobody-knows"):
        ready.runs.claim("nobody-knows", START)


def test_a_held_source_names_its_holder(ready: Archive, open_one: Callable[..., Archive]) -> None:
    me = holders.this_process()
    with (
        ready.runs.hold(["acme-pricing"]),
        pytest.raises(SourceBusy, match=f"acme-pricing is held by process {me.pid} on {me.host} since 20") as caught,
        open_one().runs.hold(["rival-news", "acme-pricing"]),
    ):
        pass
    assert caught.value.source == "acme-pricing"


def test_holding_is_all_or_nothing(ready: Archive, open_one: Callable[..., Archive]) -> None:
    with ready.runs.hold(["rival-news"]):
        with pytest.raises(SourceBusy), open_one().runs.hold(NAMES):
            pass
        with open_one().runs.hold(["acme-pricing"]):
            pass


def test_a_source_is_free_again_afterwards_even_when_the_crawl_failed(ready: Archive) -> None:
    with pytest.raises(ZeroDivisionError), ready.runs.hold(NAMES):
        _ = 1 / 0
    with ready.runs.hold(NAMES):
        pass


HOLD = """
import sys
from storage import open_archive
with open_archive(sys.argv[1]) as archive, archive.runs.hold(["acme-pricing"]):
    print("held", flush=True)
    sys.stdin.read()
"""


@contextmanager
def holding_process(url: str) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, url], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd()
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        try:
            yield process
        finally:
            process.kill()


def test_a_holder_that_was_killed_is_replaced_at_once(ready: Archive, database_url: str) -> None:
    with holding_process(database_url) as process:
        with pytest.raises(SourceBusy, match=f"process {process.pid} "), ready.runs.hold(["acme-pricing"]):
            pass
        process.kill()
        process.wait()
        with ready.runs.hold(["acme-pricing"]):
            pass


def test_a_later_process_with_the_holders_pid_is_not_taken_for_it(ready: Archive, database_url: str) -> None:
    held, again = ready.runs.hold(["acme-pricing"]), ready.runs.hold(["acme-pricing"])
    with held, holding_other(database_url, started="a long time ago"), again:
        pass


def test_a_holder_elsewhere_is_replaced_when_its_lease_ran_out(
    ready: Archive, database_url: str, open_one: Callable[..., Archive]
) -> None:
    soon, later = (
        open_one(clock=lambda: START + timedelta(seconds=60)),
        open_one(clock=lambda: START + timedelta(hours=1)),
    )
    with open_one(clock=lambda: START).runs.hold(["acme-pricing"]), holding_other(database_url, machine="another boot"):
        with pytest.raises(SourceBusy), soon.runs.hold(["acme-pricing"]):
            pass
        with later.runs.hold(["acme-pricing"]):
            pass


def test_a_holder_that_stood_still_is_replaced_after_its_lease_and_stores_nothing_any_more(
    ready: Archive, open_one: Callable[..., Archive]
) -> None:
    later = open_one(clock=lambda: START + timedelta(hours=1))
    with open_one(clock=lambda: START).runs.hold(["acme-pricing"]) as frozen:
        with later.runs.hold(["acme-pricing"]) as token:
            with pytest.raises(StorageError, match="took these sources over"):
                ready.visits.record_all([attempt(0, b"Pro costs $49")], held=frozen)
            assert [visit.seq for visit in ready.visits.record_all([attempt(1, b"Pro costs $59")], held=token)] == [1]
        with pytest.raises(StorageError, match="took these sources over"):
            ready.visits.record_all([attempt(2, b"Pro costs $69")], held=frozen)
    assert ready.visits.count() == 1


def test_a_run_knows_its_sources_and_a_held_source_its_holder(ready: Archive) -> None:
    run = ready.runs.start("crawl", ["acme-pricing"])
    assert ready.runs.sources_of(run) == ("acme-pricing",)
    assert ready.runs.sources_of("unknown") == ()
    with ready.runs.hold(["acme-pricing"]):
        ((name, (_host, pid, _since)),) = ready.runs.holders().items()
    assert (name, pid) == ("acme-pricing", os.getpid())
    assert ready.runs.holders() == {}


def test_a_lease_is_renewed_while_it_is_held(
    ready: Archive, database_url: str, open_one: Callable[..., Archive]
) -> None:
    beaten = threading.Event()
    times = iter([START, START + timedelta(hours=1)])

    def clock() -> datetime:
        moment = next(times, START + timedelta(hours=2))
        if moment > START + timedelta(hours=1):
            beaten.set()
        return moment

    with open_one(clock=clock).runs.hold(["acme-pricing"], lease=timedelta(milliseconds=30)):
        assert beaten.wait(timeout=30)
        database = Database(database_url)
        with database.reading() as connection:
            expires_at = connection.scalar(select(tables.lease.c.expires_at))
        database.close()
    assert expires_at is not None
    assert expires_at > START + timedelta(hours=1)


@contextmanager
def holding_other(database_url: str, **values: str) -> Iterator[None]:
    """The lease as another process or machine would have written it."""
    database = Database(database_url)
    with database.writing() as connection:
        connection.execute(update(tables.lease).values(values))
    yield
    database.close()


RACE = """
import sys
from storage import open_archive
from domain.errors import SourceBusy
with open_archive(sys.argv[1]) as archive:
    print("ready", flush=True)
    sys.stdin.readline()
    try:
        with archive.runs.hold(["acme-pricing"]):
            print("won", flush=True)
            sys.stdin.readline()
    except SourceBusy:
        print("busy", flush=True)
"""


def test_of_processes_racing_for_a_source_exactly_one_wins(ready: Archive, database_url: str) -> None:
    command = [sys.executable, "-c", RACE, database_url]
    racers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd())
        for _ in range(2)
    ]
    said = [_tell(racer, "ready\n") for racer in racers]
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    said = [_tell(racer, None) for racer in racers]
    for racer in racers:
        racer.communicate("done\n")
    assert sorted(said) == ["busy\n", "won\n"]


def _tell(racer: "subprocess.Popen[str]", expected: str | None) -> str:
    assert racer.stdout is not None
    line = racer.stdout.readline()
    assert expected in (None, line)
    return line


def test_a_run_is_logged_with_its_end(ready: Archive, database_url: str, open_one: Callable[..., Archive]) -> None:
    archive = open_one(clock=lambda: START)
    run_id = archive.runs.start("crawl", NAMES)
    archive.runs.finish(run_id, '{"ok": 2}')
    database = Database(database_url)
    with database.reading() as connection:
        row = connection.execute(select(tables.run)).one()
    database.close()
    assert row.id == run_id
    assert run_id.startswith("20260202T060000Z-")
    assert (row.kind, row.sources, row.started_at, row.ended_at, row.summary) == (
        "crawl",
        '["acme-pricing","rival-news"]',
        START,
        START,
        '{"ok": 2}',
    )
    with pytest.raises(StorageError, match="never started"):
        archive.runs.finish("no such run", "{}")
