"""The next step: what, who, by when."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.playbook_file import our_playbook
from digest.playbook import NOTHING, Case, due_day, in_words
from digest.playbook import step as step_of
from domain.accounts import Account, Person, Renewal, Stage
from domain.events import ReasonKind, Stance
from domain.findings import TagName
from domain.playbook import By, Occasion, Play, Playbook
from domain.sources import Subject, SubjectKind
from tests.unit.digest import worlds

MONDAY = date(2026, 2, 23)
INCUMBENT = (ReasonKind.INCUMBENT_THERE,)


def step(
    *tags: TagName,
    stance: Stance = Stance.THREAT,
    account: Account = worlds.PENHALE,
    reader: Person = worlds.INES,
    about: Subject | None = None,
    reasons: tuple[ReasonKind, ...] = (),
    today: date = MONDAY,
    playbook: Playbook | None = None,
) -> str:
    case = Case(
        account=account,
        stance=stance,
        tags=tags,
        about=about or worlds.rival("Brightvane"),
        reasons=frozenset(reasons),
    )
    book = our_playbook() if playbook is None else playbook
    found = step_of(case, playbook=book, world=worlds.WORLD, name="Penhale", today=today)
    return in_words(found, reader=reader, world=worlds.WORLD, today=today)


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
    said = step(*tags, stance=stance, about=worlds.rival("Fathom Rates"), reasons=INCUMBENT)
    assert "approached" not in said
    assert "called on" not in said
    assert "before Fathom Rates does" not in said
    assert "Rates's" not in said


def test_an_incumbents_new_partner_is_asked_about_for_what_it_adds() -> None:
    said = step(TagName.PARTNERSHIP, about=worlds.rival("Fathom Rates"), reasons=INCUMBENT)
    assert said == "you, by Fri 27 Feb: ask Penhale what it adds to Fathom Rates for them."


def book(*plays: Play, roles: tuple[tuple[str, str], ...] = ()) -> Playbook:
    return Playbook(plays=plays, roles=roles)


def play(**asked: object) -> Play:
    return Play(name="one", do="do it", **asked)  # type: ignore[arg-type]


def test_a_play_asks_for_tag_reason_stance_and_stage_together() -> None:
    prospect = replace(worlds.PENHALE, stage=Stage.PROSPECT)
    one = book(
        play(
            tags=frozenset({TagName.PRICING}),
            reasons=frozenset({ReasonKind.BOUND_BY, ReasonKind.TOPIC}),
            stances=frozenset({Stance.THREAT}),
            stages=frozenset({Stage.PROSPECT}),
        )
    )
    assert step(TagName.PRICING, account=prospect, reasons=(ReasonKind.TOPIC,), playbook=one).endswith(": do it.")
    for tag, reason, stance, account in (
        (TagName.PRODUCT, ReasonKind.TOPIC, Stance.THREAT, prospect),
        (TagName.PRICING, ReasonKind.REGION, Stance.THREAT, prospect),
        (TagName.PRICING, ReasonKind.TOPIC, Stance.WATCH, prospect),
        (TagName.PRICING, ReasonKind.TOPIC, Stance.THREAT, worlds.PENHALE),
    ):
        assert step(tag, stance=stance, account=account, reasons=(reason,), playbook=one) == NOTHING


def test_a_tier_makes_a_key_account_where_no_stage_is_written() -> None:
    one = book(play(stages=frozenset({Stage.KEY_ACCOUNT})))
    assert step(account=replace(worlds.PENHALE, tier="key"), playbook=one) != NOTHING
    assert step(account=replace(worlds.PENHALE, tier=None), playbook=one) == NOTHING


def test_a_play_that_does_nothing_asks_for_no_step() -> None:
    assert step(TagName.PRICING, playbook=book(Play(name="quiet", do=""))) == NOTHING


@pytest.mark.parametrize(
    ("who", "said"),
    [("owner", "you"), ("deputy", "Owen"), ("analyst", "Jonas"), ("owen", "Owen"), ("legal", "our lawyers")],
)
def test_a_play_names_who_does_it(who: str, said: str) -> None:
    account = replace(worlds.PENHALE, owner="ines", team=("ines", "owen"))
    one = book(play(who=who), roles=(("legal", "our lawyers"),))
    assert step(account=account, playbook=one).startswith(f"{said}, by ")


def test_where_there_is_no_deputy_the_owner_does_it() -> None:
    account = replace(worlds.PENHALE, owner="ines", team=())
    assert step(account=account, playbook=book(play(who="deputy"))).startswith("you, by ")


@pytest.mark.parametrize(
    ("by", "due"),
    [
        (By(days=4), date(2026, 2, 27)),
        (By(days=5), date(2026, 2, 27)),
        (By(days=5, working=True), date(2026, 3, 2)),
        (By(weekday=0), MONDAY),
        (By(weekday=4), date(2026, 2, 27)),
        (By(before=Occasion.MEETING), date(2026, 3, 11)),
        (By(days=3, before=Occasion.MEETING), date(2026, 3, 6)),
        (By(days=30, before=Occasion.MEETING), None),
        (By(before=Occasion.NOTICE), date(2026, 4, 2)),
        (By(days=10, before=Occasion.NOTICE), date(2026, 3, 23)),
    ],
)
def test_a_day_is_meant_as_it_is_written(by: By, due: date | None) -> None:
    renewal = Renewal(ends=date(2026, 7, 1), notice=date(2026, 4, 2))
    account = replace(worlds.PENHALE, next_meeting=date(2026, 3, 11), renewal=renewal)
    assert due_day(by, account, MONDAY) == due


@pytest.mark.parametrize("by", [By(before=Occasion.MEETING), By(before=Occasion.NOTICE)])
def test_an_occasion_nobody_wrote_down_is_no_day_and_the_next_way_counts(by: By) -> None:
    account = replace(worlds.PENHALE, next_meeting=None, renewal=None)
    assert due_day(by, account, MONDAY) is None
    assert step(account=account, playbook=book(play(by=(by, By(days=1))))).startswith("you, by Tue 24 Feb: ")
    assert step(account=account, playbook=book(play(by=(by,)))).startswith("you, by Fri 27 Feb: ")


def test_a_step_for_a_later_meeting_names_its_day() -> None:
    account = replace(worlds.PENHALE, next_meeting=date(2026, 3, 11))
    one = book(play(by=(By(before=Occasion.MEETING),)))
    assert step(account=account, playbook=one).startswith("you, at the meeting on Wed 11 Mar: ")


@given(st.integers(0, 400), st.integers(0, 60), st.booleans())
def test_a_number_of_days_ends_on_a_working_day_that_has_not_gone(start: int, days: int, working: bool) -> None:
    today = MONDAY + timedelta(days=start)
    due = due_day(By(days=days, working=working), worlds.PENHALE, today)
    assert due is not None
    assert due >= today
    assert due.weekday() < 5
