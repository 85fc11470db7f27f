"""Builds the mail as bytes: text, HTML and the evidence page, with headers nobody can write into."""

import hashlib
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from typing import Any
from urllib.parse import quote

from digest.links import as_mailed
from domain.answers import Wish
from domain.editions import Audience, Rendered, Ways
from domain.times import require_utc
from guard.escaping import header_text
from guard.mailboxes import is_ascii, wire_address

SUBJECT_LENGTH = 150
LEAVE = "List-Unsubscribe"
# What a mail program posts to the address above to unsubscribe by itself (RFC 8058).
ONE_CLICK = "List-Unsubscribe=One-Click"
PLAIN_SIGNS = "@+!$*'"


class Lines(EmailPolicy):
    """Lines end as in SMTP; addresses to unsubscribe at stay as they are.

    The library would cut a long one into encoded words, which no mail program reads in that header (RFC 2369).
    """

    def fold_binary(self, name: str, value: Any) -> bytes:
        if name != LEAVE:
            return super().fold_binary(name, value)
        said = str(value).replace(">, <", f">,{self.linesep} <")
        return f"{name}: {said}{self.linesep}".encode("ascii")


SMTP = Lines(linesep="\r\n")
SMTPUTF8 = Lines(linesep="\r\n", utf8=True)


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
    letter = _letter(answers.address, f"unsubscribe [{answers.token}]") if answers and answers.address else ""
    letter = letter or _letter(address.addr_spec, "unsubscribe")
    if answers and answers.link:
        mail[LEAVE] = f"<{answers.link(Wish.UNSUBSCRIBE.value, 0)}>, <{letter}>"
        mail["List-Unsubscribe-Post"] = ONE_CLICK
    else:
        mail[LEAVE] = f"<{letter}>"
    if answers and answers.address:
        mail["Reply-To"] = _address(answers.address)
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "All"
    mail["X-Bellwether-Edition"] = header_text(edition_id)


def _letter(address: str, subject: str) -> str:
    """`mailto:` an address, in ASCII (RFC 6068)."""
    return f"mailto:{quote(wire_address(address), safe=PLAIN_SIGNS)}?subject={quote(subject)}"


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
