"""The proxy in front of libraries that connect by themselves: one request, to one permitted address, for one client."""

import socket
import threading
from contextlib import closing
from http.client import HTTPConnection
from ipaddress import ip_network
from urllib.parse import urlsplit

import pytest

from domain.errors import AddressRefused
from guard.addresses import AddressPolicy
from guard.gateway import MOST_CONNECTIONS, Gateway, gateway
from tests.integration.support_site import Site, answer, site

HERE = AddressPolicy(allowed=(ip_network("127.0.0.1/32"),))


def heads(door: Gateway, *, known: bool = True) -> dict[str, str]:
    return {"Proxy-Authorization": door.credentials if known else "Basic bm86bm8="}


def through(door: Gateway, url: str, *, known: bool = True) -> tuple[int, bytes]:
    connection = HTTPConnection("127.0.0.1", door.port, timeout=10)
    connection.request("GET", url, headers=heads(door, known=known))
    told = connection.getresponse()
    found = told.status, told.read()
    connection.close()
    return found


def tunnelled(door: Gateway, here: Site, path: str) -> bytes:
    connection = HTTPConnection("127.0.0.1", door.port, timeout=10)
    where = urlsplit(here.base)
    connection.set_tunnel(where.hostname or "", where.port, headers=heads(door))
    connection.request("GET", path, headers={"Connection": "close"})
    body = connection.getresponse().read()
    connection.close()
    return body


def test_requests_and_tunnels_lead_to_permitted_addresses() -> None:
    with site() as here, gateway(HERE) as door:
        url = here.add("/page?a=1", answer(b"hello"))
        assert through(door, url) == (200, b"hello")
        assert tunnelled(door, here, "/page?a=1") == b"hello"
        (path, first), _ = here.seen
    assert (path, first["host"], first["connection"]) == ("/page?a=1", urlsplit(url).netloc, "close")
    assert "proxy-authorization" not in first
    assert door.refused is None


def test_nothing_leads_to_an_address_that_is_not_permitted() -> None:
    with site(host="127.0.0.2") as inside, gateway(HERE) as door:
        inside.base = inside.base.replace("127.0.0.1", "127.0.0.2")
        assert through(door, inside.add("/page", answer(b"secret")))[0] == 502
        with pytest.raises(OSError, match="502"):
            tunnelled(door, inside, "/page")
        assert isinstance(door.refused, AddressRefused)
        assert through(door, "file:///etc/passwd")[0] == 403
        assert inside.seen == []


def test_only_who_was_told_the_password_is_let_through() -> None:
    with site() as here, gateway(HERE) as door:
        assert through(door, here.add("/page", answer(b"hello")), known=False)[0] == 407
        assert here.seen == []


def test_what_follows_a_request_on_its_connection_is_not_passed_on() -> None:
    with site() as here, gateway(HERE) as door:
        url = here.add("/page", answer(b"hello"))
        asked = f"GET {url} HTTP/1.1\r\nHost: x\r\nProxy-Authorization: {door.credentials}\r\n\r\n".encode()
        with socket.create_connection(("127.0.0.1", door.port), timeout=10) as connection:
            connection.sendall(asked + asked)
            said = b"".join(iter(lambda: connection.recv(65536), b""))
        assert said.count(b"hello") == 1
        assert len(here.seen) == 1


def test_what_a_stranger_asks_for_is_not_even_read() -> None:
    with gateway(HERE) as door:
        assert through(door, "file:///etc/passwd", known=False)[0] == 407
        assert through(door, "http://10.0.0.1:bad/x", known=False)[0] == 407
        assert door.refused is None, "the operator is not told to let through what they never asked for"


def said_to(door: Gateway, request: str, body: bytes = b"") -> bytes:
    with socket.create_connection(("127.0.0.1", door.port), timeout=10) as connection:
        head = f"{request} HTTP/1.1\r\nHost: x\r\nProxy-Authorization: {door.credentials}\r\n"
        connection.sendall(head.encode() + body)
        return b"".join(iter(lambda: connection.recv(65536), b""))


@pytest.mark.parametrize("head", [b"Transfer-Encoding: chunked", b"Content-Length: -5", b"Content-Length: few"])
def test_a_body_whose_length_is_not_said_is_refused_and_not_cut_off(head: bytes) -> None:
    with site() as here, gateway(HERE) as door:
        url = here.add("/page", answer(b"hello"))
        assert b" 411 " in said_to(door, f"PUT {url}", head + b"\r\n\r\n5\r\nhello\r\n0\r\n\r\n").splitlines()[0]
        assert here.seen == []


def test_silent_strangers_get_no_more_threads_than_there_are_places_and_none_outlives_the_door() -> None:
    before = set(threading.enumerate())
    with gateway(HERE) as door:
        silent = [socket.create_connection(("127.0.0.1", door.port), timeout=10) for _ in range(2 * MOST_CONNECTIONS)]
        assert silent[-1].recv(1) == b"", "one too many is closed at once"
        handlers = set(threading.enumerate()) - before
        assert len(handlers) <= MOST_CONNECTIONS + 1
    for connection in silent:
        connection.close()
    for thread in handlers:
        thread.join(10)
    assert not any(thread.is_alive() for thread in handlers)


def test_a_tunnel_passes_on_both_ways_until_both_ends_are_done() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as server, gateway(HERE) as door:
        connection = HTTPConnection("127.0.0.1", door.port, timeout=10)
        connection.set_tunnel("127.0.0.1", server.getsockname()[1], headers=heads(door))
        connection.connect()
        other, _ = server.accept()
        with other, closing(connection):
            connection.sock.sendall(b"asked")
            connection.sock.shutdown(socket.SHUT_WR)
            assert b"".join(iter(lambda: other.recv(100), b"")) == b"asked"
            other.sendall(b"answered")
            other.shutdown(socket.SHUT_WR)
            assert b"".join(iter(lambda: connection.sock.recv(100), b"")) == b"answered"
