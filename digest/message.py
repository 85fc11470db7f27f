"""Builds the mail as bytes: text, HTML and the evidence page, with headers nobody can write into."""

import hashlib
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import parseaddr
from urllib.parse import quote

from digest.links import as_mailed
from domain.editions import Audience, Rendered, Ways
from domain.times import require_utc
from guard.escaping import header_text
from guard.mailboxes import is_ascii, wire_address

SUBJECT_LENGTH = 150


def message(
    rendered: Rendered,
    *,
    audience: Audience,
    edition_id: str,
    sender: str,
    composed_at: datetime,
    answers: Ways | None = None,
) -> bytes:
    """The mail as RFC 5322 bytes with CRLF line ends; the same arguments give the same bytes.

    `sender` is `Name <local@domain>`; `answers` says where what a reader answers is read. Raises ValueError for a
    sender or recipient that is no address.
    """
    writer, reader = _address(sender), _address(audience.person.email, audience.person.name)
    # Only an address beyond ASCII needs headers in UTF-8 (RFC 6532); names and subjects are encoded words otherwise.
    plain = is_ascii(writer.username) and is_ascii(reader.username)
    mail = EmailMessage(policy=SMTP if plain else SMTPUTF8)
    mail["From"] = writer
    mail["To"] = reader
    mail["Subject"] = header_text(rendered.subject, SUBJECT_LENGTH)
    mail["Date"] = require_utc(composed_at)
    mail["Message-ID"] = message_id(edition_id, sender)
    _add_list_headers(mail, sender, audience, edition_id, answers)
    mail.set_content(rendered.text, cte="quoted-printable")
    mail.add_alternative(as_mailed(rendered.html), subtype="html", cte="quoted-printable")
    for image in rendered.images:
        kind, subtype = image.media_type.split("/", 1)
        html = mail.get_payload()[-1]  # type: ignore[index]
        html.add_related(image.content, kind, subtype, cid=f"<{image.name}>")  # type: ignore[union-attr]
    _attach_evidence(mail, rendered, edition_id)
    _settle_boundaries(mail, edition_id)
    return mail.as_bytes()


def message_id(edition_id: str, sender: str) -> str:
    """The mail's Message-ID: a function of edition (which names its recipient) and sending domain, nothing else."""
    domain = _address(sender).domain or "localhost"
    return f"<{hashlib.sha256(edition_id.encode()).hexdigest()[:32]}@{domain}>"


def _add_list_headers(
    mail: EmailMessage, sender: str, audience: Audience, edition_id: str, answers: Ways | None
) -> None:
    address = _address(sender)
    mail["List-Id"] = f"Bellwether weekly <{audience.kind.value}.bellwether.{address.domain or 'localhost'}>"
    leave = f"{answers.address}?subject={quote(f'unsubscribe [{answers.token}]')}" if answers else ""
    mail["List-Unsubscribe"] = f"<mailto:{leave or f'{address.addr_spec}?subject=unsubscribe'}>"
    if answers:
        mail["Reply-To"] = _address(answers.address)
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["X-Bellwether-Edition"] = header_text(edition_id)


def _attach_evidence(mail: EmailMessage, rendered: Rendered, edition_id: str) -> None:
    if rendered.evidence:
        week = "-".join(edition_id.split("-")[:2])
        name = f"evidence-{week}.html"
        mail.add_attachment(rendered.evidence.encode(), "text", "html", filename=name, params={"charset": "utf-8"})


def _settle_boundaries(mail: EmailMessage, edition_id: str) -> None:
    """MIME boundaries derived from the edition, where the library would draw them at random."""
    seed = hashlib.sha256(edition_id.encode()).hexdigest()
    multiparts = [part for part in mail.walk() if part.is_multipart()]
    for number, part in enumerate(multiparts):
        part.set_boundary(f"=_{seed[:40]}_{number}")


def _address(text: str, name: str = "") -> Address:
    found, spec = parseaddr(header_text(text))
    local, at, domain = wire_address(spec).rpartition("@")
    if not (at and local and domain):
        raise ValueError(f"no mail address: {text!r}")
    return Address(display_name=header_text(name or found), username=local, domain=domain)
