"""Word-level before and after inside one replaced block, bounded on any input."""

import re
from difflib import SequenceMatcher

from domain.changes import Word

LONGEST = 3_000
PIECE = re.compile(r"\S+\s*")


def word_runs(before: str, after: str) -> tuple[Word, ...]:
    """Runs of same, removed and added words in reading order; past LONGEST words only the differing middle, whole."""
    old, new = PIECE.findall(before), PIECE.findall(after)
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    middle = _runs(old[head : len(old) - tail], new[head : len(new) - tail])
    runs = [("same", old[:head]), *middle, ("same", old[len(old) - tail :])]
    return tuple(Word(op=op, text="".join(words).strip()) for op, words in runs if words)


def _shared(old: list[str], new: list[str]) -> int:
    count = 0
    for left, right in zip(old, new, strict=False):
        if left.strip() != right.strip():
            break
        count += 1
    return count


def _runs(old: list[str], new: list[str]) -> list[tuple[str, list[str]]]:
    if len(old) + len(new) > LONGEST:
        return [("removed", old), ("added", new)]
    runs: list[tuple[str, list[str]]] = []
    matcher = SequenceMatcher(None, [w.strip() for w in old], [w.strip() for w in new], autojunk=False)
    for op, a, b, c, d in matcher.get_opcodes():
        if op == "equal":
            runs.append(("same", old[a:b]))
        else:
            runs += [("removed", old[a:b]), ("added", new[c:d])]
    return runs
