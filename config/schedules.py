"""When a source is due, as analysts write it: `6h`, `mon,thu 05:30 Europe/Berlin`, or cron with weekday names."""

import re
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from config.schema import Fault, did_you_mean
from domain.sources import Schedule

UNITS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
SOME_DAY = datetime(2000, 1, 1, tzinfo=UTC)
LEAST, MOST = timedelta(minutes=5), timedelta(weeks=52)
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
EVERY = re.compile(r"(\d{1,5})\s*([a-zA-Z]+)")
CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
CRON_FIELD = re.compile(r"[\w*,/\-]+")
FORMS = "write 6h, 1d, 'mon,thu 05:30 Europe/Berlin' or '30 5 * * mon,thu Europe/Berlin'"


def parse_schedule(text: str) -> Schedule:
    """The schedule without a window; raises Fault with a hint."""
    every = EVERY.fullmatch(text)
    if every is not None:
        return Schedule(text=text, every=_span(int(every[1]), every[2]))
    words = text.split()
    if len(words) in (5, 6) and all(CRON_FIELD.fullmatch(word) for word in words[:5]):
        return _cron(text, words)
    if len(words) in (2, 3) and ":" in words[1]:
        return _days(text, words)
    raise Fault(f"'{text}' is no schedule", FORMS)


def parse_window(text: str) -> tuple[tuple[time, time], str]:
    """The hours in which a source may be visited, and their zone, of "06:00-22:00 Europe/Berlin"."""
    words = text.split()
    ends = words[0].split("-") if words else []
    if len(words) not in (1, 2) or len(ends) != 2:
        raise Fault(f"'{text}' is no window", "write 06:00-22:00 Europe/Berlin")
    if len(words) == 1:
        raise Fault("the window names no zone", f"write {text} Europe/Berlin")
    start, end = parse_clock(ends[0]), parse_clock(ends[1])
    if start == end:
        raise Fault("the window begins when it ends", "leave it out for the whole day")
    return (start, end), parse_zone(words[1])


def parse_zone(text: str) -> str:
    """A zone of the IANA database by its name, as Europe/Berlin."""
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Fault(f"unknown zone '{text}'", "write it as Europe/Berlin, America/New_York or UTC") from error
    return text


def parse_clock(text: str) -> time:
    found = CLOCK.fullmatch(text)
    if found is None:
        raise Fault(f"'{text}' is no time of day", "write it as 07:00")
    return time(int(found[1]), int(found[2]))


def parse_day(text: str) -> int:
    """0 for mon to 6 for sun; full names are read too."""
    short = text.casefold()
    for number, day in enumerate(DAYS):
        if short in (day, LONG_DAYS[number]):
            return number
    if text.isdigit():
        raise Fault(f"weekday number {text}", f"numbers mean other days elsewhere; write {', '.join(DAYS)}")
    raise Fault(f"unknown weekday '{text}'", did_you_mean(text, DAYS) or f"write {', '.join(DAYS)}")


LONG_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _span(number: int, unit: str) -> timedelta:
    if unit not in UNITS:
        raise Fault(f"unknown unit '{unit}'", "write m, h, d or w, as in 30m, 6h, 1d, 2w")
    span = number * UNITS[unit]
    if span < LEAST:
        raise Fault("more often than every 5 minutes", "be kind to the site: 1h is often enough")
    if span > MOST:
        raise Fault("less often than once a year", "write 52w or less")
    return span


def _days(text: str, words: list[str]) -> Schedule:
    if len(words) == 2:
        raise Fault("the schedule names no zone", f"write {text} Europe/Berlin")
    days = ",".join(_day_range(part) for part in words[0].split(","))
    at = parse_clock(words[1])
    return Schedule(text=text, zone=parse_zone(words[2]), cron=f"{at.minute} {at.hour} * * {days}")


def _day_range(part: str) -> str:
    if part.casefold() == "daily":
        return "*"
    ends = [parse_day(end) for end in part.split("-", 1)]
    length = (ends[-1] - ends[0]) % 7 + 1  # fri-mon goes over the week's end, which cron's own range cannot
    return ",".join(DAYS[(ends[0] + step) % 7] for step in range(length))


def _cron(text: str, words: list[str]) -> Schedule:
    from apscheduler.triggers.cron import CronTrigger  # takes a while to load, and few schedules are cron

    if len(words) == 5:
        raise Fault("the schedule names no zone", f"write {text} Europe/Berlin")
    minute, hour, day, month, weekday = words[:5]
    if any(character.isdigit() for character in weekday):
        raise Fault(f"weekday number in '{weekday}'", "numbers mean other days elsewhere; write mon,thu or mon-fri")
    weekday = weekday.casefold()
    try:
        trigger = CronTrigger(minute=minute, hour=hour, day=day, month=month, day_of_week=weekday, timezone="UTC")
        ever = trigger.get_next_fire_time(None, SOME_DAY)
    except ValueError as error:
        raise Fault(f"not cron: {error}", "minute hour day month weekday zone, as in 30 5 * * mon,thu UTC") from error
    if ever is None:
        raise Fault(f"'{text}' never comes", "check the day and the month")
    return Schedule(text=text, zone=parse_zone(words[5]), cron=f"{minute} {hour} {day} {month} {weekday}")
