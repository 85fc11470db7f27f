"""Parts of a page that say once more, for another screen, what it says elsewhere."""

from collections.abc import Sequence
from itertools import groupby

from diffing.reading.blocks import Piece
from diffing.wording.text import tokens

MOST_SAID = 0.9  # of a copy's words stand elsewhere on the page; of its numbers, all
FEWEST = 2  # pieces: a lone line may say the same by chance


def copied_pieces(pieces: Sequence[Piece]) -> frozenset[int]:
    """Positions of pieces kept from some readers whose words and numbers the rest of the page says as well."""
    if not any(piece.shadow for piece in pieces):
        return frozenset()
    said = {word for piece in pieces if not piece.shadow for word in tokens(piece.block.text)}
    found: set[int] = set()
    for shadow, run in groupby(enumerate(pieces), key=lambda one: one[1].shadow):
        group = list(run)
        words = {word for _, piece in group for word in tokens(piece.block.text)}
        if shadow and len(group) >= FEWEST and _said_elsewhere(words, said):
            found.update(at for at, _ in group)
    return frozenset(found)


def _said_elsewhere(words: set[str], said: set[str]) -> bool:
    new = words - said
    return not any(any(map(str.isdigit, word)) for word in new) and len(new) <= (1 - MOST_SAID) * len(words)
