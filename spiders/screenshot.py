"""A picture of a page as evidence: PNG, the whole page up to a height."""

from domain.visits import FetchedPart
from spiders.fetch import Fetcher


class ScreenshotSpider:
    """Takes the picture of the plan's page, or of the source's own address."""

    async def visit(self, fetcher: Fetcher) -> tuple[FetchedPart, ...]:
        url = (*fetcher.plan.urls, fetcher.plan.source.url)[0]
        return (await fetcher.get(url, "screenshot"),)
