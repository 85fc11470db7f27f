"""Every door a request can leave by, tried against an address that is not allowed: nothing arrives there.

The site is 127.0.0.1, which is allowed; the inside is 127.0.0.2, which is not.
"""

import base64
import socket
from collections.abc import Iterator
from ipaddress import ip_network
from typing import Any

import pytest

from digest.publish import Way, publish, withdraw
from domain.errors import BrowserMissing, DeliveryError
from domain.settings import Publishing
from guard.addresses import AddressPolicy
from spiders.chromium import find
from tests.integration.support_site import Site, answer, crawl, site

ALLOWED: dict[str, Any] = {"allowed_networks": ["127.0.0.1/32"]}
PAGE = b"""<!doctype html><main id=app>public</main><img src="%(inside)s/image.png">
<iframe src="%(inside)s/frame"></iframe><script>
const out = word => { app.textContent += ' ' + word };
fetch('%(inside)s/fetch', {mode: 'no-cors'}).then(() => out('LEAKED'), () => out('refused-fetch'));
navigator.sendBeacon('%(inside)s/beacon');
const socket = new WebSocket('%(ws)s/socket');
socket.onopen = () => out('LEAKED');
socket.onerror = () => out('refused-socket');
const peer = new RTCPeerConnection({iceServers: [{urls: 'stun:%(host)s'}]});
peer.createDataChannel('x');
peer.createOffer().then(offer => peer.setLocalDescription(offer));
</script>"""


def no_browser() -> bool:
    try:
        find(None)
    except BrowserMissing:
        return True
    return False


needs_browser = pytest.mark.skipif(no_browser(), reason="no browser here; see python -m spiders.chromium")


@pytest.fixture
def inside() -> Iterator[Site]:
    with site(host="127.0.0.2") as private:
        private.base = private.base.replace("127.0.0.1", "127.0.0.2")
        for path in ("/page", "/robots.txt", "/frame", "/fetch", "/image.png"):
            private.add(path, answer(b"secret"))
        yield private


def private_name(inside: Site) -> str:
    """A name that leads to loopback on every machine."""
    return f"http://localhost:{inside.port}/page"


def refused(attempt: dict[str, Any]) -> bool:
    return bool(attempt["failure"]) and attempt["failure"]["reason"] == "address_refused"


def moved(where: str) -> Any:
    return answer(status=302, headers={"Location": where})


def test_every_door_of_http_is_shut(inside: Site) -> None:
    with site() as here, site() as by_robots:
        by_robots.add("/robots.txt", moved(inside.base + "/robots.txt"))
        there = here.add("/redirect", moved(inside.base + "/page"))
        once = here.add("/once", moved("/redirect"))
        spelt = f"http://{0x7F000002}:{inside.port}/page"
        attempts = crawl(
            [
                {"name": "source", "url": inside.base + "/page"},
                {"name": "number", "url": spelt},
                {"name": "octal", "url": f"http://0177.0.0.2:{inside.port}/page"},
                {"name": "mapped", "url": f"http://[::ffff:127.0.0.2]:{inside.port}/page"},
                {"name": "redirect", "url": there},
                {"name": "second-redirect", "url": once},
                {"name": "robots", "url": by_robots.add("/page", answer(b"hello"))},
                {"name": "file", "url": "file:///etc/passwd"},
                {"name": "confused", "url": f"http://127.0.0.2:{inside.port}\\@{here.base[7:]}/"},
                {"name": "registry", "url": inside.base + "/page", "kind": "registry", "paging": {"parameter": "p"}},
                {"name": "feed", "url": inside.base + "/page", "kind": "feed"},
                {"name": "follow", "url": here.base, "purpose": "follow", "urls": [inside.base + "/page"]},
            ],
            **ALLOWED,
        )
    assert {name: attempt["failure"] for name, attempt in attempts.items() if not refused(attempt)} == {}
    assert inside.seen == []


def test_a_name_that_leads_inside_is_refused_after_dns(inside: Site) -> None:
    attempts = crawl(
        [{"name": "name", "url": private_name(inside)}, {"name": "cased", "url": "http://LOCALHOST:1/"}],
        allowed_networks=["127.0.0.2/32"],
    )
    assert refused(attempts["name"])
    assert refused(attempts["cased"])


@needs_browser
def test_every_door_of_the_browser_is_shut(inside: Site) -> None:
    with site() as here, socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as stun:
        stun.bind(("127.0.0.2", 0))
        stun.setblocking(False)
        names = {
            b"inside": inside.base.encode(),
            b"ws": inside.base.replace("http", "ws").encode(),
            b"host": f"127.0.0.2:{stun.getsockname()[1]}".encode(),
        }
        page = here.add("/page", answer(PAGE % names))
        there = here.add("/redirect", moved(inside.base + "/page"))
        script = here.add("/script", answer(f"<script>location = '{inside.base}/page'</script>public".encode()))
        attempts = crawl(
            [
                {"name": "page", "url": page, "render": "browser"},
                {"name": "main", "url": inside.base + "/page", "render": "browser"},
                {"name": "name", "url": private_name(inside).replace("localhost", "127.2"), "render": "browser"},
                {"name": "redirect", "url": there, "render": "browser"},
                {"name": "script", "url": script, "render": "browser"},
                {"name": "picture", "url": page, "purpose": "screenshot", "urls": [there]},
            ],
            timeout=120,
            **ALLOWED,
        )
        with pytest.raises(BlockingIOError):
            stun.recv(1)
    text = base64.b64decode(attempts["page"]["parts"][0]["body"]).decode()
    assert "refused-fetch" in text
    assert "refused-socket" in text
    assert "LEAKED" not in text.split("</main>")[0]
    for name in ("main", "name", "redirect", "script", "picture"):
        assert refused(attempts[name]), (name, attempts[name]["failure"])
    assert inside.seen == []


def test_the_door_to_an_object_store_is_shut(inside: Site) -> None:
    for endpoint in (inside.base, f"http://localhost:{inside.port}", f"http://{0x7F000002}:{inside.port}"):
        place = Publishing(address="https://e.example", store="s3://pages/here", endpoint=endpoint, region="eu")
        way = Way(environ={}, policy=AddressPolicy(allowed=(ip_network("10.0.0.0/8"),)))
        with pytest.raises(DeliveryError, match="private network"):
            publish("a.html", "<p></p>", place, way)
        with pytest.raises(DeliveryError, match="private network"):
            withdraw("a.html", place, way)
    assert inside.seen == []


def test_a_store_is_connected_to_where_its_name_was_found_to_lead(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that leads elsewhere a moment later: for us to an allowed address, for the next who asks inside."""

    def led(host: str, port: int, *_: object, **__: object) -> list[tuple[Any, ...]]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.3", port))]

    monkeypatch.setattr(socket, "getaddrinfo", led)
    with socket.create_server(("127.0.0.1", 0)) as here:
        here.setblocking(False)
        endpoint = f"http://localhost:{here.getsockname()[1]}"
        place = Publishing(address="https://e.example", store="s3://pages/here", endpoint=endpoint, region="eu")
        keys = {"AWS_ACCESS_KEY_ID": "AKIDEXAMPLE", "AWS_SECRET_ACCESS_KEY": "example-secret"}
        way = Way(environ=keys, policy=AddressPolicy(allowed=(ip_network("127.0.0.3/32"),)))
        with pytest.raises(DeliveryError, match="did not take"):
            publish("a.html", "<p></p>", place, way)
        with pytest.raises(BlockingIOError):
            here.accept()
