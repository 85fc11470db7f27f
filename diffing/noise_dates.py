"""Dates that differ on a page though no editor touched them: another notation, another time zone."""

from collections import Counter
from datetime import timedelta

from diffing.dates import date_line, only_date
from diffing.scene import Pair, Scene, Split, halved

FEWEST_SHIFTED = 2
DAY = timedelta(days=1)


def drop_renoted_dates(pairs: list[Pair], scene: Scene) -> Split:
    """Drops a short line with a date where another one with the same date takes its place ("Updated: ...")."""
    gone = {at: line for at, (before, _) in enumerate(pairs) if before and (line := date_line(before.text))[1]}
    moved: list[tuple[int, int]] = []
    for at, (_, after) in enumerate(pairs):
        written, days = date_line(after.text) if after else ("", frozenset())
        match = next((other for other, (text, known) in gone.items() if days & known and text != written), None)
        if match is not None:
            del gone[match]
            moved.append((match, at))
    return halved(pairs, moved)


def drop_shifted_dates(pairs: list[Pair], scene: Scene) -> Split:
    """Drops blocks that are only a date where all of them moved by one day the same way: a clock, not an editor."""
    gone = [(at, day) for at, (before, _) in enumerate(pairs) if before and (day := only_date(before.text))]
    come = [(at, day) for at, (_, after) in enumerate(pairs) if after and (day := only_date(after.text))]
    for step in (DAY, -DAY):
        if len(come) >= FEWEST_SHIFTED and Counter(day + step for _, day in gone) == Counter(day for _, day in come):
            old, new = sorted(gone, key=lambda one: one[1]), sorted(come, key=lambda one: one[1])
            return halved(pairs, [(one[0], other[0]) for one, other in zip(old, new, strict=True)])
    return Split(pairs, [])
