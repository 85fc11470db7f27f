"""The proxy in front of libraries that connect by themselves: one request, to one permitted address, for one client."""

import socket
from http.client import HTTPConnection
from ipaddress import ip_network
from urllib.parse import urlsplit

import pytest

from domain.errors import AddressRefused
from guard.addresses import AddressPolicy
from guard.gateway import Gateway, gateway
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
