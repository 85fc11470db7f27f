"""Lines that differ only in what moves by itself, paired or apart: clocks of the visit, counts, ratings, places."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from diffing.noise.clocks import Days, masked_days, rolled
from diffing.noise.moving import A_CLOCK, KINDS, PLACE, mask_key, moved_by_itself
from diffing.noise.scene import Pair, Rule, Scene, Split, halved
from diffing.wording.moving_words import VISITOR
from diffing.wording.text import compared
from domain.content import Block

CLOCK = "the day of the visit"
ROLLED = "a date counted from the day of the visit"
MOVED = tuple(dict.fromkeys((CLOCK, ROLLED, *(kind.name for kind in KINDS))))
MOST_APART = 400  # lines that came and went: beyond, they are not brought together


@dataclass(frozen=True, slots=True)
class _Looks:
    """What moves by itself between two lines, and what a line is found again by: each looked at once for all names."""

    days: Days | None
    name: Callable[[str, str, bool], str]
    keys: Callable[[str, date | None], tuple[str, ...]]


def moved_rules(days: Days | None) -> Iterator[tuple[str, Rule]]:
    """A rule for each kind of moving thing by its name, for two visits made on `days`."""
    looks = _Looks(days, cache(partial(_moving, days=days)), cache(_keys))
    return ((name, partial(_drop_moved, name=name, looks=looks)) for name in MOVED)


def _drop_moved(pairs: list[Pair], _: Scene, *, name: str, looks: _Looks) -> Split:
    """Drops what differs only by the kind of moving thing of this `name`; lines apart are matched first."""
    together = [(at, at) for at, (old, new) in enumerate(pairs) if old and new and _name(old, new, looks) == name]
    split = halved(pairs, [*together, *_apart(pairs, looks, name)])
    return _without_visitors(split) if name == PLACE else split


def _name(before: Block, after: Block, looks: _Looks) -> str:
    """The kind of what moves by itself between two lines; the cells of a table are figures that somebody set."""
    return looks.name(before.text, after.text, bool(before.cells))


def _moving(before: str, after: str, celled: bool, *, days: Days | None) -> str:
    name = moved_by_itself(before, after)
    if name and (name == A_CLOCK or not celled):
        return name
    if days is None or days[0] == days[1]:
        return ""
    old = dict(masked_days(before, days[0]))
    new = dict(masked_days(after, days[1])) if old else {}
    for step in old.keys() & new.keys():
        if compared(old[step]) == compared(new[step]):
            return CLOCK
        if not celled and moved_by_itself(old[step], new[step]):
            return CLOCK
    return ROLLED if not celled and _rolled(before, after, days) else ""


def _rolled(before: str, after: str, days: Days) -> bool:
    """Whether two texts name days that are as many days after their visits, and differ in nothing else but clocks."""
    old, gone = rolled(before, days[0])
    new, come = rolled(after, days[1]) if gone else ("", ())
    return bool(gone) and gone == come and (compared(old) == compared(new) or moved_by_itself(old, new) == A_CLOCK)


def _apart(pairs: list[Pair], looks: _Looks, name: str) -> list[tuple[int, int]]:
    """Lines removed and lines added that are the same but for what moves, as positions of the one and the other."""
    gone = {at: one for at, (one, other) in enumerate(pairs) if one is not None and other is None}
    come = {at: other for at, (one, other) in enumerate(pairs) if other is not None and one is None}
    if not gone or not come or len(gone) + len(come) > MOST_APART:
        return []
    first, last = looks.days or (None, None)
    findable = [(at, keys) for at, block in come.items() if (keys := looks.keys(block.text, last))]
    waiting: dict[str, list[int]] = {}
    for at, block in gone.items() if findable else ():
        for key in looks.keys(block.text, first):
            waiting.setdefault(key, []).append(at)
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for at, keys in findable:
        options = (one for key in keys for one in waiting.get(key, ()))
        match = next((one for one in options if one not in taken and _name(gone[one], come[at], looks) == name), None)
        if match is not None:
            taken.add(match)
            found.append((match, at))
    return found


def _keys(text: str, day: date | None) -> tuple[str, ...]:
    """What a line is found again by, without what may move; short ones with nothing else left are not looked for."""
    keys = [mask_key(text)]
    if day is not None:
        keys += [f"{step} {mask_key(masked) or compared(masked)}" for step, masked in masked_days(text, day)]
    return tuple(key for key in keys if key)


def _without_visitors(split: Split) -> Split:
    """Also without a line that only says where the visitor is, and the one word it may stand in the place of."""
    alone = {at for at, pair in enumerate(split.kept) if None in pair and VISITOR.fullmatch(_only(pair))}
    beside = {other for at in alone for other in (at - 1, at + 1) if 0 <= other < len(split.kept)}
    alone |= {at for at in beside - alone if None in split.kept[at] and _one_word(_only(split.kept[at]))}
    kept = [pair for at, pair in enumerate(split.kept) if at not in alone]
    return Split(kept, [*split.dropped, *(split.kept[at] for at in sorted(alone))])


def _only(pair: Pair) -> str:
    shown = pair[0] or pair[1]
    return shown.text if shown else ""


def _one_word(text: str) -> bool:
    return len(text.split()) == 1 and len(text) < 24 and not any(map(str.isdigit, text))
