"""Fetch, store, interpret at once, and plan what has to be fetched next."""

import json
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

import diffing
import pipeline
import spiders.crawl
from config.secrets import resolve
from domain.errors import ConfigurationError
from domain.keys import host_of, source_revision
from domain.reports import CrawlReport, SourceReport
from domain.sources import Source
from domain.visits import Attempt, Failure, Footing, Interpretation, Parts, Purpose, Reason, Validator, Visit
from pipeline.crawling.outcomes import report_of, report_of_look, report_on
from pipeline.crawling.rubbish import Rubbish
from pipeline.crawling.taking_up import pages_begun, served
from pipeline.detecting.first_look import at_hand, read_first
from pipeline.detecting.quiet import footing_of, nothing_told, settle_on, unchanged_report
from pipeline.world import World
from spiders.plan import Plan

if TYPE_CHECKING:
    from storage.leases import Held

# Attempts are stored together: this many, or this many bytes of them, or whatever came in half a second.
TOGETHER, BYTES_TOGETHER = 64, 8_000_000
NOTHING: Mapping[int, Parts] = MappingProxyType({})


class Crawl:
    """One crawl under way: stores attempts as they come, interprets them, and plans what has to be fetched next.

    `visited`: the sources whose page is stored already, where another process began this and did not end it.
    """

    def __init__(
        self,
        world: World,
        sources: Sequence[Source],
        on_report: Callable[[SourceReport], None],
        *,
        held: "Held",
        read_later: bool = False,
        visited: Collection[str] = (),
    ) -> None:
        self.world = world
        self.held = held
        self.read_later = read_later
        self.visited = visited
        self.sources = {source.name: source for source in sources}
        self.on_report = on_report
        self.visits: dict[str, Visit] = {}
        self.reports: dict[str, SourceReport] = {}
        self.revisions = {source.name: source_revision(source) for source in sources}
        self._fetched: list[Attempt] = []
        self._bytes = 0
        self._derivation = ""
        self._batches = self._later_batches()
        self._rubbish = Rubbish()

    def run(self, *, on_start: Callable[[Plan], None] | None = None, stop_with: int | None = None) -> None:
        """Until all is fetched and stored; once per process. Raises what `spiders.crawl.run` does."""
        try:
            spiders.crawl.run(
                self.first_batch(),
                fetching=self.world.configuration.settings.fetching,
                clock=self.world.clock,
                on_attempt=self.take,
                next_batch=self.next_batch,
                on_start=on_start,
                on_beat=self.keep,
                may_go=self.held.stands,
                stop_with=stop_with,
            )
        except KeyboardInterrupt:
            self.keep()
            raise

    def first_batch(self) -> tuple[Plan, ...]:
        self._take_up()
        left = [source for source in self.sources.values() if source.name not in self.visited]
        wanted = {source.name: (source, self.revisions[source.name]) for source in left}
        validators = self.world.archive.visits.validators(wanted)
        plans = []
        for source in left:
            try:
                plans.append(self._plan(source, Purpose.CHECK, validator=validators.get(source.name)))
            except ConfigurationError as error:
                self.take(self._refused(source, str(error)))
        return tuple(plans)

    def _take_up(self) -> None:
        """Go on where another process ended: with pages whose articles or pictures are still to come."""
        begun = [self.sources[name] for name in self.visited if name in self.sources]
        for visit, known in pages_begun(self.world, begun):
            self.visits[visit.source] = visit
            if known is not None:
                self.reports[visit.source] = report_on(self.world, visit, known=known)

    def take(self, attempt: Attempt) -> None:
        """Gathers attempts, and keeps them when they are many or large."""
        self._fetched.append(attempt)
        self._bytes += sum(len(part.body or b"") for part in attempt.parts)
        if len(self._fetched) >= TOGETHER or self._bytes >= BYTES_TOGETHER:
            self.keep()

    def keep(self) -> None:
        """Store first; interpret at once, unless articles are still to be read."""
        fetched, self._fetched, self._bytes = self._fetched, [], 0
        visits = self.world.archive.visits.record_all(fetched, held=self.held)
        checks = [visit for visit in visits if visit.purpose is Purpose.CHECK]
        self.visits.update((visit.source, visit) for visit in checks)
        ready = [visit for visit in checks if self.sources[visit.source].follow is None]
        self._interpret(ready, at_hand(fetched, visits))

    def next_batch(self) -> tuple[Plan, ...]:
        self.keep()
        return next(self._batches, ())

    def _later_batches(self) -> Iterator[tuple[Plan, ...]]:
        follow = tuple(plan for source in self.sources.values() for plan in self._follow(source))
        if follow:
            yield follow
        self._interpret([visit for name, visit in self.visits.items() if name not in self.reports])
        beside = tuple(
            plan for source in self.sources.values() for plan in (*self._picture(source), *self._plain(source))
        )
        if beside:
            yield beside

    def _plan(
        self, source: Source, purpose: Purpose, urls: tuple[str, ...] = (), validator: Validator | None = None
    ) -> Plan:
        visit = self.visits.get(source.name)
        return Plan(
            source=source,
            revision=self.revisions[source.name],
            purpose=purpose,
            validator=validator,
            urls=urls,
            about=visit.id if visit else None,
            headers=tuple((header.name, resolve(header.value, self.world.environ)) for header in source.headers),
        )

    def _follow(self, source: Source) -> Iterator[Plan]:
        visit = self.visits.get(source.name)
        if source.follow is None or visit is None or visit.failure or visit.revisit_of:
            return
        if source.name in self.visited and served(self.world, visit, Purpose.FOLLOW):
            return
        from pipeline.detecting.detection import comparable

        baseline = comparable(self.world.archive.derived.baseline(source.name), visit)
        before = self.world.archive.visits.fetched(baseline) if baseline else None
        links = diffing.new_links(source, before=before, after=self.world.archive.visits.fetched(visit))
        if links:
            yield self._plan(source, Purpose.FOLLOW, links)

    def _picture(self, source: Source) -> Iterator[Plan]:
        """Pictures cost a browser: only of pages that use one, at the baseline and for a change."""
        visit = self.visits.get(source.name)
        if visit is None or not source.browser or not self.world.configuration.settings.fetching.images:
            return
        report = self.reports.get(source.name)
        if source.name in self.visited and served(self.world, visit, Purpose.SCREENSHOT):
            return
        if report and (report.first or report.change) and visit.main:
            yield self._plan(source, Purpose.SCREENSHOT, (visit.main.url,))

    def _plain(self, source: Source) -> Iterator[Plan]:
        """The pages of browser sources once a month without it, to learn whether they need it."""
        visit = self.visits.get(source.name)
        if visit is None or not source.browser:
            return
        from pipeline.crawling.plainly import to_ask

        if to_ask(self.world, source, visit):
            yield self._plan(source, Purpose.PLAIN)

    def _refused(self, source: Source, detail: str) -> Attempt:
        failure = Failure(reason=Reason.SECRET_MISSING, detail=detail, transient=False)
        return Attempt(
            source=source.name,
            revision=self.revisions[source.name],
            purpose=Purpose.CHECK,
            captured_at=self.world.clock(),
            seconds=0.0,
            parts=(),
            failure=failure,
        )

    def _interpret(self, visits: Sequence[Visit], fetched: Mapping[int, Parts] = NOTHING) -> None:
        """What found nothing new is settled together, and so are first visits; the rest is read one by one."""
        if not visits:
            return
        self._derivation = self._derivation or self.world.derivation()
        footing = footing_of(self.world, visits)
        settled = settle_on(footing, self.world, visits, self._derivation, self.held)
        first = self._read_first([visit for visit in visits if visit.source not in footing], fetched)
        left = []
        for visit in visits:
            if visit.id in settled:
                self._report(unchanged_report(visit))
            elif visit.id in first:
                self._report(report_of(visit, first[visit.id]))
            elif not self._may_wait(self.sources[visit.source]):
                left.append(visit)
        if not left:
            return
        with self._rubbish.left_alone():
            for report in self._read(left, footing, fetched):
                self._report(report)

    def _report(self, report: SourceReport) -> None:
        self.reports[report.name] = report
        self.on_report(report)

    def _read_first(self, visits: Sequence[Visit], fetched: Mapping[int, Parts]) -> Mapping[int, Interpretation]:
        """Reads visits of sources without a baseline as they were fetched; none where others may read them too."""
        if self.read_later:
            return {}
        here = ((visit, self.sources[visit.source], fetched[visit.id]) for visit in visits if visit.id in fetched)
        return read_first(self.world, here, self._derivation, self.held)

    def _may_wait(self, source: Source) -> bool:
        """Whether another run reads what was stored; not of pages with pictures: what they say decides on one."""
        return self.read_later and not (source.browser and self.world.configuration.settings.fetching.images)

    def _read(
        self, visits: Sequence[Visit], footing: Mapping[str, Footing], fetched: Mapping[int, Parts]
    ) -> Iterator[SourceReport]:
        """What these visits came to, by the footing of the sources that had a baseline before them."""
        if self.read_later:  # a source may have other visits that nobody read yet
            for visit in visits:
                pipeline.detect(self.world, self.sources[visit.source], held=self.held)
                yield report_on(self.world, visit, known=visit.source in footing)
            return
        from pipeline.detecting.together import read_together

        wanted = [(visit, self.sources[visit.source], fetched.get(visit.id)) for visit in visits]
        for visit, look in read_together(self.world, wanted, footing, derivation=self._derivation, held=self.held):
            yield report_of_look(self.world, visit, look, footing.get(visit.source))


def crawl(
    world: World,
    sources: Sequence[Source],
    *,
    on_start: Callable[[Plan], None] | None = None,
    on_report: Callable[[SourceReport], None] = lambda report: None,
    stop_with: int | None = None,
) -> CrawlReport:
    """Visit the sources once, store, detect, and say what came of each; once per process (one reactor).

    The crawl ends when the file descriptor `stop_with` does: a child whose parent was killed leaves no orphan crawling.
    Raises SourceBusy when another run holds one of them: then nothing is fetched.
    """
    started = world.clock()
    archive = world.archive
    archive.visits.register(world.sources)
    with archive.runs.hold([source.name for source in sources], names=hosts(world, sources)) as held:
        run = archive.runs.start("crawl", [source.name for source in sources])
        waiting = archive.unchanged.unread([source.name for source in sources])
        for source in (source for source in sources if source.name in waiting):
            pipeline.detect(world, source, held=held)  # what an interrupted run stored but did not read
        under_way = Crawl(world, sources, on_report, held=held)
        under_way.run(on_start=on_start, stop_with=stop_with)
        if not nothing_told(world):
            pipeline.relate(world)
        reports = tuple(under_way.reports[source.name] for source in sources if source.name in under_way.reports)
        archive.runs.finish(run, json.dumps({report.name: report.state for report in reports}))
    return CrawlReport(run=run, started=started, ended=world.clock(), sources=reports)


def hosts(world: World, sources: Sequence[Source]) -> tuple[str, ...]:
    """What a crawl holds beside its sources: their hosts, where other machines may visit them too."""
    shared = world.configuration.settings.workers
    return tuple({f"host:{host_of(source.url)}" for source in sources}) if shared else ()
