"""A feed: one address, one answer; its entries' own pages are a visit of their own, see follow.py."""

from domain.sources import SourceKind
from domain.visits import FetchedPart
from spiders.fetch import Fetcher


class FeedSpider:
    """Visits an RSS, Atom or JSON feed."""

    kind = SourceKind.FEED

    async def visit(self, fetcher: Fetcher) -> tuple[FetchedPart, ...]:
        return (await fetcher.get(fetcher.plan.source.url, "page", conditional=True),)
