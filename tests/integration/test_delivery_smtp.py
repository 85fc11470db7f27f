"""Editions handed to a real SMTP server: taken, refused, put off, dropped, over TLS, and read as received."""

import socket
import ssl
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme

import digest
from domain.editions import Edition
from domain.errors import DeliveryError, DeliveryUnknown
from domain.settings import Smtp
from tests.integration.support_mail import DROP, Postbox, postbox
from tests.unit.digest import worlds


@pytest.fixture(scope="module")
def edition() -> Edition:
    audience = worlds.owner()
    one = digest.compose(worlds.full_week(), audience, shown=worlds.shown)
    return worlds.edition_of(one, audience)


def plain(box: Postbox) -> Smtp:
    return Smtp(host="127.0.0.1", port=box.port, security="none", timeout_seconds=10)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def server_side(authority: trustme.CA, name: str = "localhost") -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


def trusting(authority: trustme.CA, folder: Path) -> dict[str, str]:
    file = folder / "ca.pem"
    authority.cert_pem.write_to_path(file)
    return {"SSL_CERT_FILE": str(file)}


def text_of(mail: EmailMessage, kind: str) -> str:
    part = next(part for part in mail.walk() if part.get_content_type() == kind and not part.is_attachment())
    return str(part.get_content()).replace("\r\n", "\n")


def test_the_server_receives_the_editions_own_bytes(edition: Edition) -> None:
    with postbox() as box:
        digest.deliver.send_smtp(edition, plain(box), {})
    assert box.received == [edition.eml]


def test_the_received_mail_reads_as_composed(edition: Edition) -> None:
    with postbox() as box:
        digest.deliver.send_smtp(edition, plain(box), {})
    mail = box.mails()[0]
    assert mail.defects == []
    assert mail["Subject"] == edition.subject
    assert mail["Message-ID"] == edition.message_id
    assert text_of(mail, "text/plain") == edition.text
    assert "MARLOWE TRAVEL" in text_of(mail, "text/html")
    attached = next(mail.iter_attachments())
    assert attached.get_filename() == "evidence-2026-W08.html"
    assert attached.get_content() == edition.evidence


def test_a_line_that_begins_with_a_dot_arrives_whole(edition: Edition) -> None:
    dotted = replace(edition, eml=b"From: a@b.example\r\n\r\n.\r\n..two\r\n.end\r\n")
    with postbox() as box:
        digest.deliver.send_smtp(dotted, plain(box), {})
    assert box.received == [dotted.eml]


def test_a_refused_recipient_is_final(edition: Edition) -> None:
    with postbox(Postbox(recipients=["550 no such user"])) as box, pytest.raises(DeliveryError) as failure:
        digest.deliver.send_smtp(edition, plain(box), {})
    assert not failure.value.transient
    assert "550" in str(failure.value)
    assert box.received == []


def test_a_greylisting_server_is_asked_again_later_and_then_takes_it(edition: Edition) -> None:
    with postbox(Postbox(recipients=["451 try again later"])) as box:
        with pytest.raises(DeliveryError) as failure:
            digest.deliver.send_smtp(edition, plain(box), {})
        assert failure.value.transient
        digest.deliver.send_smtp(edition, plain(box), {})
    assert box.received == [edition.eml]


@pytest.mark.parametrize(("answer", "transient"), [("554 content rejected", False), ("452 disk full", True)])
def test_an_answer_after_the_content_is_a_refusal_and_no_doubt(edition: Edition, answer: str, transient: bool) -> None:
    with postbox(Postbox(contents=[answer])) as box, pytest.raises(DeliveryError) as failure:
        digest.deliver.send_smtp(edition, plain(box), {})
    assert not isinstance(failure.value, DeliveryUnknown)
    assert failure.value.transient is transient


def test_a_connection_dropped_after_the_content_is_unknown_and_not_to_be_tried_again(edition: Edition) -> None:
    with postbox(Postbox(contents=[DROP])) as box, pytest.raises(DeliveryUnknown) as failure:
        digest.deliver.send_smtp(edition, plain(box), {})
    assert not failure.value.transient
    assert len(box.received) == 1


def test_no_server_is_a_fault_that_may_pass(edition: Edition) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        with pytest.raises(DeliveryError) as failure:
            digest.deliver.send_smtp(edition, Smtp(host="127.0.0.1", port=port, security="none"), {})
    assert failure.value.transient
    assert f"127.0.0.1:{port}" in str(failure.value)


def test_a_server_that_says_nothing_is_given_up_in_time(edition: Edition) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        smtp = Smtp(host="127.0.0.1", port=silent.getsockname()[1], security="none", timeout_seconds=0.2)
        with pytest.raises(DeliveryError) as failure:
            digest.deliver.send_smtp(edition, smtp, {})
    assert failure.value.transient


def test_starttls_with_a_verified_certificate_and_a_password(
    edition: Edition, authority: trustme.CA, tmp_path: Path
) -> None:
    environ = trusting(authority, tmp_path) | {"BELLWETHER_SMTP_PASSWORD": "s3cret"}
    with postbox(tls=server_side(authority), password="s3cret") as box:
        smtp = Smtp(host="localhost", port=box.port, security="starttls", user="bellwether", timeout_seconds=10)
        digest.deliver.send_smtp(edition, smtp, environ)
    assert box.received == [edition.eml]
    assert box.secure == [True]


def test_tls_from_the_first_byte(edition: Edition, authority: trustme.CA, tmp_path: Path) -> None:
    with postbox(tls=server_side(authority), implicit=True) as box:
        smtp = Smtp(host="localhost", port=box.port, security="tls", timeout_seconds=10)
        digest.deliver.send_smtp(edition, smtp, trusting(authority, tmp_path))
    assert box.received == [edition.eml]


@pytest.mark.parametrize("name", ["localhost", "other.example"])
def test_a_certificate_that_does_not_verify_is_refused(
    edition: Edition, authority: trustme.CA, tmp_path: Path, name: str
) -> None:
    trusted = trustme.CA() if name == "localhost" else authority
    with postbox(tls=server_side(authority, name)) as box:
        smtp = Smtp(host="localhost", port=box.port, security="starttls", timeout_seconds=10)
        with pytest.raises(DeliveryError) as failure:
            digest.deliver.send_smtp(edition, smtp, trusting(trusted, tmp_path))
    assert failure.value.transient, "the operator may mend it, and the week is not lost"
    assert "certificate" in str(failure.value)
    assert box.received == []


def test_a_server_without_starttls_gets_no_mail_in_the_clear(edition: Edition) -> None:
    with postbox() as box, pytest.raises(DeliveryError) as failure:
        digest.deliver.send_smtp(edition, replace(plain(box), security="starttls"), {})
    assert not failure.value.transient
    assert box.received == []


def test_a_wrong_or_missing_password_is_the_operators_to_mend_and_tried_again(
    edition: Edition, authority: trustme.CA, tmp_path: Path
) -> None:
    environ = trusting(authority, tmp_path)
    with postbox(tls=server_side(authority), password="s3cret") as box:
        smtp = Smtp(host="localhost", port=box.port, user="bellwether", timeout_seconds=10)
        with pytest.raises(DeliveryError, match="refused the login") as wrong:
            digest.deliver.send_smtp(edition, smtp, environ | {"BELLWETHER_SMTP_PASSWORD": "wrong"})
        with pytest.raises(DeliveryError, match="BELLWETHER_SMTP_PASSWORD") as missing:
            digest.deliver.send_smtp(edition, smtp, environ)
    assert wrong.value.transient
    assert missing.value.transient
    assert box.received == []
