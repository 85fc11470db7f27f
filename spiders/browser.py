"""Pages that need a browser: one Chromium for the run, one fresh context for each visit, all of it behind the proxy."""

import asyncio
import itertools
import logging
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from playwright.async_api import Error as PlaywrightError
from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.http import Response
from scrapy_playwright.handler import ScrapyPlaywrightDownloadHandler

from domain.errors import BrowserMissing
from domain.settings import Fetching
from domain.visits import Failure, Reason
from guard.addresses import AddressPolicy
from spiders.certificates import make_door
from spiders.chromium import find
from spiders.failures import FetchFailed, failed
from spiders.proxy import GuardProxy, Pass, egress_of
from spiders.steps import VIEWPORT, picture, settle, take_steps
from spiders.visual import Visual

log = logging.getLogger("bellwether.spiders")

# A visit may load this many times what one body may hold: pictures, scripts, fonts.
LOADS = 5
CLOSE_SECONDS = 10.0
NO_PAGE = "ERR_NO_PAGE"
# How Chromium says that an error status came with nothing to show.
NO_BODY = "ERR_HTTP_RESPONSE_CODE_FAILURE"
# How Chromium says that our proxy gave it nothing.
REFUSED = ("ERR_TUNNEL", "ERR_EMPTY_RESPONSE", "ERR_PROXY", "ERR_CONNECTION", NO_PAGE)
TRUST = "--ignore-certificate-errors-spki-list"
ARGUMENTS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-quic",
    "--disable-sync",
    "--dns-prefetch-disable",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--metrics-recording-only",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
)


class Browser:
    """Chromium by way of scrapy-playwright. Raises FetchFailed for every visit that gets no page."""

    def __init__(self, crawler: Crawler, fetching: Fetching, policy: AddressPolicy, user_agent: str) -> None:
        self._crawler, self._fetching, self._user_agent = crawler, fetching, user_agent
        self._proxy = GuardProxy(policy, egress_of(fetching.egress_proxy))
        self._handler: ScrapyPlaywrightDownloadHandler | None = None
        self._starting = asyncio.Lock()
        self._pages = asyncio.Semaphore(fetching.browser_pages)
        self._numbers = itertools.count(1)
        self._missing: BrowserMissing | None = None

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Waits until a page may be opened, in a browser that runs. Raises BrowserMissing."""
        async with self._pages:
            await self._started()
            yield

    async def visit(self, request: Request) -> Response:
        """The page as the browser shows it: UTF-8 of its document, or its picture; status and headers as answered."""
        visual: Visual = request.meta["visual"]
        if visual.secret_headers:
            name = visual.secret_headers[0]
            raise failed(Reason.BROWSER, f"{name} is not sent by a browser: it would follow redirects to other sites")
        handler = await self._started()
        given = self._proxy.admit(self._fetching.max_body * LOADS)
        name = f"visit-{next(self._numbers)}"
        try:
            async with asyncio.timeout(request.meta["download_timeout"]):
                return await self._load(handler, request, visual, given, name)
        except (PlaywrightError, TimeoutError, RuntimeError) as error:
            raise FetchFailed(browser_failure(error, given)) from error
        finally:
            self._proxy.release(given)
            await close_context(handler, name)

    async def close(self) -> None:
        if self._handler is not None:
            with suppress(PlaywrightError, TimeoutError):
                async with asyncio.timeout(CLOSE_SECONDS):
                    await self._handler.close()
        await self._proxy.stop()

    async def _started(self) -> ScrapyPlaywrightDownloadHandler:
        async with self._starting:
            if self._missing is not None:
                raise self._missing
            if self._handler is None:
                self._handler = await self._start()
        return self._handler

    async def _start(self) -> ScrapyPlaywrightDownloadHandler:
        """Raises BrowserMissing, the same one for every later visit."""
        try:
            path = await asyncio.to_thread(find, self._fetching.browser)
            if self._fetching.ca_file is not None:
                self._proxy.door = await asyncio.to_thread(make_door, self._fetching.ca_file)
            if not self._proxy.port:
                await self._proxy.start()
            handler = ScrapyPlaywrightDownloadHandler(self._crawler)
            handler.config.launch_options = launch_options(path, self._proxy, self._fetching)
            handler.config.max_pages_per_context = 1
            handler.config.restart_disconnected_browser = True
            handler.process_request_headers = None
            handler.abort_request = aborts(images=self._fetching.images)
            # Scrapy's signal for this has passed long before the first page asks for a browser.
            await handler._launch()
            await handler._maybe_launch_browser()
        except BrowserMissing as error:
            self._missing = error
            raise
        except PlaywrightError as error:
            self._missing = BrowserMissing(f"the browser does not start: {first_line(error)}")
            raise self._missing from error
        return handler

    async def _load(
        self, handler: ScrapyPlaywrightDownloadHandler, request: Request, visual: Visual, given: Pass, name: str
    ) -> Response:
        milliseconds = request.meta["download_timeout"] * 1000
        asked = request.replace(
            meta={
                "playwright": True,
                "playwright_include_page": True,
                "playwright_context": name,
                "playwright_context_kwargs": self._context(visual, given),
                "playwright_page_goto_kwargs": {"wait_until": "domcontentloaded", "timeout": milliseconds},
            }
        )
        answers: list[Any] = []
        asked.meta["playwright_page_init_callback"] = watch_answers(answers)
        try:
            response = await handler.download_request(asked)
        except PlaywrightError as error:
            if NO_BODY not in str(error) or not answers:
                raise
            headers = await answers[-1].all_headers()
            return Response(answers[-1].url, status=answers[-1].status, headers=headers, body=b"")
        page = asked.meta["playwright_page"]
        await settle(page)
        await take_steps(page, visual.steps)
        if not page.url.startswith(("http:", "https:")):
            raise PlaywrightError(f"{NO_PAGE}: the page led to {page.url}")
        body = await picture(page) if visual.screenshot else (await page.content()).encode("utf-8", "replace")
        if given.bytes_left < 0 or len(body) > self._fetching.max_body:
            raise failed(Reason.TOO_LARGE, f"{request.url}: the page is larger than a visit may load")
        return Response(page.url, status=response.status, headers=response.headers, body=body)

    def _context(self, visual: Visual, given: Pass) -> dict[str, Any]:
        proxy = {
            "server": f"http://127.0.0.1:{self._proxy.port}",
            "bypass": "<-loopback>",
            "username": given.user,
            "password": given.password,
        }
        return {
            "proxy": proxy,
            "user_agent": self._user_agent,
            "viewport": VIEWPORT,
            "accept_downloads": False,
            "service_workers": "block",
            "extra_http_headers": dict(visual.headers),
            **({"locale": visual.language} if visual.language else {}),
        }


def launch_options(path: Path, proxy: GuardProxy, fetching: Fetching) -> dict[str, Any]:
    """Chromium without its maker's services; its sandbox is off only for root, where it cannot run, or by setting."""
    sandbox = fetching.browser_sandbox
    if sandbox is None:
        sandbox = not (hasattr(os, "geteuid") and os.geteuid() == 0)
    return {
        "executable_path": str(path),
        "headless": True,
        "chromium_sandbox": sandbox,
        "args": [*ARGUMENTS, *([f"{TRUST}={proxy.door.pin}"] if proxy.door else [])],
        "proxy": {"server": f"http://127.0.0.1:{proxy.port}", "bypass": "<-loopback>"},
        "timeout": fetching.timeout * 1000,
    }


def aborts(*, images: bool) -> Any:
    """Which of a page's requests never leave: other schemes, media, and pictures where the operator wants none."""
    unwanted = ("media", "font") if images else ("media", "font", "image")

    def abort(request: Any) -> bool:
        return request.resource_type in unwanted or not request.url.lower().startswith(
            ("http:", "https:", "data:", "blob:")
        )

    return abort


def watch_answers(answers: list[Any]) -> Any:
    """A callback for a new page that keeps what its main frame is answered."""

    async def watch(page: Any, _: Request) -> None:
        def keep(answer: Any) -> None:
            if answer.request.is_navigation_request() and answer.frame == page.main_frame:
                answers.append(answer)

        page.on("response", keep)

    return watch


def browser_failure(error: Exception, given: Pass) -> Failure:
    """What the proxy refused last, where a page did not come; else what the browser says."""
    if isinstance(error, FetchFailed):
        return error.failure
    text = first_line(error)
    if given.faults and any(sign in text for sign in REFUSED):
        return given.faults[-1]
    if given.bytes_left < 0:
        return Failure(reason=Reason.TOO_LARGE, detail=text, transient=False)
    if isinstance(error, TimeoutError) or "Timeout" in type(error).__name__:
        return Failure(reason=Reason.TIMEOUT, detail=text or "the page took too long", transient=True)
    if "ERR_CERT" in text or "ERR_SSL" in text:
        return Failure(reason=Reason.TLS, detail=text, transient=False)
    return Failure(reason=Reason.BROWSER, detail=text, transient=True)


def first_line(error: Exception) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)[:500]


async def close_context(handler: ScrapyPlaywrightDownloadHandler, name: str) -> None:
    """Ends a visit's context with all it has opened; a browser that died has none left."""
    wrapper = handler.context_wrappers.get(name)
    if wrapper is not None:
        with suppress(PlaywrightError, TimeoutError):
            async with asyncio.timeout(CLOSE_SECONDS):
                await wrapper.context.close()
