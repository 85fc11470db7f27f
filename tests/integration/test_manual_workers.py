"""The operator's manual, "More machines", done as it is written: two workers of one home on one PostgreSQL."""

import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import textwrap
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from storage import open_archive
from tests.integration.many_hosts import address
from tests.integration.postgres import Server
from tests.integration.support_workers import many_hosts

ROOT = Path(__file__).resolve().parents[2]
MANUAL = (ROOT / "docs" / "operator-manual.md").read_text(encoding="utf-8")
SECTION = MANUAL[MANUAL.index("## More machines") : MANUAL.index("## Look after it")]
HOSTS = 3
MINUTES = 4.0


class Operator:
    """Types what the manual says, with the places of this test."""

    def __init__(self, home: Path, database: str) -> None:
        self.home, self.database = home, database

    def filled(self, text: str) -> str:
        text = text.replace("postgresql://bellwether@db.example/bellwether", self.database)
        return text.replace("/srv/bellwether", str(self.home))

    def command(self, start: str) -> list[str]:
        (line,) = (line.strip() for line in SECTION.splitlines() if line.strip().startswith(f"bellwether {start}"))
        return [sys.executable, "-m", "commands", *shlex.split(self.filled(line))[1:]]

    def types(self, start: str, *more: str) -> str:
        done = subprocess.run([*self.command(start), *more], cwd=ROOT, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def starts(self, start: str, stack: ExitStack) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(self.command(start), cwd=ROOT)
        stack.callback(process.wait, timeout=60)
        stack.callback(process.kill)
        return process


def until(holds: Callable[[], bool]) -> None:
    ends = time.monotonic() + 60 * MINUTES
    while not holds():
        assert time.monotonic() < ends, "waited too long"
        threading.Event().wait(0.5)


def home_with_sources(home: Path, port: int) -> None:
    home.mkdir()
    sources = [{"name": f"page-{one}", "url": f"http://{address(one)}:{port}/plans"} for one in range(HOSTS)]
    (home / "sources.yaml").write_text(json.dumps({"competitors": [{"name": "Brightvane", "sources": sources}]}))
    (home / "accounts.yaml").write_text("us: {name: Halden Group}\n")
    (home / "bellwether.toml").write_text('[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\n')
    open_archive(f"sqlite:///{home / 'bellwether.db'}").close()


def settings_shown() -> str:
    (shown,) = re.findall(r"^ {8}\[database\]\n(?:(?: {8}.*)?\n)+?(?=\n4\.)", SECTION, flags=re.MULTILINE)
    return textwrap.dedent(str(shown))


def test_two_workers_are_set_up_as_the_manual_says(tmp_path: Path, postgres: Server) -> None:
    name = postgres.make()
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, tmp_path / "home", ignore_errors=True)
        port = stack.enter_context(many_hosts(HOSTS, tmp_path / "log"))
        operator = Operator(tmp_path / "home", postgres.url_of(name))
        home_with_sources(operator.home, port)
        assert "every body and every chain verifies there" in operator.types("migrate")
        with (operator.home / "bellwether.toml").open("a") as file:
            file.write(operator.filled(settings_shown()))
        running = [operator.starts(start, stack) for start in ("schedule run", "worker --home", "worker --home")]
        archive = stack.enter_context(open_archive(operator.database))
        until(lambda: all(archive.derived.baseline(f"page-{one}") is not None for one in range(HOSTS)))
        told = json.loads(operator.types("workers", "--json"))
        assert len(told["workers"]) == 2
        assert set(told["queues"]) == {"crawl", "detect", "relate", "compose"}
        assert told["queues"]["crawl"] == {"waiting": 0, "doing": 0, "given_up": 0, "lag_seconds": 0.0}
        assert told["mails_given_up"] == []
        assert "2 workers, " in operator.types("workers")
        for process in running:
            os.kill(process.pid, signal.SIGTERM)
        assert [process.wait(timeout=120) for process in running] == [0, 0, 0]
        assert json.loads(operator.types("workers", "--json"))["workers"] == []
    postgres.drop(name)
