"""What is watched, and since when: without it, activity cannot be told from looking harder."""

from dataclasses import dataclass
from datetime import date

from domain.sources import Subject


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One source, whom it is about, and the day of its first good visit that was crawled (no archive's)."""

    source: str
    subject: Subject
    since: date
