"""With an egress proxy everything leaves through it, and the address policy still comes first."""

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from domain.errors import BrowserMissing
from spiders.chromium import find
from tests.integration.support_proxy import forwarder
from tests.integration.support_site import answer, crawl, site

ALLOWED = {"allowed_networks": ["127.0.0.1/32"]}


def no_browser() -> bool:
    try:
        find(None)
    except BrowserMissing:
        return True
    return False


def wrapped(authority: trustme.CA) -> Callable[[Any], Any]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    return lambda plain: context.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)


def test_pages_leave_through_the_egress_proxy_and_private_ones_not_at_all(tmp_path: Path) -> None:
    authority = trustme.CA()
    ca_file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(str(ca_file))
    with site() as here, site(wrapped(authority)) as safe, forwarder() as proxy:
        away = here.add("/away", answer(status=302, headers={"Location": "http://127.0.0.2:1/"}))
        attempts = crawl(
            [
                {"name": "plain", "url": here.add("/page", answer(b"hello"))},
                {"name": "safe", "url": safe.add("/page", answer(b"hello"))},
                {"name": "private", "url": "http://127.0.0.2:1/"},
                {"name": "redirect", "url": away},
            ],
            egress_proxy=proxy.url,
            ca_file=str(ca_file),
            **ALLOWED,
        )
    assert attempts["plain"]["failure"] is None
    assert attempts["safe"]["failure"] is None
    assert attempts["private"]["failure"]["reason"] == "address_refused"
    assert attempts["redirect"]["failure"]["reason"] == "address_refused"
    assert ("GET", here.base + "/page") in proxy.asked
    assert ("CONNECT", f"127.0.0.1:{safe.port}") in proxy.asked
    assert not any("127.0.0.2" in target for _, target in proxy.asked)
    assert "proxy-authorization" not in here.asked("/page")[0]


@pytest.mark.skipif(no_browser(), reason="no browser here; see python -m spiders.chromium")
def test_the_browser_leaves_through_the_egress_proxy_too() -> None:
    with site() as here, forwarder() as proxy:
        page = b"<main>hello</main><img src='http://127.0.0.2:1/x.png'>"
        attempts = crawl(
            [{"name": "page", "url": here.add("/page", answer(page)), "render": "browser"}],
            egress_proxy=proxy.url,
            **ALLOWED,
        )
    assert attempts["page"]["failure"] is None
    assert proxy.asked.count(("GET", here.base + "/page")) == 1
    assert not any("127.0.0.2" in target for _, target in proxy.asked)
