"""A run of the queue, carried by one process: a host crawled, a source read, news related, editions composed."""

import json
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pipeline
from domain.editions import Audience
from domain.errors import SourceBusy, StorageError
from domain.keys import host_of
from domain.sources import Source
from pipeline.composing.asked import asked_for
from pipeline.composing.editions import edition_id
from pipeline.composing.sitting import Sitting
from pipeline.crawling.crawl import Crawl
from pipeline.crawling.orders import Work
from pipeline.detecting.ground import not_understood
from pipeline.detecting.quiet import nothing_told
from pipeline.logs import log_of
from pipeline.world import World

if TYPE_CHECKING:
    from storage.runs import Run

# Short, so that what a machine held that is gone is free for the others soon: hardly later than its silence is noticed.
# It is renewed three times as often, and never broken: a worker that is silent may have a run that goes on.
LEASE = timedelta(seconds=20)
LONGEST_REST = 60.0


def carry(world: World, run_id: str, *, stop_with: int | None = None) -> None:
    """Do what a run is for, once: one that is done is left alone, one that was begun is gone on with.

    Raises SourceBusy where another process holds what it needs, and StorageError where one took it over.
    """
    run = world.archive.runs.find(run_id)
    if run is None or run.ended is not None:
        return
    sources = [source for source in world.sources if source.name in set(run.targets)]
    act = ACTS[Work(run.kind)]
    act(world, run, sources, stop_with)


def _crawl(world: World, run: "Run", sources: Sequence[Source], stop_with: int | None) -> None:
    runs = world.archive.runs
    world.archive.visits.register(sources)
    rest = timedelta(seconds=world.configuration.settings.fetching.host_delay)
    hosts = {f"host:{host_of(source.url)}" for source in sources}
    names = [source.name for source in sources]
    with runs.hold(names, names=tuple(hosts), run=run.id, rest=rest, lease=LEASE) as held:
        now = runs.find(run.id)  # whoever held this before may have ended it
        if now is None or now.ended is not None:
            return
        if held.not_before is not None:
            time.sleep(min(LONGEST_REST, max(0.0, (held.not_before - world.clock()).total_seconds())))
        under_way = Crawl(world, sources, lambda report: None, held=held, read_later=True, visited=now.visited)
        under_way.run(stop_with=stop_with)
        states = {name: under_way.reports[name].state if name in under_way.reports else "stored" for name in names}
        runs.finish(run.id, json.dumps(states), held=held)


def _detect(world: World, run: "Run", sources: Sequence[Source], stop_with: int | None) -> None:
    with world.archive.runs.hold([source.name for source in sources], run=run.id, lease=LEASE) as held:
        for source in sources:
            pipeline.detect(world, source, held=held)
        world.archive.runs.finish(run.id, "{}")


def _relate(world: World, run: "Run", sources: Sequence[Source], stop_with: int | None) -> None:
    with world.archive.runs.hold([], names=("relate",), run=run.id, lease=LEASE) as held:
        if not nothing_told(world):
            pipeline.relate(world, held=held)
        world.archive.runs.finish(run.id, "{}", held=held)


def _compose(world: World, run: "Run", sources: Sequence[Source], stop_with: int | None) -> None:
    """Every edition of the run that is not there yet, one after the other, sharing what is the same for all.

    One that fails, or that another process composes, keeps none of the others; then its error is raised.
    """
    audiences = {(str(one.kind), one.person.key): one for one in pipeline.recipients(world)}
    log, sitting = log_of("worker"), Sitting(world)
    failed: Exception | None = None
    busy: SourceBusy | None = None
    for one in asked_for(run.targets):
        audience = audiences.get((one.kind, one.reader))
        if audience is None:
            continue
        try:
            _compose_one(world, audience, one.sends_at, sitting)
        except StorageError:
            raise
        except SourceBusy as error:
            busy = error
        except Exception as error:
            # A barrier of its own: what breaks one mail is told here, and the run is tried again for it.
            log.exception("edition_failed", run=run.id, recipient=one.reader)
            failed = error
    if (kept_back := failed or busy) is not None:
        raise kept_back
    world.archive.runs.finish(run.id, "{}")


def _compose_one(world: World, audience: Audience, sends_at: datetime, sitting: Sitting) -> None:
    name = edition_id(audience, sends_at)
    if world.archive.editions.find(name) is None:
        # Only one edition of its name is ever kept, so a second one composed beside it is dropped.
        with world.archive.runs.hold([], names=(f"edition:{name}",), lease=LEASE):
            pipeline.prepare(world, audience, sends_at, sitting)


def give_up(world: World, run_id: str, tries: int) -> None:
    """End a run that fails each time. What it should have read is told as unreadable: it keeps no edition waiting."""
    run = world.archive.runs.find(run_id)
    if run is None or run.ended is not None:
        return
    if run.kind == Work.DETECT:
        known = [source.name for source in world.sources if source.name in run.targets]
        with world.archive.runs.hold(known, lease=LEASE) as held:
            for visit in (visit for name in known for visit in world.archive.derived.waiting(name)):
                reading = not_understood(visit, RuntimeError(f"{tries} tries failed"))
                world.archive.derived.store(reading, None, derivation=world.derivation(), held=held)
    world.archive.runs.finish(run.id, json.dumps({"given_up": tries}))


Act = Callable[[World, "Run", Sequence[Source], int | None], None]
ACTS: Mapping[Work, Act] = {Work.CRAWL: _crawl, Work.DETECT: _detect, Work.RELATE: _relate, Work.COMPOSE: _compose}
