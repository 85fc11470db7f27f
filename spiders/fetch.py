"""One address fetched for one visit: the request built, sent, tried again where that may help, and its answer kept."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from scrapy import Request
from scrapy.core.engine import ExecutionEngine
from scrapy.http import Response

from domain.errors import AddressRefused
from domain.settings import Fetching
from domain.visits import Failure, FetchedPart, Reason, Validator
from guard.addresses import AddressPolicy
from spiders.budget import Budget
from spiders.failures import FetchFailed, failed, failure_of
from spiders.pauses import Pauses
from spiders.plan import Plan
from spiders.retries import SHORT_WAIT, asked_to_wait, worth_another_try
from spiders.visual import visual_of

ACCEPT = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
NOT_MODIFIED = 304


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches for one plan, by Scrapy's engine: robots, redirects, politeness and decoding apply to every get."""

    engine: ExecutionEngine
    plan: Plan
    fetching: Fetching
    policy: AddressPolicy
    pauses: Pauses
    budget: Budget
    user_agent: str

    async def get(self, url: str, part: str, *, conditional: bool = False) -> FetchedPart:
        """The answer to GET `url`, whatever its status. Raises FetchFailed."""
        last = self.fetching.retries
        for attempt in range(last + 1):
            try:
                response = await self._send(url, conditional)
            except (FetchFailed, AddressRefused) as error:
                failure = failure_of(error)
                if attempt == last or not self._may_help(failure):
                    raise FetchFailed(failure) from error
                continue
            answer = as_part(response, url, part)
            wait = asked_to_wait(answer)
            if wait is not None and wait > SHORT_WAIT:
                raise failed(
                    Reason.RATE_LIMITED,
                    f"{answer.status}: asked to come back in {wait:.0f} seconds",
                    transient=True,
                    parts=(answer,),
                )
            if attempt == last or not worth_another_try(answer):
                return answer
            self.pauses.pause(urlsplit(answer.url).hostname or "", wait or self.fetching.host_delay)
        raise AssertionError("the last try returns or raises")

    def _may_help(self, failure: Failure) -> bool:
        return failure.transient and self.budget.left > 0

    async def _send(self, url: str, conditional: bool) -> Response:
        self.policy.require_url(url)
        return await download(self.engine, self.request(url, conditional=conditional))

    def request(self, url: str, *, conditional: bool = False) -> Request:
        """The request as sent first; redirects drop the plan's headers and the validators when the address changes."""
        headers = {"Accept": ACCEPT, "User-Agent": self.user_agent}
        if self.plan.source.language:
            headers["Accept-Language"] = self.plan.source.language
        own = dict(self.plan.headers) if same_origin(url, self.plan.source.url) else {}
        conditions = conditions_for(self.plan.validator, url) if conditional else {}
        meta = {
            "budget": self.budget,
            "own_headers": tuple(own),
            "conditions": tuple(conditions),
            "proxy": self.fetching.egress_proxy,
            "download_maxsize": self.fetching.max_body,
            "visual": visual_of(self.plan),
        }
        return Request(url, headers={**headers, **own, **conditions}, meta=meta, dont_filter=True)


async def download(engine: ExecutionEngine, request: Request) -> Response:
    """The answer of Scrapy's engine. Raises FetchFailed, whatever else a download may end in."""
    try:
        return await engine.download_async(request)
    except Exception as error:
        raise FetchFailed(failure_of(error)) from error


def conditions_for(validator: Validator | None, url: str) -> dict[str, str]:
    """The server's own strings, word for word, for the URL they came with and no other (RFC 9110, 13.1)."""
    if validator is None or validator.url != url:
        return {}
    pairs = {"If-None-Match": validator.etag, "If-Modified-Since": validator.last_modified}
    return {name: value for name, value in pairs.items() if value}


def origin(url: str) -> tuple[str, str, int]:
    """Scheme, host and port (RFC 6454)."""
    parts = urlsplit(url)
    scheme = parts.scheme.lower()
    return scheme, (parts.hostname or "").lower(), parts.port or (443 if scheme == "https" else 80)


def same_origin(one: str, other: str) -> bool:
    return origin(one) == origin(other)


def as_part(response: Response, requested_url: str, part: str) -> FetchedPart:
    """The answer as a part. The body is content-decoded and not charset-decoded; a 304 has none."""
    headers = tuple(
        (name.decode("latin-1"), value.decode("latin-1"))
        for name, values in response.headers.items()
        for value in values
    )
    return FetchedPart(
        part=part,
        url=response.url,
        requested_url=requested_url,
        status=response.status,
        headers=headers,
        body=None if response.status == NOT_MODIFIED else bytes(response.body),
    )
