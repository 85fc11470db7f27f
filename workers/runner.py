"""Who composes an edition: this process at once, or whichever worker takes it from the queue."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from domain.editions import Audience, Edition
from pipeline import World
from pipeline.composition import edition_id
from pipeline.delivery import heeded_draft
from pipeline.orders import composition


class Runner(Protocol):
    """Has an edition composed, by the same `prepare` wherever that is."""

    def edition(
        self, world: World, audience: Audience, sends_at: datetime, compose: Callable[[], Edition]
    ) -> Edition | None:
        """The edition; None while it is being composed elsewhere. Raises ConfigurationError where a draft is wrong."""


class Here:
    """In this process, whatever the database is."""

    def edition(
        self, world: World, audience: Audience, sends_at: datetime, compose: Callable[[], Edition]
    ) -> Edition | None:
        return compose()


class Queued:
    """By a worker, on any machine; asked again, it is put into the queue only where it is not in it."""

    def edition(
        self, world: World, audience: Audience, sends_at: datetime, compose: Callable[[], Edition]
    ) -> Edition | None:
        name = edition_id(audience, sends_at)
        found = world.archive.editions.find(name)
        if found is None:
            heeded_draft(world, audience, sends_at)  # its problems are for whoever reads the scheduler's log
            self._put(world, audience, sends_at, name)
        return found

    def _put(self, world: World, audience: Audience, sends_at: datetime, name: str) -> None:
        from workers.queue import is_waiting, opened, put  # its library is needed where there are workers only

        order = composition(audience, sends_at, name)
        with opened(world.configuration.settings.database_url) as queue:
            if not is_waiting(queue, order):
                put(queue, world, [order])


def runner_of(world: World) -> Runner:
    return Queued() if world.configuration.settings.workers else Here()
