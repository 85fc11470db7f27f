"""What kind of answer a visit got, what it says, and how that differs from the last good one."""

from typing import TYPE_CHECKING

from domain.by_need import by_need

if TYPE_CHECKING:
    from diffing.dispatch import examine, judge, read
    from diffing.examination import Examination
    from diffing.lists import known_entries, new_links
    from diffing.version import VERSION

__getattr__ = by_need(
    "diffing",
    {
        **dict.fromkeys(("examine", "judge", "read"), "dispatch"),
        **dict.fromkeys(("known_entries", "new_links"), "lists"),
        "Examination": "examination",
        "VERSION": "version",
    },
)

__all__ = ["VERSION", "Examination", "examine", "judge", "known_entries", "new_links", "read"]
