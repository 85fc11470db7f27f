"""One command run to its end, with the CPU seconds and the memory of it and of all its children."""

import os
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

ROOT = Path(__file__).resolve().parent.parent
LOOK = 0.2  # seconds between two looks at its memory


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command answered on stdout, its exit code, and what it cost: CPU and clock seconds, megabytes at most."""

    out: str
    code: int
    cpu: float
    seconds: float
    peak_mb: float


def ran(command: Sequence[str], errors: Path) -> Ran:
    """Runs it with the checkout on the path and byte-code as installed; what it says on stderr goes to a file."""
    given = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return ran_with({**given, "PYTHONPATH": str(ROOT)}, command, errors)


def ran_with(
    given: Mapping[str, str],
    command: Sequence[str],
    errors: Path,
    *,
    limit: float | None = None,
    held: Callable[[int], int] | None = None,
) -> Ran:
    """Runs it with this environment; past `limit` seconds it is killed. `held`: another measure than `high_water`."""
    began = monotonic()
    with errors.open("wb") as log:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, env=given)
        memory = Memory(process.pid, held or high_water)
        watching = threading.Thread(target=memory.watch, daemon=True)
        watching.start()
        late = threading.Timer(limit, process.kill) if limit else None
        if late:
            late.start()
        assert process.stdout is not None
        out = process.stdout.read().decode("utf-8", "replace")
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        memory.over.set()
        watching.join()
        process.stdout.close()
        if late:
            late.cancel()
    cpu = usage.ru_utime + usage.ru_stime
    return Ran(out, process.returncode, cpu, monotonic() - began, memory.peak / 1024)


class Memory:
    """The highest sum of what a process and its children held, kB. `ru_maxrss` would begin with what we held."""

    def __init__(self, pid: int, held: Callable[[int], int]) -> None:
        self.pid = pid
        self.held = held
        self.peak = 0
        self.over = threading.Event()

    def watch(self) -> None:
        while not self.over.wait(LOOK):
            self.peak = max(self.peak, sum(map(self.held, family(self.pid))))


def family(pid: int) -> list[int]:
    """A process and all that descend from it, as far as they still live."""
    found = [pid]
    for one in found:
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += [int(child) for child in task.read_text().split()]
            except OSError:
                continue
    return found


def high_water(pid: int) -> int:
    """VmHWM: the most it held itself so far, kB; 0 where it is gone."""
    return _kilobytes(pid, "status", "VmHWM:")


def proportional(pid: int) -> int:
    """Pss: what it holds now, kB, each shared page divided by those that share it; for families that share much."""
    return _kilobytes(pid, "smaps_rollup", "Pss:")


def _kilobytes(pid: int, file: str, field: str) -> int:
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith(field)), 0)
