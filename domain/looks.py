"""What a look at a visit comes to, and what is stored of its source by then."""

from dataclasses import dataclass
from datetime import datetime

from domain.changes import Change, Settled
from domain.events import Sighting
from domain.visits import Interpretation, PageState, VisitOrigin


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One visit seen beside the ones before it.

    `settled` is what it says of earlier changes. No `sightings`: the change tells of nobody; None: that was not asked.
    """

    reading: Interpretation
    change: Change | None
    settled: tuple[Settled, ...] = ()
    sightings: tuple[Sighting, ...] | None = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """A visit by when it was and what it turned out to be; `reading` is None where it was not read yet."""

    seq: int
    captured_at: datetime
    origin: VisitOrigin
    reading: Interpretation | None

    @property
    def good(self) -> bool:
        return self.reading is not None and self.reading.verdict.state is PageState.OK
