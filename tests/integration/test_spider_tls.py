"""Certificates: a good one from our own authority is taken, every other refused."""

import base64
import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import trustme

from domain.errors import BrowserMissing
from spiders.chromium import find
from tests.integration.support_site import Answer, Site, answer, crawl, site


def wrapped(authority: trustme.CA, name: str) -> Callable[[Any], Any]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)

    def wrap(plain: Any) -> Any:
        return context.wrap_socket(plain, server_side=True, do_handshake_on_connect=False)

    return wrap


def test_only_a_certificate_for_this_host_from_a_trusted_authority_is_taken(tmp_path: Path) -> None:
    ours, theirs = trustme.CA(), trustme.CA()
    ca_file = tmp_path / "ca.pem"
    ours.cert_pem.write_to_path(str(ca_file))
    with (
        site(wrapped(ours, "127.0.0.1")) as good,
        site(wrapped(ours, "other.example")) as misnamed,
        site(wrapped(theirs, "127.0.0.1")) as foreign,
    ):
        plans = [
            {"name": "good", "url": good.add("/page", answer(b"hello"))},
            {"name": "misnamed", "url": misnamed.add("/page", answer(b"hello"))},
            {"name": "foreign", "url": foreign.add("/page", answer(b"hello"))},
        ]
        attempts = crawl(plans, ca_file=str(ca_file))
        without = crawl(plans[:1])
    assert attempts["good"]["failure"] is None
    assert attempts["misnamed"]["failure"]["reason"] == "tls"
    assert attempts["foreign"]["failure"]["reason"] == "tls"
    assert without["good"]["failure"]["reason"] == "tls"
    assert misnamed.seen == foreign.seen == []


def no_browser() -> bool:
    try:
        find(None)
    except BrowserMissing:
        return True
    return False


@pytest.mark.skipif(no_browser(), reason="no browser here; see python -m spiders.chromium")
def test_the_browser_takes_the_same_certificates(tmp_path: Path) -> None:
    ours, theirs = trustme.CA(), trustme.CA()
    ca_file = tmp_path / "ca.pem"
    ours.cert_pem.write_to_path(str(ca_file))
    with (
        site(wrapped(ours, "127.0.0.1")) as good,
        site(wrapped(ours, "other.example")) as misnamed,
        site(wrapped(theirs, "127.0.0.1")) as foreign,
        site() as plain,
    ):
        for each in (good, misnamed, foreign):
            each.add("/word", answer(b"word", headers={"Access-Control-Allow-Origin": "*"}))
        page = {"name": "page", "url": good.add("/page", asking(misnamed, foreign)), "render": "browser"}
        other = {"name": "other", "url": plain.add("/page", asking(good)), "render": "browser"}
        attempts = crawl([page], ca_file=str(ca_file), retries=0)
        without = crawl([other], retries=0)
    assert b"hello refused refused" in base64.b64decode(attempts["page"]["parts"][0]["body"])
    assert b"hello refused" in base64.b64decode(without["other"]["parts"][0]["body"])
    assert misnamed.seen == foreign.seen == []


def asking(*others: Site) -> Answer:
    """A page that says whether it could read a word of other sites."""
    asks = "".join(f"fetch('{other.base}/word').then(() => say('read'), () => say('refused'));" for other in others)
    say = "const say = word => { p.textContent += ' ' + word };"
    return answer(f"<p id=p>hello</p><script>{say}{asks}</script>".encode())
