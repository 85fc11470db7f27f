"""What kind of answer a visit got, what it says, and how that differs from the last good one."""
