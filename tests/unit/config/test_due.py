"""When a source is due and when an edition goes out, across zones, windows and changes of the clock."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise

import pytest

from config.due import next_due, next_edition
from config.schedules import parse_schedule
from domain.accounts import Person
from domain.sources import Schedule


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def schedule(text: str, start: str = "", end: str = "", zone: str = "Europe/Berlin") -> Schedule:
    found = parse_schedule(text)
    window = (time.fromisoformat(start), time.fromisoformat(end)) if start else None
    return Schedule(
        text=text,
        zone=found.zone,
        every=found.every,
        cron=found.cron,
        window=window,
        window_zone=zone if start else None,
    )


def person(zone: str, day: int = 0, hour: time = time(7, 0)) -> Person:
    return Person(key="a", name="A", email="a@halden.example", zone=zone, digest_day=day, digest_time=hour)


def test_a_source_never_visited_is_due_at_once() -> None:
    now = at("2026-02-23 10:20")
    assert next_due(schedule("6h"), None, now) == at("2026-02-23 06:00")
    assert next_due(schedule("mon 05:30 Europe/Berlin"), None, now) == at("2026-02-23 00:00")


def test_two_schedulers_asking_at_different_moments_get_the_same_answer() -> None:
    answers = {next_due(schedule("6h"), None, at("2026-02-23 10:20") + timedelta(seconds=n)) for n in range(120)}
    assert len(answers) == 1


def test_an_interval_counts_from_the_last_visit() -> None:
    last = at("2026-02-23 10:20")
    assert next_due(schedule("6h"), last, last) == at("2026-02-23 16:20")
    assert next_due(schedule("2w"), last, last) == at("2026-03-09 10:20")


def test_many_missed_times_are_made_up_for_once() -> None:
    due = next_due(schedule("1h"), at("2026-02-20 00:00"), at("2026-02-23 10:20"))
    assert due == at("2026-02-20 01:00")
    assert next_due(schedule("1h"), at("2026-02-23 10:20"), at("2026-02-23 10:21")) == at("2026-02-23 11:20")


def test_a_day_and_an_hour_are_those_of_the_zone() -> None:
    due = next_due(schedule("mon,thu 05:30 America/New_York"), at("2026-02-23 12:00"), at("2026-02-23 12:00"))
    assert due == at("2026-02-26 10:30")


def test_a_range_of_days_may_go_over_the_end_of_the_week() -> None:
    weekend = schedule("fri-mon 08:00 UTC")
    days = [at("2026-02-26 12:00")]
    for _ in range(5):
        days.append(next_due(weekend, days[-1], days[-1]))
    assert [day.strftime("%a") for day in days[1:]] == ["Fri", "Sat", "Sun", "Mon", "Fri"]


def test_cron_weekdays_mean_what_they_say() -> None:
    due = next_due(schedule("0 9 * * mon-fri Europe/Berlin"), at("2026-02-20 09:00"), at("2026-02-20 09:00"))
    assert due == at("2026-02-23 08:00")
    assert due.strftime("%a") == "Mon"


def test_an_hour_that_summer_time_leaves_out_is_made_up_for_an_hour_later_once() -> None:
    nightly = schedule("daily 02:30 Europe/Berlin")
    first = next_due(nightly, at("2026-03-28 12:00"), at("2026-03-28 12:00"))
    assert first == at("2026-03-29 01:30"), "03:30 in Berlin, as 02:30 does not exist that night"
    assert next_due(nightly, first, first) == at("2026-03-30 00:30")


def test_an_hour_that_comes_twice_is_due_once() -> None:
    nightly = schedule("daily 02:30 Europe/Berlin")
    first = next_due(nightly, at("2026-10-24 12:00"), at("2026-10-24 12:00"))
    assert first == at("2026-10-25 00:30")
    assert next_due(nightly, first, first) == at("2026-10-26 01:30")


def test_cron_every_hour_never_stands_still_over_a_change_of_the_clock() -> None:
    hourly = schedule("0 * * * * Europe/Berlin")
    for start in ("2026-03-28 20:00", "2026-10-24 20:00"):
        moments = [at(start)]
        for _ in range(12):
            moments.append(next_due(hourly, moments[-1], moments[-1]))
        steps = {later - earlier for earlier, later in pairwise(moments)}
        assert steps <= {timedelta(hours=1), timedelta(hours=2)}


def test_a_visit_outside_the_window_waits_until_it_opens() -> None:
    daily = schedule("6h", "06:00", "22:00")
    assert next_due(daily, at("2026-02-23 18:00"), at("2026-02-23 18:00")) == at("2026-02-24 05:00")
    assert next_due(daily, at("2026-02-23 05:00"), at("2026-02-23 05:00")) == at("2026-02-23 11:00")


def test_a_window_may_pass_midnight() -> None:
    nightly = schedule("1h", "22:00", "06:00")
    assert next_due(nightly, at("2026-02-23 12:00"), at("2026-02-23 12:00")) == at("2026-02-23 21:00")
    assert next_due(nightly, at("2026-02-23 22:00"), at("2026-02-23 22:00")) == at("2026-02-23 23:00")
    assert next_due(nightly, at("2026-02-24 04:30"), at("2026-02-24 04:30")) == at("2026-02-24 21:00")


def test_what_was_missed_in_an_earlier_window_is_due_when_one_is_open() -> None:
    daily = schedule("1d", "06:00", "22:00")
    last = at("2026-02-20 12:00")
    assert next_due(daily, last, at("2026-02-23 03:00")) == at("2026-02-23 05:00"), "closed: when it opens"
    assert next_due(daily, last, at("2026-02-23 05:00")) == at("2026-02-23 05:00"), "open: the same answer"
    assert next_due(daily, last, at("2026-02-23 12:00")) == at("2026-02-23 05:00"), "and it stays the same"


def test_a_new_source_waits_for_its_window() -> None:
    daily = schedule("1d", "06:00", "22:00")
    assert next_due(daily, None, at("2026-02-23 02:00")) == at("2026-02-23 05:00")
    assert next_due(daily, None, at("2026-02-23 12:00")) == at("2026-02-23 05:00")


@pytest.mark.parametrize("now", ["2026-03-29 00:30", "2026-03-29 01:30", "2026-10-25 00:30", "2026-10-25 01:30"])
def test_a_due_time_lies_in_its_window_also_when_the_clock_changes(now: str) -> None:
    due = next_due(schedule("5m", "02:15", "02:45"), at(now) - timedelta(days=2), at(now))
    assert due > at(now) - timedelta(days=1)
    assert next_due(schedule("5m", "02:15", "02:45"), due, due) > due


def test_an_edition_goes_out_at_the_readers_own_hour() -> None:
    after = at("2026-02-23 05:59")
    assert next_edition(person("Europe/Berlin"), after) == at("2026-02-23 06:00")
    assert next_edition(person("Europe/Berlin"), at("2026-02-23 06:00")) == at("2026-03-02 06:00")
    assert next_edition(person("Pacific/Auckland"), after) == at("2026-03-01 18:00")
    assert next_edition(person("America/Los_Angeles", 6, time(23, 30)), after) == at("2026-02-23 07:30")


def test_an_edition_keeps_its_wall_clock_hour_over_the_year() -> None:
    moment = at("2026-01-01 00:00")
    for _ in range(60):
        moment = next_edition(person("Europe/Berlin"), moment)
        assert moment.strftime("%a") == "Mon"
        assert moment.hour in (5, 6)


def test_an_edition_in_a_missing_hour_goes_out_once_an_hour_later() -> None:
    sunday = person("Europe/Berlin", 6, time(2, 30))
    first = next_edition(sunday, at("2026-03-28 12:00"))
    assert first == at("2026-03-29 01:30")
    assert next_edition(sunday, first) == at("2026-04-05 00:30")


def test_an_edition_in_an_hour_that_comes_twice_goes_out_once() -> None:
    sunday = person("Europe/Berlin", 6, time(2, 30))
    first = next_edition(sunday, at("2026-10-24 12:00"))
    assert first == at("2026-10-25 00:30")
    assert next_edition(sunday, first) == at("2026-11-01 01:30")
