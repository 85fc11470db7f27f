"""Aware UTC datetimes only, and ISO weeks in a reader's own zone."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The one place that reads the wall clock; everything else is handed a Clock."""
    return datetime.now(UTC)


def require_utc(moment: datetime) -> datetime:
    """The same moment in UTC; ValueError for a naive datetime."""
    if moment.tzinfo is None:
        raise ValueError(f"a time without a zone: {moment!r}")
    return moment.astimezone(UTC)


def week_label(moment: datetime, zone: str) -> str:
    """The last ISO week that has ended by `moment` in `zone`, as "2026-W08"."""
    local = moment.astimezone(ZoneInfo(zone))
    monday = local.date() - timedelta(days=local.weekday())
    year, week, _ = (monday - timedelta(days=1)).isocalendar()
    return f"{year}-W{week:02d}"
