"""A real SMTP server on loopback that behaves as told, for one test at a time."""

import asyncio
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session


@dataclass  # no slots: the server looks through every member, and early 3.11 gives slots one that cannot be looked at
class Postbox:
    """What the server received, and how it is to answer: `recipients` and `contents` are used up from the left."""

    recipients: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    received: list[bytes] = field(default_factory=list)
    secure: list[bool] = field(default_factory=list)
    envelopes: list[str] = field(default_factory=list)
    tries: int = 0
    port: int = 0

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.tries += 1
        self.envelopes.append(address)
        answer = self.recipients.pop(0) if self.recipients else "250 OK"
        if answer.startswith("250"):
            envelope.rcpt_tos.append(address)
        return answer

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = self.contents.pop(0) if self.contents else "250 OK"
        if answer.startswith("250") or answer == DROP:
            self.received.append(envelope.original_content or b"")
            self.secure.append(session.ssl is not None)
        if answer == DROP:
            assert server.transport is not None
            server.transport.abort()
        return answer

    def mails(self) -> list[EmailMessage]:
        """The mails as received, parsed."""
        return [message_from_bytes(raw, policy=default) for raw in self.received]


DROP = "drop the connection"


@contextmanager
def postbox(
    box: Postbox | None = None,
    *,
    tls: ssl.SSLContext | None = None,
    password: str | None = None,
    implicit: bool = False,
    smtputf8: bool = False,
) -> Iterator[Postbox]:
    """The server, listening on a free port of 127.0.0.1. `tls` offers STARTTLS, or TLS at once when `implicit`."""
    box = box or Postbox()

    def sign_in(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        right = getattr(data, "password", b"") == (password or "").encode()
        return AuthResult(success=right, handled=False)

    def protocol() -> SMTP:
        return SMTP(
            box,
            hostname="mail.test",
            tls_context=None if implicit else tls,
            authenticator=sign_in if password else None,
            auth_require_tls=tls is not None and not implicit,
            enable_SMTPUTF8=smtputf8,
            loop=loop,
        )

    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(protocol, "127.0.0.1", 0, ssl=tls if implicit else None))
    box.port = server.sockets[0].getsockname()[1]
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield box
    finally:
        _stop(loop, server.close, thread)


def _stop(loop: asyncio.AbstractEventLoop, close: Callable[[], None], thread: threading.Thread) -> None:
    async def end() -> None:
        close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    asyncio.run_coroutine_threadsafe(end(), loop).result(10)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(10)
    loop.close()
