"""A pattern that is compiled when it is first asked: a run asks few of the hundreds that the finders know."""

from typing import Any

import re2

# What a compiled pattern is asked.
WAYS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Pattern:
    """Asked as one of RE2's own, or of `by` where only that can read it: lookarounds need Python's `re`.

    One that is malformed raises that library's error when it is first asked (a test asks all).
    """

    __slots__ = ("by", "pattern", *WAYS)

    by: Any
    pattern: str
    search: Any
    match: Any
    fullmatch: Any
    finditer: Any
    findall: Any
    split: Any
    sub: Any

    def __init__(self, pattern: str, *, by: Any = re2) -> None:
        self.pattern = pattern
        self.by = by

    def __getattr__(self, name: str) -> Any:
        """Only reached while its slot is empty; from then on the compiled pattern's own methods fill all of them."""
        if name not in WAYS:
            raise AttributeError(f"a pattern has no {name!r}")
        compiled = self.by.compile(self.pattern)
        for way in WAYS:
            setattr(self, way, getattr(compiled, way))
        return getattr(compiled, name)
