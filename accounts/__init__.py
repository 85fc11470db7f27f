"""Key accounts: which of them an event touches, why, and how much."""

from accounts.index import Activity, Contribution, activity, activity_lines
from accounts.linking import MAIL_THRESHOLD, link
from accounts.names import Mention, Names
from accounts.visibility import sees, sees_revenue, visible_to

__all__ = [
    "MAIL_THRESHOLD",
    "Activity",
    "Contribution",
    "Mention",
    "Names",
    "activity",
    "activity_lines",
    "link",
    "sees",
    "sees_revenue",
    "visible_to",
]
