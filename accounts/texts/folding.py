"""Text as names are compared in: case and diacritics folded, with the way back to the original's offsets."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_STRANGE = "\x00"
_ALIKE = {
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "‐": "-",
    "‑": "-",
    "–": "-",
    "—": "-",
    "\u00a0": " ",
    "\u202f": " ",
    "\u2009": " ",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Folded:
    """Folded text; `back` gives for each of its code points the offset in the original (None: the same offsets)."""

    text: str
    back: tuple[int, ...] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the original of the folded `start`..`end` (which is not empty)."""
        if self.back is None:
            return start, end
        after = self.back[end] if end < len(self.back) else self.back[-1]
        return self.back[start], max(after, self.back[end - 1] + 1)


def fold_character(character: str) -> str:
    """One code point folded: "É" -> "e", "ß" -> "ss", a combining mark -> ""."""
    plain = _ALIKE.get(character, character)
    spread = unicodedata.normalize("NFKD", plain.casefold())
    return "".join(mark for mark in spread if not unicodedata.combining(mark)).casefold()


class _Table(dict[int, str]):
    """Code point -> its folding where that is one code point, else a mark that asks for the slow way."""

    def __missing__(self, code: int) -> str:
        folded = fold_character(chr(code))
        self[code] = folded if len(folded) == 1 else _STRANGE
        return self[code]


_TABLE = _Table()
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def _fold_by_one(text: str) -> str:
    """The text folded code point for code point, or marked: a table is slow, so only what is not ASCII is looked up."""
    small = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")  # of bytes only ASCII's
    return _BEYOND_ASCII.sub(lambda found: found[0].translate(_TABLE), small)


@lru_cache(maxsize=64)  # an event's text is folded for its names, its words and its places
def fold(text: str) -> Folded:
    """The whole text folded; nearly always code point for code point, so that no map back is needed."""
    if text.isascii():
        return Folded(text=text.lower(), back=None)
    quick = _fold_by_one(text)
    if _STRANGE not in quick:
        return Folded(text=quick, back=None)
    pieces: list[str] = []
    back: list[int] = []
    done = 0
    while (offset := quick.find(_STRANGE, done)) >= 0:
        piece = fold_character(text[offset])
        pieces += (quick[done:offset], piece)
        back += (*range(done, offset), *[offset] * len(piece))
        done = offset + 1
    pieces.append(quick[done:])
    return Folded(text="".join(pieces), back=(*back, *range(done, len(text)), len(text)))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether the words at `start`..`end` are whole words there, so that "apple" is not found in "pineapple"."""
    before = start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_")
    after = end == len(text) or not (text[end].isalnum() or text[end] == "_")
    return before and after
