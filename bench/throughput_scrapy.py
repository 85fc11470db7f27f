"""The denominator: a bare Scrapy spider with default settings that asks for every page and keeps nothing.

`python bench/throughput_scrapy.py FILE`: the addresses are the lines of FILE; prints how many pages and bytes came. Its
log is off, which the default is not: what it would cost to write is not what we compare with.
"""

import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

from scrapy import Request, Spider
from scrapy.crawler import AsyncCrawlerProcess
from scrapy.http import Response


class Bare(Spider):
    """Counts what it is answered."""

    name = "bare"
    pages = size = 0

    def __init__(self, *args: Any, urls: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.urls = urls

    async def start(self) -> AsyncIterator[Any]:
        for url in self.urls:
            yield Request(url)

    def parse(self, response: Response) -> None:
        Bare.pages += 1
        Bare.size += len(response.body)


if __name__ == "__main__":
    process = AsyncCrawlerProcess({"LOG_ENABLED": False})
    process.crawl(Bare, urls=Path(sys.argv[1]).read_text(encoding="utf-8").split())
    process.start()
    print(Bare.pages, Bare.size)
