"""A real IMAP server on loopback, of one user, and mails put into its inbox."""

import imaplib
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path

import trustme

USER, PASSWORD = "answers", "a secret of the inbox"
COMMAND = [sys.executable, "-c", "from pymap.main import main; main()"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Postoffice:
    """The server's port, and the file of the authority that vouches for it."""

    port: int
    authority: Path

    def put(self, mail: bytes) -> None:
        with self.connected() as server:
            server.append("INBOX", "", imaplib.Time2Internaldate(0), mail)

    def unread(self) -> int:
        with self.connected() as server:
            server.select("INBOX", readonly=True)
            return len(server.search(None, "UNSEEN")[1][0].split())

    @contextmanager
    def connected(self) -> Iterator[imaplib.IMAP4]:
        server = imaplib.IMAP4("127.0.0.1", self.port, timeout=10)
        server.starttls(ssl.create_default_context(cafile=str(self.authority)))
        server.login(USER, PASSWORD)
        try:
            yield server
        finally:
            server.logout()


@contextmanager
def postoffice(folder: Path) -> Iterator[Postoffice]:
    """The server while the block runs."""
    authority = trustme.CA()
    certificate = authority.issue_cert("127.0.0.1", "localhost")
    authority.cert_pem.write_to_path(folder / "authority.pem")
    certificate.private_key_pem.write_to_path(folder / "key.pem")
    for blob in certificate.cert_chain_pems:
        blob.write_to_path(folder / "cert.pem", append=True)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    files = ["--cert", str(folder / "cert.pem"), "--key", str(folder / "key.pem")]
    user = ["dict", "--demo-data", "--demo-user", USER, "--demo-password", PASSWORD]
    command = [*COMMAND, "--host", "127.0.0.1", "--port", str(port), *files, *user]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        answering(process, port)
        office = Postoffice(port=port, authority=folder / "authority.pem")
        with office.connected() as server:  # its own sample mails are none of ours
            server.select("INBOX")
            server.store("1:*", "+FLAGS", "(\\Seen)")
        yield office
    finally:
        process.terminate()
        process.wait(timeout=10)


def answering(process: "subprocess.Popen[bytes]", port: int) -> None:
    """Wait until the server takes connections, or has ended."""
    while process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=10) as probe:
            if probe.recv(4):
                return
    raise AssertionError(f"the IMAP server ended with {process.returncode}")


def mail(subject: str, sender: str = "Ines Moreau <ines@halden.example>", **headers: str) -> bytes:
    found = EmailMessage()
    found["From"], found["To"], found["Subject"] = sender, "answers@halden.example", subject
    for name, value in headers.items():
        found[name.replace("_", "-")] = value
    found.set_content("Sent from my phone")
    return found.as_bytes()
