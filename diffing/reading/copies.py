"""Parts of a page that say once more, for another screen, what it says elsewhere."""

from collections.abc import Sequence
from itertools import groupby

from diffing.reading.pieces import Piece
from diffing.wording.text import TOKEN, spelt, tokens

MOST_SAID = 0.9  # of a copy's words stand elsewhere on the page; of its numbers, all
BETWEEN = "|"  # joins texts so that no word, sign or number goes on from one into the next
FEWEST = 2  # pieces: a lone line may say the same by chance


def copied_pieces(pieces: Sequence[Piece]) -> frozenset[int]:
    """Positions of pieces kept from some readers whose words and numbers the rest of the page says as well."""
    runs = _shadow_runs(pieces)
    if not runs:
        return frozenset()
    rest = spelt(BETWEEN.join(piece.block.text for piece in pieces if not piece.shadow))
    # A word that is no part of the rest is none of its words: most runs end here, before the rest is cut into words.
    runs = [(run, words) for run, words in runs if _said_elsewhere(words, {word for word in words if word in rest})]
    said = set(TOKEN.findall(rest)) if runs else set()
    return frozenset(at for run, words in runs if _said_elsewhere(words, said) for at in run)


def _shadow_runs(pieces: Sequence[Piece]) -> list[tuple[list[int], set[str]]]:
    """The runs of pieces kept from some readers, as positions, each with its words."""
    shadows = (group for shadow, group in groupby(enumerate(pieces), key=lambda one: one[1].shadow) if shadow)
    runs = [list(group) for group in shadows]
    return [
        ([at for at, _ in run], {word for _, piece in run for word in tokens(piece.block.text)})
        for run in runs
        if len(run) >= FEWEST
    ]


def _said_elsewhere(words: set[str], said: set[str]) -> bool:
    new = words - said
    return not any(any(map(str.isdigit, word)) for word in new) and len(new) <= (1 - MOST_SAID) * len(words)
