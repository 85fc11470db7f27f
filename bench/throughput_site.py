"""The site of the throughput bench, in a process of its own: packed pages on fifty loopback addresses, with validators.

`python -m bench.throughput_site SOURCES [DATA]` prints its port when all pages are packed, and ends with its stdin. It
answers a conditional request as a stock nginx does: If-None-Match by the same tag, If-Modified-Since by the same date.
`/-/turn?state=0|1&validators=0|1` chooses what is shown next and gives how many answers of each status it gave since.
"""

import asyncio
import json
import socket
import sys
import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qs

from bench.throughput_pages import HOSTS, host, path, shown

DATES = (b"Mon, 02 Mar 2026 06:00:00 GMT", b"Mon, 09 Mar 2026 06:00:00 GMT")
CONTROL = b"/-/turn?"
NOT_FOUND = b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """One page as it goes over the wire: gzip level 1 as nginx packs by default, its tag and its date."""

    packed: bytes
    tag: bytes
    date: bytes

    @property
    def validators(self) -> bytes:
        return b"ETag: " + self.tag + b"\r\nLast-Modified: " + self.date + b"\r\n"

    def same(self, asked: dict[bytes, bytes]) -> bool:
        """Whether the asker has it already: every condition it sends must hold."""
        conditions = ((b"if-none-match", self.tag), (b"if-modified-since", self.date))
        sent = [(asked[name], value) for name, value in conditions if name in asked]
        return bool(sent) and all(mine == value for mine, value in sent)


def packed(page: bytes, number: int, state: int) -> Answer:
    packer = zlib.compressobj(1, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return Answer(packer.compress(page) + packer.flush(), f'"{number:x}-{state}"'.encode(), DATES[state])


@dataclass(slots=True)
class Site:
    """What is shown in each state, which state it is, and how many answers of each status were given."""

    pages: tuple[dict[bytes, Answer], dict[bytes, Answer]] = field(default_factory=lambda: ({}, {}))
    state: int = 0
    validators: bool = True
    given: Counter[int] = field(default_factory=Counter)

    def load(self, data: Path | None, sources: int) -> None:
        for one in shown(data, sources):
            address = f"{host(one.number)} {path(one.number)}".encode()
            self.pages[0][address] = self.pages[1][address] = packed(one.before, one.number, 0)
            if one.after is not None:
                self.pages[1][address] = packed(one.after, one.number, 1)

    def reply(self, target: bytes, headers: dict[bytes, bytes]) -> bytes:
        if target.startswith(CONTROL):
            return self.turn(target[len(CONTROL) :].decode())
        answer = self.pages[self.state].get(headers.get(b"host", b"").split(b":")[0] + b" " + target)
        if answer is None:
            self.given[404] += target != b"/robots.txt"
            return NOT_FOUND
        if self.validators and answer.same(headers):
            self.given[304] += 1
            return b"HTTP/1.1 304 Not Modified\r\n" + answer.validators + b"\r\n"
        self.given[200] += 1
        length = f"Content-Length: {len(answer.packed)}\r\n\r\n".encode()
        kind = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n"
        return kind + (answer.validators if self.validators else b"") + length + answer.packed

    def turn(self, query: str) -> bytes:
        asked = parse_qs(query)
        body = json.dumps(self.given).encode()
        self.given.clear()
        self.state, self.validators = int(asked["state"][0]), asked["validators"][0] == "1"
        return b"HTTP/1.1 200 OK\r\nContent-Length: " + str(len(body)).encode() + b"\r\n\r\n" + body


class Connection(asyncio.Protocol):
    """Requests in, answers out, kept alive; nothing is ever sent with a request but its head."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self.waiting = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.waiting += data
        while b"\r\n\r\n" in self.waiting:
            head, self.waiting = self.waiting.split(b"\r\n\r\n", 1)
            first, *lines = head.split(b"\r\n")
            pairs = (line.split(b":", 1) for line in lines)
            headers = {name.strip().lower(): value.strip() for name, value in pairs}
            self.transport.write(self.site.reply(first.split(b" ")[1], headers))


def sockets() -> tuple[int, list[socket.socket]]:
    """One port that is free on every address of the bench."""
    found = [socket.create_server((host(0), 0), backlog=512)]
    port = int(found[0].getsockname()[1])
    found += [socket.create_server((host(number), port), backlog=512) for number in range(1, HOSTS)]
    return port, found


async def serve(site: Site, listening: list[socket.socket]) -> None:
    loop = asyncio.get_running_loop()
    for one in listening:
        await loop.create_server(lambda: Connection(site), sock=one)
    await loop.run_in_executor(None, sys.stdin.read)


def main(arguments: list[str]) -> None:
    site = Site()
    site.load(Path(arguments[1]) if len(arguments) > 1 else None, int(arguments[0]))
    port, listening = sockets()
    print(port, flush=True)
    asyncio.run(serve(site, listening))


if __name__ == "__main__":
    main(sys.argv[1:])
