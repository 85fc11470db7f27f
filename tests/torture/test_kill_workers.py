"""Four machines of workers, killed and frozen at random, and a database that restarts: every run is done once."""

import os
import random
from pathlib import Path

import pytest

from tests.integration.postgres import find_binaries, server
from tests.integration.support_workers import Proof, proven

HOSTS = int(os.environ.get("BELLWETHER_WORKER_HOSTS", "500"))
RUNS = int(os.environ.get("BELLWETHER_WORKER_RUNS", "5000"))
MOST_SECONDS = float(os.environ.get("BELLWETHER_WORKER_SECONDS", "3600"))


def test_every_run_is_done_once_whatever_happens_to_the_machines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof = Proof(
        hosts=HOSTS,
        times=RUNS // HOSTS,
        machines=4,
        concurrency=2,
        kills=max(3, RUNS // 100),
        freezes=max(1, RUNS // 500),
        most_seconds=MOST_SECONDS,
    )
    with server(os.environ, binaries=find_binaries(), own=True, settings=proof.settings) as postgres:
        tally = proven(proof, tmp_path, postgres, random.Random())
    with capsys.disabled():
        print(f"\nworkers: {tally}")
    assert tally.kills > 0
    assert tally.freezes > 0
    assert tally.restarts == 1
    for how in ("killed", "frozen"):
        # Half of them: how long the slowest take is also a matter of how much else the machine has to do.
        assert tally.waits(how).median <= 60, "what a machine had in hand is done by another within a minute"
