"""What one idea is called: a text that says "Wechselrichter" speaks of inverters, one on dicamba of weed control."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from accounts.reading.lists import lines
from accounts.texts.phrases import Read, phrase

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """`names` mean the same; `sought` are those that a text says it by, with kinds of it that say it too."""

    names: tuple[Stems, ...]
    sought: tuple[Stems, ...]


@lru_cache(maxsize=1)
def ideas() -> tuple[Idea, ...]:
    return tuple(_idea(line) for line in lines("ideas"))


def _idea(line: str) -> Idea:
    listed, _, narrower = line.partition(":")
    names = [name.strip() for name in listed.split(",")]
    sought = [*(name for name in names if not name.startswith("(")), *narrower.split(",")]
    return Idea(names=_stems(names), sought=_stems(sought))


def _stems(names: Iterable[str]) -> tuple[Stems, ...]:
    return tuple(phrase(name).stems for name in names if name.strip())


@lru_cache(maxsize=1)
def _by_first() -> dict[str, tuple[tuple[Stems, Idea], ...]]:
    """First stem -> the names and narrower names that begin with it, and the idea of each."""
    found: dict[str, list[tuple[Stems, Idea]]] = defaultdict(list)
    for idea in ideas():
        for stems in idea.sought:
            found[stems[0]].append((stems, idea))
    return {first: tuple(pairs) for first, pairs in found.items()}


def ideas_in(text: Read) -> frozenset[Stems]:
    """All names of the ideas that a text says by any of theirs."""
    said: set[Stems] = set()
    for first in text.places.keys() & _by_first().keys():
        for stems, idea in _by_first()[first]:
            if text.says_stems(stems):
                said.update(idea.names)
    return frozenset(said)


def speaks_by_another_name(text: Read, spoken: frozenset[Stems], topic: str) -> bool:
    """Whether the topic is one of those spoken of, or holds one and the text says its other weighty words itself."""
    if not spoken:
        return False
    whole = phrase(topic)
    if whole.stems in spoken:
        return True
    return any(
        name in spoken and all(one in text.places or (one,) in spoken for one in rest) for name, rest in _held(topic)
    )


@lru_cache(maxsize=50_000)
def _held(topic: str) -> tuple[tuple[Stems, Stems], ...]:
    """The ideas' names inside a topic, each with the topic's weighty stems that are not of the name."""
    whole = phrase(topic)
    names = {name for first in whole.stems for name in _names_by_first().get(first, ())}
    return tuple(
        (name, tuple(one for one in whole.weighty if one not in name))
        for name in names
        if any(whole.stems[at : at + len(name)] == name for at in range(len(whole.stems)))
    )


@lru_cache(maxsize=1)
def _names_by_first() -> dict[str, frozenset[Stems]]:
    found: dict[str, set[Stems]] = defaultdict(set)
    for idea in ideas():
        for name in idea.names:
            found[name[0]].add(name)
    return {first: frozenset(names) for first, names in found.items()}
