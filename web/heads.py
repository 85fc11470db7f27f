"""Connections that begin a request and never end its head: they are closed, or a few of them shut out everybody."""

import asyncio
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

HEAD_SECONDS = 10.0


class Heads(H11Protocol):
    """The server's own protocol, with a limit to the time between a connection, or an answer, and the next whole head.

    Uvicorn has a limit only for the silence after an answer, and the first byte that follows ends it.
    """

    seconds = HEAD_SECONDS
    clock: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        self._wait_for_head()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._wait_for_head()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._stop()
        super().connection_lost(exc)

    def _wait_for_head(self) -> None:
        """The time runs while it is the other side's turn: from the first moment of that, more bytes win none."""
        theirs = self.conn.their_state is h11.IDLE or self.conn.our_state is h11.DONE
        if not theirs or self.transport.is_closing():
            self._stop()
        elif self.clock is None:
            self.clock = self.loop.call_later(self.seconds, self.transport.close)

    def _stop(self) -> None:
        if self.clock is not None:
            self.clock.cancel()
            self.clock = None
