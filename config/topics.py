"""Reads the topic tree: `narrow: broad`, or a broad topic with its narrow ones nested under it."""

from typing import Any

from config.yaml_tree import Loc, Tree
from domain.problems import Problem

Pairs = tuple[tuple[str, str], ...]


def read_topics(tree: Tree, path: Loc, data: Any) -> tuple[Pairs, list[Problem]]:
    """(narrow, broad) pairs in file order, and what is wrong: a value of no use, or a topic that contains itself."""
    pairs: dict[tuple[str, str], Loc] = {}
    problems: list[Problem] = []
    if isinstance(data, dict):
        for topic, value in data.items():
            _read(tree, (*path, topic), topic, value, pairs, problems)
    problems += _circles(tree, pairs)
    return tuple(pairs), problems


def _read(
    tree: Tree, path: Loc, topic: str, value: Any, pairs: dict[tuple[str, str], Loc], problems: list[Problem]
) -> None:
    """A text under a topic at the top is its broader one; everything nested under a topic is narrower than it."""
    if value is None:
        return
    if isinstance(value, str):
        pairs.setdefault((topic, value), path)
        return
    for index, narrow in enumerate(value):
        step = narrow if isinstance(value, dict) else index
        if not isinstance(narrow, str):
            problems.append(tree.problem((*path, step), "a topic is one text", "write [weed control, dicamba]"))
            continue
        pairs.setdefault((narrow, topic), (*path, step))
        below = value[narrow] if isinstance(value, dict) else None
        if isinstance(below, str):
            pairs.setdefault((below, narrow), (*path, step))
        else:
            _read(tree, (*path, step), narrow, below, pairs, problems)


def _circles(tree: Tree, pairs: dict[tuple[str, str], Loc]) -> list[Problem]:
    broader: dict[str, set[str]] = {}
    problems: list[Problem] = []
    for (narrow, broad), place in pairs.items():
        if narrow == broad or narrow in _above(broad, broader):
            message = f"'{narrow}' would be broader than itself"
            problems.append(tree.problem(place, message, "a tree runs from narrow to broad only", key=True))
            continue
        broader.setdefault(narrow, set()).add(broad)
    return problems


def _above(topic: str, broader: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [topic]
    while waiting:
        for broad in broader.get(waiting.pop(), ()):
            if broad not in found:
                found.add(broad)
                waiting.append(broad)
    return found
