"""Texts that went from one place of a page and came, in much the same words, to another."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from math import ceil

from classifiers.wording.differing import bare
from domain.changes import Edit, EditKind

MOVED = 0.6  # of the words of a text that stand in one that came elsewhere: it is not lost
LEAST = 8  # words
Bag = frozenset[str]


def moved(edits: Sequence[Edit]) -> set[str]:
    """The keys of texts that went and of whose words one that came holds most."""
    went = [(edit.key, bag) for edit, bag in bags(edits, EditKind.REMOVED) if len(bag) >= LEAST]
    came = [bag for _, bag in bags(edits, EditKind.ADDED)] if went else []
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(came):
        for word in bag:
            holders[word].append(number)
    return {key for key, bag in went if any(holds_most(came[number], bag) for number in likely(bag, holders))}


def likely(bag: Bag, holders: dict[str, list[int]]) -> set[int]:
    """The texts that may hold most of the words: those with one of the rarest.

    Who holds MOVED of the words holds one at least of any that are more than the rest (prefix filtering: S. Chaudhuri,
    V. Ganti, R. Kaushik, A primitive operator for similarity joins in data cleaning, 2006).
    """
    rarest = sorted(bag, key=lambda word: len(holders.get(word, ())))[: len(bag) - ceil(MOVED * len(bag)) + 1]
    return {number for word in rarest for number in holders.get(word, ())}


def holds_most(other: Bag, bag: Bag) -> bool:
    least = MOVED * len(bag)
    return len(other) >= least and len(bag & other) >= least


def bags(edits: Sequence[Edit], kind: EditKind) -> Iterator[tuple[Edit, Bag]]:
    """The edits of one kind, each with its bare words."""
    for edit in edits:
        if edit.kind is kind:
            yield edit, frozenset(map(bare_word, set((edit.after or edit.before or "").split())))


@lru_cache(maxsize=1 << 14)  # the texts of a page are made of the same words
def bare_word(word: str) -> str:
    return bare(word)
