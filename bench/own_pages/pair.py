"""A pair of visits with the answer that a person gives, and the edits that make the second page from the first."""

import copy
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bench.own_pages.rewrites import rewritten
from bench.own_pages.visit import EVERYWHERE, Content, Shape, Visit

Change = Callable[[Content], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What an analyst would say of the pair.

    `removed` and `added` are the words that went and came, nothing around them. `prices` are (plan, before, after).
    `state` lists the page states that fit; `reason` is the one that a person gives.
    """

    outcome: str = "none"
    says: str = ""
    removed: str = ""
    added: str = ""
    prices: tuple[tuple[str, str, str], ...] = ()
    state: tuple[str, ...] = ("ok",)
    reason: str = ""
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """`page` says what kind of page it is; `noise` what differs without meaning; `broken` replaces one of the sides.

    A `fresh` pair was written after the others, and nothing was tuned on it.
    """

    id: str
    page: str
    company: str
    path: str
    shape: Shape
    content: Content
    answer: Answer
    noise: str = ""
    edits: tuple[Change, ...] = ()
    broken: Shape | None = None
    broken_first: bool = False
    lang: str = "en"
    fresh: bool = False

    @property
    def kind(self) -> str:
        if self.broken:
            return "broken"
        if self.answer.ambiguous:
            return "ambiguous"
        if self.answer.outcome == "none":
            return "noise"
        return "mixed" if self.noise else "real"

    @property
    def url(self) -> str:
        return self.visit(after=False).site + self.path

    def visit(self, *, after: bool, turn: int = 1) -> Visit:
        varies = EVERYWHERE | frozenset(self.noise.split())
        return Visit(seed=self.id, company=self.company, after=after, varies=varies, turn=turn)

    def written(self, *, after: bool, turn: int = 1) -> str:
        visit = self.visit(after=after, turn=turn)
        content = copy.deepcopy(self.content)
        if after:
            for edit in self.edits:
                edit(content)
        shape = self.broken if self.broken and after != self.broken_first else self.shape
        return rewritten(visit, shape(visit, content).strip() + "\n")


def news(says: str, removed: str, added: str, *prices: tuple[str, str, str]) -> Answer:
    return Answer(outcome="news", says=says, removed=removed, added=added, prices=prices)


def nothing(says: str = "") -> Answer:
    return Answer(says=says)


def unsure(says: str) -> Answer:
    """Nothing, but another reader could call it news: its alerts are counted apart."""
    return Answer(says=says, ambiguous=True)


def lost(reason: str, *state: str) -> Answer:
    return Answer(state=state, reason=reason)


def _parent(content: Content, path: str) -> tuple[Any, Any]:
    *steps, last = [int(step) if step.isdigit() else step for step in path.split("/")]
    place: Any = content
    for step in steps:
        place = place[step]
    return place, last


def put(path: str, value: Any) -> Change:
    def change(content: Content) -> None:
        place, last = _parent(content, path)
        place[last] = value

    return change


def drop(path: str) -> Change:
    def change(content: Content) -> None:
        place, last = _parent(content, path)
        del place[last]

    return change


def insert(path: str, value: Any) -> Change:
    def change(content: Content) -> None:
        place, last = _parent(content, path)
        place.insert(last, value)

    return change


def say(old: str, new: str) -> Change:
    """Replaces words wherever the content has them; they must be there."""

    def change(content: Content) -> None:
        found = [0]
        content.update({key: _said(value, old, new, found) for key, value in content.items()})
        if not found[0]:
            raise ValueError(f"{old!r} is not on the page")

    return change


def _said(value: Any, old: str, new: str, found: list[int]) -> Any:
    if isinstance(value, str):
        found[0] += value.count(old)
        return value.replace(old, new)
    if isinstance(value, list | tuple):
        return type(value)(_said(item, old, new, found) for item in value)
    if isinstance(value, dict):
        return {key: _said(item, old, new, found) for key, item in value.items()}
    return value
