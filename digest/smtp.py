"""One conversation with a mail server, step by step, so that each failure can be told from the others."""

import re
import smtplib
import socket
import ssl
import subprocess
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from enum import StrEnum

from domain.errors import BellwetherError, DeliveryError, DeliveryUnknown
from domain.settings import Smtp
from guard.escaping import header_text
from guard.mailboxes import is_ascii, wire_address

# A line that begins with a dot is sent with two (RFC 5321, 4.5.2).
LINE_START = re.compile(rb"^\.", re.MULTILINE)
END = b"\r\n.\r\n"
LEAVE_SECONDS = 3.0
TOKEN_SECONDS = 30.0


class Step(StrEnum):
    """Where in the conversation something went wrong."""

    NAME = "name"
    CONNECT = "connect"
    TLS = "tls"
    LOGIN = "login"
    SENDER = "sender"
    RECIPIENT = "recipient"
    CONTENT = "content"


class Conversation:
    """A connection to the server; `step` is the one under way."""

    def __init__(self, smtp: Smtp, environ: Mapping[str, str]) -> None:
        self.smtp = smtp
        self.step = Step.NAME
        self._environ = environ
        self._server: smtplib.SMTP | None = None

    @contextmanager
    def open(self) -> Iterator[None]:
        """Connected and signed in; everything that goes wrong inside leaves as a DeliveryError."""
        try:
            with self._mapped():
                self._connect()
                self._login()
                yield
        finally:
            self._part()

    def envelope(self, sender: str, recipient: str) -> None:
        """MAIL and RCPT. An address beyond ASCII needs a server that offers SMTPUTF8 (RFC 6531)."""
        sender, recipient = wire_address(sender), wire_address(recipient)
        international = not (is_ascii(sender) and is_ascii(recipient))
        self.step = Step.SENDER
        self._server_.ehlo_or_helo_if_needed()
        options = ("SMTPUTF8", "BODY=8BITMIME") if international else ()
        if international and not self._server_.has_extn("smtputf8"):
            beyond = recipient if is_ascii(sender) else sender
            raise DeliveryError(f"{self.named} does not offer SMTPUTF8, which {beyond!r} needs")
        self._expect(250, *self._server_.mail(sender, options))
        self.step = Step.RECIPIENT
        self._expect(250, *self._server_.rcpt(recipient))

    def content(self, eml: bytes, may_end: Callable[[], bool]) -> None:
        """DATA and all of it. Just before the line that ends it, from which on the server may keep it, asks `may_end`.

        Raises DeliveryUnknown where the connection breaks between that line and the answer.
        """
        self.step = Step.CONTENT
        self._expect(354, *self._server_.docmd("DATA"))
        self._server_.send(LINE_START.sub(b"..", eml.removesuffix(b"\r\n")))
        try:
            if not may_end():
                raise DeliveryError("another process took this delivery over", transient=True)
        except BellwetherError:
            self._server_.close()  # not one byte more: a farewell would be read as content
            raise
        try:
            self._server_.send(END)
            code, said = self._server_.getreply()
        except (smtplib.SMTPException, OSError) as error:
            doubt = f"{self.named} broke off before it said whether it took the mail: {error}"
            raise DeliveryUnknown(doubt) from error
        if code >= 400:
            raise self._refused(code, said)
        if code // 100 != 2:
            raise DeliveryUnknown(f"{self.named} answered the mail with something that is no answer: {code}")

    @property
    def named(self) -> str:
        return f"{self.smtp.host}:{self.smtp.port}"

    @property
    def encrypted(self) -> bool:
        return isinstance(getattr(self._server, "sock", None), ssl.SSLSocket)

    @property
    def _server_(self) -> smtplib.SMTP:
        if self._server is None:
            raise DeliveryError(f"{self.named} is not connected", transient=True)
        return self._server

    def _connect(self) -> None:
        smtp = self.smtp
        socket.getaddrinfo(smtp.host, smtp.port, type=socket.SOCK_STREAM)
        self.step = Step.CONNECT
        host, port, seconds = smtp.host, smtp.port, smtp.timeout_seconds
        if smtp.security == "tls":
            self._server = smtplib.SMTP_SSL(host, port, timeout=seconds, context=self._trusting())
            return
        self._server = smtplib.SMTP(host, port, timeout=seconds)
        if smtp.security == "starttls":
            self.step = Step.TLS
            self._server.starttls(context=self._trusting())

    def _trusting(self) -> ssl.SSLContext:
        return ssl.create_default_context(cafile=self._environ.get("SSL_CERT_FILE") or None)

    def _login(self) -> None:
        """A refused login is the operator's to mend, and says nothing of the mail: it is tried again."""
        self.step = Step.LOGIN
        user = self.smtp.user
        if not user:
            return
        server = self._server_
        server.ehlo_or_helo_if_needed()
        try:
            if self.smtp.token_command:
                server.auth("XOAUTH2", xoauth2(user, token(self.smtp.token_command, self._environ)))
            else:
                server.login(user, self._password())
        except smtplib.SMTPAuthenticationError as error:
            said = f": {error.smtp_code} {_text(error.smtp_error)}"
            raise DeliveryError(f"{self.named} refused the login of {user}{said}", transient=True) from error

    def _password(self) -> str:
        try:
            return self._environ[self.smtp.password_env]
        except KeyError:
            message = f"the environment variable {self.smtp.password_env} is not set"
            raise DeliveryError(message, transient=True) from None

    def _expect(self, wanted: int, code: int, said: bytes) -> None:
        if code // 10 != wanted // 10:
            raise self._refused(code, said)

    def _refused(self, code: int, said: bytes | str) -> DeliveryError:
        return DeliveryError(f"{self.named} answered {code} {_text(said)}", transient=code < 500)

    @contextmanager
    def _mapped(self) -> Iterator[None]:
        try:
            yield
        except smtplib.SMTPResponseException as error:
            raise self._refused(error.smtp_code, error.smtp_error) from error
        except smtplib.SMTPNotSupportedError as error:
            raise DeliveryError(f"{self.named} does not offer what was asked of it: {error}") from error
        except ssl.SSLCertVerificationError as error:
            self.step = Step.TLS
            message = f"{self.named} shows a certificate that does not verify: {error.verify_message}"
            raise DeliveryError(message, transient=True) from error
        except UnicodeError as error:
            why, here = getattr(error, "reason", "no such name"), self.step is Step.LOGIN
            message = f"{'the password' if here else 'an address'} cannot be written to {self.named}: {why}"
            raise DeliveryError(message, transient=here) from error
        except (smtplib.SMTPException, OSError) as error:
            self.step = Step.TLS if isinstance(error, ssl.SSLError) else self.step
            raise DeliveryError(f"{self.named} cannot be reached: {error}", transient=True) from error

    def _part(self) -> None:
        """Takes leave; what goes wrong from here on changes nothing for the mail."""
        server = self._server
        if server is None:
            return
        with suppress(smtplib.SMTPException, OSError):
            if server.sock and self.step is not Step.TLS:
                server.sock.settimeout(LEAVE_SECONDS)
                server.quit()
        server.close()


def xoauth2(user: str, access_token: str) -> Callable[..., str]:
    """Answers for `AUTH XOAUTH2` (Google and Microsoft, "XOAUTH2 protocol"); a challenge is an error to be let pass."""

    def answer(challenge: bytes | None = None) -> str:
        return "" if challenge is not None else f"user={user}\x01auth=Bearer {access_token}\x01\x01"

    return answer


def token(command: tuple[str, ...], environ: Mapping[str, str]) -> str:
    """The access token that the operator's command prints. Its words are in no error: they may hold the token."""
    try:
        done = subprocess.run(
            command,
            env=dict(environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=TOKEN_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DeliveryError(
            f"the token command {command[0]} did not run: {type(error).__name__}", transient=True
        ) from None
    found = done.stdout.decode("ascii", "replace").strip()
    if done.returncode or not found or not found.isprintable() or not found.isascii():
        what = f"ended with {done.returncode}" if done.returncode else "printed no token"
        raise DeliveryError(f"the token command {command[0]} {what}", transient=True)
    return found


def _text(said: bytes | str) -> str:
    return header_text(said.decode(errors="replace") if isinstance(said, bytes) else said, 200)
