"""The door that links of mails lead to: a visit only asks, for mail scanners visit links too; a button does it."""

import asyncio
from datetime import date
from http import HTTPStatus
from urllib.parse import parse_qsl

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from domain.answers import Wish
from guard.signed_links import Shut
from pipeline.composing.answering import Fate, take
from pipeline.composing.links import open_link
from web import faults, wording
from web.home import Home
from web.pages import Page, shown

MOST_BYTES = 4_096
MOST_SECONDS = 10.0
MOST_FIELDS = 10


class Answering:
    """`GET` shows what a link would do, `POST` does it; a mail program's one click is such a `POST` (RFC 8058)."""

    def __init__(self, home: Home) -> None:
        self._home = home

    async def door(self, request: Request) -> Response:
        token = request.path_params["token"]
        if request.method != "POST":
            return shown(await run_in_threadpool(self._asked, token))
        body = await body_of(request)
        return shown(await run_in_threadpool(self._taken, token, body))

    def _asked(self, token: str) -> Page:
        world = self._home.world()
        link = open_link(world, token)
        return faults.SHUT[link] if isinstance(link, Shut) else wording.question(world, link)

    def _taken(self, token: str, body: bytes) -> Page:
        world = self._home.world()
        link = open_link(world, token)
        if isinstance(link, Shut):
            return faults.SHUT[link]
        try:
            until = day_in(body, wording.today(world, link)) if link.what is Wish.PAUSE else None
        except ValueError:
            return wording.question(world, link, wrong=True)
        asked = link.asked(until)
        if asked is None:
            return wording.question(world, link, wrong=True)
        outcome = take(world, asked)
        if outcome.fate is Fate.REFUSED:
            return faults.SHUT[Shut.NOT_THEIRS if link.item else Shut.UNKNOWN]  # who reads what changed just now
        return wording.answer(world, link, asked, new=outcome.fate is Fate.TAKEN)


def day_in(body: bytes, today: date) -> date | None:
    """The day that a form asks for, if any. ValueError where that is no day to come, or the form cannot be read."""
    fields = dict(parse_qsl(body.decode("ascii"), max_num_fields=MOST_FIELDS))
    if "until" not in fields:
        return None
    day = date.fromisoformat(fields["until"])
    if not today < day <= wording.latest(today):
        raise ValueError(f"{day} is no day to come")
    return day


async def body_of(request: Request) -> bytes:
    """All of a small body; HTTPException for one that is large or slow."""
    body = b""
    try:
        async with asyncio.timeout(MOST_SECONDS):
            async for piece in request.stream():
                body += piece
                if len(body) > MOST_BYTES:
                    raise HTTPException(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, headers={"Connection": "close"})
    except TimeoutError:
        raise HTTPException(HTTPStatus.REQUEST_TIMEOUT, headers={"Connection": "close"}) from None
    except ClientDisconnect:
        raise HTTPException(HTTPStatus.BAD_REQUEST) from None
    return body
