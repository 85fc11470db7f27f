"""A pattern that is compiled when it is first asked: a run asks few of the hundreds that the finders know."""

from typing import Any

import re2

WAYS = ("search", "match", "fullmatch", "finditer", "findall", "split", "sub")


class Pattern:
    """Asked as one of RE2's own. One that is malformed raises re2.error when it is first asked (a test asks all)."""

    __slots__ = ("pattern", *WAYS)

    pattern: str
    search: Any
    match: Any
    fullmatch: Any
    finditer: Any
    findall: Any
    split: Any
    sub: Any

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        """Only reached while a way of asking is still empty: from then on RE2's own methods stand in the slots."""
        if name not in WAYS:
            raise AttributeError(f"a pattern has no {name!r}")
        compiled = re2.compile(self.pattern)
        for way in WAYS:
            setattr(self, way, getattr(compiled, way))
        return getattr(compiled, name)
