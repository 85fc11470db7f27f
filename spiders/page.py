"""A page: one address, one answer."""

from domain.sources import SourceKind
from domain.visits import FetchedPart
from spiders.fetch import Fetcher


class PageSpider:
    """Visits a page over HTTP, or in the browser where its source says so."""

    kind = SourceKind.PAGE

    async def visit(self, fetcher: Fetcher) -> tuple[FetchedPart, ...]:
        return (await fetcher.get(fetcher.plan.source.url, "page", conditional=not fetcher.plan.source.browser),)
