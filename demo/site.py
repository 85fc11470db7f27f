"""The demo world on loopback: one server that answers as the invented sites did on one of three dates."""

import email.utils
import hashlib
import random
import re
import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import jinja2

from domain.errors import UsageError

WORLD = Path(__file__).with_name("world")
DATES = {"baseline": "2026-02-12", "signals": "2026-02-19", "quiet": "2026-02-26"}
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/rss+xml; charset=utf-8",
    ".rss": "application/rss+xml; charset=utf-8",
    ".atom": "application/atom+xml; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
}
STATUS = re.compile(r"^\{#\s*status:\s*(\d{3})\s*#\}")


class Visit:
    """What differs from one visit of a page to the next: tokens, counters, rotating quotes, the hour."""

    def __init__(self, date: str, path: str, number: int) -> None:
        self.date = date
        self.number = number
        self._chance = random.Random(f"{date} {path} {number}")

    def token(self, length: int = 24) -> str:
        return "".join(self._chance.choices("0123456789abcdef", k=length))

    def count(self, low: int, high: int) -> int:
        return self._chance.randint(low, high)

    def pick(self, texts: Sequence[str]) -> str:
        """One of several texts, another one at every date."""
        turn = list(DATES.values()).index(self.date) + self.number
        return texts[turn % len(texts)]

    def rfc_date(self) -> str:
        moment = datetime.fromisoformat(self.date).replace(hour=5, minute=self.count(0, 59), tzinfo=UTC)
        return email.utils.format_datetime(moment, usegmt=True)


def folders(date: str) -> tuple[str, ...]:
    """The folders of the world that a date is read from: the first that has a page shows it. Raises UsageError."""
    if date not in DATES:
        raise UsageError(f"the demo has no date {date!r}; it has {', '.join(DATES)}")
    names = list(DATES)[: list(DATES).index(date) + 1]
    return (*reversed(names), "common")


class World:
    """The pages of one date; a file that a date lacks is that of the date before. Safe to ask from many threads."""

    def __init__(self, folder: Path, date: str, visits: int = 0) -> None:
        self.roots = [folder / name for name in folders(date)]
        self.date = DATES[date]
        self._first = visits + 1
        self._visits: Counter[str] = Counter()
        self._lock = threading.Lock()
        loader = jinja2.FileSystemLoader(self.roots)
        # These are our own pages, written in full: nothing in them comes from outside.
        self._templates = jinja2.Environment(loader=loader, autoescape=False, auto_reload=True)

    def find(self, address: str) -> str | None:
        """The file behind an address, relative to the dates' folders; `page` counts in the file's name."""
        parts = urlsplit(address)
        path = parts.path.strip("/")
        stem, dot, end = path.rpartition(".")
        page = parse_qs(parts.query).get("page", ["1"])[0]
        wanted = [path, f"{path}.html", f"{path}/index.html", f"{stem}-{page}{dot}{end}"]
        inside = [name for name in wanted if name and ".." not in name.split("/") and name != "layout.html"]
        return next((name for name in inside for root in self.roots if (root / name).is_file()), None)

    def answer(self, address: str, base: str) -> tuple[int, str, bytes]:
        """Status, media type and body of one more visit to an address."""
        name = self.find(address)
        if name is None:
            return 404, TYPES[".txt"], b"There is no such page in the demo world.\n"
        with self._lock:
            number = self._first + self._visits[address]
            self._visits[address] += 1
        text, _, _ = self._templates.loader.get_source(self._templates, name)  # type: ignore[union-attr]
        status = STATUS.match(text)
        body = self._templates.get_template(name).render(base=base, visit=Visit(self.date, name, number))
        return int(status.group(1)) if status else 200, TYPES[Path(name).suffix], body.encode()


class Site:
    """A running server: its port, its address, and the date it shows (`show` moves on)."""

    def __init__(self, server: ThreadingHTTPServer, folder: Path, date: str, visits: int) -> None:
        self.port: int = server.server_address[1]
        self.base = f"http://127.0.0.1:{self.port}"
        self.folder, self.visits = folder, visits
        self.show(date)

    def show(self, date: str) -> None:
        self.world = World(self.folder, date, self.visits)


def make_handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            status, kind, body = site.world.answer(self.path, site.base)
            tag = f'"{hashlib.sha256(body).hexdigest()[:16]}"'
            if status == 200 and self.headers.get("If-None-Match") == tag:
                status, body = 304, b""
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            if status in (200, 304):
                self.send_header("ETag", tag)
            self.end_headers()
            if self.command == "GET":
                with suppress(ConnectionError):  # a browser that has seen enough hangs up
                    self.wfile.write(body)

        do_HEAD = do_GET

        def log_message(self, *_: object) -> None:
            """The crawl says what it visits; the server keeps quiet."""

    return Handler


@contextmanager
def serve(folder: Path = WORLD, date: str = "baseline", port: int = 0, visits: int = 0) -> Iterator[Site]:
    """The world on loopback until the block ends, after so many visits already; port 0 takes a free one.

    Raises UsageError where the port is taken.
    """
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), BaseHTTPRequestHandler)
    except OSError as error:
        raise UsageError(f"port {port} is taken ({error.strerror}); end what uses it, or make the demo anew") from error
    server.daemon_threads = True
    site = Site(server, folder, date, visits)
    server.RequestHandlerClass = make_handler(site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
