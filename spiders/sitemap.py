"""A sitemap: one list of addresses, or an index and every list it names (sitemaps.org, protocol 0.9)."""

from lxml.etree import XMLSyntaxError
from scrapy.utils.sitemap import Sitemap

from domain.sources import SourceKind
from domain.visits import FetchedPart, Reason
from guard.unpacking import TooLarge, Unpackable, gunzipped
from spiders.failures import FetchFailed, failed
from spiders.fetch import Fetcher

OK = 200
AT_MOST = 50  # lists of one index


class SitemapSpider:
    """Visits a sitemap. An index of which one list is missing is a failure that keeps the lists got."""

    kind = SourceKind.SITEMAP

    async def visit(self, fetcher: Fetcher) -> tuple[FetchedPart, ...]:
        first = await fetcher.get(fetcher.plan.source.url, "page", conditional=True)
        lists = listed(first, fetcher.fetching.max_body) if first.status == OK else ()
        if len(lists) > AT_MOST:
            told = f"the index names {len(lists)} sitemaps, more than the {AT_MOST} that one visit reads"
            raise failed(Reason.TOO_LARGE, f"{told}; watch one of them by its own address", parts=(first,))
        parts = [first]
        for number, url in enumerate(lists, 2):
            parts.append(await _list(fetcher, url, f"page-{number}", tuple(parts)))
        return tuple(parts)


async def _list(fetcher: Fetcher, url: str, name: str, got: tuple[FetchedPart, ...]) -> FetchedPart:
    try:
        part = await fetcher.get(url, name)
    except FetchFailed as fault:
        raise failed(
            Reason.INCOMPLETE,
            f"{name}: {fault.failure.reason}: {fault.failure.detail}",
            transient=fault.failure.transient,
            parts=got,
        ) from fault
    if part.status != OK:
        raise failed(Reason.INCOMPLETE, f"{name}: answered {part.status}", transient=True, parts=got)
    return part


def listed(index: FetchedPart, limit: int) -> tuple[str, ...]:
    """The addresses of the lists that a sitemap index names; none where it is no index."""
    try:
        sitemap = Sitemap(gunzipped(index.body or b"", limit))
    except (TooLarge, Unpackable, XMLSyntaxError, AttributeError):  # no XML: whoever reads it says so
        return ()
    if sitemap.type != "sitemapindex":
        return ()
    return tuple(dict.fromkeys(entry["loc"].strip() for entry in sitemap if entry.get("loc")))
