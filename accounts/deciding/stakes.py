"""What is at stake with an account today: its tier, revenue, notice date and next meeting, and the score they lift."""

from dataclasses import dataclass
from datetime import date
from math import log10

from domain.accounts import Account, Rates
from domain.events import MAIL_THRESHOLD
from domain.findings import TagName
from domain.links import Link, Links
from domain.money import in_ours

TAG_WEIGHTS = {
    TagName.PRICING: 1.0,
    TagName.PRODUCT: 0.95,
    TagName.PARTNERSHIP: 0.95,
    TagName.REGULATORY: 0.9,
    TagName.EXECUTIVE: 0.85,
    TagName.HIRING: 0.8,
    TagName.SETBACK: 0.85,
    TagName.EXPANSION: 0.8,
    TagName.FINANCIAL: 0.6,
}
UNTAGGED_WEIGHT = 0.8
# Days to the notice date -> how much that lifts.
NOTICE_LIFTS = ((30, 0.4), (60, 0.3), (90, 0.2), (120, 0.1))
MEETING_LIFT = 0.2
KEY_LIFT = 0.2
# Share of the way from the threshold to 100 that the event itself can take; the stakes take the rest.
EVENT_SHARE = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Stakes:
    """`lift` is 0..1; `words` say in the mail why it was lifted (never money)."""

    lift: float
    words: tuple[str, ...]


def stakes(account: Account, today: date, rates: Rates | None = None) -> Stakes:
    notice, notice_words = _notice(account, today)
    meeting, meeting_words = _meeting(account, today)
    lift = notice + meeting + _revenue(account, today, rates) + (KEY_LIFT if account.tier else 0.0)
    return Stakes(lift=min(1.0, lift), words=(*notice_words, *meeting_words))


def _notice(account: Account, today: date) -> tuple[float, tuple[str, ...]]:
    if account.renewal is None:
        return 0.0, ()
    notice = account.renewal.notice
    days = (notice - today).days
    lift = next((lift for within, lift in NOTICE_LIFTS if 0 <= days <= within), 0.0)
    return lift, (f"notice {notice.day} {notice:%b}, {days} days",) if lift else ()


def _meeting(account: Account, today: date) -> tuple[float, tuple[str, ...]]:
    if account.next_meeting is None or not 0 <= (account.next_meeting - today).days < 7:
        return 0.0, ()
    return MEETING_LIFT, (f"you meet {account.next_meeting:%a}",)


def _revenue(account: Account, today: date, rates: Rates | None) -> float:
    """0..0.2: nothing at 10,000 a year in our currency, all at 1,000,000, by the logarithm.

    Where no rate is known an amount counts as it is written: it weighs too little for a wrong rank to matter much.
    """
    if account.revenue is None or account.revenue.high <= 0:
        return 0.0
    ours = in_ours(account.revenue, rates, today) or account.revenue
    return 0.2 * min(1.0, max(0.0, (log10(float(ours.high)) - 4) / 2))


def score(found: Links, each: Link, lift: float) -> float:
    """0..100: told pairs from the threshold up, by strength, tag and stakes; the others below it."""
    weight = max((TAG_WEIGHTS.get(tag.tag, UNTAGGED_WEIGHT) for tag in found.tags), default=UNTAGGED_WEIGHT)
    part = EVENT_SHARE * each.strength * weight + (1 - EVENT_SHARE) * lift
    if each.told:
        return round(MAIL_THRESHOLD + (100 - MAIL_THRESHOLD) * part, 1)
    return round((MAIL_THRESHOLD - 1) * part, 1)
