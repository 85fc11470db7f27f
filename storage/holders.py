"""Which process holds a source, and whether it is still that process."""

import os
import socket
import subprocess
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """A process: `started` tells it from a later one with the same pid.

    `machine` is the boot and process namespace in which its pid means anything; `host` is for people to read.
    """

    pid: int
    started: str
    host: str
    machine: str


def this_process() -> Holder:
    pid = os.getpid()
    return Holder(pid=pid, started=_started(pid), host=socket.gethostname(), machine=_machine())


def died(holder: Holder, me: Holder) -> bool:
    """True only where it can be known: same machine, and no process of that pid and start any more."""
    return (holder.host, holder.machine) == (me.host, me.machine) and _started(holder.pid) != holder.started


def _machine() -> str:
    """Two containers may share a host name, and a restarted one counts pids from 1 again."""
    boot, namespace = Path("/proc/sys/kernel/random/boot_id"), Path("/proc/self/ns/pid")
    if boot.exists() and namespace.exists():
        return f"{boot.read_text().strip()} {namespace.readlink()}"
    return ""


def _started(pid: int) -> str:
    """When the process began, in the system's own words; empty where there is none (a zombie counts as none)."""
    stat = Path(f"/proc/{pid}/stat")
    if Path("/proc/self/stat").exists():
        try:
            # The name in the second field may hold spaces and brackets; state is field 3, start time field 22.
            fields = stat.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            return ""
        return "" if fields[0] in "ZX" else fields[19]
    listed = subprocess.run(["ps", "-o", "lstart=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return listed.stdout.strip()
