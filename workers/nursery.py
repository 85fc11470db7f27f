"""The worker's side of the nurse: one process for each run, begun at once, and ended when it is told to."""

import asyncio
import json
import signal
import sys
from itertools import count
from pathlib import Path

from workers.nurse import AGAIN, DONE, READY

CRAWL_SECONDS = 3600.0
END_SECONDS = 20.0
OVERRAN = -1


class Unfit(Exception):
    """No run can be carried on this machine: its home cannot be read, or the program does not start. Says why."""


class Nursery:
    """Carries runs in processes of their own; all of them end with this one."""

    def __init__(self, home: Path) -> None:
        self._home = home
        self._process: asyncio.subprocess.Process | None = None
        self._waiting: dict[int, asyncio.Future[int]] = {}
        self._numbers = count(1)
        self._starting = asyncio.Lock()
        self._ready: asyncio.Future[str] | None = None
        self._listener: asyncio.Task[None] | None = None

    async def begin(self) -> asyncio.subprocess.Process:
        """The nurse, started where there is none, once it has read what it needs. Raises Unfit."""
        async with self._starting:
            process = await self._alive()
            if self._ready is not None and (reason := await asyncio.shield(self._ready)):
                raise Unfit(reason)
            return process

    async def carry(self, run: str) -> int:
        """The exit code of the run's process; it is ended after an hour, and when we are cancelled. Raises Unfit."""
        process = await self.begin()
        number = next(self._numbers)
        ended = self._waiting[number] = asyncio.get_running_loop().create_future()
        self._say(process, number=number, carry=run)
        try:
            return await asyncio.wait_for(asyncio.shield(ended), CRAWL_SECONDS)
        except TimeoutError:
            await self._end(process, number, ended)
            return OVERRAN
        except asyncio.CancelledError:
            await self._end(process, number, ended)
            raise
        finally:
            self._waiting.pop(number, None)

    async def close(self) -> None:
        process, self._process = self._process, None
        if process is not None:
            _stdin(process).close()
            await process.wait()
        if self._listener is not None:
            await self._listener

    async def _alive(self) -> asyncio.subprocess.Process:
        if self._process is None or self._process.returncode is not None:
            command = [sys.executable, "-m", "workers.nurse", str(self._home)]
            pipe = asyncio.subprocess.PIPE
            # A session of its own: Ctrl-C in a terminal is meant for the worker, which ends what is in hand.
            self._process = await asyncio.create_subprocess_exec(
                *command, stdin=pipe, stdout=pipe, start_new_session=True
            )
            self._ready = asyncio.get_running_loop().create_future()
            self._listener = asyncio.create_task(self._listen(self._process, self._ready))
        return self._process

    async def _listen(self, process: asyncio.subprocess.Process, ready: "asyncio.Future[str]") -> None:
        """Until the nurse is gone; then whatever it carried is to be done again. `ready` is why it is not, or ""."""
        while line := await _stdout(process).readline():
            told = json.loads(line)
            if told["number"] == READY:
                ready.set_result("" if told["code"] == DONE else told["reason"])
            ended = self._waiting.get(told["number"])
            if ended is not None and not ended.done():
                ended.set_result(told["code"])
        code = await process.wait()
        if not ready.done():
            ready.set_result(f"the process that carries its runs ended with code {code}; the worker's log says why")
        for ended in self._waiting.values():
            if not ended.done():
                ended.set_result(AGAIN)

    def _say(self, process: asyncio.subprocess.Process, **what: object) -> None:
        _stdin(process).write(json.dumps(what).encode() + b"\n")

    async def _end(self, process: asyncio.subprocess.Process, number: int, ended: "asyncio.Future[int]") -> None:
        for sign in (signal.SIGTERM, signal.SIGKILL):
            if not ended.done():
                self._say(process, number=number, signal=int(sign))
                await asyncio.wait([ended], timeout=END_SECONDS)


def _stdin(process: asyncio.subprocess.Process) -> asyncio.StreamWriter:
    if process.stdin is None:
        raise TypeError("the nurse was started without a pipe")
    return process.stdin


def _stdout(process: asyncio.subprocess.Process) -> asyncio.StreamReader:
    if process.stdout is None:
        raise TypeError("the nurse was started without a pipe")
    return process.stdout
