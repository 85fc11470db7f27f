"""Whom events touch: linked anew only where an event or what is known of the accounts is not as it was."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import accounts
from accounts.hearing import heeded
from domain.answers import Heard
from domain.events import Event, Impact, ReasonKind
from domain.keys import digest
from domain.links import KeptLinks, Links
from pipeline.program import program_hash
from pipeline.world import World

# How long what readers answered weighs on the like of it.
HEARD = timedelta(days=180)
NAMED = ReasonKind.NAMED_IN_TEXT
_ANY_TIME = datetime(2000, 1, 1, tzinfo=UTC)


class Linker:
    """Whom events touch today, as readers' answers of the last half year change it.

    What is kept is used where it was made of the very same; `anew` leaves it aside.
    """

    def __init__(self, world: World, *, anew: bool = False) -> None:
        self.world = world
        self.anew = anew
        self.today = world.clock().date()
        self.heard: tuple[Heard, ...] = world.archive.answers.heard(since=world.clock() - HEARD)
        known = world.configuration
        self._made_of = digest(program_hash(), known.accounts_hash, [str(one) for one in known.sources.competitors])
        self.weighed_by = digest(self._made_of, self.today.isoformat(), [str(one) for one in self.heard])
        self._accounts = {account.name: account for account in known.accounts.accounts}

    def linked(self, events: Sequence[Event]) -> tuple[KeptLinks, ...]:
        """The links of each event in the same order."""
        keys = {event.id: digest(self._made_of, str(at_any_time(event))) for event in events}
        kept = self.world.archive.relations.links([] if self.anew else keys, keys=frozenset(keys.values()))
        return tuple(self._linked(event, keys[event.id], kept.get(event.id)) for event in events)

    def _linked(self, event: Event, key: str, kept: KeptLinks | None) -> KeptLinks:
        if kept is not None and kept.key == key:
            return replace(kept, weighed=self.weighed_by)
        found = accounts.links(event, self.world.configuration.accounts, self.world.names)
        return KeptLinks(key=key, weighed=self.weighed_by, links=found, made=True)

    def impacts(self, links: Iterable[Links]) -> tuple[Impact, ...]:
        rates = self.world.configuration.accounts.rates
        return tuple(
            heeded(impact, one, self.heard)
            for one in links
            for impact in accounts.weighed(one, self._accounts, rates, self.today)
        )

    def muted_in(self, links: Links) -> frozenset[str]:
        """The accounts that stand in the event's text, and are told nothing of it today."""
        named = {one.account for one in links.links if any(each.kind is NAMED for each in one.reasons)}
        return frozenset(named - {impact.account for impact in self.impacts([links])}) if named else frozenset()


def at_any_time(event: Event) -> Event:
    """The event without the times that every visit may move; whom it touches does not hang on them."""
    seen = tuple(replace(one, first_seen=_ANY_TIME, last_confirmed=_ANY_TIME) for one in event.sightings)
    return replace(event, first_seen=_ANY_TIME, last_confirmed=_ANY_TIME, sightings=seen)
