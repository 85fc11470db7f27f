"""Who composes the editions that are due: this process at once, or whichever workers take them from the queue."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from domain.editions import Audience, Edition
from pipeline import World
from pipeline.composing.asked import Asked, asked_for, given_up
from pipeline.composing.editions import edition_id
from pipeline.crawling.orders import Work, compositions
from pipeline.delivering.editions import heeded_draft


class Runner(Protocol):
    """Has editions composed, by the same `prepare` wherever that is."""

    def edition(
        self, world: World, audience: Audience, sends_at: datetime, compose: Callable[[], Edition]
    ) -> Edition | None:
        """The edition; None while it is being composed elsewhere. Raises ConfigurationError where a draft is wrong."""

    def hand_over(self, world: World) -> None:
        """Once all that is due was asked for: let what is not there be composed."""


class Here:
    """In this process, whatever the database is."""

    def edition(
        self, world: World, audience: Audience, sends_at: datetime, compose: Callable[[], Edition]
    ) -> Edition | None:
        return compose()

    def hand_over(self, world: World) -> None:
        """Nothing is left to do: each was composed as it was asked for."""


class Queued:
    """By workers, on any machine, many in one run; asked again, they are put into the queue only where not in it."""

    def __init__(self) -> None:
        self._wanted: list[Asked] = []

    def edition(
        self, world: World, audience: Audience, sends_at: datetime, compose: Callable[[], Edition]
    ) -> Edition | None:
        found = world.archive.editions.find(edition_id(audience, sends_at))
        if found is None:
            heeded_draft(world, audience, sends_at)  # its problems are for whoever reads the scheduler's log
            self._wanted.append(Asked.of(audience, sends_at))
        return found

    def hand_over(self, world: World) -> None:
        """Put what was asked for into the queue, but for what is in it or was given up lately. Raises StorageError."""
        from workers.queue import opened, put, runs_under_way  # its library is needed where there are workers only

        if not self._wanted:
            return
        with opened(world.configuration.settings.database_url) as queue:
            runs = world.archive.runs.those(runs_under_way(queue, Work.COMPOSE))
            asked = {one for run in runs.values() for one in asked_for(run.targets)}
            asked |= {one for one, gave_up in given_up(world).items() if world.clock() < gave_up.again}
            put(queue, world, compositions([one for one in self._wanted if one not in asked]))
        self._wanted.clear()


def runner_of(world: World) -> Runner:
    return Queued() if world.configuration.settings.workers else Here()
