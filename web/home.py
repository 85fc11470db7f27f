"""The home that a server answers from: the archive stays open, what people wrote is read again when it changed."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import structlog

import config
from domain.errors import ConfigurationError
from domain.times import Clock
from pipeline import World, open_world

LOOK_SECONDS = 10.0
WRITTEN = ("*.yaml", "*/*.yaml", "*.toml", "*.csv", "*/*.csv")

log = structlog.get_logger("web")


class Home:
    """One home for many requests at once. `passed` gives seconds that never go backwards."""

    def __init__(
        self, folder: Path, environ: Mapping[str, str], clock: Clock, passed: Callable[[], float] = time.monotonic
    ) -> None:
        self._folder = folder
        self._passed = passed
        self._one = threading.Lock()
        self._seen = _written(folder)
        self._looked = passed()
        self._world = open_world(folder, environ, clock)

    def world(self) -> World:
        """As people's files stand now; as they stood before where they have problems, which is logged."""
        with self._one:
            if self._passed() - self._looked >= LOOK_SECONDS:
                self._looked = self._passed()
                self._read_again(_written(self._folder))
            return self._world

    def close(self) -> None:
        self._world.archive.close()

    def _read_again(self, seen: tuple[tuple[str, int, int], ...]) -> None:
        if seen == self._seen:
            return
        self._seen = seen
        world = self._world
        try:
            read = config.load(self._folder, world.environ, today=world.clock().date())
        except ConfigurationError as error:
            log.error("files_have_problems", problems=[str(problem) for problem in error.problems])
            return
        self._world = replace(world, configuration=read)


def _written(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Name, size and time of the files that people write."""
    found = sorted({path for pattern in WRITTEN for path in folder.glob(pattern)})
    states = []
    for path in found:
        try:
            state = path.stat()
        except OSError:  # gone since it was listed
            continue
        states.append((str(path), state.st_size, state.st_mtime_ns))
    return tuple(states)
