"""A site on loopback with answers written beforehand, and a crawl of it in a process of its own."""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(body: bytes = b"", status: int = 200, headers: dict[str, str] | None = None) -> Answer:
    """A whole answer with its length."""

    def write(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in {"Content-Type": "text/html", "Content-Length": str(len(body)), **(headers or {})}.items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return write


class Site:
    """Answers by path; `seen` keeps every request as (path, headers), `base` is its address."""

    def __init__(self, server: ThreadingHTTPServer, scheme: str = "http") -> None:
        self.base = f"{scheme}://127.0.0.1:{server.server_port}"
        self.port = server.server_port
        self.answers: dict[str, Answer] = {"/robots.txt": answer(status=404)}
        self.seen: list[tuple[str, dict[str, str]]] = []

    def add(self, path: str, reply: Answer) -> str:
        self.answers[path] = reply
        return self.base + path

    def asked(self, path: str) -> list[dict[str, str]]:
        """The headers, by lower-case name, of each request for a path."""
        return [headers for seen, headers in self.seen if seen == path]


@contextmanager
def site(certificate: Callable[[Any], Any] | None = None, host: str = "127.0.0.1") -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            here.seen.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            reply = here.answers.get(self.path) or here.answers.get(self.path.partition("?")[0]) or answer(status=404)
            try:
                reply(self)
            except (BrokenPipeError, ConnectionResetError):
                self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer((host, 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    if certificate is not None:
        server.socket = certificate(server.socket)
    here = Site(server, "https" if certificate else "http")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def crawl(plans: list[dict[str, Any]], timeout: float = 60.0, **fetching: Any) -> dict[str, dict[str, Any]]:
    """The attempts of one crawl in a process of its own, by source name; see run_crawl.py for the shape of a plan."""
    done = crawl_process(plans, timeout, **fetching)
    assert done.returncode == 0, done.stderr
    attempts = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(attempts) == sum(not plan.get("batch_only") for plan in plans), done.stderr
    return {attempt["source"]: attempt for attempt in attempts}


def crawl_process(plans: list[dict[str, Any]], timeout: float, **fetching: Any) -> subprocess.CompletedProcess[str]:
    settings = {"allowed_networks": ["127.0.0.0/8"], "host_delay": 0, **fetching}
    return subprocess.run(
        [sys.executable, "-W", "error", str(Path(__file__).with_name("support_crawl.py"))],
        input=json.dumps({"plans": plans, "fetching": settings}),
        capture_output=True,
        text=True,
        timeout=timeout,
        cwd=ROOT,
        check=False,
    )
