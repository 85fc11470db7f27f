"""The demo, played once, and what its mail server received."""

import fcntl
import json
import os
import re
import socket
import subprocess
import sys
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from aiosmtpd.controller import Controller

ROOT = Path(__file__).resolve().parents[2]
MONDAYS = {"2026-W07": "2026-02-16", "2026-W08": "2026-02-23", "2026-W09": "2026-03-02"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """The demo's home, its last line on stdout, and the mails received, by week and recipient."""

    home: Path
    last_line: str
    note: dict[str, Any]
    mails: dict[tuple[str, str], EmailMessage]

    def text(self, week: str, recipient: str) -> str:
        body = self.mails[week, recipient].get_body(("plain",))
        assert body is not None
        return " ".join(body.get_content().split())

    def change(self, source: str, date: str = "2026-02-19") -> dict[str, Any]:
        found = [c for c in self.note["changes"] if c["source"] == source and c["to"]["captured_at"].startswith(date)]
        assert len(found) == 1, f"{source}: {len(found)} changes on {date}"
        return dict(found[0])

    def tags(self, source: str) -> set[str]:
        return {tag["tag"] for tag in self.change(source)["tags"]}

    def facts(self, source: str, kind: str) -> list[dict[str, Any]]:
        return [fact for fact in self.change(source)["facts"] if fact["type"] == kind]

    def item(self, week: str, recipient: str, words: str) -> str:
        """The numbered item of a mail that holds these words."""
        items = re.split(
            r" (?=\d [A-Z][A-Z ]+ · )| (?=Also: |May concern: |No account touched: )", self.text(week, recipient)
        )
        found = [item for item in items if words in item]
        assert found, f"{words!r} is in no item of {recipient}'s mail of {week}"
        return found[0]


class Mailbox:
    """Keeps every mail it is handed in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        number = len(list(self.folder.iterdir()))
        (self.folder / f"{number}-{envelope.rcpt_tos[0]}.eml").write_bytes(envelope.content)
        return "250 kept"


def run(*arguments: str, status: int = 0) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, capture_output=True, text=True, timeout=400, check=False
    )
    assert done.returncode == status, done.stderr
    return done.stdout


def make(folder: Path) -> None:
    """Run the demo once, then hand its stored editions to a real SMTP server, week by week."""
    home, received = folder / "home", folder / "received"
    (folder / "stdout").write_text(run("demo", "--out", str(home)), encoding="utf-8")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    settings = home / "bellwether.toml"
    smtp = f'\n[smtp]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + smtp, encoding="utf-8")
    for week, monday in MONDAYS.items():
        (received / week).mkdir(parents=True)
        controller = Controller(Mailbox(received / week), hostname="127.0.0.1", port=port)
        controller.start()
        try:
            run("commands", "digest", "send", "--due", "--home", str(home), "--at", f"{monday}T07:05:00+00:00")
        finally:
            controller.stop()


@pytest.fixture(scope="session")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The demo takes a while: tests that run side by side share one."""
    folder = tmp_path_factory.getbasetemp()
    folder = (folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder) / "demo-weeks"
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "received" / "2026-W09").exists():
            make(folder)
    mails = {
        (path.parent.name, path.name.partition("-")[2].partition("@")[0]): message_from_bytes(
            path.read_bytes(), policy=policy.default
        )
        for path in (folder / "received").glob("*/*.eml")
    }
    note = json.loads((folder / "home" / "demo.json").read_text(encoding="utf-8"))
    last_line = (folder / "stdout").read_text(encoding="utf-8").splitlines()[-1]
    return Played(home=folder / "home", last_line=last_line, note=note, mails=mails)
