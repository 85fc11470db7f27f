"""One run of the crawl: what every part of it shares, and the loop over plans and batches."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from typing import TYPE_CHECKING, Any, cast

from scrapy import Spider
from scrapy.core.engine import ExecutionEngine
from scrapy.crawler import Crawler

from domain.errors import SourceBusy
from domain.settings import Fetching
from domain.sources import SourceKind
from domain.times import Clock
from domain.visits import Attempt, Failure, FetchedPart, Purpose
from guard.addresses import AddressPolicy
from spiders.budget import Budget
from spiders.failures import FetchFailed, failure_of
from spiders.feed import FeedSpider
from spiders.fetch import NOT_MODIFIED, Fetcher
from spiders.follow import FollowSpider
from spiders.page import PageSpider
from spiders.pauses import Pauses
from spiders.plan import Plan
from spiders.registry import RegistrySpider
from spiders.screenshot import ScreenshotSpider
from spiders.settings import user_agent
from spiders.sitemap import SitemapSpider

if TYPE_CHECKING:
    from spiders.browser import Browser

log = logging.getLogger("bellwether.spiders")

BEAT = 0.5  # seconds
OVERTAKEN = "this process stood still for too long: another may hold these sources by now"

Spiders = PageSpider | FeedSpider | RegistrySpider | SitemapSpider
SPIDERS: dict[SourceKind, Spiders] = {
    each.kind: each for each in (PageSpider(), FeedSpider(), RegistrySpider(), SitemapSpider())
}


class Job:
    """Everything one run shares: limits, policy, who is told of each attempt and of each half second."""

    def __init__(
        self,
        first: Sequence[Plan],
        *,
        fetching: Fetching,
        clock: Clock,
        on_attempt: Callable[[Attempt], None],
        next_batch: Callable[[], Sequence[Plan]],
        on_start: Callable[[Plan], None] | None,
        on_beat: Callable[[], None] = lambda: None,
        may_go: Callable[[], bool] = lambda: True,
    ) -> None:
        self.fetching = fetching
        self.clock = clock
        self.policy = AddressPolicy(fetching.allowed_networks)
        self.pauses = Pauses()
        self.running = asyncio.Semaphore(fetching.concurrency)
        self.user_agent = user_agent(fetching)
        self.main: asyncio.Task[None] | None = None
        self._browser: Browser | None = None
        self._stopped = False
        self._first = first
        self._on_attempt, self._next_batch = on_attempt, next_batch
        self._on_start, self._on_beat, self._may_go = on_start, on_beat, may_go
        self._overtaken: SourceBusy | None = None

    async def run(self, engine: ExecutionEngine) -> None:
        """Batch after batch until there are none. What `on_attempt` or `next_batch` raises ends it."""
        batch = self._first
        while batch:
            tasks = [asyncio.ensure_future(self._visit(plan, engine)) for plan in batch]
            beats = asyncio.ensure_future(self._beats())
            visits = asyncio.gather(*tasks)
            try:
                await asyncio.wait((visits, beats), return_when=asyncio.FIRST_COMPLETED)
                await (beats if beats.done() else visits)
                self._raise_if_overtaken()
            finally:
                for task in (*tasks, beats):
                    task.cancel()
                await asyncio.gather(*tasks, beats, return_exceptions=True)
            batch = self._next_batch()

    async def _beats(self) -> None:
        """Lets whoever gathers attempts store them now and then, however long the next one takes."""
        while True:
            await asyncio.sleep(BEAT)
            self._raise_if_overtaken()
            self._on_beat()

    def require_leave(self) -> None:
        """Called as each request leaves. Raises SourceBusy, and ends the run, where another may visit by now."""
        if not self._may_go():
            self._overtaken = SourceBusy(OVERTAKEN, transient=True)
        self._raise_if_overtaken()

    def _raise_if_overtaken(self) -> None:
        if self._overtaken is not None:
            raise self._overtaken

    def stop(self) -> None:
        """Ends the run: visits under way are given up, and nothing new begins."""
        self._stopped = True
        if self.main is not None:
            self.main.cancel()

    def begin(self, engine: ExecutionEngine) -> "asyncio.Task[None]":
        self.main = asyncio.ensure_future(self.run(engine))
        if self._stopped:
            self.main.cancel()
        return self.main

    def browser_for(self, crawler: Crawler) -> "Browser":
        """The run's one browser; Playwright is imported only when a plan asks for it."""
        if self._browser is None:
            from spiders.browser import Browser

            self._browser = Browser(crawler, self.fetching, self.policy, self.user_agent)
        return self._browser

    async def close_browser(self) -> None:
        browser, self._browser = self._browser, None
        if browser is not None:
            await browser.close()

    async def _visit(self, plan: Plan, engine: ExecutionEngine) -> None:
        budget = Budget(self.fetching.deadline, self.clock, lambda: self._started(plan))
        fetcher = Fetcher(
            engine=engine,
            plan=plan,
            fetching=self.fetching,
            policy=self.policy,
            pauses=self.pauses,
            budget=budget,
            user_agent=self.user_agent,
        )
        parts: tuple[FetchedPart, ...] = ()
        failure: Failure | None = None
        try:
            parts = await spider_for(plan).visit(fetcher)
        except FetchFailed as fault:
            parts, failure = fault.parts, fault.failure
        except Exception as error:  # one bad source never stops the run, and never passes unseen
            log.exception("visit of %s broke", plan.source.name)
            failure = failure_of(error)
        if self._overtaken is None:
            self._on_attempt(self._attempt(plan, budget, parts, failure))

    def _started(self, plan: Plan) -> None:
        if self._on_start is not None:
            self._on_start(plan)

    def _attempt(self, plan: Plan, budget: Budget, parts: tuple[FetchedPart, ...], failure: Failure | None) -> Attempt:
        not_modified = failure is None and bool(parts) and parts[0].status == NOT_MODIFIED
        return Attempt(
            source=plan.source.name,
            revision=plan.revision,
            purpose=plan.purpose,
            captured_at=budget.began_at or self.clock(),
            seconds=budget.spent,
            parts=parts,
            failure=failure,
            not_modified=not_modified and plan.validator is not None,
            validated_visit=plan.validator.visit if plan.validator and not_modified else None,
            about=plan.about,
        )


def spider_for(plan: Plan) -> Spiders | FollowSpider | ScreenshotSpider:
    if plan.purpose is Purpose.SCREENSHOT:
        return ScreenshotSpider()
    if plan.purpose is Purpose.FOLLOW:
        return FollowSpider()
    return SPIDERS[plan.source.kind]


class VisitSpider(Spider):
    """The one Scrapy spider: all hosts in one crawler, so that politeness is shared by every kind of source."""

    name = "bellwether"

    def __init__(self, *args: Any, job: Job, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.job = job

    async def start(self) -> AsyncIterator[Any]:
        """Runs the job; yields nothing, because each visit asks the engine for its own answers."""
        await asyncio.wait([self.job.begin(self.crawler.engine)])
        nothing: tuple[Any, ...] = ()
        for each in nothing:
            yield each


def job_of(crawler: Crawler) -> Job:
    return cast(VisitSpider, crawler.spider).job
