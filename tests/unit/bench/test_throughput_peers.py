"""What the bench makes of other tools' runs: commands as their manuals say, and no ratio where pages are missing."""

import json
import subprocess
from pathlib import Path

from bench.peers_set_up import why
from bench.throughput_peers import PEERS, Cost, batch, ratios


def cost(cpu: float, pages: int, code: int = 0) -> Cost:
    return Cost(cpu=cpu, seconds=1.0, peak_mb=50.0, code=code, given={"200": pages})


def test_a_ratio_needs_every_page_of_both() -> None:
    ours = {"first": cost(2.0, 200), "changed": cost(1.0, 200)}
    theirs = {"first": cost(10.0, 200), "changed": cost(4.0, 199)}
    assert ratios(theirs, ours, 200) == {"first": 5.0, "changed": None}
    assert ratios({"first": cost(1.0, 200, code=1)}, ours, 200) == {"first": None}


def test_a_list_of_jobs_holds_every_address_once(tmp_path: Path) -> None:
    urlwatch = next(peer for peer in PEERS if peer.name == "urlwatch")
    command = urlwatch.command(tmp_path, ["http://127.0.1.1/a", "http://127.0.1.2/b"], True)
    assert command[:2] == ["--urls", str(tmp_path / "jobs.yaml")]
    jobs = [json.loads(one) for one in (tmp_path / "jobs.yaml").read_text().split("\n---\n")]
    assert [job["url"] for job in jobs] == ["http://127.0.1.1/a", "http://127.0.1.2/b"]


def test_the_second_run_of_a_batch_checks_what_the_first_was_given(tmp_path: Path) -> None:
    assert batch(tmp_path, ["http://127.0.1.1/a"], True)[-2:] == ["-u", "http://127.0.1.1/a"]
    assert batch(tmp_path, ["http://127.0.1.1/a"], False)[-2:] == ["-r", "all"]


def test_what_cannot_be_installed_is_said_in_one_line() -> None:
    failed = subprocess.CalledProcessError(1, "pip", stderr="looking\nERROR: no matching distribution\n")
    assert why(failed) == "ERROR: no matching distribution"
    assert (
        why(subprocess.TimeoutExpired("pip", 300, stderr=b"WARNING: slow")) == "it was not installed within 300 seconds"
    )
