"""A home, a small site on loopback, and the installed commands, run as a person would run them."""

import contextlib
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

BIN = Path(sys.executable).parent


class Site:
    """Pages by path; each may be replaced between two crawls. Counts how often a path was asked for."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[int, str, bytes]] = {}
        self.asked: list[str] = []
        self.gzipped: set[str] = set()
        site = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append(self.path)
                status, media_type, body = site.pages.get(self.path, (404, "text/plain", b"no such page"))
                self.send_response(status)
                self.send_header("Content-Type", media_type)
                self.send_header("Content-Length", str(len(body)))
                if self.path in site.gzipped:
                    self.send_header("Content-Encoding", "gzip")
                self.end_headers()
                with contextlib.suppress(ConnectionError):  # a client that has read enough hangs up
                    self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.thread = threading.Thread(target=self.server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def page(self, path: str, html: str, *, status: int = 200, media_type: str = "text/html; charset=utf-8") -> None:
        self.gzipped.discard(path)
        self.pages[path] = (status, media_type, html.encode())

    def compressed(self, path: str, body: bytes) -> None:
        """A gzip body, whatever it unpacks to."""
        self.gzipped.add(path)
        self.pages[path] = (200, "text/html", body)


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site()
    site.thread.start()
    yield site
    site.server.shutdown()
    site.thread.join()
    site.server.server_close()


class Home:
    """A folder with the three files, and the commands run against it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, command: str, *arguments: str, code: int | None = 0) -> subprocess.CompletedProcess[str]:
        """Run `crawl` or `bellwether` as installed; its exit code must be `code` unless that is None."""
        where = ["--home", str(self.folder)]
        environment = {key: value for key, value in os.environ.items() if not key.startswith("BELLWETHER_")}
        done = subprocess.run(
            [str(BIN / command), *arguments, *where],
            capture_output=True,
            text=True,
            timeout=120,
            env=environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
        )
        assert code is None or done.returncode == code, f"exit {done.returncode}\n{done.stdout}\n{done.stderr}"
        return done

    def json(self, command: str, *arguments: str, code: int | None = 0) -> Any:
        return json.loads(self.run(command, *arguments, "--json", code=code).stdout)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.write("bellwether.toml", '[fetch]\nallowed_networks = ["127.0.0.0/8"]\nhost_delay = 0.0\n')
    home.write(
        "accounts.yaml",
        """\
us:
  name: Halden Group
  products:
    - name: Hotel Rates
      topics: [hotel prices]
      rivals: {Brightvane: [StayFeed]}
people:
  ines: {name: Ines Moreau, email: ines@halden.example, zone: Europe/Paris, digest: mon 07:00}
  ana: {name: Ana Lund, email: ana@halden.example, zone: Europe/Paris, analyst: true}
accounts:
  - name: Marlowe Travel
    tier: key
    owner: ines
    industry: travel
    places: [London, GB]
    buys: [Hotel Rates]
    also_uses: {Brightvane: StayFeed}
    revenue: 410000 EUR
  - name: Tessera Pay
    tier: key
    owner: ines
    industry: fintech
    buys: [Hotel Rates]
""",
    )
    return home
