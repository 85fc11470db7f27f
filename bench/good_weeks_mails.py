"""The good weeks' mails, to be read: `python -m bench.good_weeks_mails` prints those of ten owners, with their words.

The 200 accounts are shared out by town, one owner a town; worth, notice days and meetings are made up, the same on
every run.
"""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import digest
from accounts import Names, link
from bench.good_weeks import RIVALS, TODAY, good_world
from bench.good_weeks_events import happenings
from bench.scale import shown
from bench.scale_world import made_event
from config.playbook_file import our_playbook
from digest.words import count_words
from domain.accounts import Account, Accounts, Person, Renewal, Revenue
from domain.editions import Audience, EditionKind, Period, Rendered, Week
from domain.events import Event, Impact
from domain.sources import Subject, SubjectKind

READ = 10
SENDS_AT = datetime(2026, 2, 23, 7, tzinfo=UTC)
SEEN = datetime(2026, 2, 20, 6, tzinfo=UTC)


def mails() -> Iterator[tuple[Audience, Rendered]]:
    """The mails of the owners with most accounts, each with whom it is for."""
    world = owned_world()
    week = good_week(world)
    readers = [one for one in digest.audiences(world) if one.kind is EditionKind.OWNER]
    for reader in sorted(readers, key=lambda one: (-len(one.accounts), one.person.key))[:READ]:
        yield reader, digest.compose(week, reader, shown=shown)


def owned_world() -> Accounts:
    """The good world with an owner in each town, and something at stake at its accounts."""
    world, chance = good_world(), random.Random(11)
    towns = sorted({account.places[0] for account in world.accounts})
    people = tuple(
        Person(key=key_of(town), name=f"Owner {town}", email=f"{key_of(town)}@halden.example", zone="Europe/London")
        for town in towns
    )
    return replace(world, people=people, accounts=tuple(_at_stake(one, chance) for one in world.accounts))


def key_of(town: str) -> str:
    return town.casefold().replace(" ", "-")


def _at_stake(account: Account, chance: random.Random) -> Account:
    worth = Decimal(chance.randint(20, 600) * 1_000)
    ends = TODAY + timedelta(days=chance.randint(100, 900))
    meeting: date | None = TODAY + timedelta(days=chance.randint(1, 40)) if chance.random() < 0.3 else None
    return replace(
        account,
        owner=key_of(account.places[0]),
        revenue=Revenue(low=worth, high=worth, currency="EUR", text=f"{worth} EUR"),
        renewal=Renewal(ends=ends, notice=ends - timedelta(days=90)),
        next_meeting=meeting,
    )


def good_week(world: Accounts) -> Week:
    """The two dozen happenings as one week of mails."""
    names = Names(RIVALS, world.accounts)
    events: list[Event] = []
    impacts: list[Impact] = []
    for one in happenings(world):
        whose = names.whose(one.company)
        subject = whose[0] if whose else Subject(kind=SubjectKind.MARKET, name=one.company)
        events.append(made_event(one.key, subject, one.text, one.tags, SEEN))
        impacts += link(events[-1], world, names, TODAY)
    return Week(
        period=Period(label="2026-W08", after_seq=0, cut_seq=1, sends_at=SENDS_AT),
        accounts=world,
        playbook=our_playbook(),
        events=tuple(events),
        impacts=tuple(impacts),
        unseen=(),
        watched=60,
        noise=0,
        baselines=0,
    )


def main() -> None:
    for reader, mail in mails():
        print(f"=== {reader.person.name}, {len(reader.accounts)} accounts, {count_words(mail.text)} words")
        print(f"Subject: {mail.subject}\nPreview: {mail.preview}\n\n{mail.text}")


if __name__ == "__main__":
    main()
