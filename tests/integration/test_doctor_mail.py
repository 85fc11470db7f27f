"""`doctor --mail` against real servers, each with one thing wrong: it names the step and what to mend."""

import base64
import socket
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from digest.probe import probe
from domain.checks import Check, Health
from domain.settings import Smtp
from tests.integration.support_mail import DROP, Postbox, postbox
from tests.integration.test_delivery_smtp import authority, server_side, trusting

__all__ = ["authority"]

NOW = datetime(2026, 2, 23, 7, 0, tzinfo=UTC)
SENDER, READER = "Bellwether <bellwether@halden.example>", "ines@halden.example"
TOKEN = "ya29.a-token"


class Choosy(Postbox):
    """A server that lets nobody send as somebody else, and takes tokens."""

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if not address.endswith("@halden.example"):
            return "553 sender address rejected: not owned by user"
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def auth_XOAUTH2(self, server: SMTP, args: list[bytes]) -> AuthResult:
        said = base64.b64decode(args[1])
        if said == f"user=bellwether@halden.example\x01auth=Bearer {TOKEN}\x01\x01".encode():
            return AuthResult(success=True)
        await server.challenge_auth(b'{"status":"400"}')  # an error comes as a challenge, to be let pass
        return AuthResult(success=False, handled=False)


def plain(box: Postbox) -> Smtp:
    return Smtp(host="127.0.0.1", port=box.port, security="none", timeout_seconds=5)


def signed_in(box: Postbox, *command: str) -> Smtp:
    return replace(plain(box), user="bellwether@halden.example", token_command=command)


def look(smtp: Smtp, environ: dict[str, str] | None = None, *, sender: str = SENDER, to: str = READER) -> Check:
    """The last check: where it ended."""
    checks = probe(smtp, sender, to, environ or {}, NOW)
    assert all(check.health is not Health.WRONG for check in checks[:-1])
    return checks[-1]


def told(check: Check, step: str, *words: str) -> None:
    assert (check.name, check.health) == (step, Health.WRONG)
    for word in words:
        assert word in f"{check.said} {check.hint}"


def test_a_probe_that_arrives_says_so_step_by_step() -> None:
    with postbox(Choosy()) as box:
        checks = probe(plain(box), SENDER, READER, {}, NOW)
    assert [check.name for check in checks] == ["name", "connect", "tls", "sender", "recipient", "content"]
    assert {check.health for check in checks} == {Health.OK}
    (mail,) = box.mails()
    assert (mail["Subject"], mail["To"]) == ("Bellwether can send mail", READER)


def test_a_name_that_leads_nowhere() -> None:
    told(look(Smtp(host="mail.halden.invalid", timeout_seconds=5)), "name", "mail.halden.invalid", "[smtp]")


def test_nobody_at_the_port() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        smtp = Smtp(host="127.0.0.1", port=free.getsockname()[1], timeout_seconds=5)
        told(look(smtp), "connect", "the usual port is 587")


def test_a_certificate_of_an_unknown_authority(authority: trustme.CA) -> None:
    with postbox(tls=server_side(authority)) as box:
        told(look(replace(plain(box), host="localhost", security="starttls")), "tls", "SSL_CERT_FILE")


def test_a_certificate_for_another_name(authority: trustme.CA, tmp_path: Path) -> None:
    with postbox(tls=server_side(authority, "other.example")) as box:
        smtp = replace(plain(box), host="localhost", security="starttls")
        told(look(smtp, trusting(authority, tmp_path)), "tls", "the host name that the certificate is for")


def test_a_server_that_offers_no_encryption() -> None:
    with postbox() as box:
        told(look(replace(plain(box), security="starttls")), "tls", "465")
        told(look(replace(plain(box), security="tls")), "tls", '"starttls"')


def test_a_password_that_is_wrong_or_not_set(authority: trustme.CA, tmp_path: Path) -> None:
    trusted = trusting(authority, tmp_path)
    with postbox(tls=server_side(authority), password="s3cret") as box:
        smtp = replace(plain(box), host="localhost", security="starttls", user="bellwether")
        wrong = look(smtp, trusted | {"BELLWETHER_SMTP_PASSWORD": "wr0ng"})
        told(wrong, "login", "mend user")
        assert "wr0ng" not in f"{wrong.said} {wrong.hint}"
        told(look(smtp, trusted), "login", "set BELLWETHER_SMTP_PASSWORD")


def test_a_password_that_goes_in_the_clear_is_warned_of() -> None:
    with postbox(password="s3cret") as box:
        checks = probe(
            replace(plain(box), user="bellwether"), SENDER, READER, {"BELLWETHER_SMTP_PASSWORD": "s3cret"}, NOW
        )
    assert [check.name for check in checks if check.health is Health.WARNING] == ["tls"]
    assert len(box.received) == 1


def test_a_token_signs_in_and_one_that_is_not_accepted_is_told() -> None:
    with postbox(Choosy(), password="unused") as box:
        good = probe(signed_in(box, sys.executable, "-c", f"print('{TOKEN}')"), SENDER, READER, {}, NOW)
        stale = look(signed_in(box, sys.executable, "-c", "print('ya29.stale-token')"))
    assert good[-1].health is Health.OK
    assert len(box.received) == 1
    told(stale, "login", "the token is not accepted")
    assert "stale-token" not in stale.said


@pytest.mark.parametrize("script", ["import sys; print('x' * 9); sys.exit(4)", "print('')", "print('a\\nb')"])
def test_a_token_command_that_gives_no_token(script: str) -> None:
    with postbox(Choosy(), password="unused") as box:
        found = look(signed_in(box, sys.executable, "-c", script))
    told(found, "login", "token_command")
    assert "xxx" not in found.said
    with postbox(Choosy(), password="unused") as box:
        told(look(signed_in(box, "/no/such/command")), "login", "did not run")


def test_a_server_that_does_not_let_us_send_as_that_address() -> None:
    with postbox(Choosy()) as box:
        told(look(plain(box), sender="Bellwether <b@elsewhere.example>"), "sender", "`from` in [mail]", "553")


def test_a_server_that_hands_on_nothing_for_strangers() -> None:
    with postbox(Postbox(recipients=["554 5.7.1 relay access denied"])) as box:
        told(look(plain(box)), "recipient", "sign in")


def test_a_server_that_puts_strangers_off() -> None:
    with postbox(Postbox(recipients=["451 4.7.1 greylisted"])) as box:
        told(look(plain(box)), "recipient", "tried again by themselves")


def test_a_connection_that_breaks_before_the_answer() -> None:
    with postbox(Postbox(contents=[DROP])) as box:
        told(look(plain(box)), "content", "look in the box")


def test_an_address_beyond_ascii_goes_where_smtputf8_is_offered() -> None:
    reader = "zoë@hälden.example"
    with postbox(Choosy()) as box:
        told(look(plain(box), to=reader), "sender", "SMTPUTF8")
    with postbox(Choosy(), smtputf8=True) as box:
        assert look(plain(box), to=reader).health is Health.OK
    assert box.envelopes == ["zoë@xn--hlden-gra.example"]
    (mail,) = box.mails()
    assert mail["To"] == "zoë@xn--hlden-gra.example"


def test_a_domain_beyond_ascii_alone_needs_nothing_of_the_server() -> None:
    with postbox() as box:
        assert look(plain(box), to="zoe@hälden.example").health is Health.OK
    assert box.envelopes == ["zoe@xn--hlden-gra.example"]
