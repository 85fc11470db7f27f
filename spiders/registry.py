"""A register: one JSON answer, or page after page of them until there are no more."""

import json
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from domain.sources import Paging, RegistryShape, SourceKind
from domain.visits import FetchedPart, Reason
from spiders.failures import FetchFailed, failed
from spiders.fetch import Fetcher

OK = 200
NOT_FOUND = 404


class RegistrySpider:
    """Visits a register. A set of pages that stops short is a failure that keeps the pages got."""

    kind = SourceKind.REGISTRY

    async def visit(self, fetcher: Fetcher) -> tuple[FetchedPart, ...]:
        source = fetcher.plan.source
        if source.paging is None:
            return (await fetcher.get(source.url, "page", conditional=True),)
        shape = source.registry or RegistryShape()
        first = await fetcher.get(page_url(source.url, source.paging, 0), "page")
        if first.status != OK or not record_count(first.body, shape):
            return (first,)
        return await self._further_pages(fetcher, source.paging, shape, first)

    async def _further_pages(
        self, fetcher: Fetcher, paging: Paging, shape: RegistryShape, first: FetchedPart
    ) -> tuple[FetchedPart, ...]:
        parts = [first]
        for number in range(1, paging.at_most):
            name = f"page-{number + 1}"
            try:
                page = await fetcher.get(page_url(fetcher.plan.source.url, paging, number), name)
            except FetchFailed as fault:
                raise failed(
                    Reason.INCOMPLETE,
                    f"{name}: {fault.failure.reason}: {fault.failure.detail}",
                    transient=fault.failure.transient,
                    parts=tuple(parts),
                ) from fault
            count = record_count(page.body, shape) if page.status == OK else None
            if says_no_such_page(page) or count == 0 or any(page.body == seen.body for seen in parts):
                break
            if not count:
                raise failed(Reason.INCOMPLETE, f"{name}: {not_a_page(page)}", transient=True, parts=tuple(parts))
            parts.append(page)
        return tuple(parts)


def page_url(url: str, paging: Paging, number: int) -> str:
    """The address of page `number`, counted from 0; the parameter's own place in the query is kept."""
    parts = urlsplit(url)
    value = str(paging.first + number)
    pairs = parse_qsl(parts.query, keep_blank_values=True)
    if any(name == paging.parameter for name, _ in pairs):
        pairs = [(name, value if name == paging.parameter else old) for name, old in pairs]
    else:
        pairs.append((paging.parameter, value))
    return urlunsplit(parts._replace(query=urlencode(pairs)))


def record_count(body: bytes | None, shape: RegistryShape) -> int | None:
    """How many records a JSON page holds; None where it is not JSON or holds no list where the source says."""
    try:
        found = json.loads(body or b"")
    except ValueError:
        return None
    for step in filter(None, shape.records.split(".")):
        found = found.get(step) if isinstance(found, dict) else None
    if shape.columnar and isinstance(found, dict):
        found = next((column for column in found.values() if isinstance(column, list)), None)
    return len(found) if isinstance(found, list) else None


def says_no_such_page(page: FetchedPart) -> bool:
    """A 404 in JSON past the first page: how many services say that there are no more."""
    return page.status == NOT_FOUND and (page.body or b"").lstrip()[:1] in (b"{", b"[", b'"')


def not_a_page(page: FetchedPart) -> str:
    return f"answered {page.status}" if page.status != OK else "holds no list of records where the source says"
