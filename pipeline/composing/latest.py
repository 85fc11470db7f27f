"""What was worked out last, kept by what it was worked out of: so much and no more."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Latest:
    """The `most` results that were asked for last; who asks for an older one has it worked out again."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: dict[Hashable, object] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def of(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` gave for this key, each key having a `make` of its own."""
        found = self._kept.pop(key) if key in self._kept else make()
        self._kept[key] = found
        if len(self._kept) > self._most:
            del self._kept[next(iter(self._kept))]
        return cast("T", found)
