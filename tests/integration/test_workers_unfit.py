"""A worker whose home cannot be read any more: it takes nothing, says so, and goes on when that is mended."""

import json
import os
import signal
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from pipeline import World
from tests.integration.support_machines import tree_of
from tests.integration.support_site import ROOT, answer, site
from tests.integration.test_workers import PAGE, in_queue, until, worker, world_of
from workers.queue import hand_over, jobs, opened


def unfit(world: World) -> list[str]:
    return [reason for _, _, _, reason in world.archive.runs.announcements()]


def kill_nurse(worker_pid: int) -> None:
    """What carries the runs of a worker is ended, as by a machine that is short of memory."""
    for pid in tree_of(worker_pid):
        if b"workers.nurse" in Path(f"/proc/{pid}/cmdline").read_bytes():
            os.kill(pid, signal.SIGKILL)


def shown_elsewhere(home: Path, accounts: str, *options: str) -> str:
    """What `bellwether workers` says in a home of the same database whose files are sound."""
    other = home.with_name("elsewhere")
    other.mkdir()
    for name in ("sources.yaml", "bellwether.toml"):
        (other / name).write_text((home / name).read_text())
    (other / "accounts.yaml").write_text(accounts)
    command = [sys.executable, "-m", "commands", "workers", "--home", str(other), *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_a_worker_whose_home_cannot_be_read_takes_nothing_and_goes_on_once_it_is_mended(
    tmp_path: Path, postgres_url: str
) -> None:
    with ExitStack() as stack:
        here = stack.enter_context(site())
        world = stack.enter_context(world_of(tmp_path, postgres_url, {"page": here.add("/page", answer(PAGE))}))
        process = stack.enter_context(worker(tmp_path))
        hand_over(world, world.sources)
        until(lambda: in_queue(world) == 0, process)
        good = (tmp_path / "accounts.yaml").read_text()
        (tmp_path / "accounts.yaml").write_text("us: {name: Halden Group, moto: ours}\n")
        kill_nurse(process.pid)
        (run,) = hand_over(world, world.sources)
        until(lambda: bool(unfit(world)), process)
        (reason,) = unfit(world)
        assert reason.startswith("accounts.yaml:1:")
        found = world.archive.runs.find(run)
        assert found is not None
        # A run that was being begun as its nurse was lost has one failure of that; the unreadable home adds none.
        assert found.ended is None
        assert found.failures <= 1, "it is not the run's fault"
        with opened(postgres_url) as queue:
            until(lambda: [job.state for job in jobs(queue)] == ["todo"], process)
        value: dict[str, Any] = json.loads(shown_elsewhere(tmp_path, good, "--json"))
        assert [one["reason"] for one in value["unfit"]] == [reason]
        (tmp_path / "accounts.yaml").write_text(good)
        until(lambda: in_queue(world) == 0, process)
        assert unfit(world) == []
        assert len(world.archive.visits.of_source("page")) == 2
