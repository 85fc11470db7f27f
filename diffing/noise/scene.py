"""What the rules of noise know beside the differences themselves: both readings whole, and when they were made."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from diffing.noise.clocks import Days
from diffing.wording.text import compared
from domain.content import Block, Where

Pair = tuple[Block | None, Block | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The page around a difference. `before` and `after` are its content; `days` those of the visits where known.

    `authors` are the blocks right behind a quotation that was left out, by identity.
    """

    title: str
    before: Sequence[Block] = ()
    after: Sequence[Block] = ()
    days: Days | None = None
    authors: frozenset[int] = frozenset()

    def headings(self) -> frozenset[str]:
        """The headings that stand on both sides, as compared."""
        old, new = (
            {compared(block.text) for block in side if block.where is Where.HEADING}
            for side in (self.before, self.after)
        )
        return frozenset(old & new)


@dataclass(frozen=True, slots=True)
class Split:
    """What one rule made of the pairs it was given."""

    kept: list[Pair]
    dropped: list[Pair]


Rule = Callable[[list[Pair], Scene], Split]


def halved(pairs: Sequence[Pair], moved: Sequence[tuple[int, int]]) -> Split:
    """The pairs without the `before` of one and the `after` of another (or the same), which go together."""
    out, into = {one for one, _ in moved}, {other for _, other in moved}
    rest = [(None if at in out else a, None if at in into else b) for at, (a, b) in enumerate(pairs)]
    kept = [pair for pair in rest if pair != (None, None)]
    return Split(kept, [(pairs[one][0], pairs[other][1]) for one, other in moved])


def text_of(pair: Pair) -> str:
    return " ".join(block.text for block in pair if block)
