"""The scale bench: 10,000 accounts, thousands of events, 500 readers: time, memory and growth, on a made world."""

import time
import tracemalloc
from collections.abc import Callable
from datetime import UTC, datetime
from math import log
from pathlib import Path
from typing import Any, TypeVar

import digest
from accounts import Names, activity, link
from bench.scale_run import whole
from bench.scale_world import TODAY, MadeWorld, made_world
from config.playbook_file import our_playbook
from domain.editions import Evidence, Exhibit, Period, Week
from domain.events import Event, Impact

Talk = Callable[[str], None]
T = TypeVar("T")
SIZES = (1_250, 2_500, 5_000, 10_000)
# Events linked at each size, and the people who own the accounts.
EVENTS = 300
READERS = 500
# Accounts, events and readers of the whole runs; 10,000, 5,000 and 500 is the same with `python -m bench.scale_run`.
RUNS = ((1_250, 625, 62), (2_500, 1_250, 125))
# Mails composed, of the readers' all.
MAILS = 20
# Events of one week that the mails are about.
OF_A_WEEK = 100


def run(data: Path | None, talk: Talk) -> dict[str, Any]:
    """Seconds of processor time per event and per mail at each size; `growth`: the exponent of the number of accounts.

    `run` is a whole run through the product's own path, by each size of RUNS that was asked for: a week of feeds is
    stored, detected, linked and mailed to every reader.
    """
    sizes = {accounts: _size(made_world(accounts, EVENTS, READERS), talk) for accounts in SIZES}
    greatest, least = sizes[SIZES[-1]], sizes[SIZES[0]]
    return {
        "sizes": {str(accounts): figures for accounts, figures in sizes.items()},
        "growth": log(greatest["link_s"] / least["link_s"]) / log(SIZES[-1] / SIZES[0]),
        "run": {f"{size[0]} accounts": whole(*size, talk) for size in RUNS},
        "peak_mb": _peak(made_world(SIZES[-1], 100, READERS)),
    }


def _size(made: MadeWorld, talk: Talk) -> dict[str, float]:
    names, built = _timed(lambda: Names(made.competitors, made.world.accounts))
    link(made.events[0], made.world, names, TODAY)  # the directory of the world is made with the first event
    impacts, linked = _timed(lambda: linked_all(made, names))
    every = tuple(account.name for account in made.world.accounts)
    _, counted = _timed(lambda: activity(every, made.events, impacts, TODAY))
    readers, composed = _timed(lambda: _mails(made, impacts))
    figures = {
        "names_s": built,
        "link_s": linked / len(made.events),
        "told_per_event": sum(one.told for one in impacts) / len(made.events),
        "counted_per_event": sum(not one.told for one in impacts) / len(made.events),
        "index_s": counted,
        "mail_s": composed / max(1, readers),
    }
    talk(f"{len(every)} accounts: " + " ".join(f"{key}={value:.4g}" for key, value in figures.items()))
    return figures


def linked_all(made: MadeWorld, names: Names) -> tuple[Impact, ...]:
    return tuple(impact for event in made.events for impact in link(event, made.world, names, TODAY))


def _mails(made: MadeWorld, impacts: tuple[Impact, ...]) -> int:
    """Composes the mails of some readers over one week's events; how many those were."""
    events = made.events[:OF_A_WEEK]
    ids = {event.id for event in events}
    week = Week(
        period=Period(label="2026-W09", after_seq=0, cut_seq=1, sends_at=datetime(2026, 3, 2, 7, tzinfo=UTC)),
        accounts=made.world,
        playbook=our_playbook(),
        events=events,
        impacts=tuple(impact for impact in impacts if impact.event in ids),
        unseen=(),
        watched=60,
        noise=0,
        baselines=0,
    )
    readers = digest.audiences(made.world)[:MAILS]
    common = digest.in_common(week)
    for reader in readers:
        digest.compose(week, reader, shown=shown, common=common)
    return len(readers)


def shown(event: Event) -> Evidence:
    exhibits = tuple(
        Exhibit(
            sighting=one.key,
            source=one.source,
            url=one.url,
            before_at=one.first_seen,
            before_sha256=None,
            after_at=one.first_seen,
            after_sha256=None,
        )
        for one in event.sightings
    )
    return Evidence(event=event.id, exhibits=exhibits)


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    """What the work gives, and its seconds of processor time."""
    started = time.process_time()
    result = work()
    return result, time.process_time() - started


def _peak(made: MadeWorld) -> float:
    """Megabytes held at most by Python while names are made and events linked."""
    tracemalloc.start()
    linked_all(made, Names(made.competitors, made.world.accounts))
    peak = tracemalloc.get_traced_memory()[1] / 1e6
    tracemalloc.stop()
    return peak
