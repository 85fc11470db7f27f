"""One visit of an invented page: what changes between two visits although nobody changed the page."""

import hashlib
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

Item = TypeVar("Item")
Content = dict[str, Any]
# Every real page has these from one visit to the next.
EVERYWHERE = frozenset({"nonce", "assets", "build"})
# Numbers that move by a few percent from one visit to the next; True where they also fall.
MOVING = {"counter": False, "rating": False, "stock": True, "lookers": True, "viewers": True, "ticker": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The first visit or the one `after`; `varies` names what differs between the two.

    A plain name varies; "+name" is shown on the second visit only, "-name" on the first only, "=name" on both.
    `turn` numbers the visits after the first, where there are more than two.
    """

    seed: str
    company: str
    after: bool
    varies: frozenset[str]
    turn: int = 1

    @property
    def site(self) -> str:
        return f"https://www.{self.company.lower().replace(' ', '')}.example"

    def vary(self, kind: str, first: str, second: str) -> str:
        return second if self.after and kind in self.varies and self.turn % 2 else first

    def token(self, kind: str, label: str = "", length: int = 16) -> str:
        """A hexadecimal token, another one on the second visit where its kind varies."""
        side = "a"
        if self.after and kind in self.varies:
            side = "b" if self.turn == 1 else f"b{self.turn}"
        digest = hashlib.sha512(f"{self.seed}/{kind}/{label}/{side}".encode()).hexdigest()
        return (digest * (length // len(digest) + 1))[:length]

    def number(self, kind: str, low: int, high: int, label: str = "") -> int:
        """A number that moves a little, as counts and prices do, or altogether where it stands for an id."""
        first = low + int(self.first.token(kind, label, 12), 16) % (high - low)
        second = low + int(self.token(kind, label, 12), 16) % (high - low)
        if second == first or kind not in MOVING:
            return second
        step = 1 + second % max(2, first * 4 // 100)
        return first - step if MOVING[kind] and second % 2 and first - step >= low else first + step

    @property
    def first(self) -> "Visit":
        return replace(self, after=False)

    def make(self, makes: int, part: str = "head") -> int:
        """Which of some makes of a part this site has."""
        return int(hashlib.sha512(f"{self.company}/{part}".encode()).hexdigest()[:8], 16) % makes

    def shows(self, kind: str) -> bool:
        return f"={kind}" in self.varies or f"{'+' if self.after else '-'}{kind}" in self.varies

    def order(self, kind: str, items: Sequence[Item]) -> list[Item]:
        """The items, in another order on the second visit where the kind varies."""
        mixed = list(items)
        if self.after and kind in self.varies:
            random.Random(self.seed if self.turn == 1 else f"{self.seed}/{self.turn}").shuffle(mixed)
        return mixed

    def pick(self, kind: str, items: Sequence[Item], count: int) -> list[Item]:
        """A window of the items: the first ones, or the last ones on the second visit where the kind varies."""
        if not (self.after and kind in self.varies):
            return list(items[:count])
        begin = len(items) - count * self.turn % len(items) if self.turn > 1 else len(items) - count
        return [items[(begin + at) % len(items)] for at in range(min(count, len(items)))]


Shape = Callable[[Visit, Content], str]


def each(items: Iterable[Any], write: Callable[[Any], str]) -> str:
    return "\n".join(write(item) for item in items)


def numbered(items: Iterable[Any], write: Callable[[int, Any], str]) -> str:
    return "\n".join(write(at, item) for at, item in enumerate(items))
