"""The door of the browser: a proxy on loopback that resolves, checks and connects by itself."""

import asyncio
import base64
import logging
import secrets
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from urllib.parse import SplitResult, unquote, urlsplit

from domain.errors import AddressRefused
from domain.visits import Failure, Reason
from guard.addresses import AddressPolicy, literal_address
from spiders.certificates import Door
from spiders.tunnel import Egress, Head, Refusal, connect_through, read_head, relay

log = logging.getLogger("bellwether.spiders")

# What a browser's own services ask for; a page has no use for them.
VENDOR_HOSTS = (
    "accounts.google.com",
    "clients.google.com",
    "clients1.google.com",
    "clients2.google.com",
    "clients4.google.com",
    "edge.microsoft.com",
    "gvt1.com",
    "mtalk.google.com",
    "optimizationguide-pa.googleapis.com",
    "safebrowsing.googleapis.com",
    "update.googleapis.com",
)
CONNECT_SECONDS = 20.0
# Where a tunnel carries a WebSocket without TLS.
PLAIN_PORT = 80
HEAD_SECONDS = 30.0


@dataclass(slots=True)
class Pass:
    """One visit's right to use the proxy, the bytes left to it, and what it was refused."""

    user: str
    password: str
    bytes_left: int
    faults: list[Failure] = field(default_factory=list)

    @property
    def credentials(self) -> str:
        return "Basic " + base64.b64encode(f"{self.user}:{self.password}".encode()).decode()


class GuardProxy:
    """An HTTP proxy for one browser. Requests without a visit's pass are the browser's own and get nothing."""

    def __init__(self, policy: AddressPolicy, egress: Egress | None) -> None:
        self._policy, self._egress = policy, egress
        self.door: Door | None = None
        self._passes: dict[str, Pass] = {}
        self._server: asyncio.Server | None = None
        self._talks: set[asyncio.Task[None]] = set()
        self.port = 0

    async def start(self) -> None:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        if self._server is not None:
            self._server.close()
        for talk in self._talks:
            talk.cancel()
        await asyncio.gather(*self._talks, return_exceptions=True)

    def admit(self, bytes_left: int) -> Pass:
        """A pass for one visit; `release` ends it."""
        made = Pass(secrets.token_hex(8), secrets.token_hex(16), bytes_left)
        self._passes[made.credentials] = made
        return made

    def release(self, given: Pass) -> None:
        self._passes.pop(given.credentials, None)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        talk = asyncio.ensure_future(self._talk(reader, writer))
        self._talks.add(talk)
        try:
            await talk
        except (OSError, EOFError, TimeoutError, ValueError) as error:
            log.debug("browser proxy: %r", error)
        finally:
            self._talks.discard(talk)
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    async def _talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answers requests of one connection; after a refusal for want of a pass the browser asks again on it."""
        while True:
            async with asyncio.timeout(HEAD_SECONDS):
                head = await read_head(reader)
            if head is None:
                return
            given = self._passes.get(head.value("Proxy-Authorization"))
            if given is not None:
                await self._forward(head, given, reader, writer)
                return
            writer.write(
                b"HTTP/1.1 407 Proxy Authentication Required\r\n"
                b'Proxy-Authenticate: Basic realm="visit"\r\nContent-Length: 0\r\n\r\n'
            )
            await writer.drain()

    async def _forward(
        self, head: Head, given: Pass, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        try:
            target = target_of(head)
            upstream = await self._open(target, tunnel=head.method == "CONNECT")
            door = self.door if head.method == "CONNECT" and target.port != PLAIN_PORT else None
            if door is not None:
                await verify(upstream[1], door, target.hostname or "")
        except Refusal as refusal:
            # The connection ends without an answer: an answer of ours could be taken for the site's.
            given.faults.append(refusal.failure)
            return
        if head.method == "CONNECT":
            writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
            if door is not None:
                await writer.start_tls(door.inside)
        else:
            upstream[1].write(head.forwarded(target, self._egress))
        await relay((reader, writer), upstream, given, one_request=None if head.method == "CONNECT" else head)

    async def _open(self, target: SplitResult, *, tunnel: bool) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
        """A connection to an address that was checked, the very one. Raises Refusal."""
        host, port = target.hostname or "", target.port or (443 if target.scheme == "https" else 80)
        addresses = await self.addresses(host, port)
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                if self._egress is not None:
                    return await connect_through(self._egress, host, port, tunnel=tunnel)
                return await connect_first(addresses, port)
        except TimeoutError as error:
            raise Refusal(Reason.TIMEOUT, f"{host}:{port} does not answer") from error
        except OSError as error:
            raise Refusal(Reason.CONNECTION, f"{host}:{port}: {error}") from error

    async def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The permitted addresses of a host. Raises Refusal where there are none, or one of the vendor's is asked for.

        Through an egress proxy a name need not resolve here; where it does, it must be permitted all the same.
        """
        if any(host == vendor or host.endswith(f".{vendor}") for vendor in VENDOR_HOSTS):
            raise Refusal(Reason.ADDRESS_REFUSED, f"{host} serves the browser's maker, not the page")
        found = await lookup(host, port)
        if not found and self._egress is None:
            raise Refusal(Reason.DNS, f"{host} has no address")
        permitted = tuple(ip for ip in found if self._policy.permits(ip))
        if found and not permitted:
            raise Refusal(Reason.ADDRESS_REFUSED, f"{host} is inside a private network ({found[0]})")
        return permitted


async def verify(upstream: asyncio.StreamWriter, door: Door, host: str) -> None:
    """Turns to TLS, verifying the site's certificate. Raises Refusal."""
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            await upstream.start_tls(door.outside, server_hostname=host)
    except (ssl.SSLError, ssl.CertificateError) as error:
        upstream.close()
        raise Refusal(Reason.TLS, f"{host}: {error}") from error
    except (OSError, TimeoutError) as error:
        upstream.close()
        raise Refusal(Reason.CONNECTION, f"{host}: {error}") from error


def target_of(head: Head) -> SplitResult:
    """What a request asks for: `host:port` of CONNECT, or an absolute http address. Raises Refusal."""
    url = f"https://{head.target}" if head.method == "CONNECT" else head.target
    try:
        parts = urlsplit(url)
        readable = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError as error:
        raise Refusal(Reason.ADDRESS_REFUSED, f"{head.target[:200]} cannot be read") from error
    if not readable or parts.scheme not in ("http", "https") or "@" in parts.netloc:
        raise Refusal(Reason.ADDRESS_REFUSED, f"{head.target[:200]} is no address to fetch")
    return parts


async def lookup(host: str, port: int) -> tuple[str, ...]:
    """The addresses of a name or of a host written as a number, in the system's order; none where it has none."""
    try:
        literal = literal_address(host)
    except AddressRefused as error:
        raise Refusal(Reason.ADDRESS_REFUSED, str(error)) from error
    try:
        found = await asyncio.get_running_loop().getaddrinfo(literal or host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return ()
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


async def connect_first(addresses: tuple[str, ...], port: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A connection to the first address that takes one. Raises OSError of the last."""
    last: OSError = OSError("no address")
    for ip in addresses:
        try:
            return await asyncio.open_connection(ip, port)
        except OSError as error:
            last = error
    raise last


def egress_of(url: str | None) -> Egress | None:
    """The operator's own proxy, from its http:// address, user and password included."""
    if url is None:
        return None
    parts = urlsplit(url)
    credentials = ""
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        credentials = "Basic " + base64.b64encode(pair.encode()).decode()
    return Egress(parts.hostname or "", parts.port or 80, credentials)
