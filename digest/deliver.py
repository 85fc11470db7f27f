"""Hands an edition over: to an SMTP server, or to the outbox folder."""

import hashlib
import os
import re
import socket
from collections.abc import Callable, Mapping
from email import message_from_bytes
from email.policy import SMTP
from email.utils import parseaddr
from pathlib import Path

from digest.links import beside
from digest.smtp import Conversation
from domain.editions import Edition, EditionKind
from domain.settings import Smtp
from guard.escaping import file_slug

LABEL = re.compile(r"\d{4}-W\d\d")


def send_smtp(
    edition: Edition, smtp: Smtp, environ: Mapping[str, str], *, may_end: Callable[[], bool] = lambda: True
) -> None:
    """Hands the edition's own bytes to the server, once. Returns when the server has taken them over.

    Certificates are verified, against `SSL_CERT_FILE` of `environ` where set; the password is in `environ` too.
    `may_end` is asked just before the line from which on the server may keep the mail: False, and it is not sent.
    Raises DeliveryError: `transient` for a server out of reach or a 4xx answer, final for a 5xx one; DeliveryUnknown
    where the connection broke between that line and the answer.
    """
    conversation = Conversation(smtp, environ)
    with conversation.open():
        sender = parseaddr(str(message_from_bytes(edition.eml, policy=SMTP)["From"]))[1]
        conversation.envelope(sender, edition.email)
        conversation.content(edition.eml, may_end)


def write_outbox(folder: Path, edition: Edition) -> Path:
    """Writes `<folder>/<label>/<slug>.{txt,html,eml}` and, where there is any, `<slug>-evidence.html`; each file whole.

    Returns the `.html`'s path. The `.eml` comes last: where it stands, the others do.
    """
    target = folder / (edition.label if LABEL.fullmatch(edition.label) else file_slug(edition.label))
    target.mkdir(mode=0o700, parents=True, exist_ok=True)
    slug = _slug(edition)
    evidence = f"{slug}-evidence.html"
    if edition.evidence:
        _write(target / evidence, edition.evidence.encode())
    _write(target / f"{slug}.txt", edition.text.encode())
    _write(target / f"{slug}.html", beside(edition.html, evidence).encode())
    _write(target / f"{slug}.eml", edition.eml)
    return target / f"{slug}.html"


def _slug(edition: Edition) -> str:
    """The recipient's key; where a file name cannot hold it as it is, a few hash digits keep two keys apart."""
    slug = file_slug(edition.recipient)
    if slug != edition.recipient:
        slug += f"-{hashlib.sha256(edition.recipient.encode()).hexdigest()[:6]}"
    if edition.kind is EditionKind.ALERT:
        return f"{slug}-alert-{file_slug(edition.id.rpartition('-')[2])}"
    return slug if edition.kind is EditionKind.OWNER else f"{slug}-{edition.kind.value}"


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{socket.gethostname()}.tmp")
    # Mails say what accounts are worth: nobody else on the machine reads them, whatever the caller's mask.
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        os.fchmod(file.fileno(), 0o600)
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
