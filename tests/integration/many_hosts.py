"""A site of many hosts in a process of its own, each at an address 127.x; it writes down who asked for what, and when.

`python -m tests.integration.many_hosts HOSTS LOG` prints its port, ends with its stdin, and then writes LOG: a line of
JSON for each request, as Asked has it. Every fourth answer of a host's page says another price.
"""

import asyncio
import json
import random
import socket
import sys
from collections import Counter
from dataclasses import asdict, dataclass
from pathlib import Path
from time import time

WORDS = "StayFeed gives hotel prices from ninety countries to revenue managers every single morning. " * 6
PAGE = "<html><body><main><h1>Plans</h1><p>{words}</p><p>The plan costs ${price} a month.</p></main></body></html>"
SLOWEST = 0.03
SAME = 4


@dataclass(slots=True)
class Asked:
    """One request: by which connection, of which host, and from when to when it was under way."""

    connection: int
    host: str
    path: str
    began: float
    ended: float = 0.0


def address(number: int) -> str:
    return f"127.9.{number // 250}.{number % 250 + 1}"


class Site:
    """All hosts together."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.pages: Counter[str] = Counter()
        self.connections = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        mine = self.connections
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                await self.answer(mine, head.decode("latin-1"), writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

    async def answer(self, connection: int, head: str, writer: asyncio.StreamWriter) -> None:
        path = head.split(" ", 2)[1]
        host = next(line for line in head.split("\r\n") if line.lower().startswith("host:")).split(":")[1].strip()
        asked = Asked(connection, host, path, time())
        self.asked.append(asked)
        await asyncio.sleep(random.uniform(0, SLOWEST))
        status, body = ("404 Not Found", b"") if path == "/robots.txt" else ("200 OK", self.page(host))
        head = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        writer.write(head.encode() + body)
        asked.ended = time()
        await writer.drain()

    def page(self, host: str) -> bytes:
        self.pages[host] += 1
        return PAGE.format(words=WORDS, price=100 + self.pages[host] // SAME).encode()


async def main(hosts: int, log: Path) -> None:
    site = Site()
    first = socket.create_server((address(0), 0))
    port = first.getsockname()[1]
    others = [socket.create_server((address(number), port)) for number in range(1, hosts)]
    for one in (first, *others):
        await asyncio.start_server(site.serve, sock=one)
    print(port, flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    log.write_text("\n".join(json.dumps(asdict(one)) for one in site.asked), encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), Path(sys.argv[2])))
