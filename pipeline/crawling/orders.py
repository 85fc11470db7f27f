"""Work that a queue can carry: what it is for, of what, and what may not be done beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from domain.keys import host_of
from domain.sources import Source
from pipeline.composing.asked import Asked

if TYPE_CHECKING:
    from storage import Archive
    from storage.runs import Run


# So many editions of one run: what they share is worked out once for each run, and a run that is lost is gone on with
# by another. Several runs, so that several workers compose at once.
MOST_EDITIONS = 50
# A machine that stands still in the middle of a transaction keeps its locks for so many seconds. Few, because then the
# next of its own processes may get them, that waited too: all of them together keep them no longer than a lease.
STANDS_STILL = 5


class Work(StrEnum):
    """What a run is for; its targets are sources, or of each edition its kind, its reader and its hour."""

    CRAWL = "crawl"
    DETECT = "detect"
    RELATE = "relate"
    COMPOSE = "compose"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """Work to be done: no two of one `lock` are carried at once, on any machine."""

    work: Work
    targets: tuple[str, ...]
    lock: str


def host_lock(source: Source) -> str:
    return f"host:{host_of(source.url)}"


def crawls(sources: Sequence[Source]) -> tuple[Order, ...]:
    """One for each host: its sources are visited by one process, one after the other."""
    hosts: dict[str, list[str]] = {}
    for source in sources:
        hosts.setdefault(host_lock(source), []).append(source.name)
    return tuple(Order(work=Work.CRAWL, targets=tuple(names), lock=host) for host, names in hosts.items())


def compositions(wanted: Sequence[Asked]) -> tuple[Order, ...]:
    """Editions in batches: mails composed by one process share what is the same for all of them."""
    batches = (wanted[at : at + MOST_EDITIONS] for at in range(0, len(wanted), MOST_EDITIONS))
    return tuple(_batch(some) for some in batches)


def _batch(some: Sequence[Asked]) -> Order:
    targets = tuple(word for one in some for word in (one.kind, one.reader, one.sends_at.isoformat()))
    return Order(work=Work.COMPOSE, targets=targets, lock=f"editions:{':'.join(targets[:3])}")


def orders_after(archive: "Archive", run: "Run") -> Iterator[Order]:
    """What is to be done once a run is: what a crawl stored is read, and what was read is related."""
    if run.kind == Work.CRAWL:
        unread = archive.unchanged.unread(run.targets)
        for name in run.targets:
            if name in unread:
                yield Order(work=Work.DETECT, targets=(name,), lock=f"source:{name}")
    if run.kind == Work.DETECT:
        yield Order(work=Work.RELATE, targets=(), lock="relate")
