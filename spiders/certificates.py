"""Certificates are always verified: against the system's authorities, and the operator's own where given."""

from pathlib import Path
from typing import Any

from twisted.internet.ssl import Certificate, optionsForClientTLS, platformTrust, trustRootFromCertificates
from twisted.web.client import BrowserLikePolicyForHTTPS

PEM_END = "-----END CERTIFICATE-----"


class VerifyingContextFactory(BrowserLikePolicyForHTTPS):
    """Twisted's browser-like policy; with a CA file, that file's authorities are the only ones trusted."""

    def __init__(self, ca_file: Path | None = None) -> None:
        super().__init__(trustRoot=authorities(ca_file) if ca_file else platformTrust())  # type: ignore[no-untyped-call]

    def creatorForNetloc(self, hostname: bytes, port: int) -> Any:
        return optionsForClientTLS(hostname.decode("ascii"), trustRoot=self._trustRoot)


def authorities(ca_file: Path) -> Any:
    """Every certificate of a PEM file as a trust root."""
    text = ca_file.read_text(encoding="ascii", errors="ignore")
    blocks = [block + PEM_END for block in text.split(PEM_END)[:-1]]
    return trustRootFromCertificates(
        [  # type: ignore[no-untyped-call]
            Certificate.loadPEM(block.encode()) for block in blocks
        ]
    )
