"""How much of a competitor is watched, so that looking harder is not taken for its doing more."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from domain.coverage import Watched
from domain.events import Event, Sighting
from domain.sources import SubjectKind

# A source that is added later counts from this long after its first visit: what it shows at first was there before.
SEASON = timedelta(days=28)
# Sources that began within so long of the first one are the original ones: they count at once.
START = timedelta(days=7)
# A competitor watched by so many sources counts as it is; fewer weigh more and more weigh less, shrunk towards it.
TYPICAL_SOURCES = 4


@dataclass(frozen=True, slots=True)
class Coverage:
    """`counts_from`: source -> the day from which what it says counts; one that is watched no longer counts as it did.

    Empty: nothing is known, and all counts.
    """

    counts_from: Mapping[str, date]
    competitors: Mapping[str, str]

    def first_counted(self, event: Event) -> date | None:
        """The day an event was first seen by a source that counted then; None where none did.

        Without sightings it is the event's own day. What a source saw before it was watched comes from an archive.
        """
        if not event.sightings or not self.counts_from:
            return event.first_seen.date()
        days = [one.first_seen.date() for one in event.sightings if self._counts(one)]
        return min(days, default=None)

    def _counts(self, sighting: Sighting) -> bool:
        begins = self.counts_from.get(sighting.source)
        return begins is None or sighting.first_seen.date() >= begins

    def weight(self, competitor: str, today: date) -> float:
        """What one event of a competitor weighs: less, the more of its sources count today."""
        if not self.counts_from:
            return 1.0
        counted = Counter(self.competitors[source] for source, day in self.counts_from.items() if day <= today)
        return 2 * TYPICAL_SOURCES / (max(1, counted[competitor]) + TYPICAL_SOURCES)


def coverage_of(watched: Sequence[Watched]) -> Coverage:
    start = min((one.since for one in watched), default=date.min)
    counts = {one.source: one.since if one.since <= start + START else one.since + SEASON for one in watched}
    rivals = {one.source: one.subject.name if one.subject.kind is SubjectKind.COMPETITOR else "" for one in watched}
    return Coverage(counts, rivals)
