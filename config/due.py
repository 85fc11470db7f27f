"""When a source is due next and when a reader's next edition is: pure, in the zones that people wrote."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from apscheduler.triggers.cron import CronTrigger

from domain.accounts import Person
from domain.sources import Schedule, Source

DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def next_due(schedule: Schedule, last: datetime | None, now: datetime) -> datetime:
    """When the source is due, in UTC: at or before `now` when it is due already.

    `last` is when it was due (or ran) last; None: never, then it is due at once, inside its window. Times missed are
    made up for once. Two schedulers asking at different moments get the same answer, so that it can serve as a key.
    """
    wanted = _first(schedule, now) if last is None else _after(schedule, last.astimezone(UTC))
    if schedule.window is None:
        return wanted
    due = _opening(schedule, wanted)
    # Missed in an earlier window: made up for when the present or the next one opens.
    return due if due >= now else max(due, _present_opening(schedule, now))


def next_edition(person: Person, after: datetime) -> datetime:
    """The first of the person's weekly digest hours after `after`, in UTC.

    An hour that a change to summer time leaves out is sent an hour later; one that comes twice is sent the first time.
    """
    zone = ZoneInfo(person.zone)
    today = after.astimezone(zone).date()
    for ahead in range(-1, 9):
        day = today + ahead * DAY
        moment = _utc(day, person.digest_time, zone)
        if day.weekday() == person.digest_day and moment > after:
            return moment
    raise AssertionError("a week holds every weekday")


def is_paused(source: Source, today: date) -> bool:
    """Whether the source rests today; a pause ends on the day of its `until`."""
    return source.paused is not None and (source.paused.until is None or today < source.paused.until)


def _first(schedule: Schedule, now: datetime) -> datetime:
    """The last step of a fixed grid, for a source that has never been visited."""
    step = schedule.every or DAY
    return EPOCH + (now - EPOCH) // step * step


def _after(schedule: Schedule, last: datetime) -> datetime:
    if schedule.every is not None:
        return last + schedule.every
    # Cron counts on the wall: there each hour comes once, also where a clock is put forward or back.
    zone = ZoneInfo(schedule.zone)
    minute, hour, day, month, weekday = (schedule.cron or "0 0 * * *").split()
    trigger = CronTrigger(minute=minute, hour=hour, day=day, month=month, day_of_week=weekday, timezone=UTC)
    wall = last.astimezone(zone).replace(tzinfo=UTC)
    while True:
        found = trigger.get_next_fire_time(None, wall + timedelta(microseconds=1))
        if found is None:
            return datetime.max.replace(tzinfo=UTC)
        moment = _utc(found.date(), found.time(), zone)
        if moment > last:
            return moment
        wall = found


def _opening(schedule: Schedule, moment: datetime) -> datetime:
    """`moment` itself where it lies in the window, else when the window opens next."""
    assert schedule.window is not None
    start, end = schedule.window
    zone = ZoneInfo(schedule.window_zone or "UTC")
    local = moment.astimezone(zone)
    clock = local.time().replace(tzinfo=None)
    inside = start <= clock < end if start < end else clock >= start or clock < end
    if inside:
        return moment
    today = _utc(local.date(), start, zone)
    return today if today > moment else _utc(local.date() + DAY, start, zone)


def _present_opening(schedule: Schedule, now: datetime) -> datetime:
    """When the window that `now` lies in opened, or when the next one opens."""
    coming = _opening(schedule, now)
    if coming > now:
        return coming
    assert schedule.window is not None
    zone = ZoneInfo(schedule.window_zone or "UTC")
    local = now.astimezone(zone)
    today = _utc(local.date(), schedule.window[0], zone)
    return today if today <= now else _utc(local.date() - DAY, schedule.window[0], zone)


def _utc(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """A wall time in UTC; the first of two, and past the gap where there is none."""
    return datetime.combine(day, clock, zone).astimezone(UTC)
