"""Lines that differ only in what moves by itself, paired or apart: clocks of the visit, counts, ratings, places."""

from datetime import date

from diffing.noise.clocks import Days, masked_days, rolled
from diffing.noise.moving import A_CLOCK, KINDS, PLACE, mask_key, moved_by_itself
from diffing.noise.scene import Pair, Scene, Split, halved
from diffing.wording.moving_words import VISITOR
from diffing.wording.text import compared
from domain.content import Block

CLOCK = "the day of the visit"
ROLLED = "a date counted from the day of the visit"
MOVED = tuple(dict.fromkeys((CLOCK, ROLLED, *(kind.name for kind in KINDS))))
MOST_APART = 400  # lines that came and went: beyond, they are not brought together


def drop_moved(pairs: list[Pair], scene: Scene, *, name: str) -> Split:
    """Drops what differs only by the kind of moving thing of this `name`; lines apart are matched first."""
    together = [(at, at) for at, pair in enumerate(pairs) if _name(pair, scene.days) == name]
    apart = _apart(pairs, scene.days, name)
    split = halved(pairs, [*together, *apart])
    return _without_visitors(split) if name == PLACE else split


def _name(pair: Pair, days: Days | None) -> str:
    before, after = pair
    return _moving(before, after, days) if before is not None and after is not None else ""


def _moving(before: Block, after: Block, days: Days | None) -> str:
    """The kind of what moves by itself between two lines; the cells of a table are figures that somebody set."""
    name = moved_by_itself(before.text, after.text)
    if name and (name == A_CLOCK or not before.cells):
        return name
    if days is None or days[0] == days[1]:
        return ""
    old, new = (dict(masked_days(block.text, day)) for block, day in zip((before, after), days, strict=True))
    for step in old.keys() & new.keys():
        if compared(old[step]) == compared(new[step]):
            return CLOCK
        if not before.cells and moved_by_itself(old[step], new[step]):
            return CLOCK
    return ROLLED if not before.cells and _rolled(before.text, after.text, days) else ""


def _rolled(before: str, after: str, days: Days) -> bool:
    """Whether two texts name days that are as many days after their visits, and differ in nothing else but clocks."""
    (old, gone), (new, come) = rolled(before, days[0]), rolled(after, days[1])
    return bool(gone) and gone == come and (compared(old) == compared(new) or moved_by_itself(old, new) == A_CLOCK)


def _apart(pairs: list[Pair], days: Days | None, name: str) -> list[tuple[int, int]]:
    """Lines removed and lines added that are the same but for what moves, as positions of the one and the other."""
    gone = {at: one for at, (one, other) in enumerate(pairs) if one is not None and other is None}
    come = {at: other for at, (one, other) in enumerate(pairs) if other is not None and one is None}
    if not gone or not come or len(gone) + len(come) > MOST_APART:
        return []
    keys: dict[str, list[int]] = {}
    for at, block in gone.items():
        for key in _keys(block, days[0] if days else None):
            keys.setdefault(key, []).append(at)
    found: list[tuple[int, int]] = []
    taken: set[int] = set()
    for at, block in come.items():
        options = [one for key in _keys(block, days[1] if days else None) for one in keys.get(key, ())]
        match = next((one for one in options if one not in taken and _moving(gone[one], block, days) == name), None)
        if match is not None:
            taken.add(match)
            found.append((match, at))
    return found


def _keys(block: Block, day: date | None) -> set[str]:
    """What a line is found again by, without what may move; short ones with nothing else left are not looked for."""
    keys = {mask_key(block.text)}
    if day is not None:
        keys |= {f"{step} {mask_key(text) or compared(text)}" for step, text in masked_days(block.text, day)}
    return keys - {""}


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
