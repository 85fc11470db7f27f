"""A process that has read everything a run needs, and forks a child for each: a run then begins in milliseconds.

`python -m workers.nurse HOME` writes {"number": 0, "code": 0} once it has read the home, or with code 1 and a "reason"
that it cannot. It reads lines of JSON on stdin, {"number": 7, "carry": RUN} or {"number": 7, "signal": 9}, and writes
{"number": 7, "code": 0} when that run's process has ended. When its stdin ends it ends too, and so do the crawls of its
children. It has one thread, or forking would not be safe.
"""

import gc
import json
import os
import selectors
import signal
import sys
from datetime import date
from pathlib import Path
from time import monotonic

from config.written import Written, written
from domain.errors import BellwetherError, SourceBusy, StorageError
from domain.times import utc_now
from pipeline.crawling.carrying import carry
from pipeline.logs import log_of, to_stderr
from workers.warming import Template, load, template_of

DONE, FAILED, BUSY, AGAIN, STOPPED = 0, 1, 4, 5, 130
# The number of what a nurse says of itself; runs are counted from 1.
READY = 0
# What people write is read anew when it changed; looked at so often.
LOOK_SECONDS = 2.0

Stamp = tuple[date, Written]


class Nurse:
    """Forks, and tells what became of it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.template = template_of(home)
        self.stamp, self.looked = stamp_of(home), monotonic()
        self.numbers: dict[int, int] = {}  # pid -> number
        self.lifelines: dict[int, int] = {}  # pid -> the end of a pipe that closes when we are gone

    def serve(self) -> None:
        woken, wake = os.pipe()
        for end in (woken, wake):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wake)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        waiting, heard = selectors.DefaultSelector(), b""
        waiting.register(0, selectors.EVENT_READ)
        waiting.register(woken, selectors.EVENT_READ)
        while True:
            ready = {key.fd for key, _ in waiting.select()}
            if woken in ready:
                os.read(woken, 4096)
                self.reap()
            if 0 in ready:
                said = os.read(0, 65536)
                if not said:
                    return
                *lines, heard = (heard + said).split(b"\n")
                for line in lines:
                    self.hear(json.loads(line))

    def hear(self, asked: dict[str, object]) -> None:
        if "carry" in asked:
            self.refresh()
            self.fork(int(str(asked["number"])), str(asked["carry"]))
            return
        for pid, number in self.numbers.items():
            if number == asked["number"]:
                os.kill(pid, int(str(asked["signal"])))

    def refresh(self) -> None:
        """Read the home's files again where they changed; while they have problems, what was read before stands."""
        if monotonic() - self.looked < LOOK_SECONDS:
            return
        self.looked = monotonic()
        found = stamp_of(self.home)
        if found == self.stamp:
            return
        self.stamp = found
        try:
            self.template = template_of(self.home)
        except BellwetherError as error:
            log_of("worker").error("home_not_read_again", reason=str(error))

    def fork(self, number: int, run: str) -> None:
        lifeline, ours = os.pipe()
        pid = os.fork()
        if pid == 0:
            code = FAILED
            try:
                self.become_child(ours)
                code = outcome(self.template, run, lifeline)
            finally:
                os._exit(code)  # nothing of the nurse's is cleaned up here
        os.close(lifeline)
        self.numbers[pid], self.lifelines[pid] = number, ours

    def become_child(self, ours: int) -> None:
        signal.set_wakeup_fd(-1)
        for each in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
            signal.signal(each, signal.SIG_DFL)
        for end in (ours, *self.lifelines.values()):
            os.close(end)
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)
        os.dup2(nothing, 1)

    def reap(self) -> None:
        while self.numbers:
            pid, status = os.waitpid(-1, os.WNOHANG)
            if pid == 0:
                return
            os.close(self.lifelines.pop(pid))
            number = self.numbers.pop(pid)
            tell(number, os.waitstatus_to_exitcode(status))


def outcome(template: Template, run: str, lifeline: int) -> int:
    """The exit code of a run, in its own process."""
    log = log_of("worker")
    try:
        with (world := template.opened()).archive:
            carry(world, run, stop_with=lifeline)
    except SourceBusy as error:
        log.info("run_waits", run=run, reason=str(error))
        return BUSY
    except StorageError as error:
        log.warning("run_not_stored", run=run, reason=str(error))
        return AGAIN
    except KeyboardInterrupt:
        return STOPPED
    except Exception:
        # The one barrier of a run: what breaks it is told, and the next one is carried.
        log.exception("run_failed", run=run)
        return FAILED
    return DONE


def tell(number: int, code: int, **more: str) -> None:
    print(json.dumps({"number": number, "code": code, **more}), flush=True)


def stamp_of(home: Path) -> Stamp:
    """What tells that a file which people edit is another one now; calendars are read by the day."""
    return utc_now().date(), written(home)


def main(home: Path) -> None:
    to_stderr()
    os.umask(0o077)
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, signal.SIG_IGN)  # whoever started us decides, and closes our stdin
    load()
    try:
        nurse = Nurse(home)
    except BellwetherError as error:
        tell(READY, FAILED, reason=str(error))
        sys.exit(FAILED)
    gc.freeze()
    tell(READY, DONE)
    nurse.serve()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
