"""What a page's history teaches: noise seen visit after visit falls silent, and what is seeded in it is still told."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from bench.change_pairs import bag, net_words
from bench.change_warm import Home, open_home
from bench.own_pages.pair import Pair
from bench.own_pages.pairs import PAIRS
from domain.changes import Change, ChangeStatus

START = datetime(2026, 3, 2, 6, tzinfo=UTC)
TURNS = 8  # daily visits on which only noise differs
LEARNING = 3  # of them, before anything can be known by behaviour
Talk = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """One page: news at the end of the noisy visits, late news among it, and the visit (1, 2) that told the seed."""

    pair: Pair
    news: int
    late: int
    told: int | None


def run(talk: Talk, pairs: Sequence[Pair] = PAIRS) -> dict[str, Any]:
    """`warm_news_per_page` counts what is still news after eight visits of noise; `_late` that of the last five.

    `canary_told` is the share of real edits, seeded after those visits, that are news within two more;
    `canary_at_once` within one.
    """
    taught = [teach(pair) for pair in pairs if pair.noise and pair.kind in ("noise", "mixed")]
    seeded = [one for one in taught if one.pair.edits]
    talk(f"own: {len(taught)} pages visited {TURNS} times, {len(seeded)} then edited")
    return {
        "warm_news_per_page": sum(one.news for one in taught) / len(taught),
        "warm_news_per_page_late": sum(one.late for one in taught) / len(taught),
        "canary_told": sum(one.told is not None for one in seeded) / len(seeded),
        "canary_at_once": sum(one.told == 1 for one in seeded) / len(seeded),
        "canary_missed": [one.pair.id for one in seeded if one.told is None],
        "warm_noisy_pages": {one.pair.id: one.late for one in taught if one.late},
    }


def teach(pair: Pair) -> Taught:
    """Visits a page daily, in a home of its own, through the product's own path."""
    with open_home({"page": pair.url}) as home:
        quiet = replace(pair, edits=())
        show(home, 0, quiet.written(after=False))
        for turn in range(1, TURNS + 1):
            show(home, turn, quiet.written(after=True, turn=turn))
        news = [one for one in home.changes("page") if one.status is ChangeStatus.NEWS]
        late = [one for one in news if one.after.captured_at > START + timedelta(days=LEARNING)]
        told = seeded(home, pair) if pair.edits else None
    return Taught(pair=pair, news=len(news), late=len(late), told=told)


def seeded(home: Home, pair: Pair) -> int | None:
    """At which of two more visits the pair's real edits are news; None where at neither."""
    for turn in (TURNS + 1, TURNS + 2):
        if says(show(home, turn, pair.written(after=True, turn=turn)), pair):
            return turn - TURNS
    return None


def show(home: Home, day: int, body: str) -> Sequence[Change]:
    change = home.visit("page", (START + timedelta(days=day)).isoformat(), body.encode())
    return [change] if change and change.status is ChangeStatus.NEWS else []


def says(changes: Sequence[Change], pair: Pair) -> bool:
    """Whether news holds at least half of the answer's words on the right side."""
    wanted = bag(pair.answer.added)
    wanted.subtract(bag(pair.answer.removed))
    said = net_words(tuple(edit for change in changes for edit in change.counted))
    hits = sum(min(abs(said[word]), abs(count)) for word, count in wanted.items() if said[word] * count > 0)
    return bool(changes) and 2 * hits >= sum(map(abs, wanted.values()))
