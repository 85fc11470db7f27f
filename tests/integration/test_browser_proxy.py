"""The browser's proxy, spoken to directly."""

import asyncio
from collections.abc import Awaitable, Callable
from ipaddress import ip_network
from typing import Any

import pytest

from domain.visits import Reason
from guard.addresses import AddressPolicy
from spiders.proxy import GuardProxy, Pass
from spiders.tunnel import Refusal
from tests.integration.support_site import answer, site

POLICY = AddressPolicy((ip_network("127.0.0.1/32"),))


def with_proxy(talk: Callable[[GuardProxy], Awaitable[Any]]) -> Any:
    async def run() -> Any:
        proxy = GuardProxy(POLICY, None)
        await proxy.start()
        try:
            return await talk(proxy)
        finally:
            await proxy.stop()

    return asyncio.run(run())


async def ask(proxy: GuardProxy, line: str, given: Pass | None) -> bytes:
    """Everything the proxy answers to one request."""
    reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
    credentials = f"Proxy-Authorization: {given.credentials}\r\n" if given else ""
    writer.write(f"{line} HTTP/1.1\r\nHost: x.example\r\n{credentials}\r\n".encode())
    if given is None:
        writer.write_eof()
    found = await reader.read()
    writer.close()
    await writer.wait_closed()
    return found


def test_a_request_without_a_visits_pass_gets_nothing() -> None:
    with site() as here:
        url = here.add("/page", answer(b"hello"))
        found = with_proxy(lambda proxy: ask(proxy, f"GET {url}", None))
    assert found.startswith(b"HTTP/1.1 407")
    assert here.seen == []


def test_a_pass_ends_with_its_visit() -> None:
    async def talk(proxy: GuardProxy) -> tuple[bytes, bytes]:
        given = proxy.admit(10_000)
        during = await ask(proxy, f"GET {url}", given)
        proxy.release(given)
        reader, writer = await asyncio.open_connection("127.0.0.1", proxy.port)
        writer.write(f"GET {url} HTTP/1.1\r\nProxy-Authorization: {given.credentials}\r\n\r\n".encode())
        after = await reader.readline()
        writer.close()
        return during, after

    with site() as here:
        url = here.add("/page", answer(b"hello"))
        during, after = with_proxy(talk)
    assert during.endswith(b"hello")
    assert after.startswith(b"HTTP/1.1 407")
    assert "proxy-authorization" not in here.asked("/page")[0]


@pytest.mark.parametrize(
    "line",
    ["GET http://127.0.0.2:1/", "CONNECT 127.0.0.2:443", "CONNECT 2130706434:443", "GET file:///etc/passwd", "GET /"],
)
def test_what_is_refused_ends_without_an_answer_and_with_a_reason(line: str) -> None:
    async def talk(proxy: GuardProxy) -> tuple[bytes, Pass]:
        given = proxy.admit(10_000)
        return await ask(proxy, line, given), given

    found, given = with_proxy(talk)
    assert found == b""
    assert [fault.reason for fault in given.faults] == [Reason.ADDRESS_REFUSED]


def test_a_visit_that_loads_too_much_is_cut_off() -> None:
    async def talk(proxy: GuardProxy) -> tuple[bytes, Pass]:
        given = proxy.admit(100_000)
        return await ask(proxy, f"GET {url}", given), given

    with site() as here:
        url = here.add("/page", answer(b"x" * 5_000_000))
        found, given = with_proxy(talk)
    assert len(found) <= 100_000
    assert given.faults[-1].reason is Reason.TOO_LARGE


@pytest.mark.parametrize("host", ["update.googleapis.com", "redirector.gvt1.com", "accounts.google.com"])
def test_the_browsers_maker_hears_nothing(host: str) -> None:
    with pytest.raises(Refusal):
        asyncio.run(GuardProxy(POLICY, None).addresses(host, 443))
