"""The home that a server answers from: the archive stays open, what people wrote is read again when it changed."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import structlog

import config
from config.written import Written, written
from domain.errors import ConfigurationError
from domain.times import Clock
from pipeline import World, open_world

LOOK_SECONDS = 10.0

log = structlog.get_logger("web")


class Home:
    """One home for many requests at once. `passed` gives seconds that never go backwards."""

    def __init__(
        self, folder: Path, environ: Mapping[str, str], clock: Clock, passed: Callable[[], float] = time.monotonic
    ) -> None:
        self._folder = folder
        self._passed = passed
        self._one = threading.Lock()
        self._seen = written(folder)
        self._looked = passed()
        self._world = open_world(folder, environ, clock)

    def world(self) -> World:
        """As people's files stand now; as they stood before where they have problems, which is logged."""
        with self._one:
            if self._passed() - self._looked >= LOOK_SECONDS:
                self._looked = self._passed()
                self._read_again(written(self._folder))
            return self._world

    def close(self) -> None:
        self._world.archive.close()

    def _read_again(self, seen: Written) -> None:
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
