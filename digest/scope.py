"""What of a week one reader may see: their accounts, the events that touch these, and public events of nobody."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from digest.common import Common, in_common
from digest.entries import capped
from digest.words import local, short_name
from domain.accounts import Account
from domain.editions import Audience, EditionKind, Held, Unseen, Week
from domain.events import Event, Impact
from domain.sources import Subject, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One reader's part of a week; nothing outside it reaches their mail. `now` is on their own clock.

    An account is touched where the reader is told of an impact on it: `impacts`. The others, `counted`, may concern
    it: `near` events have no more than that for this reader. `untouched` events carry a tag or are pinned, and nobody
    at all is told of them; `untagged` ones are for analysts only. Entries of feeds without a tag or of long ago are in
    none of these: `untold` and `long_past` count them; `entries_more` says of which feed how many more there are than a
    mail tells.
    """

    week: Week
    common: Common
    audience: Audience
    now: datetime
    accounts: dict[str, Account]
    events: Mapping[str, Event]
    impacts: tuple[Impact, ...]
    counted: tuple[Impact, ...]
    near: tuple[Event, ...]
    untouched: tuple[Event, ...]
    untagged: tuple[Event, ...]
    unseen: tuple[Unseen, ...]
    corrections: tuple[str, ...]
    held: tuple[Held, ...]
    untold: int = 0
    long_past: int = 0
    entries_more: tuple[tuple[str, int], ...] = ()

    def names_others(self, line: str) -> bool:
        """Whether a line names an account that is none of this reader's."""
        return bool(self.common.named_in(line) - self.accounts.keys())

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def with_money(self) -> bool:
        """Whether revenue and contract dates may be said: to owners and their teams only."""
        return self.audience.kind is EditionKind.OWNER

    @property
    def touched(self) -> tuple[str, ...]:
        """The reader's accounts that something touches, the one with most at stake first."""
        return tuple(dict.fromkeys(impact.account for impact in self.impacts))

    @property
    def concerned(self) -> tuple[str, ...]:
        """The reader's accounts that nothing touches but something may concern."""
        said, touched = self.said, set(self.touched)
        found = dict.fromkeys(impact.account for impact in self.counted if impact.event in said)
        return tuple(name for name in found if name not in touched)

    @property
    def said(self) -> frozenset[str]:
        """Ids of the events that this reader's mail says something of."""
        told = {impact.event for impact in self.impacts}
        return frozenset(told | {event.id for event in (*self.near, *self.untouched)})

    def name(self, account: str) -> str:
        return short_name(self.accounts[account])


def scope(week: Week, audience: Audience, common: Common | None = None) -> Scope:
    """The reader's part of the week, impacts highest score first; `common` is what all its readers share."""
    shared = common or in_common(week)
    accounts = {account.name: account for account in audience.accounts}
    silent = [event for event in shared.silent if _open_to(event.subject, accounts)]
    mine = [impact for impact in shared.touching.on(accounts) if impact.event in shared.telling]
    found = _sorted_out(week, shared, accounts, mine)
    ranked = _ranked(week, shared, mine)
    untagged = tuple(event for event in found.stray if not event.tags and event.id not in shared.pinned)
    return Scope(
        week=week,
        common=shared,
        audience=audience,
        now=local(week.period.sends_at, audience.person.zone),
        accounts=accounts,
        events=shared.telling,
        impacts=tuple(impact for impact in ranked if impact.told),
        counted=tuple(impact for impact in ranked if not impact.told),
        near=found.near,
        untouched=tuple(event for event in found.stray if event.tags or event.id in shared.pinned),
        untagged=untagged if audience.kind is EditionKind.ANALYST else (),
        unseen=tuple(unseen for unseen in week.unseen if _open_to(unseen.source.subject, accounts)),
        corrections=tuple(line for line in week.corrections if not shared.named_in(line) - accounts.keys()),
        held=_held_for(week, shared, accounts),
        untold=sum(1 for event in silent if not event.long_past),
        long_past=sum(1 for event in silent if event.long_past),
        entries_more=found.entries_more,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sorted:
    """The events that touch no account of the reader: `near` ones may concern one, `stray` ones nobody at all."""

    near: tuple[Event, ...]
    stray: tuple[Event, ...]
    entries_more: tuple[tuple[str, int], ...]


def _sorted_out(week: Week, shared: Common, accounts: dict[str, Account], mine: Sequence[Impact]) -> _Sorted:
    """What touches no account of theirs, without what names an account of others."""
    whom = shared.touching
    told = {impact.event for impact in mine if impact.told}
    concerning = {impact.event for impact in mine} - told
    every = [event for event in shared.telling.values() if _open_to(event.subject, accounts)]
    best = {impact.event: impact.score for impact in sorted(mine, key=lambda impact: impact.score)}
    entries = capped(week, every, touching=whom.told, scores=best)
    muted = {event for event, names in week.muted.items() if not names <= accounts.keys()}
    others = (whom.naming_others(accounts) | muted) - told
    near = [event for event in entries.events if event.id in concerning - others]
    near = [event for event in near if event.tags or event.id in whom.told]
    spoken_of = whom.told | others | {event.id for event in near}
    stray = tuple(event for event in entries.events if event.id not in spoken_of)
    return _Sorted(near=tuple(near), stray=stray, entries_more=entries.more)


def _ranked(week: Week, shared: Common, mine: Sequence[Impact]) -> list[Impact]:
    """Highest score first; what an alert told is no news, and stands below what is."""
    known, seen = dict(week.alerted), shared.first_seen  # ids are drawn at random and say nothing
    return sorted(mine, key=lambda one: (one.event in known, -one.score, one.account, seen[one.event], one.event))


def _held_for(week: Week, common: Common, accounts: dict[str, Account]) -> tuple[Held, ...]:
    """What is held, where neither its source nor its words speak of an account of others."""
    return tuple(
        one
        for one in week.held
        if _open_to(one.source.subject, accounts)
        and _open_to(one.subject, accounts)
        and not common.named_in(one.says) - accounts.keys()
    )


def _open_to(subject: Subject, accounts: dict[str, Account]) -> bool:
    """A competitor or a market is everybody's; one of our accounts is its readers' only."""

    return subject.kind is not SubjectKind.ACCOUNT or subject.name in accounts
