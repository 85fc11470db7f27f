"""The doors of the server, in one list, and what is true of every one of them."""

from collections.abc import Callable
from functools import partial
from http import HTTPStatus

import structlog
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from domain.errors import BellwetherError
from domain.settings import Web
from web import faults
from web.answer import Answering
from web.evidence import evidence_page, place_of_evidence
from web.home import Home
from web.pages import shown
from web.porter import Porter

log = structlog.get_logger("web")


def application(home: Home, web: Web, passed: Callable[[], float]) -> ASGIApp:
    """All doors behind one porter. `passed` gives seconds that never go backwards."""
    answering = Answering(home)
    routes = [
        Route("/healthz", partial(health, home), methods=["GET"]),
        Route("/answer/{token}", answering.door, methods=["GET", "POST"]),
        *_evidence_routes(home, web),
    ]
    app = Starlette(
        routes=routes,
        exception_handlers={HTTPException: refused, BellwetherError: away, Exception: broken},
    )
    app.router.redirect_slashes = False
    return Porter(app, web, passed)


async def health(home: Home, request: Request) -> Response:
    """Whether the archive answers; nothing of what is in it."""
    await run_in_threadpool(lambda: home.world().archive.answers.pauses())
    return PlainTextResponse("ok\n", headers={"Cache-Control": "no-store"})


async def refused(request: Request, error: Exception) -> Response:
    """No such door, or not opened that way."""
    status = HTTPStatus(error.status_code) if isinstance(error, HTTPException) else HTTPStatus.NOT_FOUND
    headers = error.headers if isinstance(error, HTTPException) else None
    return shown(faults.page(status), headers)


async def away(request: Request, error: Exception) -> Response:
    """The archive or a key is not to be had: our fault, and it may pass."""
    log.error("cannot_answer", reason=str(error))
    return shown(faults.page(HTTPStatus.SERVICE_UNAVAILABLE), {"Retry-After": "60"})


async def broken(request: Request, error: Exception) -> Response:
    return shown(faults.page(HTTPStatus.INTERNAL_SERVER_ERROR))


def _evidence_routes(home: Home, web: Web) -> list[Route]:
    """Published pages, where they are published to a folder under our own address."""
    publishing = home.world().configuration.settings.publishing
    place = place_of_evidence(web, publishing)
    if publishing is None or publishing.folder is None or place is None:
        return []
    return [Route(f"{place}/{{name}}", partial(evidence_page, home, publishing.folder), methods=["GET"])]
