"""The site of the browser bench: each page has a style sheet, twenty pictures, and a script that writes its text."""

import random
import struct
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PICTURES, SIDE = 20, 160
HOSTS = 8
WORDS = ("plan", "price", "month", "seat", "region", "support", "limit", "export", "audit", "region", "trial", "yearly")
STYLE = b"main { columns: 2; font-family: sans-serif } img { width: 160px; float: left; margin: 4px }"
SCRIPT = b"""for (let i = 0; i < 200; i++) {
  const p = document.createElement('p');
  p.textContent = document.body.dataset.words.split(' ').map(w => w + i).join(' ');
  document.querySelector('main').append(p);
}"""


def page(number: int) -> bytes:
    said = " ".join(random.Random(number).choices(WORDS, k=20))
    pictures = "".join(f'<img src="/picture-{number}-{one}.png" alt="">' for one in range(PICTURES))
    head = f'<title>Page {number}</title><link rel=stylesheet href="/style.css">'
    body = f'<body data-words="{said}"><main><h1>Page {number}</h1>{pictures}</main><script src="/script.js"></script>'
    return f"<!doctype html><html lang=en>{head}{body}</html>".encode()


def picture(seed: str) -> bytes:
    """A PNG of coloured noise, some 75 kB: what compresses well costs nothing to load."""
    rows = b"".join(b"\0" + random.Random(f"{seed}-{row}").randbytes(3 * SIDE) for row in range(SIDE))
    chunks = (
        (b"IHDR", struct.pack(">IIBBBBB", SIDE, SIDE, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows, 1)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in chunks
    )


PICTURE = picture("one")


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        kind, body = content(self.path)
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


def content(path: str) -> tuple[str, bytes]:
    name = path.lstrip("/")
    if name.startswith("page-"):
        return "text/html; charset=utf-8", page(int(name.removeprefix("page-")))
    if name.startswith("picture-"):
        return "image/png", PICTURE
    return {"style.css": ("text/css", STYLE), "script.js": ("text/javascript", SCRIPT)}.get(name, ("text/plain", b""))


def host(number: int) -> str:
    """One loopback address after the other: two requests of one host are made at once, no more."""
    return f"127.0.2.{number % HOSTS + 1}"


@contextmanager
def site() -> Iterator[int]:
    """Serves it on one port of every address until the end of `with`."""
    first = ThreadingHTTPServer((host(0), 0), Handler)
    servers = [first, *(ThreadingHTTPServer((host(one), first.server_port), Handler) for one in range(1, HOSTS))]
    serving = [threading.Thread(target=server.serve_forever, daemon=True) for server in servers]
    for thread in serving:
        thread.start()
    try:
        yield first.server_port
    finally:
        for server, thread in zip(servers, serving, strict=True):
            server.shutdown()
            server.server_close()
            thread.join()
