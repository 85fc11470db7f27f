"""Sends one request: how many at once, how long, how much, and through which door."""

import asyncio
from time import monotonic
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import CannotResolveHostError, DownloadTimeoutError
from scrapy.http import Response
from twisted.web.iweb import IPolicyForHTTPS

from guard.addresses import AddressPolicy
from spiders.budget import Budget
from spiders.certificates import VerifyingContextFactory
from spiders.resolver import GuardedResolver

if TYPE_CHECKING:
    from spiders.job import Job, VisitSpider


class GuardedHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP handler behind the run's limits; a request with a `visual` goes to Chromium instead."""

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        from twisted.internet import reactor

        resolver = getattr(reactor, "nameResolver", None)
        if not isinstance(resolver, GuardedResolver):
            raise TypeError("the address guard is not installed; nothing is fetched without it")
        self._resolver = resolver
        self._contextFactory = cast(IPolicyForHTTPS, VerifyingContextFactory(self.job.fetching.ca_file))

    @property
    def job(self) -> "Job":
        return cast("VisitSpider", self._crawler.spider).job

    async def download_request(self, request: Request) -> Response:
        """Raises AddressRefused, DownloadTimeoutError and what Scrapy's handler raises."""
        budget: Budget = request.meta["budget"]
        self.job.policy.require_url(request.url)
        host = urlsplit(request.url).hostname or ""
        await self.job.pauses.wait(host)
        visual = request.meta.get("visual") is not None
        browser = self.job.browser_for(self._crawler) if visual else None
        async with browser.turn() if browser else self.job.running:
            if budget.left <= 0:
                raise DownloadTimeoutError("the time for this visit is used up")
            self.job.require_leave()
            budget.begin()
            request.meta["download_timeout"] = min(self.job.fetching.timeout, budget.left)
            with budget.timed():
                return await (browser.visit(request) if browser else self._send(request, host))

    async def close(self) -> None:
        await self.job.close_browser()
        await super().close()

    async def _send(self, request: Request, host: str) -> Response:
        started = monotonic()
        if self.job.fetching.egress_proxy:
            await require_permitted(host, self.job.policy)
        try:
            return await super().download_request(request)
        except CannotResolveHostError as error:
            self._resolver.require_resolved(host)
            raise CannotResolveHostError(f"{host} has no address (asked for {monotonic() - started:.1f} s)") from error


async def require_permitted(host: str, policy: AddressPolicy) -> None:
    """Raises AddressRefused where a name leads inside. Behind an egress proxy a name need not resolve here."""
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return
    for entry in found:
        policy.require_address(host, str(entry[4][0]))
