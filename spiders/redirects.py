"""Redirects: few, each checked, and nothing of ours carried to another origin."""

from urllib.parse import urljoin

from scrapy import Request
from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response
from w3lib.url import safe_url_string

from domain.visits import Reason
from spiders.failures import failed
from spiders.fetch import same_origin
from spiders.job import job_of

ALWAYS_DROPPED = ("Cookie", "Authorization", "Proxy-Authorization")


class GuardedRedirects(RedirectMiddleware):
    """Scrapy's redirects behind the address policy."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """The next request, or the answer. Raises AddressRefused, and FetchFailed where there is no end."""
        location = response.headers.get("Location")
        if location is not None and 300 <= response.status < 400:
            job_of(self.crawler).policy.require_url(urljoin(request.url, safe_url_string(location)))
        try:
            following = super().process_response(request, response)
        except IgnoreRequest as error:
            raise failed(Reason.CONNECTION, f"{request.url}: more than {self.max_redirect_times} redirects") from error
        if isinstance(following, Request):
            leave_behind(request, following)
        return following

    def handle_referer(self, request: Request, response: Response) -> None:
        request.headers.pop("Referer", None)

    def _engine_started(self) -> None:
        """No referer is ever sent, so Scrapy's warning about a missing referer component does not apply."""


def leave_behind(request: Request, following: Request) -> None:
    """Drops what belongs to the earlier address: validators always, the source's own headers at another origin."""
    following.meta.pop("download_slot", None)
    dropped = tuple(request.meta.get("conditions", ()))
    following.meta["conditions"] = ()
    if not same_origin(request.url, following.url):
        dropped += (*request.meta.get("own_headers", ()), *ALWAYS_DROPPED)
        following.meta["own_headers"] = ()
    for name in dropped:
        following.headers.pop(name, None)
