"""What one body says beyond another: runs taken over from it, and the words between them."""

import re
from bisect import bisect_left
from collections.abc import Sequence

# How many bytes of the other body are taken over, the words put behind them, and how far to go on in it from there.
Step = tuple[int, bytes, int]

_TOKEN = re.compile(rb"[\w-]+|[^\w-]")
_JOINED = re.compile(rb"[\w-]{2}")
# A run shorter than this is said again: finding it and saying where it stands costs more.
_GRAM, _SHORTEST = 12, 8
# What a step counts for beside its words, in bytes: where a page is shuffled, saying it whole costs less, and reads
# faster.
STEP = 30


class Reference:
    """A body that others are written against; where its words stand is looked up when it is first needed."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self._places: dict[bytes, list[int]] = {}

    def near(self, words: bytes, place: int) -> Sequence[int]:
        """Up to three places around this one where these words stand."""
        if not self._places:
            for token in _TOKEN.finditer(self.content):
                start = token.start()
                self._places.setdefault(self.content[start : start + _GRAM], []).append(start)
        places = self._places.get(words, [])
        nearest = bisect_left(places, place)
        return places[max(nearest - 1, 0) : nearest + 2]


def script(reference: Reference, content: bytes, most: int) -> list[Step] | None:
    """The steps from the reference to this content; None where they would cost more than `most` bytes."""
    steps: list[Step] = []
    place, at, cost = 0, 0, 0
    while at < len(content):
        copied = _run(reference.content, place, content, at)
        place, at = place + copied, at + copied
        landing, end = _next(reference, content, place, at)
        words = content[at:end]
        cost += STEP + len(words)
        if cost > most:
            return None
        steps.append((copied, words, landing - place))
        place, at = landing, end
    return steps


def cost(steps: Sequence[Step]) -> int:
    """What a script counts for, in bytes: one that `script` was told to keep under this costs less."""
    return sum(STEP + len(words) for _, words, _ in steps)


def applied(reference: bytes, steps: Sequence[Step]) -> bytes:
    """The content that a script stands for."""
    view, place = memoryview(reference), 0
    pieces: list[bytes | memoryview] = []
    for copied, words, jump in steps:
        pieces.append(view[place : place + copied])
        pieces.append(words)
        place += copied + jump
    return b"".join(pieces)


def _next(reference: Reference, content: bytes, place: int, at: int) -> tuple[int, int]:
    """Where the content goes on saying what the reference says: the place there, and where the words before it end.

    Most often one word stands for another; only where that is not so the reference's words are looked up.
    """
    old, new = _TOKEN.match(reference.content, place), _TOKEN.match(content, at)
    if old and new and _run(reference.content, old.end(), content, new.end()) >= _GRAM:
        return old.end(), new.end()
    start = at
    while at < len(content):
        wanted = content[at : at + _GRAM]
        found = [
            (_run(reference.content, one, content, at), -abs(one - place - at + start), one)
            for one in reference.near(wanted, place + at - start)
        ]
        if found and max(found)[0] >= _SHORTEST:
            return max(found)[2], at
        token = _TOKEN.match(content, at)
        at = token.end() if token else len(content)
    return place, at


def _run(reference: bytes, place: int, content: bytes, at: int) -> int:
    """How many bytes both say from there on, up to where a word begins in both: a word that changed is said whole, so
    that it is the same words wherever it stands."""
    most = min(len(reference) - place, len(content) - at)
    same, step = 0, 64
    while same < most:
        step = min(step, most - same)
        if reference[place + same : place + same + step] == content[at + same : at + same + step]:
            same, step = same + step, step * 4
        elif step == 1:
            break
        else:
            step = max(step // 8, 1)
    if at + same == len(content):
        return same
    while same and (_joined(content, at + same) or _joined(reference, place + same)):
        same -= 1
    return same


def _joined(content: bytes, at: int) -> bool:
    return _JOINED.match(content, at - 1) is not None
