"""What the processes of runs are forked with: the program loaded, the home read, and made what is made by need.

Much of the program is loaded, compiled or worked out only where a page asks for it, so that a command which needs none
of it starts at once. A process that lives for one run would do all that anew each time. So one page is read before the
first fork, in an archive of its own: whatever a run makes by need stands then in what its process is forked from.
"""

import importlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from domain.errors import BellwetherError, StorageError
from domain.keys import source_revision
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.times import utc_now
from domain.visits import Attempt, FetchedPart, Purpose
from pipeline import World, detect, relate
from pipeline.crawling.orders import STANDS_STILL
from pipeline.logs import log_of
from pipeline.world import Reading, read_world

# Loaded by need as well, by a crawl: that runs a reactor, and no process with one can be forked.
NEEDED = (
    "scrapy.crawler",
    "scrapy.dupefilters",
    "scrapy.logformatter",
    "scrapy.pqueues",
    "scrapy.squeues",
    "scrapy.statscollectors",
    "spiders.job",
    "spiders.settings",
    "spiders.handler",
    "spiders.robots",
    "spiders.bodies",
    "spiders.redirects",
    "storage.archive",
    "diffing.dispatch",
    "diffing.lists",
    "diffing.sifting.page_changes",
    "classifiers.sightings",
    "accounts.deciding.judgement",
    "accounts.linking",
    "psycopg",
)
# One of each kind of news that rules and facts are looked for in.
SAID = (
    "The plan costs ${price} a month, and €{price} a year since 1 March 2026.",
    "It launches a new version {price} for hotels in London, in partnership with Example Industries GmbH.",
    "It appoints Jane Doe as its chief executive officer {price}; the regulator approves docket 2026-{price}.",
    "Revenue rose by {price}% to EUR {price} million in 2025.",
)
PAGE = "<html><head><title>Plans</title></head><body><main><h1>Plans</h1>{said}</main></body></html>"
PRICES = (100, 120, 120, 140)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A home that was read; `known` is its archive opened once and shut, where the database could be reached."""

    reading: Reading
    known: World | None

    def opened(self) -> World:
        """For one process that was forked; its archive is to be closed. Raises StorageError."""
        if self.known is None:
            return self.reading.opened(idle_seconds=STANDS_STILL)
        self.known.archive.require_version()
        return self.known


def template_of(home: Path) -> Template:
    """Everything that the runs of one home share. Raises BellwetherError where the home cannot be read."""
    reading = read_world(home, os.environ, utc_now)
    reading.rules_read()
    reading.names_known()
    rehearse(reading)
    return Template(reading=reading, known=_opened_once(reading))


def _opened_once(reading: Reading) -> World | None:
    """How the database is spoken to is learned once for all; its connections are closed, for none survives a fork."""
    try:
        world = reading.opened(idle_seconds=STANDS_STILL)
    except StorageError:
        return None  # it is away for now: each run opens it for itself, and is tried again
    world.archive.close()
    return world


def load() -> None:
    for name in NEEDED:
        importlib.import_module(name)


def rehearse(reading: Reading) -> None:
    """Read, tag, relate and link a page that changes, in a folder of its own; where that fails, runs take longer."""
    try:
        with TemporaryDirectory(prefix="bellwether-") as folder:
            _rehearse(reading, Path(folder))
    except (BellwetherError, OSError) as error:
        log_of("worker").warning("not_rehearsed", reason=str(error))


def _rehearse(reading: Reading, folder: Path) -> None:
    settings = replace(reading.configuration.settings, database_url=f"sqlite:///{folder}/rehearsal.db")
    with (world := replace(reading, configuration=replace(reading.configuration, settings=settings)).opened()).archive:
        source = _source()
        world.archive.visits.register([source])
        for attempt in _visits(source):
            with world.archive.runs.hold([source.name]) as held:
                world.archive.visits.record_all([attempt], held=held)
                detect(world, source, held=held)
            relate(world)


def _source() -> Source:
    subject = Subject(kind=SubjectKind.COMPETITOR, name="Rehearsal")
    return Source(
        name="rehearsal",
        kind=SourceKind.PAGE,
        url="https://rehearsal.invalid/",
        subject=subject,
        schedule=Schedule(text="every 1 day", every=timedelta(days=1)),
    )


def _visits(source: Source) -> Iterator[Attempt]:
    for hours, price in enumerate(PRICES):
        said = "".join(f"<p>{one.format(price=price)}</p>" for one in SAID)
        part = FetchedPart(
            part="page",
            url=source.url,
            requested_url=source.url,
            status=200,
            headers=(("Content-Type", "text/html; charset=utf-8"),),
            body=PAGE.format(said=said).encode(),
        )
        yield Attempt(
            source=source.name,
            revision=source_revision(source),
            purpose=Purpose.CHECK,
            captured_at=utc_now() + timedelta(hours=hours),
            seconds=0.0,
            parts=(part,),
        )
