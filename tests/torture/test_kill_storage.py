"""Processes are killed while they write; what they were told is stored is there, and everything verifies."""

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from domain.editions import DeliveryState
from storage import open_archive
from tests.integration.postgres import find_binaries, server
from tests.integration.support_storage import attempt, edition, page_source

ROUNDS = 12
NAMES = ("acme-pricing", "rival-news")

WRITE = """
import itertools, sys
from storage import open_archive
from tests.integration.support_storage import attempt
with open_archive(sys.argv[1]) as archive:
    for number in itertools.count(int(sys.argv[2]) * 100_000):
        name = ("acme-pricing", "rival-news")[number % 2]
        body = b"".join(b"<li>plan %d</li>" % (n + number) for n in range(2000))
        print(archive.visits.record(attempt(number / 1000, body, name)).seq, flush=True)
"""

SEND = """
import sys
from storage import open_archive
with open_archive(sys.argv[1]) as archive:
    archive.ledger.begin("2026-W06-owner-rosa", "rosa", "smtp")
    print(archive.ledger.commit("2026-W06-owner-rosa", "rosa", "smtp"), flush=True)
    sys.stdin.read()
"""


@pytest.fixture(params=["sqlite", "postgres"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'bellwether.db'}"
        return
    with server(os.environ, binaries=find_binaries()) as running:
        name = running.make()
        yield running.url_of(name)
        running.drop(name)


def start(script: str, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path.cwd())


def test_what_was_acknowledged_survives_a_kill_at_any_moment(url: str) -> None:
    chance = random.Random(1)
    with open_archive(url) as archive:
        archive.visits.register([page_source(name) for name in NAMES])
        told: list[int] = []
        for number in range(ROUNDS):
            told += write_until_killed(url, number, lines=chance.randint(1, 12), after=chance.uniform(0.0, 0.03))
            assert list(archive.visits.verify()) == []
        stored = {visit.seq for name in NAMES for visit in archive.visits.of_source(name)}
    assert set(told) <= stored
    assert stored == set(range(1, len(stored) + 1))
    # A kill between the commit and the line can leave one more than was said, once a round.
    assert len(stored) - len(told) <= ROUNDS


def write_until_killed(url: str, number: int, *, lines: int, after: float) -> list[int]:
    """The seqs a writer named before it was killed, `after` seconds past its `lines`-th line."""
    with start(WRITE, url, str(number)) as process:
        assert process.stdout is not None
        named = [int(process.stdout.readline()) for _ in range(lines)]
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(timeout=after)
        process.kill()
        return named + [int(line) for line in process.stdout.read().splitlines()]


def test_an_attempt_recorded_again_after_a_kill_is_not_doubled(url: str) -> None:
    with open_archive(url) as archive:
        archive.visits.register([page_source(name) for name in NAMES])
        write_until_killed(url, 0, lines=3, after=0.0)
        before = archive.visits.last_seq()
        body = b"".join(b"<li>plan %d</li>" % number for number in range(2000))
        assert archive.visits.record(attempt(0, body)).seq == 1
        assert archive.visits.last_seq() == before


def test_a_mail_whose_sender_was_killed_is_never_begun_again(url: str) -> None:
    with open_archive(url) as archive:
        archive.editions.save(edition())
        with start(SEND, url) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "True\n"
            process.kill()
        assert [archive.ledger.begin("2026-W06-owner-rosa", "rosa", "smtp") for _ in range(2)] == [False, False]
        assert [row.state for row in archive.ledger.deliveries()] == [DeliveryState.UNKNOWN]
