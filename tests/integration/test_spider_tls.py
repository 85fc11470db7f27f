"""Certificates: a good one from our own authority is taken, every other refused."""

import ssl
from collections.abc import Callable
from pathlib import Path
from typing import Any

import trustme

from tests.integration.support_site import answer, crawl, site


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
