"""Editions that are asked of workers, and those that were given up: each is asked for again, after a growing pause."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.editions import Audience
from pipeline.world import World

COMPOSE = "compose"
# An edition is due for seven days; what was given up before is nobody's any more.
REMEMBERED = timedelta(days=8)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(hours=1), timedelta(hours=8)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An edition that is to be composed: of which kind, for whom, for which hour."""

    kind: str
    reader: str
    sends_at: datetime

    @classmethod
    def of(cls, audience: Audience, sends_at: datetime) -> "Asked":
        return cls(kind=str(audience.kind), reader=audience.person.key, sends_at=sends_at)


def asked_for(targets: Sequence[str]) -> tuple[Asked, ...]:
    """The editions that a composing run is for."""
    triples = zip(targets[::3], targets[1::3], targets[2::3], strict=True)
    return tuple(Asked(kind=kind, reader=who, sends_at=datetime.fromisoformat(at)) for kind, who, at in triples)


@dataclass(frozen=True, slots=True, kw_only=True)
class GaveUp:
    """How often composing an edition was given up, each time after many tries, and when it is asked for again."""

    times: int
    again: datetime


def given_up(world: World) -> Mapping[Asked, GaveUp]:
    """The editions that could not be composed and were given up: whoever orders them anew at once does so for ever."""
    found: dict[Asked, GaveUp] = {}
    for targets, ended in world.archive.runs.given_up(COMPOSE, world.clock() - REMEMBERED):
        for one in asked_for(targets):
            times = found[one].times + 1 if one in found else 1
            found[one] = GaveUp(times=times, again=ended + min(FIRST_PAUSE * 2 ** min(times - 1, 3), LONGEST_PAUSE))
    return found


def stuck(world: World, missing: Sequence[tuple[Audience, datetime]]) -> Iterator[tuple[Asked, GaveUp]]:
    """Of these editions, which are not there, those that were given up."""
    gave_up = given_up(world) if missing else {}
    for audience, sends_at in missing:
        one = Asked.of(audience, sends_at)
        if one in gave_up:
            yield one, gave_up[one]
