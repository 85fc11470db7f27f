"""Bring in what an archive kept: visits at their own dates, detected in order, never mailed as news."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import spiders.archive
from domain.keys import source_revision
from domain.visits import Attempt
from pipeline.detecting.detection import detect
from pipeline.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """How many visits an import stored, of which sources, and how many records nobody watches."""

    visits: int
    sources: tuple[str, ...]
    skipped: int


def import_visits(
    world: World, files: Iterable[Path], on_visit: Callable[[Attempt], None] = lambda _: None
) -> Imported:
    """Store every record of these WARC files whose address is a source's, in the order of the files, then detect.

    A revisit may repeat a record of an earlier file. Where two sources share an address the first of sources.yaml gets
    it. Raises UnreadableContent for a broken file; what was read before the break is stored. Raises SourceBusy when
    another run holds a source: then nothing is stored.
    """
    world.archive.visits.register(world.sources)
    with world.archive.runs.hold([source.name for source in world.sources]):
        return _import(world, files, on_visit)


def _import(world: World, files: Iterable[Path], on_visit: Callable[[Attempt], None]) -> Imported:
    by_url = {source.url: (source.name, source_revision(source)) for source in reversed(world.sources)}
    earlier = spiders.archive.Earlier()
    skipped: set[str] = set()

    def source_of(url: str) -> tuple[str, str] | None:
        if url not in by_url:
            skipped.add(url)
        return by_url.get(url)

    stored = 0
    touched: dict[str, None] = {}
    try:
        for path in files:
            for attempt in spiders.archive.read_warc(path, source_of, earlier=earlier):
                world.archive.visits.record(attempt)
                touched[attempt.source] = None
                stored += 1
                on_visit(attempt)
    finally:
        for source in world.sources:
            if source.name in touched:
                detect(world, source)
    return Imported(visits=stored, sources=tuple(touched), skipped=len(skipped))
