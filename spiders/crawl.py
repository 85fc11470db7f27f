"""Crawl: visit every plan, batch after batch, in one reactor of one process."""

import logging
from collections.abc import Callable, Sequence

from scrapy.crawler import AsyncCrawlerProcess

from domain.settings import Fetching
from domain.times import Clock
from domain.visits import Attempt
from spiders.job import Job, VisitSpider
from spiders.plan import Plan
from spiders.settings import scrapy_settings

NOISY = ("scrapy", "twisted", "scrapy-playwright", "asyncio")


def run(
    first: Sequence[Plan],
    *,
    fetching: Fetching,
    clock: Clock,
    on_attempt: Callable[[Attempt], None],
    next_batch: Callable[[], Sequence[Plan]],
    on_start: Callable[[Plan], None] | None = None,
) -> None:
    """Makes one visit per plan and hands each over as soon as it is complete; once per process.

    After a batch, `next_batch()` is asked until it gives none. What `on_attempt` or `next_batch` raises stops the run
    and is raised here.
    """
    process = AsyncCrawlerProcess(scrapy_settings(fetching))
    quieten()
    job = Job(first, fetching=fetching, clock=clock, on_attempt=on_attempt, next_batch=next_batch, on_start=on_start)
    process.crawl(VisitSpider, job=job)
    process.start()
    if job.main is None:
        raise RuntimeError("the crawl did not start")
    job.main.result()


def quieten() -> None:
    """Scrapy talks of every request; what matters of it is in the attempts. Handlers stay the commands' business."""
    for name in NOISY:
        logger = logging.getLogger(name)
        logger.setLevel(logging.ERROR)
        logger.addHandler(logging.NullHandler())
