"""What is common to the mails of one sitting, worked out once: the recent events, whom they touch, the activity."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, cast

from domain.editions import ActivityLine, Exhibit, Period
from domain.events import Event, Impact
from pipeline.composing.activity import activity_lines
from pipeline.composing.week_news import WeekNews, week_news
from pipeline.detecting.grouping import recent_events
from pipeline.detecting.linking import Linker
from pipeline.detecting.relating import relate
from pipeline.world import World

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What readers of one period have in common where the same events are fresh to them."""

    news: WeekNews
    impacts: tuple[Impact, ...]
    earlier: tuple[Impact, ...]
    muted: Mapping[str, frozenset[str]]
    activity: tuple[ActivityLine, ...]


class Sitting:
    """The world as it stood when the first mail of a sitting was begun.

    What is crawled meanwhile belongs to the next edition: `cut` is the seq up to which everything was understood when
    the events were read. Linking 5,000 events to 10,000 accounts takes a minute and is the same for every reader.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self._begin()

    def _begin(self) -> None:
        self.related = False
        self._cut: int | None = None
        self._events: tuple[Event, ...] = ()
        self._linked: dict[int, tuple[Event, tuple[Impact, ...], frozenset[str]]] = {}
        self._shared: dict[tuple[object, ...], tuple[Sequence[Event], Shared]] = {}
        self._kept: dict[tuple[object, ...], object] = {}
        self.exhibits: dict[tuple[str, str], Exhibit] = {}

    def anew(self) -> None:
        """Forget everything: somebody decided something that changes what the events are."""
        self._begin()

    def once(self, make: Callable[..., T], *of: Hashable) -> T:
        """What this function gives for the world and these arguments; asked once a sitting."""
        key = (make, *of)
        if key not in self._kept:
            self._kept[key] = make(self.world, *of)
        return cast("T", self._kept[key])

    def relate(self) -> None:
        """Keep the ids of the events told here, whatever an interrupted crawl left; once a sitting."""
        if not self.related:
            relate(self.world)
            self.related = True

    @property
    def cut(self) -> int:
        return self._look()

    @property
    def events(self) -> tuple[Event, ...]:
        """The recent events as they stood when the sitting began."""
        self._look()
        return self._events

    def _look(self) -> int:
        if self._cut is None:
            self._cut = understood(self.world)  # before the events are read, so that none is missed that it holds
            self._events = recent_events(self.world)
            self._linker = Linker(self.world)
        return self._cut

    def shared(self, fresh: Sequence[Event], told: Sequence[Event], period: Period) -> Shared:
        """What is told of these events in this period; `fresh` as they are, `told` as a draft puts them together."""
        key = (*map(id, told), period.after_seq, period.cut_seq, period.sends_at.date())
        known = self._shared.get(key)
        if known is None:
            known = self._shared[key] = (tuple(told), self._share(fresh, told, period))
        return known[1]

    def _share(self, fresh: Sequence[Event], told: Sequence[Event], period: Period) -> Shared:
        news = week_news(self.world, told, period)
        new = {event.id for event in fresh}
        before = tuple(event for event in self.events if event.id not in new)
        impacts, earlier = self.impacts(news.events), self.impacts(before)
        activity = activity_lines(self.world, (*before, *news.events), (*earlier, *impacts), period)
        muted = {event.id: names for event in news.events if (names := self._linked[id(event)][2])}
        return Shared(news=news, impacts=impacts, earlier=earlier, muted=muted, activity=activity)

    def impacts(self, events: Sequence[Event]) -> tuple[Impact, ...]:
        """Whom these events touch, as readers' answers of the last half year change it."""
        self._look()
        new = [event for event in events if id(event) not in self._linked]
        for event, one in zip(new, self._linker.linked(new), strict=True):
            self._linked[id(event)] = (event, self._linker.impacts([one.links]), self._linker.muted_in(one.links))
        return tuple(impact for event in events for impact in self._linked[id(event)][1])


def understood(world: World) -> int:
    """The seq up to which every visit has been interpreted: what is still being read belongs to the next edition."""
    last = world.archive.visits.last_seq()  # asked first: what is stored meanwhile is not understood yet
    unread = world.archive.unchanged.unread([source.name for source in world.sources])
    waiting = [visit.seq for name in unread for visit in world.archive.derived.waiting(name)[:1]]
    return min([last, *(seq - 1 for seq in waiting)])
