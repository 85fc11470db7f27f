"""Key accounts: which of them an event touches, why, and how much."""

from typing import TYPE_CHECKING

from domain.by_need import by_need

if TYPE_CHECKING:
    from accounts.competitor_activity.index import Activity, Contribution, activity, activity_lines
    from accounts.linking import MAIL_THRESHOLD, link, links, weighed
    from accounts.naming.finder import Mention, Names
    from accounts.visibility import sees, sees_revenue, visible_to

__getattr__ = by_need(
    "accounts",
    {
        **dict.fromkeys(("Activity", "Contribution", "activity", "activity_lines"), "competitor_activity.index"),
        **dict.fromkeys(("MAIL_THRESHOLD", "link", "links", "weighed"), "linking"),
        **dict.fromkeys(("Mention", "Names"), "naming.finder"),
        **dict.fromkeys(("sees", "sees_revenue", "visible_to"), "visibility"),
    },
)

__all__ = [
    "MAIL_THRESHOLD",
    "Activity",
    "Contribution",
    "Mention",
    "Names",
    "activity",
    "activity_lines",
    "link",
    "links",
    "sees",
    "sees_revenue",
    "visible_to",
    "weighed",
]
