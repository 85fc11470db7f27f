"""When a source is due next and when a reader's next edition is: pure, in the zones that people wrote."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from domain.accounts import Person
from domain.sources import Schedule

DAY = timedelta(days=1)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The hours of the day, on the wall clock of `zone`, in which a site may be visited; they may pass midnight."""

    hours: tuple[time, time]
    zone: ZoneInfo

    def holds(self, moment: datetime) -> bool:
        start, end = self.hours
        clock = moment.astimezone(self.zone).time()
        return start <= clock < end if start < end else clock >= start or clock < end

    def at_or_after(self, moment: datetime) -> datetime:
        """`moment` itself where it lies in the window, else when the window opens next."""
        if self.holds(moment):
            return moment
        day = moment.astimezone(self.zone).date()
        return next(opening for ahead in range(3) if (opening := self.opening(day + ahead * DAY)) > moment)

    def opening_around(self, now: datetime) -> datetime:
        """When the window that `now` lies in opened, or when the next one opens."""
        if not self.holds(now):
            return self.at_or_after(now)
        day = now.astimezone(self.zone).date()
        return next(opening for back in range(3) if (opening := self.opening(day - back * DAY)) <= now)

    def opening(self, day: date) -> datetime:
        return _utc(day, self.hours[0], self.zone)


def next_due(schedule: Schedule, last: datetime | None, now: datetime) -> datetime:
    """When the source is due, in UTC: at or before `now` when it is due already.

    `last` is when it was due (or ran) last; None: never, then it is due at once, inside its window. Times missed are
    made up for once. Two schedulers asking at different moments get the same answer, so that it can serve as a key.
    """
    wanted = _first(schedule, now) if last is None else _after(schedule, last.astimezone(UTC))
    if schedule.window is None:
        return wanted
    window = Window(hours=schedule.window, zone=ZoneInfo(schedule.window_zone or "UTC"))
    due = window.at_or_after(wanted)
    # Missed in an earlier window: made up for when the present or the next one opens.
    return due if due >= now else max(due, window.opening_around(now))


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


def _first(schedule: Schedule, now: datetime) -> datetime:
    """The last step of a fixed grid, for a source that has never been visited."""
    step = schedule.every or DAY
    return EPOCH + (now - EPOCH) // step * step


def _after(schedule: Schedule, last: datetime) -> datetime:
    if schedule.every is not None:
        return last + schedule.every
    from apscheduler.triggers.cron import CronTrigger  # takes a while to load, and few schedules are cron

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


def _utc(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """A wall time in UTC; the first of two, and past the gap where there is none."""
    return datetime.combine(day, clock, zone).astimezone(UTC)
