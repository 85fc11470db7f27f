"""Hands an edition over: to an SMTP server, or to the outbox folder."""

import hashlib
import os
import re
import smtplib
import socket
import ssl
from collections.abc import Mapping
from email import message_from_bytes
from email.policy import SMTP
from email.utils import parseaddr
from pathlib import Path

from digest.links import beside
from domain.editions import Edition, EditionKind
from domain.errors import DeliveryError
from domain.settings import Smtp
from guard.escaping import file_slug

LABEL = re.compile(r"\d{4}-W\d\d")


def send_smtp(edition: Edition, smtp: Smtp, environ: Mapping[str, str]) -> None:
    """Hands the edition's own bytes to the server, once. Certificates are verified; the password is in `environ`.

    Raises DeliveryError: `transient` for a server out of reach, a 4xx answer or a broken connection, else final.
    """
    sender = parseaddr(str(message_from_bytes(edition.eml, policy=SMTP)["From"]))[1]
    try:
        with _connect(smtp) as server:
            if smtp.user:
                server.login(smtp.user, _password(smtp, environ))
            server.sendmail(sender, [edition.email], edition.eml)
    except smtplib.SMTPRecipientsRefused as error:
        code, reason = next(iter(error.recipients.values()))
        raise DeliveryError(_said(smtp, code, reason), transient=_passing(code)) from error
    except smtplib.SMTPResponseException as error:
        raise DeliveryError(
            _said(smtp, error.smtp_code, error.smtp_error), transient=_passing(error.smtp_code)
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise DeliveryError(f"{smtp.host}:{smtp.port} does not offer {error}", transient=False) from error
    except ssl.SSLCertVerificationError as error:
        message = f"{smtp.host}:{smtp.port} shows a certificate that does not verify: {error.verify_message}"
        raise DeliveryError(message, transient=False) from error
    except (smtplib.SMTPException, OSError) as error:
        raise DeliveryError(f"{smtp.host}:{smtp.port} cannot be reached: {error}", transient=True) from error


def write_outbox(folder: Path, edition: Edition) -> Path:
    """Writes `<folder>/<label>/<slug>.{txt,html,eml}` and `<slug>-evidence.html`; each whole or not at all.

    Returns the `.html`'s path. The `.eml` comes last: where it stands, the others do.
    """
    target = folder / (edition.label if LABEL.fullmatch(edition.label) else file_slug(edition.label))
    target.mkdir(parents=True, exist_ok=True)
    slug = _slug(edition)
    evidence = f"{slug}-evidence.html"
    _write(target / evidence, edition.evidence.encode())
    _write(target / f"{slug}.txt", edition.text.encode())
    _write(target / f"{slug}.html", beside(edition.html, evidence).encode())
    _write(target / f"{slug}.eml", edition.eml)
    return target / f"{slug}.html"


def _connect(smtp: Smtp) -> smtplib.SMTP:
    context = ssl.create_default_context()
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


def _password(smtp: Smtp, environ: Mapping[str, str]) -> str:
    try:
        return environ[smtp.password_env]
    except KeyError:
        raise DeliveryError(f"the environment variable {smtp.password_env} is not set", transient=False) from None


def _said(smtp: Smtp, code: int, reason: bytes | str) -> str:
    text = reason.decode(errors="replace") if isinstance(reason, bytes) else reason
    return f"{smtp.host}:{smtp.port} answered {code} {' '.join(text.split())[:200]}"


def _passing(code: int) -> bool:
    return code < 500


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
