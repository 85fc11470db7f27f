"""A forward proxy on loopback, as an operator may have one: asks for a password and notes what it was asked for."""

import base64
import select
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

USER, PASSWORD = "out", "w@rd"


class Forwarder:
    """`asked` keeps (method, target) of each request that came with the right password."""

    def __init__(self, port: int) -> None:
        self.url = f"http://{USER}:w%40rd@127.0.0.1:{port}"
        self.asked: list[tuple[str, str]] = []


@contextmanager
def forwarder() -> Iterator[Forwarder]:
    expected = "Basic " + base64.b64encode(f"{USER}:{PASSWORD}".encode()).decode()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _admitted(self) -> bool:
            if self.headers.get("Proxy-Authorization") == expected:
                here.asked.append((self.command, self.path))
                return True
            self.send_response(407)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return False

        def do_GET(self) -> None:
            if not self._admitted():
                return
            parts = urlsplit(self.path)
            with socket.create_connection((parts.hostname, parts.port or 80)) as there:
                kept = [f"{name}: {value}" for name, value in self.headers.items() if "proxy" not in name.lower()]
                head = [f"GET {parts.path or '/'} HTTP/1.1", *kept, "Connection: close"]
                there.sendall(("\r\n".join(head) + "\r\n\r\n").encode())
                while data := there.recv(65536):
                    self.wfile.write(data)
            self.close_connection = True

        def do_CONNECT(self) -> None:
            if not self._admitted():
                return
            host, _, port = self.path.rpartition(":")
            with socket.create_connection((host, int(port))) as there:
                self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                pass_on(self.connection, there)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.handle_error = lambda *_: None  # type: ignore[method-assign]
    here = Forwarder(server.server_port)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def pass_on(one: socket.socket, other: socket.socket) -> None:
    """Bytes both ways until either side ends."""
    while True:
        for ready in select.select([one, other], [], [])[0]:
            data = ready.recv(65536)
            if not data:
                return
            (other if ready is one else one).sendall(data)
