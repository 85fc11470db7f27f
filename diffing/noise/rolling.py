"""A calendar of the last days that rolls on: today comes in, the oldest day goes out."""

from datetime import timedelta

from diffing.noise.scene import Pair, Scene, Split
from diffing.wording.dates import only_date

DAY = timedelta(days=1)


def drop_rolled_days(pairs: list[Pair], scene: Scene) -> Split:
    """Drops lines that are only a date where as many of the newest came, up to the visit's day, as oldest went.

    What stands under such a day is compared by itself: an incident of today is told.
    """
    come = {at: day for at, (_, new) in enumerate(pairs) if new and (day := only_date(new.text))}
    gone = {at: day for at, (old, _) in enumerate(pairs) if old and (day := only_date(old.text))}
    if scene.days is None or not come or len(come) != len(gone) or any(None not in pairs[at] for at in come):
        return Split(pairs, [])
    stayed = {day for block in scene.after if (day := only_date(block.text))} - set(come.values())
    today = max(come.values())
    unbroken = set(come.values()) == {today - DAY * step for step in range(len(come))}
    between = not stayed or (max(gone.values()) < min(stayed) and max(stayed) < min(come.values()))
    if not unbroken or not between or abs(today - scene.days[1]) > DAY:
        return Split(pairs, [])
    out = come.keys() | gone.keys()
    return Split([pair for at, pair in enumerate(pairs) if at not in out], [pairs[at] for at in sorted(out)])
