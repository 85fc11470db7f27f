"""How long one visit may keep the network busy, and when it began."""

from collections.abc import Callable
from datetime import datetime
from time import monotonic

from domain.times import Clock


class Budget:
    """Seconds of fetching left to a visit: waiting for a host's turn does not count, every request and retry does."""

    def __init__(self, seconds: float, clock: Clock, on_begin: Callable[[], None]) -> None:
        self._seconds, self._clock, self._on_begin = seconds, clock, on_begin
        self.spent = 0.0
        self.began_at: datetime | None = None

    @property
    def left(self) -> float:
        return self._seconds - self.spent

    def begin(self) -> None:
        """Called as each request leaves; the first one is when the visit was made."""
        if self.began_at is None:
            self.began_at = self._clock()
            self._on_begin()

    def timed(self) -> "Stopwatch":
        return Stopwatch(self)


class Stopwatch:
    """Adds the time inside `with` to the budget."""

    def __init__(self, budget: Budget) -> None:
        self._budget = budget
        self._started = 0.0

    def __enter__(self) -> None:
        self._started = monotonic()

    def __exit__(self, *_: object) -> None:
        self._budget.spent += monotonic() - self._started
