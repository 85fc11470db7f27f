"""When to ask again: what the server says about it, and what is likely to pass."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from domain.visits import FetchedPart

SHORT_WAIT = 30.0
TOO_MANY_REQUESTS = 429
UNAVAILABLE = 503
PASSING = (429, 502, 503, 504)


def header(part: FetchedPart, name: str) -> str | None:
    """The first value of a header, by name in any case."""
    return next((value for key, value in part.headers or () if key.lower() == name.lower()), None)


def asked_to_wait(part: FetchedPart) -> float | None:
    """Seconds the answer asks us to wait, None where it does not (RFC 9110, 10.2.3).

    A date is counted from the answer's own Date, so that a server's wrong clock does no harm.
    """
    text = header(part, "Retry-After")
    if part.status not in (TOO_MANY_REQUESTS, UNAVAILABLE) or text is None:
        return None
    if text.strip().isdigit():
        return float(text)
    until, now = _date(text), _date(header(part, "Date") or "") or datetime.now(UTC)
    return max(0.0, (until - now).total_seconds()) if until else None


def worth_another_try(part: FetchedPart) -> bool:
    """True for an answer that says "not now" rather than "no"."""
    return part.status in PASSING


def _date(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
