"""Patterns of which few can match in a text: one pass over it says which of them need a real look."""

from collections.abc import Sequence

import re2


class Suspects:
    """Patterns by the literals without which they cannot match (RE2's own FilteredRE2), compiled when first asked.

    `names` are pieces of the patterns that hold no literal, the most of their size: anything stands for them here, so
    that only the words around them are compiled.
    """

    __slots__ = ("_filter", "_names", "_patterns")

    def __init__(self, *patterns: str, names: Sequence[str] = ()) -> None:
        self._patterns = patterns
        self._names = names
        self._filter: re2.Filter | None = None

    def of(self, text: str) -> list[int]:
        """The numbers of the patterns that may match somewhere in the text, in their order; no other one can."""
        if self._filter is None:
            self._filter = self._compiled()
        return sorted(self._filter.Match(text, potential=True) or ())

    def _compiled(self) -> re2.Filter:
        every = re2.Filter()
        for pattern in self._patterns:
            for name in self._names:
                pattern = pattern.replace(name, ".*")
            every.Add(pattern)
        every.Compile()
        return every
