"""How alike two pages are, by the runs of three words that they share."""

from collections.abc import Sequence
from itertools import islice

from diffing.wording.text import compared
from domain.content import Block

RUN = 3  # words in a row by which two texts are likened
MOST_WORDS = 200_000


def words_of(blocks: Sequence[Block]) -> list[str]:
    """The words of a page as compared, the first MOST_WORDS: a book is known by as many."""
    words = (word for block in blocks for word in compared(block.text).split())
    return list(islice(words, MOST_WORDS))


def runs_of(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[at:] for at in range(RUN)), strict=False))


def in_common(one: Sequence[Block], other: Sequence[Block]) -> float:
    """The share of the runs of the longer of two texts that stand in both, 0 to 1; 0 where there are none."""
    old, new = runs_of(words_of(one)), runs_of(words_of(other))
    return len(old & new) / max(1, len(old), len(new))
