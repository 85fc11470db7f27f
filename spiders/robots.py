"""robots.txt, read strictly: what cannot be had says no (RFC 9309, 2.3.1.4)."""

import asyncio
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.crawler import Crawler

from domain.settings import Fetching
from domain.visits import FetchedPart, Reason
from spiders.budget import Budget
from spiders.failures import FetchFailed, failed
from spiders.fetch import as_part, download
from spiders.job import Job, job_of

TOKEN = "Bellwether"
SERVER_ERROR = 500
MAX_ROBOTS = 512_000
ROBOTS_SECONDS = 30.0
# A longer delay would hold a whole run for one host.
MAX_CRAWL_DELAY = 120.0


class Robots:
    """Asks each host once a run; every request passes here, redirects and articles too."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler
        self._rules: dict[str, asyncio.Task[Protego]] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> "Robots":
        return cls(crawler)

    @property
    def _job(self) -> Job:
        return job_of(self._crawler)

    async def process_request(self, request: Request) -> None:
        """Raises FetchFailed with ROBOTS where the host's rules, or their absence, forbid it."""
        if request.meta.get("is_robots"):
            return
        self._job.policy.require_url(request.url)
        site = site_of(request.url)
        if site not in self._rules:
            self._rules[site] = asyncio.ensure_future(self._read(site))
        rules = await asyncio.shield(self._rules[site])
        if not rules.can_fetch(request.url, TOKEN):
            raise failed(Reason.ROBOTS, f"{site}/robots.txt does not allow {request.url}")
        self._slow_down(request, rules)

    async def _read(self, site: str) -> Protego:
        """The rules of one site. Raises FetchFailed where they are out of reach."""
        url = f"{site}/robots.txt"
        for left in range(self._job.fetching.retries, -1, -1):
            request = robots_request(self._job, url)
            try:
                answer = as_part(await download(self._crawler.engine, request), url, "robots")
                return rules_of(answer, site)
            except FetchFailed as error:
                fault = unreachable(site, error)
                if not left or not fault.transient:
                    raise fault from error
        raise AssertionError("the last try returns or raises")

    def _slow_down(self, request: Request, rules: Protego) -> None:
        delay = crawl_delay(rules, self._job.fetching)
        if delay > self._job.fetching.host_delay:
            _, slot = self._crawler.engine.downloader._get_slot(request)
            slot.delay = max(slot.delay, delay)


def rules_of(answer: FetchedPart, site: str) -> Protego:
    """4xx: no rules, all is allowed. 5xx: out of reach, nothing is."""
    status = answer.status or SERVER_ERROR
    if status >= SERVER_ERROR:
        raise failed(
            Reason.ROBOTS,
            f"{site}/robots.txt answers {status}; until it does better, nothing is allowed",
            transient=True,
        )
    text = (answer.body or b"")[:MAX_ROBOTS].decode("utf-8-sig", "replace") if 200 <= status < 300 else ""
    return Protego.parse(text)


def unreachable(site: str, error: FetchFailed) -> FetchFailed:
    """A host that cannot be reached at all keeps its own reason; else the rules could not be read."""
    failure = error.failure
    if failure.reason in (Reason.ROBOTS, Reason.ADDRESS_REFUSED, Reason.DNS, Reason.TLS, Reason.CONNECTION):
        return FetchFailed(failure)
    return failed(
        Reason.ROBOTS, f"{site}/robots.txt is out of reach ({failure.reason}: {failure.detail})", transient=True
    )


def crawl_delay(rules: Protego, fetching: Fetching) -> float:
    """Seconds between requests: the operator's, or the site's where that is longer."""
    return max(fetching.host_delay, min(float(rules.crawl_delay(TOKEN) or 0.0), MAX_CRAWL_DELAY))


def site_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def robots_request(job: Job, url: str) -> Request:
    """The request for a robots.txt: its own turn and its own time, and none of a source's headers."""
    meta = {
        "budget": Budget(min(job.fetching.timeout, ROBOTS_SECONDS), job.clock, lambda: None),
        "is_robots": True,
        "download_slot": f"robots {url}",
        "proxy": job.fetching.egress_proxy,
        "download_maxsize": MAX_ROBOTS,
    }
    return Request(url, headers={"Accept": "text/plain", "User-Agent": job.user_agent}, meta=meta, dont_filter=True)
