"""Hosts that asked us to wait, and until when."""

import asyncio
from time import monotonic


class Pauses:
    """A host told to wait holds every request to it, not only the one that was told."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def pause(self, host: str, seconds: float) -> None:
        self._until[host] = max(self._until.get(host, 0.0), monotonic() + seconds)

    async def wait(self, host: str) -> None:
        while (left := self._until.get(host, 0.0) - monotonic()) > 0:
            await asyncio.sleep(left)
