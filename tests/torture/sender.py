"""Sends what is due, in children that are told after how many lines of our code to die: `kill -9` between two steps.

Reads one JSON object a line: {at, kill_at, chance}; answers with the child's exit: {"killed": bool, "lines": n}.
"""

import json
import os
import signal
import sys
from datetime import datetime
from pathlib import Path
from types import FrameType
from typing import Any

from digest.render import MARKUP, PLAIN
from domain.times import utc_now
from pipeline import deliver, due_editions, open_world, prepare, waiting

ROOT = Path(__file__).resolve().parents[2]
# Where a hand-over takes its steps: our own lines, and those of the mail library.
STEPS = (
    "pipeline/delivering/editions.py",
    "digest/deliver.py",
    "digest/smtp.py",
    "storage/ledger.py",
    "storage/editions.py",
)


class Counter:
    """Counts the lines run in the files above; at the given one the process dies."""

    def __init__(self, kill_at: int) -> None:
        self.kill_at = kill_at
        self.lines = 0
        self.files = {str(ROOT / step) for step in STEPS} | {str(Path(os.__file__).parent / "smtplib.py")}

    def __call__(self, frame: FrameType, event: str, argument: object) -> Any:
        if frame.f_code.co_filename not in self.files:
            return None
        if event == "line":
            self.lines += 1
            if self.lines == self.kill_at:
                os.kill(os.getpid(), signal.SIGKILL)
        return self


def send(home: Path, at: datetime) -> None:
    world = open_world(home, os.environ, lambda: at)
    with world.archive:
        for audience, sends_at in due_editions(world, at):
            deliver(world, prepare(world, audience, sends_at), patiently=False)
        for edition in waiting(world):
            deliver(world, edition, patiently=False)


def child(home: Path, order: dict[str, Any], out: int) -> None:
    counter = Counter(order["kill_at"])
    sys.settrace(counter)
    send(home, datetime.fromisoformat(order["at"]))
    sys.settrace(None)
    os.write(out, str(counter.lines).encode())


def main(home: Path) -> None:
    open_world(home, os.environ, utc_now).archive.close()  # what is imported late is imported before the first fork
    for environment, name in ((MARKUP, "mail.mjml.j2"), (MARKUP, "evidence.html.j2"), (PLAIN, "mail.txt.j2")):
        environment.get_template(name)
    for line in sys.stdin:
        order = json.loads(line)
        inside, out = os.pipe()
        pid = os.fork()
        if pid == 0:
            code = 1
            try:
                child(home, order, out)
                code = 0
            finally:
                os._exit(code)
        os.close(out)
        _, status = os.waitpid(pid, 0)
        lines = os.read(inside, 100).decode()
        os.close(inside)
        killed = os.WIFSIGNALED(status)
        answer = {"killed": killed, "failed": not killed and os.WEXITSTATUS(status) != 0, "lines": int(lines or 0)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
