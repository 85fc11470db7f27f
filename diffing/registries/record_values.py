"""When two values of a record's field say the same in another notation: numbers, dates, case, order of a list."""

import re
import unicodedata
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import lru_cache

from diffing.wording.dates import date_line, only_date

NOTHING = frozenset({"", "-", "–", "—", "n/a", "n.a.", "null"})
GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:(?:[,' ]\d{3})+|(?:\.\d{3}){2,})(?!\d)")
NUMBER = re.compile(r"(?<![\d.,])\d+[.,]\d+(?![\d.,])")
SLASHED = re.compile(r"(?:19|20)\d\d/\d\d/\d\d")
NUMERIC_DATE = re.compile(r"\d{1,2}([/.])\d{1,2}\1(?:19|20)\d\d")
COMPACT = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
DASHES = re.compile("[‐‑‒–—−]")
LISTED = "; "
LONGEST_DATE = 40


def same_value(before: str, after: str) -> bool:
    """Whether a reader would take both for the same: `1,000` and `1000`, `5 Jan 2026` and `2026-01-05T00:00:00Z`."""
    if before == after or _folded(before) == _folded(after):
        return True
    return _same_day(before, after)


@lru_cache(maxsize=4096)
def _folded(text: str) -> str:
    plain = DASHES.sub("-", " ".join(unicodedata.normalize("NFKC", text).casefold().split()))
    if plain in NOTHING:
        return ""
    plain = GROUPED.sub(lambda match: re.sub(r"\D", "", match[0]), plain)
    plain = NUMBER.sub(_number, plain)
    return LISTED.join(sorted(plain.split(LISTED))) if LISTED in plain else plain


def _number(match: re.Match[str]) -> str:
    """A decimal number with a point and without closing zeros."""
    return match[0].replace(",", ".").rstrip("0").rstrip(".")


def _same_day(before: str, after: str) -> bool:
    """Whether both name one day, or one moment where both name a moment.

    Two dates of numbers only, in one notation, are the same where they are written the same and nowhere else.
    """
    if max(len(before), len(after)) > LONGEST_DATE or not (before and after):
        return False
    if NUMERIC_DATE.fullmatch(before) and NUMERIC_DATE.fullmatch(after):
        return False
    one, other = moment(before), moment(after)
    if one and other and _has_time(before) and _has_time(after):
        return one == other
    return bool(_days(before) & _days(after))


def _has_time(text: str) -> bool:
    return ":" in text or (text.isdigit() and len(text) in (10, 13))


@lru_cache(maxsize=4096)
def _days(text: str) -> frozenset[date]:
    """The days a value may name when it names nothing else; a moment near midnight may be meant for either day."""
    found = moment(text)
    if found is not None:
        shift = (timedelta(0), timedelta(hours=12), timedelta(hours=-12)) if _has_time(text) else (timedelta(0),)
        return frozenset((found + by).date() for by in shift)
    if SLASHED.fullmatch(text):
        return _days(text.replace("/", "-"))
    day = only_date(text)
    if day is not None:
        return frozenset({day})
    written, days = date_line(text)
    return days if written == text.strip() else frozenset()


@lru_cache(maxsize=4096)
def moment(text: str) -> datetime | None:
    """An ISO date or time, a Unix time in seconds or milliseconds, or an e-mail's date, in UTC; None for others."""
    try:
        if text.isdigit() and len(text) in (10, 13):
            return datetime.fromtimestamp(int(text[:10]), UTC)
        if text.isdigit() and not COMPACT.fullmatch(text):
            return None
        found = parsedate_to_datetime(text) if "," in text and ":" in text else datetime.fromisoformat(text)
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def day_of(text: str) -> datetime | None:
    """The moment or the one day that a value names, in UTC."""
    found = moment(text)
    if found is not None or not text or len(text) > LONGEST_DATE:
        return found
    days = _days(text)
    return datetime.combine(min(days), datetime.min.time(), UTC) if len(days) == 1 else None
