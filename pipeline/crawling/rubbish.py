"""When Python need not search for rubbish: reading a page leaves next to none, and what it loads is none."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


class Rubbish:
    """What hangs together in circles, which Python searches for among all that it holds."""

    def __init__(self) -> None:
        self._set_apart = False

    @contextmanager
    def left_alone(self) -> Iterator[None]:
        """No search in here. What the first time loaded by need, with rules and patterns, is never searched again."""
        was_on = gc.isenabled()
        gc.disable()
        try:
            yield
        finally:
            if not self._set_apart:
                gc.freeze()
                self._set_apart = True
            if was_on:
                gc.enable()
