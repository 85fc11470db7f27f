"""The proof of tests/torture/test_kill_workers.py in small: a machine that is lost and one that stands still."""

import os
import random
from pathlib import Path

from tests.integration.postgres import find_binaries, server
from tests.integration.support_workers import Proof, proven

HOSTS, TIMES = 20, 5


def test_runs_are_done_once_though_a_machine_is_lost_and_another_stands_still(tmp_path: Path) -> None:
    proof = Proof(hosts=HOSTS, times=TIMES, machines=4, concurrency=1, kills=1, freezes=1, most_seconds=300)
    with server(os.environ, binaries=find_binaries(), own=True, settings=proof.settings) as postgres:
        tally = proven(proof, tmp_path, postgres, random.Random())
    assert tally.runs == HOSTS * TIMES
    assert (tally.kills, tally.freezes, tally.restarts) == (1, 1, 1)
    assert tally.waits("killed", "frozen").median <= 60
