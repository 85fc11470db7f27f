"""Hands an edition over: to an SMTP server, or to the outbox folder."""

import hashlib
import os
import re
import smtplib
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from email import message_from_bytes
from email.policy import SMTP
from email.utils import parseaddr
from pathlib import Path

from digest.links import beside
from domain.editions import Edition, EditionKind
from domain.errors import DeliveryError, DeliveryUnknown
from domain.settings import Smtp
from guard.escaping import file_slug, header_text

# A line that begins with a dot is sent with two (RFC 5321, 4.5.2).
LINE_START = re.compile(rb"^\.", re.MULTILINE)
LEAVE_SECONDS = 3.0
LABEL = re.compile(r"\d{4}-W\d\d")


def send_smtp(edition: Edition, smtp: Smtp, environ: Mapping[str, str]) -> None:
    """Hands the edition's own bytes to the server, once. Returns when the server has taken them over.

    Certificates are verified, against `SSL_CERT_FILE` of `environ` where set; the password is in `environ` too.
    Raises DeliveryError: `transient` for a server out of reach or a 4xx answer, final for a 5xx one; DeliveryUnknown
    where the connection broke between the last byte and the answer.
    """
    server: smtplib.SMTP | None = None
    try:
        server = _connect(smtp, environ)
        _login(server, smtp, environ)
        _hand_over(server, edition, smtp)
    except smtplib.SMTPResponseException as error:
        raise _refused(smtp, error.smtp_code, error.smtp_error) from error
    except smtplib.SMTPNotSupportedError as error:
        raise DeliveryError(f"{_named(smtp)} does not offer what was asked of it: {error}") from error
    except ssl.SSLCertVerificationError as error:
        message = f"{_named(smtp)} shows a certificate that does not verify: {error.verify_message}"
        raise DeliveryError(message, transient=True) from error
    except UnicodeEncodeError as error:
        raise DeliveryError(f"{edition.email!r} cannot be written to {_named(smtp)}") from error
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryError(f"{_named(smtp)} cannot be reached: {error}", transient=True) from error
    finally:
        if server is not None:
            _part(server)


def write_outbox(folder: Path, edition: Edition) -> Path:
    """Writes `<folder>/<label>/<slug>.{txt,html,eml}` and, where there is any, `<slug>-evidence.html`; each file whole.

    Returns the `.html`'s path. The `.eml` comes last: where it stands, the others do.
    """
    target = folder / (edition.label if LABEL.fullmatch(edition.label) else file_slug(edition.label))
    target.mkdir(parents=True, exist_ok=True)
    slug = _slug(edition)
    evidence = f"{slug}-evidence.html"
    if edition.evidence:
        _write(target / evidence, edition.evidence.encode())
    _write(target / f"{slug}.txt", edition.text.encode())
    _write(target / f"{slug}.html", beside(edition.html, evidence).encode())
    _write(target / f"{slug}.eml", edition.eml)
    return target / f"{slug}.html"


def _connect(smtp: Smtp, environ: Mapping[str, str]) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=environ.get("SSL_CERT_FILE") or None)
    if smtp.security == "tls":
        return smtplib.SMTP_SSL(smtp.host, smtp.port, timeout=smtp.timeout_seconds, context=context)
    server = smtplib.SMTP(smtp.host, smtp.port, timeout=smtp.timeout_seconds)
    if smtp.security == "starttls":
        try:
            server.starttls(context=context)
        except (smtplib.SMTPException, OSError):
            server.close()
            raise
    return server


def _hand_over(server: smtplib.SMTP, edition: Edition, smtp: Smtp) -> None:
    """MAIL, RCPT, DATA by hand, because only so it is known whether a broken connection came before or after."""
    server.ehlo_or_helo_if_needed()
    sender = parseaddr(str(message_from_bytes(edition.eml, policy=SMTP)["From"]))[1]
    steps = ((server.mail, sender, 250), (server.rcpt, edition.email, 250), (server.docmd, "DATA", 354))
    for step, argument, wanted in steps:
        code, said = step(argument)
        if code // 10 != wanted // 10:
            raise _refused(smtp, code, said)
    try:
        server.send(LINE_START.sub(b"..", edition.eml.removesuffix(b"\r\n")) + b"\r\n.\r\n")
        code, said = server.getreply()
    except (smtplib.SMTPServerDisconnected, OSError) as error:
        raise DeliveryUnknown(f"{_named(smtp)} broke off before it said whether it took the mail: {error}") from error
    if code >= 400:
        raise _refused(smtp, code, said)
    if code // 100 != 2:
        raise DeliveryUnknown(f"{_named(smtp)} answered the mail with something that is no answer: {code}")


def _part(server: smtplib.SMTP) -> None:
    """Takes leave; what goes wrong from here on changes nothing for the mail."""
    with suppress(smtplib.SMTPException, OSError):
        if server.sock:
            server.sock.settimeout(LEAVE_SECONDS)
        server.quit()
    server.close()


def _login(server: smtplib.SMTP, smtp: Smtp, environ: Mapping[str, str]) -> None:
    """A refused login is the operator's to mend, and says nothing of the mail: it is tried again."""
    if not smtp.user:
        return
    try:
        server.login(smtp.user, _password(smtp, environ))
    except smtplib.SMTPAuthenticationError as error:
        raise DeliveryError(f"{_named(smtp)} refused the login of {smtp.user}", transient=True) from error


def _password(smtp: Smtp, environ: Mapping[str, str]) -> str:
    try:
        return environ[smtp.password_env]
    except KeyError:
        raise DeliveryError(f"the environment variable {smtp.password_env} is not set", transient=True) from None


def _refused(smtp: Smtp, code: int, reason: bytes | str) -> DeliveryError:
    text = reason.decode(errors="replace") if isinstance(reason, bytes) else reason
    return DeliveryError(f"{_named(smtp)} answered {code} {header_text(text, 200)}", transient=code < 500)


def _named(smtp: Smtp) -> str:
    return f"{smtp.host}:{smtp.port}"


def _slug(edition: Edition) -> str:
    """The recipient's key; where a file name cannot hold it as it is, a few hash digits keep two keys apart."""
    slug = file_slug(edition.recipient)
    if slug != edition.recipient:
        slug += f"-{hashlib.sha256(edition.recipient.encode()).hexdigest()[:6]}"
    return slug if edition.kind is EditionKind.OWNER else f"{slug}-{edition.kind.value}"


def _write(path: Path, content: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}.{socket.gethostname()}.tmp")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)
