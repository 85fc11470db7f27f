"""A pattern that is compiled when it is first asked: most processes meet no name so doubtful that all of them are."""

from typing import Any

import re2

WAYS = ("search", "match", "finditer", "findall", "sub")


class Pattern:
    """Asked as one of RE2's own is. A malformed one raises re2.error when it is first asked, so a test asks each."""

    __slots__ = ("pattern", *WAYS)

    pattern: str
    search: Any
    match: Any
    finditer: Any
    findall: Any
    sub: Any

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, way: str) -> Any:
        """Called while the ways to ask are empty; then RE2's own stand in them, so that asking costs nothing more."""
        if way not in WAYS:
            raise AttributeError(way)
        compiled = re2.compile(self.pattern)
        for each in WAYS:
            setattr(self, each, getattr(compiled, each))
        return getattr(compiled, way)
