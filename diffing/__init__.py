"""What kind of answer a visit got, what it says, and how that differs from the last good one."""

from diffing.dispatch import VERSION, examine, judge, known_entries, new_links, read
from diffing.examination import Examination

__all__ = ["VERSION", "Examination", "examine", "judge", "known_entries", "new_links", "read"]
