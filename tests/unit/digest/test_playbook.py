"""The next step: what, who, by when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from digest.playbook import NOTHING, next_step
from domain.accounts import Account, Person
from domain.events import Stance
from domain.findings import TagName
from domain.sources import Subject, SubjectKind
from tests.unit.digest import worlds

MONDAY = date(2026, 2, 23)


def step(
    *tags: TagName,
    stance: Stance = Stance.THREAT,
    account: Account = worlds.PENHALE,
    reader: Person = worlds.INES,
    about: Subject | None = None,
    today: date = MONDAY,
) -> str:
    return next_step(
        account, stance, tags, about=about or worlds.rival("Brightvane"), name="Penhale", reader=reader,
        world=worlds.WORLD, today=today,
    )  # fmt: skip


def test_the_owner_is_told_you_and_everyone_else_the_owners_name() -> None:
    assert step(TagName.PRICING).startswith("you, by Fri 27 Feb: ")
    assert step(TagName.PRICING, reader=worlds.OWEN).startswith("Ines, by Fri 27 Feb: ")
    assert step(TagName.PRICING, account=replace(worlds.PENHALE, owner=None)).startswith("account team, by ")


@pytest.mark.parametrize("days", range(7))
def test_a_deadline_is_never_on_a_weekend(days: int) -> None:
    said = step(TagName.PRICING, today=MONDAY + timedelta(days=days))
    assert "Sat" not in said
    assert "Sun" not in said


def test_a_meeting_within_the_week_is_the_occasion() -> None:
    soon = replace(worlds.PENHALE, next_meeting=date(2026, 2, 25))
    assert step(TagName.PRICING, account=soon).startswith("you, at Wed's meeting: ")
    assert step(TagName.PRICING, account=replace(soon, next_meeting=MONDAY)).startswith("you, today: ")
    assert step(TagName.PRICING, account=replace(soon, next_meeting=date(2026, 2, 20))).startswith("you, by Fri")


def test_what_we_only_watch_calls_for_no_step_unless_its_leading_tag_does() -> None:
    assert step(TagName.FINANCIAL, TagName.PRICING, stance=Stance.WATCH) == NOTHING
    assert "who has called" in step(TagName.HIRING, stance=Stance.WATCH)


@pytest.mark.parametrize("stance", [Stance.THREAT, Stance.OPPORTUNITY])
@pytest.mark.parametrize("tag", [*TagName, None])
def test_a_threat_and_an_opportunity_always_have_a_step(tag: TagName | None, stance: Stance) -> None:
    said = step(*(() if tag is None else (tag,)), stance=stance)
    assert said != NOTHING
    assert "{" not in said


def test_an_accounts_own_news_is_asked_about_and_no_rival_is_named() -> None:
    said = step(TagName.PRICING, about=Subject(kind=SubjectKind.ACCOUNT, name="Penhale Growers"))
    assert said == "you, by Fri 27 Feb: ask Penhale what it means for us."


def test_a_market_is_no_rival() -> None:
    said = step(TagName.PARTNERSHIP, about=Subject(kind=SubjectKind.MARKET, name="wire"))
    assert "wire" not in said


@pytest.mark.parametrize("tag", [*TagName, None])
@pytest.mark.parametrize("stance", Stance)
def test_where_the_rival_is_there_already_nobody_is_asked_whether_it_has_called(tag: TagName, stance: Stance) -> None:
    tags = () if tag is None else (tag,)
    said = next_step(
        worlds.PENHALE, stance, tags, about=worlds.rival("Fathom Rates"), incumbent=True, name="Penhale",
        reader=worlds.INES, world=worlds.WORLD, today=MONDAY,
    )  # fmt: skip
    assert "approached" not in said
    assert "called on" not in said
    assert "before Fathom Rates does" not in said
    assert "Rates's" not in said


def test_an_incumbents_new_partner_is_asked_about_for_what_it_adds() -> None:
    said = next_step(
        worlds.PENHALE, Stance.THREAT, (TagName.PARTNERSHIP,), about=worlds.rival("Fathom Rates"), incumbent=True,
        name="Penhale", reader=worlds.INES, world=worlds.WORLD, today=MONDAY,
    )  # fmt: skip
    assert said == "you, by Fri 27 Feb: ask Penhale what it adds to Fathom Rates for them."
