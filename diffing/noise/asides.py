"""Edits in an aside that are no rotation: a line that kept some of its words, say the name of who is to be called."""

from collections.abc import Sequence

from diffing.comparing.compare import Pair, compare_blocks
from diffing.noise.rules import without_noise
from diffing.noise.scene import Scene
from diffing.reading.layout import CONSENT
from diffing.wording.text import tokens
from domain.content import Block, Where

ASIDE_SIGNS = frozenset({"<aside>", "role=complementary"})
MOST, LONGEST = 60, 120
FEWEST_KEPT = 1  # words that stand at the same end of the line before and after, beside a name or a number
SHORTEST_WORD = 4


def edits_in_asides(before: Sequence[Block], after: Sequence[Block], scene: Scene, ignore: Sequence[str]) -> list[Pair]:
    """Lines of an aside that were edited: short, no link, replaced, and begun or ended by the same word.

    What an aside shows in turns (articles, quotations) is another text each time, and mostly a link.
    """
    gone, come = ([block for block in side if _in_aside(block)] for side in (before, after))
    if max(len(gone), len(come)) > MOST or any(map(_asks_for_consent, (*gone, *come))):
        return []
    pairs, _ = without_noise(compare_blocks(gone, come, ignore), scene)
    return [pair for pair in _brought_together(pairs) if _edited(pair)]


def _brought_together(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs, a line that went beside the next that came and ends or begins alike."""
    whole = [pair for pair in pairs if None not in pair]
    come = [new for old, new in pairs if old is None]
    for old, new in pairs:
        match = next((one for one in come if old is not None and new is None and _edited((old, one))), None)
        if match is not None:
            come.remove(match)
            whole.append((old, match))
    return whole


def _in_aside(block: Block) -> bool:
    return (
        block.chrome and block.where is Where.ASIDE and (block.sign in ASIDE_SIGNS or "sidebar" in block.sign.lower())
    )


def _asks_for_consent(block: Block) -> bool:
    lowered = block.text.casefold()
    return any(word in lowered for word in CONSENT)


def _edited(pair: Pair) -> bool:
    before, after = pair
    if before is None or after is None or max(len(before.text), len(after.text)) > LONGEST:
        return False
    if any(link.text == block.text for block in (before, after) for link in block.links):
        return False
    old, new = tokens(before.text), tokens(after.text)
    ends = ((old[:1], new[:1]), (old[-1:], new[-1:]))
    return any(one == other and one and len(one[0]) >= SHORTEST_WORD for one, other in ends)
