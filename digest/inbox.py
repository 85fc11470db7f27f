"""Fetches what readers answered: from an IMAP server, or from a folder of mails. Only headers are read."""

import imaplib
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses
from pathlib import Path

from domain.errors import DeliveryError
from domain.settings import Inbox
from guard.escaping import header_text

# All that an answer needs: a letter of any size costs no more than this.
HEADERS = "FROM SUBJECT AUTO-SUBMITTED MESSAGE-ID"
MOST = 500
HEADER_BYTES = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """The headers of one mail that arrived: who says they sent it, its subject, and whether a machine wrote it."""

    sender: str
    subject: str
    automatic: bool


def from_imap(inbox: Inbox, environ: Mapping[str, str], take: Callable[[Letter], None]) -> int:
    """Hands each unread letter to `take` and then marks it as read, so that one it raises on stays unread; how many.

    Raises DeliveryError where the server cannot be reached, refuses the login, or has no such folder.
    """
    try:
        with _connected(inbox, environ) as server:
            return _take_all(server, inbox, take)
    except imaplib.IMAP4.error as error:
        raise DeliveryError(f"{_named(inbox)} refused: {header_text(str(error), 200)}") from error
    except ssl.SSLCertVerificationError as error:
        message = f"{_named(inbox)} shows a certificate that does not verify: {error.verify_message}"
        raise DeliveryError(message, transient=True) from error
    except OSError as error:
        raise DeliveryError(f"{_named(inbox)} cannot be reached: {error}", transient=True) from error


def from_folder(folder: Path) -> Iterator[tuple[Path, Letter]]:
    """The letters of a folder: `*.eml` files, or a Maildir's `new` and `cur`, by name. DeliveryError without one."""
    if not folder.is_dir():
        raise DeliveryError(f"there is no folder {folder}")
    maildir = [path for name in ("new", "cur") if (folder / name).is_dir() for path in (folder / name).iterdir()]
    for path in sorted([*folder.glob("*.eml"), *maildir]):
        if path.is_file() and not path.name.startswith("."):
            with path.open("rb") as file:
                yield path, letter(file.read(HEADER_BYTES))


def letter(raw: bytes) -> Letter:
    """What the headers of a mail say; anything odd in them is no reason to stop."""
    mail = message_from_bytes(raw, policy=default)
    return Letter(
        sender=_sender(mail),
        subject=_said(mail, "Subject"),
        automatic=_said(mail, "Auto-Submitted").casefold() not in ("", "no"),
    )


def _sender(mail: EmailMessage) -> str:
    found = getaddresses([_said(mail, "From")])
    return found[0][1].casefold() if len(found) == 1 else ""


def _said(mail: EmailMessage, header: str) -> str:
    """A header's text; "" where the library cannot make sense of it."""
    try:
        return header_text(str(mail.get(header, "")))
    except (ValueError, IndexError, AttributeError, TypeError):
        return ""


def _connected(inbox: Inbox, environ: Mapping[str, str]) -> imaplib.IMAP4:
    context = ssl.create_default_context(cafile=environ.get("SSL_CERT_FILE") or None)
    host, timeout = inbox.host or "", inbox.timeout_seconds
    server: imaplib.IMAP4
    if inbox.security == "tls":
        server = imaplib.IMAP4_SSL(host, inbox.port, ssl_context=context, timeout=timeout)
    else:
        server = imaplib.IMAP4(host, inbox.port, timeout=timeout)
        if inbox.security == "starttls":
            server.starttls(context)
    if inbox.user:
        _login(server, inbox, environ)
    return server


def _login(server: imaplib.IMAP4, inbox: Inbox, environ: Mapping[str, str]) -> None:
    """The server's words are kept out of the message: some repeat the password."""
    password = environ.get(inbox.password_env)
    if password is None:
        raise DeliveryError(f"the environment variable {inbox.password_env} is not set", transient=True)
    try:
        server.login(inbox.user or "", password)
    except imaplib.IMAP4.error:
        with suppress(imaplib.IMAP4.error, OSError):
            server.logout()
        raise DeliveryError(f"{_named(inbox)} refused the login of {inbox.user}", transient=True) from None


def _take_all(server: imaplib.IMAP4, inbox: Inbox, take: Callable[[Letter], None]) -> int:
    state, _ = server.select(_quoted(inbox.folder))
    if state != "OK":
        raise DeliveryError(f"{_named(inbox)} has no folder {inbox.folder}")
    _, found = server.uid("SEARCH", "UNSEEN")
    numbers = found[0].split() if found and found[0] else []
    for number in numbers[:MOST]:
        take(letter(_headers(server, number.decode())))
        server.uid("STORE", number.decode(), "+FLAGS", "(\\Seen)")
    return len(numbers[:MOST])


def _headers(server: imaplib.IMAP4, number: str) -> bytes:
    _, parts = server.uid("FETCH", number, f"(BODY.PEEK[HEADER.FIELDS ({HEADERS})]<0.{HEADER_BYTES}>)")
    return next((part[1] for part in parts if isinstance(part, tuple)), b"")


def _quoted(folder: str) -> str:
    return '"' + folder.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _named(inbox: Inbox) -> str:
    return f"{inbox.host}:{inbox.port}"
