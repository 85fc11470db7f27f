"""The same words said twice on one page, for wide and for narrow screens: one difference, not two."""

from collections import Counter
from collections.abc import Sequence

from diffing.noise.scene import Pair, Scene, Split
from diffing.wording.text import compared
from domain.content import Block, Where

Around = tuple[str, str]
EDGE = "\n"
CARDS = frozenset({Where.LIST, Where.CARD, Where.TABLE, Where.LINK})  # a paragraph repeated was written twice


def drop_copies(pairs: list[Pair], scene: Scene) -> Split:
    """Drops a replaced line that repeats another one between the same neighbours: its copy for another screen.

    Lines that came or went are copies only where all of them did so twice. The same amount under another plan stays:
    the lines around it differ.
    """
    keys = [(_key(one), _key(other)) for one, other in pairs]
    if len(set(keys)) == len(keys):
        return Split(pairs, [])
    asked = {id(block) for pair in pairs for block in pair}
    around = _neighbours(scene.before, asked) | _neighbours(scene.after, asked)
    apart = Counter(key for pair, key in zip(pairs, keys, strict=True) if None in pair)
    doubled = all(count % 2 == 0 for count in apart.values())
    seen: dict[tuple[str, str], list[Around]] = {}
    kept: list[Pair] = []
    dropped: list[Pair] = []
    for pair, key in zip(pairs, keys, strict=True):
        here = around.get(id(pair[1] or pair[0]), (EDGE, EDGE))
        known = seen.setdefault(key, [])
        card = all(block.where in CARDS for block in pair if block)
        copied = card and (len(known) % 2 == 1 and doubled if None in pair else here in known)
        (dropped if copied else kept).append(pair)
        known.append(here)
    return Split(kept, dropped)


def _neighbours(blocks: Sequence[Block], asked: set[int]) -> dict[int, Around]:
    """What stands right before and behind each of the blocks that are asked for."""
    around = [None, *blocks, None]
    return {
        id(block): (_key(around[at]), _key(around[at + 2])) for at, block in enumerate(blocks) if id(block) in asked
    }


def _key(block: Block | None) -> str:
    return compared(block.text) if block else EDGE
