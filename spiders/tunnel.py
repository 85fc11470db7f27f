"""Bytes of a proxy connection: heads read, rewritten and refused, and the rest passed on within bounds."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import SplitResult

from domain.visits import Failure, Reason

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]
CHUNK = 65536
MAX_HEAD = 65536
HOP_HEADERS = ("proxy-authorization", "proxy-connection", "connection", "keep-alive")


@dataclass(frozen=True, slots=True)
class Egress:
    """The operator's proxy, through which everything leaves."""

    host: str
    port: int
    credentials: str = ""


class Metered(Protocol):
    """What bounds a relay."""

    bytes_left: int
    faults: list[Failure]


class Refusal(Exception):
    """A request that is not forwarded."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.failure = Failure(reason=reason, detail=detail, transient=reason is not Reason.ADDRESS_REFUSED)


@dataclass(frozen=True, slots=True)
class Head:
    """A request line and its headers."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]

    def value(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def forwarded(self, target: SplitResult, egress: Egress | None) -> bytes:
        """The head for the server (or for the operator's proxy), without what was meant for us; one request only."""
        path = (target.path or "/") + (f"?{target.query}" if target.query else "")
        where = self.target if egress else path
        kept = [(name, value) for name, value in self.headers if name.lower() not in HOP_HEADERS]
        if egress and egress.credentials:
            kept.append(("Proxy-Authorization", egress.credentials))
        lines = [f"{self.method} {where} HTTP/1.1", *(f"{name}: {value}" for name, value in kept), "Connection: close"]
        return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


async def read_head(reader: asyncio.StreamReader) -> Head | None:
    """The next request's head, None at the end. Raises ValueError for what is no HTTP."""
    try:
        raw = await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    except asyncio.LimitOverrunError as error:
        raise ValueError("a head without end") from error
    first, *rest = raw.decode("latin-1").rstrip("\r\n").split("\r\n")
    method, target, _ = first.split(" ", 2)
    pairs = (line.partition(":") for line in rest)
    return Head(method.upper(), target, tuple((name.strip(), value.strip()) for name, _, value in pairs))


async def connect_through(egress: Egress, host: str, port: int, *, tunnel: bool) -> Streams:
    """A connection to the operator's proxy, with a tunnel asked for where the browser wants one. Raises OSError."""
    reader, writer = await asyncio.open_connection(egress.host, egress.port)
    if not tunnel:
        return reader, writer
    name = f"[{host}]" if ":" in host else host
    lines = [f"CONNECT {name}:{port} HTTP/1.1", f"Host: {name}:{port}"]
    if egress.credentials:
        lines.append(f"Proxy-Authorization: {egress.credentials}")
    writer.write(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))
    try:
        status = (await reader.readuntil(b"\r\n\r\n")).split(b" ", 2)[1]
    except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, IndexError) as error:
        writer.close()
        raise OSError("the egress proxy gave no answer") from error
    if status != b"200":
        writer.close()
        raise OSError(f"the egress proxy answered {status.decode('latin-1')}")
    return reader, writer


async def relay(browser: Streams, upstream: Streams, meter: Metered, *, one_request: Head | None) -> None:
    """Passes bytes both ways until one side ends. Of a plain request only its own body goes up: what follows on the
    browser's connection may be for another host, and that one has not been checked."""
    length = None if one_request is None else int(one_request.value("Content-Length") or 0)
    up = asyncio.ensure_future(_pump(browser[0], upstream[1], meter, length))
    down = asyncio.ensure_future(_pump(upstream[0], browser[1], meter))
    try:
        await asyncio.wait([up, down] if one_request is None else [down], return_when=asyncio.FIRST_COMPLETED)
    finally:
        for each in (up, down):
            each.cancel()
        await asyncio.gather(up, down, return_exceptions=True)
        upstream[1].close()
        with suppress(OSError):
            await upstream[1].wait_closed()


async def _pump(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, meter: Metered, limit: int | None = None
) -> None:
    while limit is None or limit > 0:
        data = await reader.read(CHUNK if limit is None else min(CHUNK, limit))
        if not data:
            return
        limit = None if limit is None else limit - len(data)
        meter.bytes_left -= len(data)
        if meter.bytes_left < 0:
            meter.faults.append(
                Failure(reason=Reason.TOO_LARGE, detail="the page loads more than a visit may", transient=False)
            )
            return
        writer.write(data)
        await writer.drain()
