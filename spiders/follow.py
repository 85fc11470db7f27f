"""The pages of a feed's new entries: one visit, one part for each."""

from domain.visits import FetchedPart
from spiders.failures import FetchFailed
from spiders.fetch import Fetcher


class FollowSpider:
    """Reads the articles a plan lists; one that cannot be had is an empty part, and all of them a failure."""

    async def visit(self, fetcher: Fetcher) -> tuple[FetchedPart, ...]:
        parts: list[FetchedPart] = []
        faults: list[FetchFailed] = []
        for number, url in enumerate(fetcher.plan.urls, start=1):
            try:
                parts.append(await fetcher.get(url, f"article-{number}"))
            except FetchFailed as fault:
                faults.append(fault)
                parts.append(unanswered(url, f"article-{number}"))
        if faults and len(faults) == len(parts):
            raise FetchFailed(faults[-1].failure)
        return tuple(parts)


def unanswered(url: str, part: str) -> FetchedPart:
    return FetchedPart(part=part, url=url, requested_url=url, status=None, headers=None, body=None)
