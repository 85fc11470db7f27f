"""Stands before every door: how often somebody may ask, what each answer carries, and one line in the log of each.

No line names a token: whoever reads the log must not be able to answer for a reader.
"""

from collections.abc import Callable, MutableMapping
from http import HTTPStatus
from typing import Any

import structlog
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from domain.settings import Web
from guard.signed_links import LONGEST
from web import faults
from web.pages import shown
from web.rates import Rates, asker

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "geolocation=(), camera=(), microphone=()",
}
HSTS = "max-age=31536000"
# One token may be asked for less often than one address asks: a company may share one of these.
OF_A_TOKEN = 30

log = structlog.get_logger("web")


class Porter:
    """Around the whole application, so that its faults pass here, too."""

    def __init__(self, app: ASGIApp, web: Web, passed: Callable[[], float]) -> None:
        self._app = app
        self._passed = passed
        self._addresses = Rates(web.per_minute, passed)
        self._tokens = Rates(min(OF_A_TOKEN, web.per_minute), passed)
        self._headers = HEADERS | ({"Strict-Transport-Security": HSTS} if web.hsts else {})

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        began, status = self._passed(), 0

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = int(message["status"])  # it may be an HTTPStatus, which a log line would write as its name
                MutableHeaders(scope=message).update(self._headers)
            await send(message)

        try:
            await self._pass_on(scope, receive, answer)
        except Exception:
            # The one barrier of a request: its reader got a page that says so, and the server goes on.
            log.exception("request_failed", door=_door(scope))
        took = round((self._passed() - began) * 1000)
        log.info("request", method=scope["method"][:8], door=_door(scope), status=status, milliseconds=took)

    async def _pass_on(self, scope: Scope, receive: Receive, answer: Send) -> None:
        who = asker(scope["client"][0] if scope["client"] else "")
        token = scope["path"].removeprefix("/answer/")[:LONGEST] if _door(scope) == "/answer" else ""
        if self._addresses.allow(who) and (not token or self._tokens.allow(token)):
            await self._app(scope, receive, answer)
            return
        log.warning("too_many_requests", address=who)
        await shown(faults.page(HTTPStatus.TOO_MANY_REQUESTS), {"Retry-After": "60"})(scope, receive, answer)


def _door(scope: MutableMapping[str, Any]) -> str:
    """The first word of a path, where it is one of ours: what follows may be a token."""
    first = scope["path"].split("/")[1] if "/" in scope["path"] else ""
    return f"/{first}" if first in ("answer", "evidence", "healthz") else "elsewhere"
