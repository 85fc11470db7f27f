"""What a crawl came to, source by source, as `crawl --json` and the progress line say it."""

from dataclasses import dataclass
from datetime import datetime

from domain.visits import PageState, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReport:
    """One source of one crawl. `bytes` is the size of all bodies fetched; `change` the key of a new change;
    `first` says that this visit became the baseline of a source never seen well before.
    """

    name: str
    state: PageState
    reason: Reason
    explanation: str
    status: int | None
    snapshot: int | None
    revisit: bool
    bytes: int
    seconds: float
    change: str | None
    first: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CrawlReport:
    """One crawl: its run id, times (UTC) and sources in the order asked for."""

    run: str
    started: datetime
    ended: datetime
    sources: tuple[SourceReport, ...]

    @property
    def failed(self) -> tuple[SourceReport, ...]:
        return tuple(source for source in self.sources if source.state is not PageState.OK)
