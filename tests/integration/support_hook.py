"""A web hook of our own that keeps what is posted to it, and answers as it is told."""

import json
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_network

import pytest

from guard.addresses import AddressPolicy

HERE = AddressPolicy(allowed=(ip_network("127.0.0.1/32"),))


@dataclass
class Hook:
    """A webhook's server: what it was posted, and how it answers (0: it hangs up without an answer)."""

    status: int = 200
    posts: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    port: int = 0
    to: str = ""

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/hook/s3cret-path"


@contextmanager
def hooked(hook: Hook, *, tls: ssl.SSLContext | None = None) -> Iterator[Hook]:
    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            hook.paths.append(self.path)
            hook.posts.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            if not hook.status:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            self.send_response(hook.status)
            if hook.to:
                self.send_header("Location", hook.to)
            self.send_header("Content-Length", "2")
            self.end_headers()
            self.wfile.write(b"ok")

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    hook.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield hook
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture
def hook() -> Iterator[Hook]:
    with hooked(Hook()) as hook:
        yield hook
