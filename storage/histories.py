"""Histories: many bodies of one page as one frame, each written against another, so that what they share is kept once.

The newest stands whole; each older one is a script against the one after it. The words that are new stand together, the
numbers of the steps stand in columns, and brotli compresses both: unlike solid compression of the bodies themselves,
what has to be unpacked to read one is what differs, not all that they say.
"""

import struct
from dataclasses import dataclass, field
from itertools import accumulate

import brotli

from domain.errors import StorageError
from storage import columns
from storage.scripts import Reference, Step, applied, cost, script

# Reading a body runs through the scripts it stands on.
LONGEST_CHAIN = 20
# What reading any body of a frame has to unpack at most: words, and steps at what they take in memory.
MOST = 4_000_000
# A larger body would fill a frame by itself.
LARGEST = 8_000_000
_STEP_ROOM = 16
# A script of more than this share of its body shares too little: the body is said whole.
_WORTH = 4
# A body is tried against so many before it: pages that alternate between a few variants say each once, and a page that
# a wall stood before goes on from where it was.
_TRIED = 3
_COLUMNS = 6


@dataclass(slots=True)
class _Kept:
    """A body that the next one may stand on."""

    reference: Reference
    number: int
    depth: int


@dataclass(slots=True)
class History:
    """Takes bodies in order, and gives them as one frame."""

    _words: list[bytes] = field(default_factory=list)
    _lengths: list[int] = field(default_factory=list)
    _back: list[int] = field(default_factory=list)
    _counts: list[int] = field(default_factory=list)
    _steps: tuple[list[int], list[int], list[int]] = field(default_factory=lambda: ([], [], []))
    _first: _Kept | None = None
    _last: list[_Kept] = field(default_factory=list)
    room: int = 0

    @property
    def full(self) -> bool:
        return self.room >= MOST

    def add(self, content: bytes) -> None:
        """The next body. One that shares little with those before it begins a chain of its own."""
        base, steps = self._nearest(content)
        kept = _Kept(Reference(content), len(self._back), 0 if base is None else base.depth + 1)
        self._back.append(0 if base is None else kept.number - base.number)
        self._counts.append(len(steps))
        self._last = [*self._last[1 - _TRIED :], kept]
        if base is None:
            self._say(content)
            self._first = kept
        else:
            self._step(steps)

    def _nearest(self, content: bytes) -> tuple[_Kept | None, list[Step]]:
        """Of the bodies that this one may stand on, the one with the cheapest script; None where none is worth it."""
        found: tuple[_Kept | None, list[Step]] = None, []
        most = len(content) // _WORTH
        for base in self._bases():
            steps = script(base.reference, content, most)
            if steps is not None:
                found, most = (base, steps), cost(steps) - 1
        return found

    def _bases(self) -> list[_Kept]:
        """The last ones, newest first; where the chain is as long as may be, the one that began it."""
        if self._first is None or self._last[-1].depth >= LONGEST_CHAIN:
            return [self._first] if self._first else []
        return [one for one in reversed(self._last) if one.depth < LONGEST_CHAIN]

    def _step(self, steps: list[Step]) -> None:
        """Words that a script says twice are said once: their number stands for them, 1 for new ones."""
        copies, jumps, said = self._steps
        known = {b"": 0}
        for copied, words, jump in steps:
            copies.append(copied)
            jumps.append(columns.folded(jump))
            said.append(known.get(words, 1))
            if words not in known:
                known[words] = len(known) + 1
                self._say(words)
        self.room += len(steps) * _STEP_ROOM

    def _say(self, words: bytes) -> None:
        self._words.append(words)
        self._lengths.append(len(words))
        self.room += len(words)

    def packed(self) -> bytes:
        numbers = columns.written((self._back, self._counts, self._lengths, *self._steps))
        words = _compressed(b"".join(self._words))
        return struct.pack("<I", len(words)) + words + _compressed(numbers)


def _compressed(content: bytes) -> bytes:
    return bytes(brotli.compress(content, quality=11, lgwin=24))


def body_in(frame_bytes: bytes, number: int) -> bytes:
    """The body of this number in a frame; StorageError where there is none or the frame is damaged."""
    try:
        return Unpacked(frame_bytes).body(number)
    except (brotli.error, struct.error, ValueError, IndexError) as error:
        raise StorageError(f"a frame cannot be unpacked: {error}") from error


class Unpacked:
    """A frame whose words and numbers are unpacked; its bodies are made when asked for."""

    def __init__(self, frame_bytes: bytes) -> None:
        (length,) = struct.unpack_from("<I", frame_bytes)
        self._words = bytes(brotli.decompress(frame_bytes[4 : 4 + length]))
        found = columns.read(brotli.decompress(frame_bytes[4 + length :]), _COLUMNS)
        back, counts, lengths, self._copies, self._jumps, self._said = found
        self._back = back.whole()
        self._starts = list(accumulate(counts.whole(), initial=0))
        self._ends = list(accumulate(lengths.whole(), initial=0))

    def __len__(self) -> int:
        return len(self._back)

    def body(self, number: int) -> bytes:
        chain = [number]
        while back := self._back[chain[-1]]:
            chain.append(chain[-1] - back)
        content = self._said_at(self._first_words(chain.pop()))
        for one in reversed(chain):
            content = applied(content, self._script(one))
        return content

    def _first_words(self, number: int) -> int:
        """How many words are said before this body's own."""
        return self._back[:number].count(0) + self._said.count(1, self._starts[number])

    def _said_at(self, place: int) -> bytes:
        return self._words[self._ends[place] : self._ends[place + 1]]

    def _script(self, number: int) -> list[Step]:
        steps: list[Step] = []
        known, next_words = [b"", b""], self._first_words(number)
        mine = self._starts[number], self._starts[number + 1]
        found = (column.between(*mine) for column in (self._copies, self._said, self._jumps))
        for copied, said, jump in zip(*found, strict=True):
            if said == 1:
                words = self._said_at(next_words)
                known.append(words)
                next_words += 1
            else:
                words = known[said]
            steps.append((copied, words, jump // 2 if jump % 2 == 0 else -(jump + 1) // 2))
        return steps
