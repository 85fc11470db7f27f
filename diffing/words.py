"""Word-level before and after inside one replaced block, bounded on any input."""

import re

from rapidfuzz.distance import Indel

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
    removed: list[str] = []
    added: list[str] = []
    for step in Indel.opcodes([word.strip() for word in old], [word.strip() for word in new]):
        if step.tag == "equal":
            runs += [("removed", removed), ("added", added), ("same", old[step.src_start : step.src_end])]
            removed, added = [], []
        removed += old[step.src_start : step.src_end] if step.tag != "equal" else []
        added += new[step.dest_start : step.dest_end] if step.tag != "equal" else []
    return [*runs, ("removed", removed), ("added", added)]
