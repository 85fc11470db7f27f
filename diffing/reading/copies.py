"""Parts of a page that say once more, for another screen, what it says elsewhere."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from diffing.reading.pieces import Piece
from diffing.wording.text import TOKEN, WORD_CHARACTER, spelt, tokens

MOST_SAID = 0.9  # of a copy's words stand elsewhere on the page; of its numbers, all
BETWEEN = "|"  # joins texts so that no word, sign or number goes on from one into the next
FEWEST = 2  # pieces: a lone line may say the same by chance
MOST_SEARCHED = 20_000_000  # characters, all searches taken together: a page of 40,000 is searched 500 times


def copied_pieces(pieces: Sequence[Piece]) -> frozenset[int]:
    """Positions of pieces kept from some readers whose words and numbers the rest of the page says as well."""
    runs = _shadow_runs(pieces)
    if not runs:
        return frozenset()
    rest = _Rest(_spelt([piece.text for piece in pieces if not piece.setting.shadow]))
    copied = (run for run in runs if _said_elsewhere(set(tokens(BETWEEN.join(pieces[at].text for at in run))), rest))
    return frozenset(at for run in copied for at in run)


def _shadow_runs(pieces: Sequence[Piece]) -> list[list[int]]:
    """The runs of pieces kept from some readers, as positions."""
    shadows = (list(run) for shadow, run in groupby(range(len(pieces)), lambda at: pieces[at].setting.shadow) if shadow)
    return [run for run in shadows if len(run) >= FEWEST]


def _spelt(texts: Sequence[str]) -> str:
    """The texts in the spelling of their tokens, those beyond ASCII last: only for them is it slow work."""
    plain = BETWEEN.join([text for text in texts if text.isascii()])
    other = BETWEEN.join([text for text in texts if not text.isascii()])
    return f"{spelt(plain)}{BETWEEN}{spelt(other)}"


@dataclass
class _Rest:
    """What a page says elsewhere. A few words are searched for; for many, it is cut into its words once."""

    text: str

    def __post_init__(self) -> None:
        self.searches = MOST_SEARCHED // max(1, len(self.text))

    @cached_property
    def words(self) -> set[str]:
        return set(TOKEN.findall(self.text))

    def says(self, word: str) -> bool:
        at = -1
        while self.searches > 0:
            self.searches -= 1
            at = self.text.find(word, at + 1)
            if at < 0 or self._is_token(word, at):
                return at >= 0
        return word in self.words

    def _is_token(self, word: str, at: int) -> bool:
        """Whether a word that stands at a place is no part of a longer one."""
        if at and WORD_CHARACTER.match(word) and WORD_CHARACTER.match(self.text, at - 1):
            return False
        found = TOKEN.match(self.text, at)
        return found is not None and found[0] == word


def _said_elsewhere(words: set[str], rest: _Rest) -> bool:
    new, most = 0, (1 - MOST_SAID) * len(words)
    for word in words:
        if not rest.says(word):
            new += 1
            if new > most or any(map(str.isdigit, word)):
                return False
    return True
