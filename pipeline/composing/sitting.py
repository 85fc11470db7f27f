"""What is common to the mails of one sitting, worked out once: the recent events, whom they touch, the activity."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar, cast

from digest.common import Common, Remembered, in_common
from digest.exhibits import Told
from domain.drafts import Draft
from domain.editions import ActivityLine, Period, Week
from domain.events import Event, Impact
from pipeline.composing.activity import activity_lines
from pipeline.composing.drafting import as_drafted, shown
from pipeline.composing.exhibits import Exhibits
from pipeline.composing.latest import Latest
from pipeline.composing.week_news import WeekNews, week_news
from pipeline.detecting.grouping import recent_events
from pipeline.detecting.linking import Linker
from pipeline.detecting.relating import relate
from pipeline.world import World

T = TypeVar("T")
# Readers whose last edition reached to the same visit share a period, and with the same events fresh to them a week.
# So many weeks are kept at hand, and of each what a dozen questions gave.
WEEKS = 8
ANSWERS = 12 * WEEKS


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What readers of one period have in common where the same events are fresh to them.

    `told` are the events to tell, `hidden` those that the draft leaves out; `impacts` are of what is told.
    """

    news: WeekNews
    told: tuple[Event, ...]
    hidden: tuple[Event, ...]
    impacts: tuple[Impact, ...]
    muted: Mapping[str, frozenset[str]]
    activity: tuple[ActivityLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """Whom an event touches, and the accounts in its text that are told nothing of it."""

    event: Event
    impacts: tuple[Impact, ...]
    muted: frozenset[str]


class Sitting:
    """The world as it stood when the first mail of a sitting was begun.

    What is crawled meanwhile belongs to the next edition: `cut` is the seq up to which everything was understood when
    the events were read. Linking 5,000 events to 10,000 accounts takes a minute and is the same for every reader.
    Nothing is kept of a mail itself, so that a sitting may hold any number of them.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self._begin()

    def _begin(self) -> None:
        self.related = False
        self._cut: int | None = None
        self._as_of = self.world.clock()
        self._judged = (0, 0)
        self._events: tuple[Event, ...] = ()
        self._touched: dict[int, Touched] = {}
        self._weeks = Latest(WEEKS)
        self._common = Latest(WEEKS)
        self._shown: Remembered[Told] = Remembered()
        self._known: dict[tuple[Hashable, ...], object] = {}
        self._within = Latest(ANSWERS)
        self.exhibits = Exhibits()

    def anew(self) -> None:
        """Forget everything: somebody decided something that changes what the events are."""
        self._begin()

    def renew(self) -> None:
        """Begin anew where something was judged since the events were read: no reader is told of noise from then on."""
        now, judged = self.world.clock(), self.world.archive.verdicts.mark()
        if self._cut is None or judged != self._judged:
            self.anew()
        else:
            self._as_of = now

    @property
    def as_of(self) -> datetime:
        """Up to when verdicts are heeded: one that is given later corrects what is composed now."""
        self._look()
        return self._as_of

    def once(self, make: Callable[..., T], *of: Hashable) -> T:
        """What this function gives for the world and these few things; asked once a sitting."""
        if (make, *of) not in self._known:
            self._known[make, *of] = make(self.world, *of)
        return cast("T", self._known[make, *of])

    def within(self, make: Callable[..., T], period: Period, *given: object) -> T:
        """What this function gives for the world and the visits of a period, whatever its hour; asked once for all.

        `given` is what else it takes: the same all sitting long.
        """
        key = (make, period.after_seq, period.cut_seq)
        return self._within.of(key, lambda: make(self.world, period, *given))

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
            self._as_of, self._judged = self.world.clock(), self.world.archive.verdicts.mark()
            self._cut = understood(self.world)  # before the events are read, so that none is missed that it holds
            self._events = recent_events(self.world)
            self._linker = Linker(self.world)
        return self._cut

    def shared(self, fresh: Sequence[Event], draft: Draft | None, period: Period) -> Shared:
        """What is told of these events in this period, put together and left out as a draft says."""
        reach = (period.after_seq, period.cut_seq, period.sends_at.date(), draft.text if draft else "")
        # An event is known by being the same: it is kept beside what was made of it, so that none takes its place.
        key = (*reach, *map(id, fresh))
        return self._weeks.of(key, lambda: (tuple(fresh), self._share(fresh, draft, period)))[1]

    def _share(self, fresh: Sequence[Event], draft: Draft | None, period: Period) -> Shared:
        news = week_news(self.world, as_drafted(fresh, draft), period)
        told, hidden = shown(news.events, draft)
        new, gone = {event.id for event in fresh}, {event.id for event in hidden}
        before = tuple(event for event in self.events if event.id not in new)
        now = self._link(news.events)
        impacts, earlier = flat(now), self.impacts(before)
        return Shared(
            news=news,
            told=told,
            hidden=hidden,
            impacts=tuple(one for one in impacts if one.event not in gone) if gone else impacts,
            muted={one.event.id: one.muted for one in now if one.muted},
            activity=activity_lines(self.world, (*before, *news.events), (*earlier, *impacts), period),
        )

    def common(self, week: Week) -> Common:
        """What the mails of a week have in common, where they tell the very same events."""
        return self._common.of((id(week.events), id(week.impacts)), lambda: in_common(week, self._shown))

    def impacts(self, events: Sequence[Event]) -> tuple[Impact, ...]:
        """Whom these events touch, as readers' answers of the last half year change it."""
        return flat(self._link(events))

    def _link(self, events: Sequence[Event]) -> list[Touched]:
        """Whom each event touches: kept of the sitting's own events, while those put together belong to their week."""
        own = {id(event) for event in self.events}
        new = [event for event in events if id(event) not in self._touched]
        made = {id(one.event): one for one in self._touching(new)}
        self._touched |= {key: one for key, one in made.items() if key in own}
        return [made.get(id(event)) or self._touched[id(event)] for event in events]

    def _touching(self, events: Sequence[Event]) -> Iterator[Touched]:
        linker = self._linker
        for event, one in zip(events, linker.linked(events), strict=True):
            yield Touched(event=event, impacts=linker.impacts([one.links]), muted=linker.muted_in(one.links))


def flat(found: Sequence[Touched]) -> tuple[Impact, ...]:
    return tuple(impact for one in found for impact in one.impacts)


def understood(world: World) -> int:
    """The seq up to which every visit has been interpreted: what is still being read belongs to the next edition."""
    last = world.archive.visits.last_seq()  # asked first: what is stored meanwhile is not understood yet
    unread = world.archive.unchanged.unread([source.name for source in world.sources])
    waiting = [visit.seq for name in unread for visit in world.archive.derived.waiting(name)[:1]]
    return min([last, *(seq - 1 for seq in waiting)])
