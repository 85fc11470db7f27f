"""What the mails of one week have in common, worked out once: of ten thousand accounts each looks at its own."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Generic, TypeVar

from digest.entries import tells_nothing
from digest.exhibits import Told
from digest.touching import Touching, sorted_out
from domain.accounts import Accounts
from domain.editions import Week
from domain.events import Event, Impact

T = TypeVar("T")
# Lines that name accounts are asked about again and again, for each reader; so many are remembered.
LINES = 10_000
# What evidence pages show of events is remembered up to so many letters of it.
LETTERS = 30_000_000


class Remembered(Generic[T]):
    """What was made before, by week, event and place, as long as there is room for its letters.

    Several weeks share the room: where it is full, what was kept for another week goes first.
    """

    def __init__(self, room: int = LETTERS) -> None:
        self._room = room
        self._kept: dict[tuple[object, str, str], tuple[T, int]] = {}

    def get(self, key: tuple[object, str, str]) -> T | None:
        return self._kept[key][0] if key in self._kept else None

    def keep(self, key: tuple[object, str, str], one: T, letters: int) -> None:
        if key in self._kept:
            return
        while letters > self._room and (other := next((old for old in self._kept if old[0] is not key[0]), None)):
            self._room += self._kept.pop(other)[1]
        if letters <= self._room:
            self._room -= letters
            self._kept[key] = one, letters


@dataclass(frozen=True, slots=True, kw_only=True)
class Common:
    """The events of a week by what they are to any reader, and whom they touch.

    `telling` events are news, or `pinned` by an analyst, `silent` ones are neither. `named_in` gives the accounts whose
    name stands in a line.
    `events` and `impacts` are those of the week itself, kept so that nothing else can take their place. What is `shown`
    of them is remembered under the week's own `mark`.
    """

    events: tuple[Event, ...]
    impacts: tuple[Impact, ...]
    pinned: frozenset[str]
    every: Mapping[str, Event]
    telling: Mapping[str, Event]
    silent: tuple[Event, ...]
    first_seen: Mapping[str, datetime]
    touching: Touching
    named_in: Callable[[str], frozenset[str]]
    shown: Remembered[Told]
    mark: object = field(default_factory=object)


def in_common(week: Week, shown: Remembered[Told] | None = None) -> Common:
    """`shown` is where several weeks remember what pages show; without it, this week has a room of its own."""
    pinned = frozenset(one.event for one in week.draft.rulings if one.pin) if week.draft else frozenset[str]()
    told = {event.id: event for event in week.events if event.id in pinned or not tells_nothing(event)}
    return Common(
        events=week.events,
        impacts=week.impacts,
        pinned=pinned,
        every={event.id: event for event in week.events},
        telling=told,
        silent=tuple(event for event in week.events if event.id not in told),
        first_seen={event.id: event.first_seen for event in week.events},
        touching=sorted_out(week.impacts),
        named_in=names_known(week.accounts),
        shown=shown or Remembered(),
    )


def names_known(accounts: Accounts) -> Callable[[str], frozenset[str]]:
    """What gives the accounts of which a name stands in a line as a word of its own."""
    names = [
        (name.casefold(), name, account.name)
        for account in accounts.accounts
        for name in (account.name, *account.aliases, *account.former_names)
    ]

    @lru_cache(LINES)
    def named_in(line: str) -> frozenset[str]:
        plain = line.casefold()
        # Of 10,000 names nearly none stands in a line at all: no pattern is made of those.
        found = [(name, account) for folded, name, account in names if folded in plain]
        return frozenset(account for name, account in found if is_word(name, line))

    return named_in


def is_word(name: str, line: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line, re.IGNORECASE) is not None


def of_events(impacts: Sequence[Impact]) -> dict[str, list[Impact]]:
    """Impacts by their event, in their order."""
    found: dict[str, list[Impact]] = {}
    for impact in impacts:
        found.setdefault(impact.event, []).append(impact)
    return found
