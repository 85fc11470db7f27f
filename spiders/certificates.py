"""Certificates are always verified: against the system's authorities, and the operator's own where given."""

import base64
import hashlib
import ssl
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from twisted.internet.ssl import optionsForClientTLS, platformTrust
from twisted.web.client import BrowserLikePolicyForHTTPS

from domain.errors import BrowserMissing

OPENSSL_SECONDS = 30


class VerifyingContextFactory(BrowserLikePolicyForHTTPS):
    """Twisted's browser-like policy, with the authorities of `ca_file` besides the system's."""

    def __init__(self, ca_file: Path | None = None) -> None:
        super().__init__(trustRoot=SystemAnd(ca_file))  # type: ignore[no-untyped-call]

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:
        return optionsForClientTLS(hostname.decode("ascii"), trustRoot=self._trustRoot)


class SystemAnd(type(platformTrust())):  # type: ignore[misc]
    """The system's authorities and those of a PEM file."""

    def __init__(self, ca_file: Path | None) -> None:
        self._ca_file = ca_file

    def _addCACertsToContext(self, context: Any) -> None:
        super()._addCACertsToContext(context)
        if self._ca_file is not None:
            context.load_verify_locations(str(self._ca_file))


@dataclass(frozen=True, slots=True)
class Door:
    """The two TLS sides of the browser's proxy where an authority of the operator's own is to be trusted.

    A browser cannot be handed an authority for one run, so the proxy verifies the site's certificate itself (`outside`)
    and meets the browser with a key made for this run (`inside`), which the browser is told by its hash (`pin`).
    """

    outside: ssl.SSLContext
    inside: ssl.SSLContext
    pin: str


def make_door(ca_file: Path) -> Door:
    """Raises BrowserMissing where no key can be made, and OSError for an unreadable file of authorities."""
    outside = ssl.create_default_context()
    outside.load_verify_locations(cafile=str(ca_file))
    inside = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = Path(folder, "key.pem"), Path(folder, "certificate.pem")
        openssl(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=bellwether",
            "-keyout", str(key), "-out", str(certificate),
        )  # fmt: skip
        inside.load_cert_chain(certificate, key)
        public = openssl("x509", "-in", str(certificate), "-noout", "-pubkey")
    lines = [line for line in public.splitlines() if not line.startswith("-----")]
    pin = hashlib.sha256(base64.b64decode("".join(lines))).digest()
    return Door(outside, inside, base64.b64encode(pin).decode("ascii"))


def openssl(*arguments: str) -> str:
    """What the openssl command prints. Raises BrowserMissing where there is none, or it fails."""
    try:
        done = subprocess.run(
            ["openssl", *arguments], capture_output=True, text=True, check=True, timeout=OPENSSL_SECONDS
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise BrowserMissing(f"a browser with `ca_file` needs the openssl command: {error}") from error
    return done.stdout
