"""Whom a week's events touch, sorted by account."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from domain.events import Impact, ReasonKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Touching:
    """The impacts of a week by account; the events that somebody is told of; who stands in the text of an event."""

    of_account: Mapping[str, Sequence[Impact]]
    told: frozenset[str]
    named: Mapping[str, frozenset[str]]

    def on(self, accounts: Collection[str]) -> list[Impact]:
        return [impact for account in accounts for impact in self.of_account.get(account, ())]

    def naming_others(self, accounts: Collection[str]) -> set[str]:
        """The events in whose text an account stands that is none of these."""
        mine = frozenset(accounts)
        return {event for event, names in self.named.items() if not names <= mine}


def names_it(impact: Impact) -> bool:
    """Whether the account stands in the event's own text: who may not know of it is told nothing that says its name."""
    return any(reason.kind is ReasonKind.NAMED_IN_TEXT for reason in impact.reasons)


def sorted_out(impacts: Sequence[Impact]) -> Touching:
    of_account: dict[str, list[Impact]] = defaultdict(list)
    named: dict[str, set[str]] = defaultdict(set)
    for impact in impacts:
        of_account[impact.account].append(impact)
        if names_it(impact):
            named[impact.event].add(impact.account)
    return Touching(
        of_account=dict(of_account),
        told=frozenset(impact.event for impact in impacts if impact.told),
        named={event: frozenset(names) for event, names in named.items()},
    )
