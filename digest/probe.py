"""Sends one short mail and says, step by step, how far it came and what to mend where it did not arrive."""

import hashlib
from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import parseaddr

from digest.smtp import Conversation, Step
from domain.checks import Check, Health
from domain.errors import DeliveryError, DeliveryUnknown
from domain.settings import Smtp
from guard.escaping import header_text
from guard.mailboxes import is_ascii, wire_address

PORTS = {"starttls": 587, "tls": 465, "none": 25}
FINE = {
    Step.NAME: "{host} has an address",
    Step.CONNECT: "{host} answers at port {port}",
    Step.TLS: "encrypted, and the certificate verifies",
    Step.LOGIN: "signed in as {user}",
    Step.SENDER: "may send as {sender}",
    Step.RECIPIENT: "takes mail for {recipient}",
    Step.CONTENT: "took the mail: look for it in the box of {recipient}",
}


def probe(smtp: Smtp, sender: str, recipient: str, environ: Mapping[str, str], now: datetime) -> tuple[Check, ...]:
    """One check for each step that was taken; the last one is WRONG where the mail did not get through."""
    conversation = Conversation(smtp, environ)
    spec = parseaddr(sender)[1]
    words = {"host": smtp.host, "port": smtp.port, "user": smtp.user, "sender": spec, "recipient": recipient}
    try:
        with conversation.open():
            conversation.envelope(spec, recipient)
            conversation.content(probe_mail(sender, recipient, now), lambda: True)
    except DeliveryError as error:
        wrong = Check(name=conversation.step, health=Health.WRONG, said=str(error), hint=hint(conversation, error))
        return (*_passed(smtp, words, conversation.step), wrong)
    return _passed(smtp, words, None)


def probe_mail(sender: str, recipient: str, now: datetime) -> bytes:
    """A mail of one sentence; ValueError where the sender is no address."""
    spec = wire_address(parseaddr(sender)[1])
    mail = EmailMessage(policy=SMTP if is_ascii(spec) and is_ascii(recipient) else SMTPUTF8)
    mail["From"] = header_text(sender)
    mail["To"] = wire_address(recipient)
    mail["Subject"] = "Bellwether can send mail"
    mail["Date"] = now
    unique = hashlib.sha256(f"{now.isoformat()} {recipient}".encode()).hexdigest()[:32]
    mail["Message-ID"] = f"<probe-{unique}@{spec.rpartition('@')[2] or 'localhost'}>"
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(f"`bellwether doctor --mail` sent this on {now:%Y-%m-%d at %H:%M} UTC. Nothing else to do.\n")
    return mail.as_bytes()


def _passed(smtp: Smtp, words: Mapping[str, object], until: Step | None) -> tuple[Check, ...]:
    """The steps before `until` that there are with these settings."""
    found = []
    for step in Step:
        if step is until:
            break
        if step is Step.TLS and smtp.security == "none":
            clear = smtp.user is not None
            said = "not encrypted: the password goes in the clear" if clear else "not encrypted"
            tip = 'write security = "starttls" in [smtp]' if clear else ""
            found.append(Check(name=step, health=Health.WARNING if clear else Health.OK, said=said, hint=tip))
        elif step is not Step.LOGIN or smtp.user:
            found.append(Check(name=step, health=Health.OK, said=FINE[step].format(**words)))
    return tuple(found)


def hint(conversation: Conversation, error: DeliveryError) -> str:
    """What to mend, by the step that failed and what the server said."""
    smtp, step, said = conversation.smtp, conversation.step, str(error).lower()
    if isinstance(error, DeliveryUnknown):
        return "it may have arrived: look in the box; a virus scanner or proxy before the server often does this"
    usual = PORTS[smtp.security]
    if step is Step.NAME:
        return f"mend host in [smtp], or this machine's DNS: `getent hosts {smtp.host}` finds nothing"
    if step is Step.CONNECT:
        other = f'; with security = "{smtp.security}" the usual port is {usual}' if smtp.port != usual else ""
        return f"nobody answers there: a firewall, a server that is down, or another port{other}"
    if step is Step.TLS:
        return _tls_hint(smtp, said)
    if step is Step.LOGIN:
        return _login_hint(smtp, said)
    return _envelope_hint(smtp, step, said, transient=error.transient)


def _tls_hint(smtp: Smtp, said: str) -> str:
    if "does not offer" in said or "not supported" in said:
        return f'{smtp.host} offers no STARTTLS at port {smtp.port}: try port 465 with security = "tls"'
    if "wrong_version" in said or "wrong version" in said:
        return 'the server speaks in the clear first: write security = "starttls" in [smtp]'
    if "expired" in said:
        return "its certificate has run out: whoever runs the server renews it"
    if "hostname mismatch" in said or "not valid for" in said:
        return "write the host name that the certificate is for"
    return "an authority of your own? name its file in the environment variable SSL_CERT_FILE"


def _login_hint(smtp: Smtp, said: str) -> str:
    if "is not set" in said:
        return f"set {smtp.password_env} where Bellwether runs"
    if "token command" in said:
        return "run the token_command of [smtp] by hand: it is to print an access token and end with 0"
    if "no suitable authentication" in said or "not supported" in said or "does not offer" in said:
        return "this server asks for no login here: take `user` out of [smtp], or use the port for senders (587, 465)"
    if smtp.token_command:
        return "the token is not accepted: is it for this user, not run out, and allowed to send by SMTP?"
    return f"mend user in [smtp] or the password in {smtp.password_env}; many providers want an app password or a token"


def _envelope_hint(smtp: Smtp, step: Step, said: str, *, transient: bool) -> str:
    if "smtputf8" in said:
        return "use an address in ASCII, or a server that offers SMTPUTF8"
    if transient:
        return "the server puts strangers off at first, or is busy: editions are tried again by themselves"
    if step is Step.SENDER:
        return "this server does not let us send as that address: mend `from` in [mail]"
    if step is Step.RECIPIENT and ("relay" in said or not smtp.user):
        return "this server hands on no mail for strangers: sign in (user in [smtp]), or have it allow this machine"
    if step is Step.RECIPIENT:
        return "the address is not known there: mend it in accounts.yaml, or probe another with --to"
    return "the server refuses what is in the mail: its words say why (size, spam, policy)"
