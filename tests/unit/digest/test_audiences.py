"""Who reads what: owners, their deputies while they are away, and leaders what their owners' accounts add up to."""

from dataclasses import replace
from datetime import date, timedelta

import digest
from digest.words import count_words
from domain.accounts import Accounts, Away, Person
from domain.answers import Action, ActionState, KeptAction
from domain.editions import Audience, EditionKind, Week
from tests.unit.digest import worlds
from tests.unit.digest.support_compose import everything, rendered

TODAY = worlds.SENDS.date()
LEADER = Person(key="lena", name="Lena Falk", email="lena@halden.example", zone="Europe/Paris", leads=("ines",))


def with_people(*people: Person) -> Accounts:
    keys = {person.key for person in people}
    others = tuple(one for one in worlds.WORLD.people if one.key not in keys)
    return replace(worlds.WORLD, people=(*others, *people))


def read_by(accounts: Accounts, key: str, today: date = TODAY) -> list[Audience]:
    return [one for one in digest.audiences(accounts, today) if one.person.key == key]


def led() -> tuple[Week, Audience]:
    world = with_people(LEADER)
    (audience,) = read_by(world, "lena")
    return replace(worlds.full_week(), accounts=world), audience


def test_a_deputy_reads_the_accounts_of_who_is_away_for_as_long_as_that_lasts() -> None:
    away = Away(deputy="rosa", since=TODAY, until=TODAY + timedelta(days=7))
    world = with_people(replace(worlds.INES, away=away))
    theirs = {account.name for account in worlds.WORLD.accounts if account.owner == "ines"}
    for day, expected in ((-1, False), (0, True), (7, True), (8, False)):
        (audience,) = read_by(world, "rosa", TODAY + timedelta(days=day))
        assert (theirs <= {account.name for account in audience.accounts}) == expected
    assert read_by(world, "ines")[0].accounts == read_by(worlds.WORLD, "ines")[0].accounts


def test_a_deputy_is_told_for_whom_they_stand_in() -> None:
    world = with_people(replace(worlds.INES, away=Away(deputy="rosa", until=TODAY + timedelta(days=7))))
    (audience,) = read_by(world, "rosa")
    said = " ".join(rendered(replace(worlds.full_week(), accounts=world), audience).text.split())
    assert "Ines Moreau is away until 2 Mar; you stand in." in said
    (mine,) = read_by(world, "ines")
    assert "stand in" not in rendered(replace(worlds.full_week(), accounts=world), mine).text


def test_a_leader_reads_one_mail_that_adds_up_their_owners_accounts() -> None:
    week, audience = led()
    one = rendered(week, audience)
    said = " ".join(one.text.split())
    assert audience.kind is EditionKind.LEADER
    assert one.subject == "Team: 4 of 14 accounts touched · W08"
    assert said.startswith("Four of your team's 14 accounts are touched: ")
    assert "BY OWNER Ines Moreau: 4 of 14 accounts touched; notice within 120 days: 2, €640k a year." in said
    assert "WHAT MOVES MOST Marlowe, threat: " in said
    assert count_words(one.text) <= 700
    assert one.event_ids
    assert one.evidence


def test_a_leader_reads_how_many_steps_are_open_and_late() -> None:
    week, audience = led()
    action = Action(
        key="k", event="e", account="Marlowe Travel", what="call", owner="ines", due=date(2026, 2, 20), week="2026-W07"
    )
    kept = KeptAction(action=action, state=ActionState.OPEN, by="ines", at=worlds.SENDS)
    foreign = replace(kept, action=replace(action, key="f", account=worlds.FOREIGN.name, what="visit Zephyr"))
    said = " ".join(rendered(replace(week, actions=(kept, foreign)), audience).text.split())
    assert "1 step open, 1 overdue." in said
    assert "Zephyr" not in said


def test_a_leader_reads_nothing_of_accounts_that_others_own() -> None:
    week, audience = led()
    said = everything(rendered(worlds.with_foreign_traces(week), audience))
    assert "Zephyr" not in said
    assert "777" not in said
