"""Where the bytes and the minutes of an archive go, source by source."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Compacted:
    """What compaction did for one source: how many bodies moved, and the bytes they all took before and take now."""

    source: str
    bodies: int
    before: int
    after: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceUse:
    """What one source costs: visits (of them revisits, which keep no body), seconds of fetching, bytes of its answers
    as they came, and bytes that they take in the archive; of these what pictures take, each different one kept once.
    """

    source: str
    visits: int
    revisits: int
    seconds: float
    fetched: int
    stored: int
    pictures: int = 0
