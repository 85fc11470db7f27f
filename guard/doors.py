"""A door in front of libraries that make connections of their own: the address policy decides each as it is made.

Python tells its audit hooks (PEP 578) of every connection before it is made, whichever library makes it, with the
address that the name was resolved to: no gap between check and use, and a redirect is decided like the rest.
"""

import socket
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from domain.errors import AddressRefused, BellwetherError
from guard.addresses import AddressPolicy

FAMILIES = (socket.AF_INET, socket.AF_INET6)


@dataclass(slots=True)
class Passage:
    """What went through the door: `sent` once bytes of a request go, `refused` what was not let through."""

    policy: AddressPolicy
    may_send: Callable[[], bool]
    sent: bool = False
    refused: BellwetherError | None = None
    connected: list[str] = field(default_factory=list)

    def connect(self, address: Any) -> None:
        host = str(address[0])
        try:
            self.policy.require_address(host, host)
        except AddressRefused as error:
            self.refused = error
            # Of the kind that every library expects of a connection, so that it closes what it opened.
            raise PermissionError(str(error)) from error
        self.connected.append(host)

    def send(self) -> None:
        if self.sent:
            return
        if not self.may_send():
            self.refused = BellwetherError("another process took this over", transient=True)
            raise ConnectionAbortedError(str(self.refused))
        self.sent = True


class _Here(threading.local):
    passage: Passage | None = None


_here = _Here()
_hooked = threading.Event()


@contextmanager
def vetted(policy: AddressPolicy, may_send: Callable[[], bool] = lambda: True) -> Iterator[Passage]:
    """Inside, this thread connects only where `policy` permits; `may_send` is asked before the first byte goes out."""
    if not _hooked.is_set():
        sys.addaudithook(_hook)
        _hooked.set()
    before, _here.passage = _here.passage, Passage(policy=policy, may_send=may_send)
    try:
        yield _here.passage
    finally:
        _here.passage = before


def _hook(event: str, arguments: tuple[Any, ...]) -> None:
    passage = _here.passage
    if passage is None:
        return
    if event == "socket.connect" and arguments[0].family in FAMILIES:
        passage.connect(arguments[1])
    elif event == "http.client.send":
        passage.send()
