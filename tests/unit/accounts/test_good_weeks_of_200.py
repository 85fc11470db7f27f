"""The good weeks at the size of 200 accounts: each event reaches those it concerns, and nobody else."""

from collections import Counter

import pytest

from bench.good_weeks import Happening, good_world, told
from bench.good_weeks_events import happenings
from domain.events import Stance

WORLD = good_world()
WEEKS = happenings(WORLD)
TOLD = told(WORLD, WEEKS)
STANCES = {
    **dict.fromkeys(("retired", "outage", "breach", "plant"), Stance.OPPORTUNITY),
    **dict.fromkeys(("smartway", "fedramp", "cheaper", "arrival", "signs", "insolvent"), Stance.THREAT),
    **dict.fromkeys(("tiers", "results", "wallet", "openings", "cfo"), Stance.WATCH),
}


@pytest.mark.parametrize("happening", WEEKS, ids=[one.key for one in WEEKS])
def test_an_event_is_told_to_exactly_the_accounts_it_concerns(happening: Happening) -> None:
    concerned = {account.name for account in WORLD.accounts if happening.concerns(account)}
    assert {impact.account for impact in TOLD[happening.key]} == concerned


def test_every_line_has_a_reason_that_can_be_read() -> None:
    texts = [reason.text for impacts in TOLD.values() for impact in impacts for reason in impact.reasons]
    assert texts
    assert all(text.strip() and len(text) < 160 for text in texts)


@pytest.mark.parametrize(("key", "stance"), STANCES.items())
def test_an_event_points_one_way_for_all_it_reaches(key: str, stance: Stance) -> None:
    assert {impact.stance for impact in TOLD[key]} == {stance}


def test_no_account_is_flooded_and_half_of_all_have_a_quiet_week() -> None:
    lines = Counter(impact.account for impacts in TOLD.values() for impact in impacts)
    assert max(lines.values()) <= 5
    assert len(WORLD.accounts) - len(lines) >= 80


def test_no_event_reaches_more_than_an_eighth_of_all_accounts() -> None:
    assert max(len(impacts) for impacts in TOLD.values()) <= len(WORLD.accounts) / 8
