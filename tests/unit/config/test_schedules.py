"""Schedules as analysts write them, and what they are told when they write another."""

from datetime import timedelta

import pytest

from config.schedules import parse_schedule
from config.schema import Fault


def refused(text: str) -> str:
    with pytest.raises(Fault) as caught:
        parse_schedule(text)
    return f"{caught.value.message} ({caught.value.hint})"


@pytest.mark.parametrize(
    ("text", "every"),
    [("30m", timedelta(minutes=30)), ("6h", timedelta(hours=6)), ("1d", timedelta(days=1)), ("2w", timedelta(weeks=2))],
)
def test_an_interval_is_a_number_and_a_unit(text: str, every: timedelta) -> None:
    assert parse_schedule(text).every == every


@pytest.mark.parametrize(
    ("text", "cron", "zone"),
    [
        ("mon,thu 05:30 America/New_York", "30 5 * * mon,thu", "America/New_York"),
        ("Monday 5:30 UTC", "30 5 * * mon", "UTC"),
        ("mon-fri 07:00 Europe/Berlin", "0 7 * * mon,tue,wed,thu,fri", "Europe/Berlin"),
        ("daily 07:00 Europe/Berlin", "0 7 * * *", "Europe/Berlin"),
        ("30 5 * * mon,thu Europe/Berlin", "30 5 * * mon,thu", "Europe/Berlin"),
        ("*/20 8-18 1,15 jan-jun MON UTC", "*/20 8-18 1,15 jan-jun mon", "UTC"),
    ],
)
def test_days_and_cron_come_with_a_zone(text: str, cron: str, zone: str) -> None:
    found = parse_schedule(text)
    assert (found.cron, found.zone, found.text) == (cron, zone, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("0 9 * * 1-5 UTC", "weekday number in '1-5' (numbers mean other days elsewhere; write mon,thu or mon-fri)"),
        ("0 9 * * */2 UTC", "weekday number in '*/2' (numbers mean other days elsewhere; write mon,thu or mon-fri)"),
        (
            "1,3 05:30 UTC",
            "weekday number 1 (numbers mean other days elsewhere; write mon, tue, wed, thu, fri, sat, sun)",
        ),
        ("0 9 * * mon", "the schedule names no zone (write 0 9 * * mon Europe/Berlin)"),
        ("mon 05:30", "the schedule names no zone (write mon 05:30 Europe/Berlin)"),
        ("mon 05:30 Berlin", "unknown zone 'Berlin' (write it as Europe/Berlin, America/New_York or UTC)"),
        ("mon 05:30 ../etc", "unknown zone '../etc' (write it as Europe/Berlin, America/New_York or UTC)"),
        ("mno 05:30 UTC", "unknown weekday 'mno' (did you mean 'mon'?)"),
        ("mon 25:00 UTC", "'25:00' is no time of day (write it as 07:00)"),
        ("6 hours", "unknown unit 'hours' (write m, h, d or w, as in 30m, 6h, 1d, 2w)"),
        ("1m", "more often than every 5 minutes (be kind to the site: 1h is often enough)"),
        ("0h", "more often than every 5 minutes (be kind to the site: 1h is often enough)"),
        ("99w", "less often than once a year (write 52w or less)"),
        (
            "weekly",
            "'weekly' is no schedule (write 6h, 1d, 'mon,thu 05:30 Europe/Berlin' or '30 5 * * mon,thu Europe/Berlin')",
        ),
    ],
)
def test_another_schedule_is_refused_with_a_hint(text: str, said: str) -> None:
    assert refused(text) == said


@pytest.mark.parametrize("text", ["99 5 * * mon UTC", "0 5 * * blue UTC", "0 5 31-1 * mon UTC", "0 5 * foo mon UTC"])
def test_cron_that_can_never_run_is_refused(text: str) -> None:
    assert refused(text).startswith("not cron: ")


def test_a_day_that_never_comes_is_refused() -> None:
    assert refused("0 1 30 feb * UTC") == "'0 1 30 feb * UTC' never comes (check the day and the month)"
    assert parse_schedule("0 1 29 feb * UTC").cron == "0 1 29 feb *"
