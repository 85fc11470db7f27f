"""One worker and all that it starts, as a machine of its own: killed at once, frozen, or asked to end."""

import os
import secrets
import shutil
import signal
import subprocess
import sys
import threading
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.integration.support_site import ROOT

# A process tree that has its own process numbers is to everybody else another machine, and dies whole.
MACHINE = ("unshare", "--pid", "--fork", "--kill-child", "--mount-proc")


@cache
def can_be_machines() -> bool:
    tried = [*MACHINE, "true"]
    return (
        shutil.which("unshare") is not None and subprocess.run(tried, capture_output=True, check=False).returncode == 0
    )


@dataclass
class Machine:
    """One worker and all it starts."""

    home: Path
    concurrency: int
    name: str = field(default_factory=lambda: f"machine-{secrets.token_hex(4)}")  # as the database server hears it
    process: "subprocess.Popen[bytes]" = field(init=False)

    def __post_init__(self) -> None:
        command = [sys.executable, "-m", "commands", "worker", "--concurrency", str(self.concurrency)]
        prefix = MACHINE if can_be_machines() else ()
        self.process = subprocess.Popen(
            [*prefix, *command, "--home", str(self.home)],
            cwd=ROOT,
            env=dict(os.environ, PGAPPNAME=self.name),
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        )

    def tree(self) -> list[int]:
        """The worker's process and everything below it."""
        return tree_of(self.process.pid)

    def kill(self) -> None:
        """As by a power cut: everything is gone at once."""
        self.signal(signal.SIGKILL)
        self.process.wait()

    def signal(self, sign: int) -> None:
        for pid in self.tree():
            with suppress(ProcessLookupError):
                os.kill(pid, sign)

    def end(self) -> None:
        """As an operator does: what it has in hand is done, and it stops."""
        worker = self.tree()[1 if can_be_machines() else 0]
        for _ in range(600):
            if heeds(worker, signal.SIGTERM):
                break
            threading.Event().wait(0.2)
        os.kill(worker, signal.SIGTERM)
        assert self.process.wait(timeout=120) == 0, "told to stop, a worker ends cleanly"


def heeds(pid: int, sign: signal.Signals) -> bool:
    """Whether a process has said what to do on a signal; the first one of a machine loses what comes before."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("SigCgt:"):
            return bool(int(line.split()[1], 16) >> (sign - 1) & 1)
    return False


def tree_of(root: int) -> list[int]:
    """A process and everything below it, those above first."""
    children = defaultdict(list)
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            children[int(fields[1])].append(int(stat.parent.name))
    found, new = [], [root]
    while new:
        found += new
        new = [child for pid in new for child in children[pid]]
    return found


def cpu_seconds(pids: list[int]) -> float:
    """What these processes and their ended children took of the processors so far."""
    ticks = 0
    for pid in pids:
        with suppress(OSError):
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
            ticks += sum(int(field) for field in fields[11:15])
    return ticks / os.sysconf("SC_CLK_TCK")
