"""Dates that differ on a page though no editor touched them: another notation, another time zone."""

from collections import Counter, defaultdict, deque
from collections.abc import Container
from datetime import date, timedelta

from diffing.noise.scene import Pair, Scene, Split, halved
from diffing.wording.dates import date_line, only_date

FEWEST_SHIFTED = 2
DAY = timedelta(days=1)


def drop_renoted_dates(pairs: list[Pair], scene: Scene) -> Split:
    """Drops a short line with a date where another one with the same date takes its place ("Updated: ...")."""
    gone: dict[date, dict[str, deque[int]]] = defaultdict(lambda: defaultdict(deque))
    for at, (before, _) in enumerate(pairs):
        text, known = date_line(before.text) if before else ("", frozenset())
        for day in known:
            gone[day][text].append(at)
    moved: dict[int, int] = {}
    for at, (_, after) in enumerate(pairs):
        written, days = date_line(after.text) if after else ("", frozenset())
        lines = [line for day in days for text, line in gone[day].items() if text != written]
        match = min((first for line in lines if (first := _first(line, moved)) is not None), default=None)
        if match is not None:
            moved[match] = at
    return halved(pairs, list(moved.items()))


def _first(line: deque[int], taken: Container[int]) -> int | None:
    """The first of the positions that is not taken; those before it are let go."""
    while line and line[0] in taken:
        line.popleft()
    return line[0] if line else None


def drop_shifted_dates(pairs: list[Pair], scene: Scene) -> Split:
    """Drops blocks that are only a date where all of them moved by one day the same way: a clock, not an editor."""
    gone = [(at, day) for at, (before, _) in enumerate(pairs) if before and (day := only_date(before.text))]
    come = [(at, day) for at, (_, after) in enumerate(pairs) if after and (day := only_date(after.text))]
    for step in (DAY, -DAY):
        if len(come) >= FEWEST_SHIFTED and Counter(day + step for _, day in gone) == Counter(day for _, day in come):
            old, new = sorted(gone, key=lambda one: one[1]), sorted(come, key=lambda one: one[1])
            return halved(pairs, [(one[0], other[0]) for one, other in zip(old, new, strict=True)])
    return Split(pairs, [])
