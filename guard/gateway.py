"""A door in front of libraries that connect past Python's sockets: a proxy on loopback that decides as it connects.

Such a library resolves names itself, so that a look at its address beforehand proves nothing: the name may lead
elsewhere a moment later. Told to use this proxy it connects nowhere else, and the policy sees the address that is used.
"""

import hmac
import secrets
import selectors
import socket
import threading
from base64 import b64encode
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

from domain.errors import AddressRefused, BellwetherError
from guard.addresses import AddressPolicy, split_url
from guard.doors import vetted

CONNECT_SECONDS = 10.0
SILENT_SECONDS = 30.0
# Of a tunnel with both ends silent: longer than an answer takes, however slow, for the library has a clock of its own.
TUNNEL_SECONDS = 120.0
# What a library opens at once is a handful; strangers on this machine get no more threads than this out of us.
MOST_CONNECTIONS = 32
CHUNK = 65536
# Said for one connection, to us or by us; the rest of a head is passed on as it is.
OURS = ("proxy-authorization", "proxy-connection", "connection", "keep-alive")


@dataclass(slots=True, kw_only=True)
class Gateway:
    """Whoever knows `url` leaves by this door and no other; `refused` is the last address it was not let through to."""

    policy: AddressPolicy
    password: str = field(default_factory=lambda: secrets.token_hex(16))
    port: int = 0
    refused: BellwetherError | None = None

    @property
    def url(self) -> str:
        return f"http://gateway:{self.password}@127.0.0.1:{self.port}"

    @property
    def credentials(self) -> str:
        return "Basic " + b64encode(f"gateway:{self.password}".encode()).decode()

    def connected(self, host: str, port: int) -> socket.socket:
        """A connection to an address that the policy permits, the very one that was decided on. Raises OSError."""
        with vetted(self.policy) as passage:
            try:
                opened = socket.create_connection((host, port), timeout=CONNECT_SECONDS)
            finally:
                if not passage.connected:
                    self.refused = passage.refused
        opened.settimeout(SILENT_SECONDS)
        return opened


@contextmanager
def gateway(policy: AddressPolicy) -> Iterator[Gateway]:
    """Serves it on loopback until the end of `with`."""
    made = Gateway(policy=policy)
    server = _Server(made)
    made.port = server.server_port
    serving = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    serving.start()
    try:
        yield made
    finally:
        server.shutdown()
        server.close_open()
        server.server_close()
        serving.join()


class _Server(ThreadingHTTPServer):
    block_on_close = False  # a connection that the library keeps open keeps nobody waiting

    def __init__(self, made: Gateway) -> None:
        self.gateway = made
        self._places = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._open: set[socket.socket] = set()
        super().__init__(("127.0.0.1", 0), _Handler)

    def process_request(self, request: "socket.socket | tuple[bytes, socket.socket]", client_address: object) -> None:
        """One thread a connection, as many as there are places; what comes beyond them is closed at once."""
        if not self._places.acquire(blocking=False):
            super().shutdown_request(request)
            return
        if isinstance(request, socket.socket):
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: "socket.socket | tuple[bytes, socket.socket]") -> None:
        if isinstance(request, socket.socket):
            self._open.discard(request)
        super().shutdown_request(request)
        self._places.release()

    @contextmanager
    def holding(self, upstream: socket.socket) -> Iterator[None]:
        """A connection of ours, closed at the end of `with` or of the door."""
        self._open.add(upstream)
        try:
            with upstream:
                yield
        finally:
            self._open.discard(upstream)

    def close_open(self) -> None:
        """Ends every connection, so that the threads that wait on them end too."""
        for connection in list(self._open):
            with suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


class _Handler(BaseHTTPRequestHandler):
    """One request a connection: what follows on it may be for another host."""

    server: _Server
    protocol_version = "HTTP/1.1"
    timeout = SILENT_SECONDS

    def do_CONNECT(self) -> None:
        """A tunnel; what goes through it is between the library and the other end, certificates included."""
        if not self._is_known():
            return
        host, _, port = self.path.rpartition(":")
        upstream = self._opened(host.strip("[]"), port)
        if upstream is None:
            return
        with self.server.holding(upstream):
            self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            _exchanged(self.connection, upstream)

    def _plain(self) -> None:
        """A request without encryption, by its whole address."""
        if not self._is_known():
            return
        length = self.headers.get("Content-Length", "0")
        if "Transfer-Encoding" in self.headers or not (length.isascii() and length.isdigit()):
            self.send_error(411)  # where its body ends must be said beforehand, and is by the library
            return
        try:
            parts = split_url(self.path)
        except AddressRefused as error:
            self.server.gateway.refused = error
            self.send_error(403)
            return
        upstream = self._opened(parts.hostname or "", str(parts.port or 80))
        if upstream is None:
            return
        with self.server.holding(upstream):
            self._pass_on(upstream)

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _plain

    def _is_known(self) -> bool:
        """Whether it brings the password; asked before anything it says is looked at."""
        self.close_connection = True
        said = (self.headers.get("Proxy-Authorization") or "").encode("utf-8", "surrogateescape")
        if hmac.compare_digest(said, self.server.gateway.credentials.encode()):
            return True
        self.send_error(407)
        return False

    def _opened(self, host: str, port: str) -> socket.socket | None:
        try:
            return self.server.gateway.connected(host, int(port))
        except (OSError, ValueError, UnicodeError):
            self.send_error(502)
            return None

    def _pass_on(self, upstream: socket.socket) -> None:
        """The request, and its answer until the other end closes."""
        parts = urlsplit(self.path)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        kept = [(name, value) for name, value in self.headers.items() if name.lower() not in OURS]
        lines = [f"{self.command} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in kept), "Connection: close"]
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        upstream.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1") + body)
        while data := upstream.recv(CHUNK):
            self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Says nothing: an address may hold a signature."""


def _exchanged(client: socket.socket, upstream: socket.socket) -> None:
    """Passes bytes on both ways until both ends are done, or neither has said anything for a while.

    One clock for both: who is silent may be waiting for a slow answer.
    """
    with selectors.DefaultSelector() as ends, suppress(OSError):
        ends.register(client, selectors.EVENT_READ, (client, upstream))
        ends.register(upstream, selectors.EVENT_READ, (upstream, client))
        while ends.get_map() and (ready := ends.select(TUNNEL_SECONDS)):
            for key, _ in ready:
                if not _poured(*key.data):
                    ends.unregister(key.fileobj)


def _poured(source: socket.socket, into: socket.socket) -> bool:
    """Passes on what is there; False, and said to the other end, where there is no more. Raises OSError."""
    data = source.recv(CHUNK)
    if data:
        into.sendall(data)
        return True
    into.shutdown(socket.SHUT_WR)
    return False
