"""What became of each difference between two visits, for whoever asks why they were told of it, or were not."""

from dataclasses import dataclass
from enum import StrEnum

from domain.changes import Word
from domain.content import Where


class Fate(StrEnum):
    """What became of one difference; the order is that in which they are told."""

    NEWS = "news"
    MINOR = "minor"
    LEARNED = "learned"
    NOISE = "noise"
    MOVED = "moved"
    IGNORED = "ignored"
    FURNITURE = "furniture"
    PASSED = "passed"
    NOBODY = "nobody"
    CUT = "cut"


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """One difference between two visits, what became of it, and why, in one plain phrase.

    `before` is None for what came, `after` for what went; `words` is the word-level view where both are there. `key` is
    that of the edit it would make. `above` and `below` are lines around it that stayed, in the order of the page.
    """

    fate: Fate
    why: str
    where: Where
    path: tuple[str, ...]
    before: str | None
    after: str | None
    key: str = ""
    words: tuple[Word, ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
