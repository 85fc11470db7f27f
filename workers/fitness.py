"""Whether runs can be carried on this machine; where not, that is shown where an operator looks, and tried again."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager
from pathlib import Path
from time import monotonic

import structlog

from config.written import written
from domain.errors import BellwetherError
from pipeline import World
from workers.nursery import Nursery, Unfit

# Seconds until the next try: twice as long each time, up to the last.
SHORTEST, LONGEST = 5.0, 300.0
LOOK_SECONDS = 1.0

log = structlog.get_logger("worker")


async def until_fit(nursery: Nursery, world: World, home: Path, *, over: Callable[[], bool]) -> None:
    """Return once the home is read and runs can be forked; at once when a file of the home is mended, or it is `over`.

    Whoever waits here takes no work: another machine does it.
    """
    said = ""
    async with AsyncExitStack() as shown:
        for pause in _pauses():
            if over():
                return
            try:
                await nursery.begin()
                return
            except Unfit as error:
                log.error("worker_unfit", reason=str(error), next_try_seconds=pause)
                if str(error) != said:
                    said = str(error)
                    await shown.aclose()
                    await shown.enter_async_context(_shown(world, said))
            await _changed(home, pause)


def _pauses() -> Iterator[float]:
    pause = SHORTEST
    while True:
        yield pause
        pause = min(LONGEST, 2 * pause)


@asynccontextmanager
async def _shown(world: World, reason: str) -> AsyncIterator[None]:
    """In the archive, for as long as this process lives and says so; where that is away, the log alone says it."""
    shown = ExitStack()
    try:
        await asyncio.to_thread(shown.enter_context, world.archive.runs.announced(reason))
    except BellwetherError as error:
        log.warning("not_shown", reason=str(error))
    try:
        yield
    finally:
        try:
            await asyncio.to_thread(shown.close)
        except BellwetherError as error:
            log.warning("not_shown", reason=str(error))


async def _changed(home: Path, seconds: float) -> None:
    """Until a file that people edit is another one, or the time is over."""
    before, ends = written(home), monotonic() + seconds
    while monotonic() < ends and written(home) == before:
        await asyncio.sleep(LOOK_SECONDS)
