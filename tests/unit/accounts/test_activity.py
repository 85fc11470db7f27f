"""The Competitor Activity Index counts happenings, not visits, and fades."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from accounts import activity, activity_lines
from domain.events import Event, Impact, ImpactReason, ReasonKind, Stance
from domain.findings import Tag, TagName
from domain.sources import Subject, SubjectKind

TODAY = date(2026, 2, 23)
REASON = ImpactReason(kind=ReasonKind.TOPIC, text="freight", weight=0.5)


def event(name: str, days_ago: int, tag: TagName = TagName.PRICING) -> Event:
    seen = datetime(2026, 2, 23, 6, tzinfo=UTC) - timedelta(days=days_ago)
    return Event(
        id=name,
        subject=Subject(kind=SubjectKind.COMPETITOR, name="Rival"),
        headline="",
        sightings=(),
        tags=(Tag(tag=tag, confidence=1, rule="r", quotes=()),),
        facts=(),
        happened_on=None,
        first_seen=seen,
        last_confirmed=seen,
    )


def impact(event_id: str, score: float, account: str = "Keld") -> Impact:
    return Impact(event=event_id, account=account, score=score, stance=Stance.THREAT, reasons=(REASON,))


def test_no_events_are_no_activity() -> None:
    (keld,) = activity(("Keld",), (), (), TODAY)
    assert (keld.value, keld.last_week, keld.made_of) == (0, 0, ())


def test_an_event_of_today_counts_for_this_week_only_and_is_named() -> None:
    (keld,) = activity(("Keld",), (event("E1", 0),), (impact("E1", 60),), TODAY)
    assert keld.value == 33
    assert keld.last_week == 0
    assert [one.event for one in keld.made_of] == ["E1"]


def test_an_event_counts_half_after_the_half_life_of_its_tag() -> None:
    (fresh,) = activity(("Keld",), (event("E1", 0),), (impact("E1", 80),), TODAY)
    (faded,) = activity(("Keld",), (event("E1", 28),), (impact("E1", 80),), TODAY)
    assert faded.made_of[0].points == fresh.made_of[0].points / 2


def test_a_later_confirmation_or_a_second_impact_of_one_event_adds_nothing() -> None:
    once = event("E1", 3)
    again = replace(once, last_confirmed=once.last_confirmed + timedelta(days=3))
    single = activity(("Keld",), (once,), (impact("E1", 60),), TODAY)
    assert activity(("Keld",), (again,), (impact("E1", 60), impact("E1", 60)), TODAY) == single


def test_an_accounts_own_news_is_not_competitors_activity() -> None:
    own = replace(event("E1", 1), subject=Subject(kind=SubjectKind.ACCOUNT, name="Keld"))
    assert activity_lines(("Keld",), (own,), (impact("E1", 90),), TODAY)[0].value == 0


def test_last_weeks_value_is_what_was_said_last_week_from_the_events_that_are_still_known() -> None:
    known = tuple(event(f"E{days}", days, TagName.REGULATORY) for days in range(0, 43, 6))
    said = tuple(impact(one.id, 60) for one in known)
    (now,) = activity(("Keld",), known, said, TODAY)
    (then,) = activity(("Keld",), known, said, TODAY - timedelta(days=7))
    assert now.last_week == then.value
    assert {one.event for one in now.made_of} == {one.id for one in known[:6]}


def test_the_mails_line_shows_this_week_and_last() -> None:
    (line,) = activity_lines(("Keld",), (event("E1", 7),), (impact("E1", 60),), TODAY)
    assert (line.account, line.last > line.value > 0) == ("Keld", True)


def test_other_accounts_events_do_not_count() -> None:
    found = activity(("Keld", "Arvo"), (event("E1", 1),), (impact("E1", 60, "Arvo"),), TODAY)
    assert [(one.account, one.value > 0) for one in found] == [("Keld", False), ("Arvo", True)]


@given(st.lists(st.tuples(st.floats(0, 100), st.integers(0, 400)), max_size=40))
def test_the_index_stays_within_0_and_100_and_more_events_never_lower_it(rows: list[tuple[float, int]]) -> None:
    events = tuple(event(f"E{at}", age) for at, (_, age) in enumerate(rows))
    impacts = tuple(impact(f"E{at}", score) for at, (score, _) in enumerate(rows))
    (whole,) = activity(("Keld",), events, impacts, TODAY)
    (part,) = activity(("Keld",), events[1:], impacts[1:], TODAY)
    assert 0 <= part.value <= whole.value <= 100


def test_what_may_only_concern_an_account_is_no_activity_around_it() -> None:
    assert activity_lines(("Keld",), (event("E1", 0),), (impact("E1", 39),), TODAY)[0].value == 0
