"""Whether a page needs the browser it is given: what that read, beside what plain HTTP gave, asked now and then."""

from dataclasses import dataclass
from datetime import datetime, timedelta

import diffing
from domain.errors import UnreadableContent
from domain.sources import Source, SourceKind
from domain.visits import FetchedPart, PageState, Purpose, Visit
from pipeline.world import World

AGAIN = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plainly:
    """How many of the pieces that the browser read plain HTTP gave too, and when it was asked."""

    found: int
    read: int
    at: datetime

    @property
    def needed(self) -> bool:
        """A page with a single piece more in the browser needs it: that piece may be the price."""
        return self.found < self.read

    def __str__(self) -> str:
        asked = f"asked on {self.at:%d %b %Y}"
        if self.needed:
            return f"The browser is needed: plain HTTP gives {self.found} of the {self.read} pieces it reads ({asked})."
        return f"No browser is needed: plain HTTP gives all {self.read} pieces ({asked}); delete `render: browser`."


def to_ask(world: World, source: Source, visit: Visit) -> bool:
    """Whether the page is to be asked for over plain HTTP too: it came well, without steps, and not lately."""
    if not source.browser or source.steps or source.kind is not SourceKind.PAGE:
        return False
    if visit.failure is not None or visit.main is None or visit.main.status != 200:
        return False
    asked = newest(world, source)
    return asked is None or visit.captured_at - asked.captured_at >= AGAIN


def learned(world: World, source: Source) -> Plainly | None:
    """What the newest such visit told; None where there is none, or one of the two cannot be read."""
    asked = newest(world, source) if source.browser else None
    if asked is None or asked.about is None:
        return None
    visits = world.archive.visits
    judged = world.archive.derived.interpretation(asked.about)
    if judged is None or judged.verdict.state is not PageState.OK:
        return None
    read = pieces(source, visits.fetched(visits.get(asked.about)))
    if asked.failure is not None or not read:
        return None
    found = read & pieces(source, visits.fetched(asked))
    return Plainly(found=len(found), read=len(read), at=asked.captured_at)


def newest(world: World, source: Source) -> Visit | None:
    found = world.archive.visits.of_source(source.name, purposes=(Purpose.PLAIN,), newest_first=True, limit=1)
    return found[0] if found else None


def pieces(source: Source, parts: tuple[FetchedPart, ...]) -> frozenset[str]:
    """The different texts of a page's content; none where it cannot be read as what it is."""
    try:
        return frozenset(block.text for block in diffing.read(source, parts).blocks if not block.chrome)
    except UnreadableContent:
        return frozenset()
