"""Crawl: visit every plan, batch after batch, in one reactor of one process."""

import asyncio
import gc
import importlib
import logging
import os
import signal
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from domain.settings import Fetching
from domain.times import Clock
from domain.visits import Attempt
from spiders.plan import Plan

if TYPE_CHECKING:
    from spiders.job import Job

STOPPING = (signal.SIGINT, signal.SIGTERM)
# With what they import themselves: all that Scrapy would load while it is under way.
LOADED = (
    *("scrapy.crawler", "scrapy.core.engine", "twisted.internet.asyncioreactor"),
    *("spiders.job", "spiders.handler", "spiders.robots", "spiders.bodies", "spiders.redirects"),
)
# Scrapy looks through all frames of the stack as it loads these, to find which module it is in. A thread of its own has
# few: that saves a fifteenth of what a small crawl takes.
LOADED_APART = ("scrapy.core.downloader.tls", "scrapy.core.downloader.contextfactory")
NOISY = ("scrapy", "twisted", "scrapy-playwright", "asyncio")


def run(
    first: Sequence[Plan],
    *,
    fetching: Fetching,
    clock: Clock,
    on_attempt: Callable[[Attempt], None],
    next_batch: Callable[[], Sequence[Plan]],
    on_start: Callable[[Plan], None] | None = None,
    on_beat: Callable[[], None] = lambda: None,
    may_go: Callable[[], bool] = lambda: True,
    stop_with: int | None = None,
) -> None:
    """Makes one visit per plan and hands each over as soon as it is complete; once per process.

    `on_beat` is called twice a second; after a batch `next_batch()` is asked until it gives none; before each request
    `may_go` is asked, and where it says no, nothing more is fetched and SourceBusy is raised. What any of them raises
    stops the run and is raised here.
    SIGINT, SIGTERM, and the end of the file descriptor `stop_with` (a child's stdin, so that it does not outlive its
    parent) end it with KeyboardInterrupt; visits under way then leave no attempt.
    """
    batch = first or next_batch()
    if not batch:
        return
    load()
    from spiders.job import Job

    job = Job(
        batch,
        fetching=fetching,
        clock=clock,
        on_attempt=on_attempt,
        next_batch=next_batch,
        on_start=on_start,
        on_beat=on_beat,
        may_go=may_go,
    )
    carry_out(job, fetching, stop_with)


def load() -> None:
    """Loads Scrapy, which takes a second: a command that crawls nothing does not wait for it.

    What is loaded by now stays until the process ends, so that nobody need look for rubbish in it again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        apart = threading.Thread(target=load_each, args=(LOADED_APART,))
        apart.start()
        apart.join()
        load_each(LOADED)
    finally:
        gc.freeze()
        if was_on:
            gc.enable()


def load_each(names: Sequence[str]) -> None:
    for name in names:
        importlib.import_module(name)


def carry_out(job: "Job", fetching: Fetching, stop_with: int | None) -> None:
    """Run the reactor until the job is done or stopped."""
    from scrapy.crawler import AsyncCrawlerProcess

    from spiders.job import VisitSpider
    from spiders.settings import scrapy_settings

    process = AsyncCrawlerProcess(scrapy_settings(fetching))
    quieten()
    loop = asyncio.get_event_loop()
    stop_by_signal(loop, job)
    if stop_with is not None:
        stop_at_eof(loop, job, stop_with)
    process.crawl(VisitSpider, job=job)
    process.start(install_signal_handlers=False)
    if job.main is None or job.main.cancelled():
        raise KeyboardInterrupt("the crawl was stopped")
    job.main.result()


def stop_by_signal(loop: asyncio.AbstractEventLoop, job: "Job") -> None:
    """The first SIGINT or SIGTERM stops the job in order; a second one does what it does without us."""

    def stop() -> None:
        for each in STOPPING:
            loop.remove_signal_handler(each)
        job.stop()

    if threading.current_thread() is threading.main_thread():
        for each in STOPPING:
            loop.add_signal_handler(each, stop)


def stop_at_eof(loop: asyncio.AbstractEventLoop, job: "Job", descriptor: int) -> None:
    """Stops the job when nothing more can come from `descriptor`, a pipe: its writer is gone."""

    def read() -> None:
        if not os.read(descriptor, 4096):
            loop.remove_reader(descriptor)
            job.stop()

    loop.add_reader(descriptor, read)


def quieten() -> None:
    """Scrapy talks of every request; what matters of it is in the attempts. Handlers stay the commands' business."""
    for name in NOISY:
        logger = logging.getLogger(name)
        logger.setLevel(logging.ERROR)
        logger.addHandler(logging.NullHandler())
