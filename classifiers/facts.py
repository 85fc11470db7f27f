"""Every fact finder, in the order of their facts in a mail."""

from collections.abc import Callable, Sequence

from classifiers.passages import Passage
from classifiers.prices import find_prices
from domain.findings import Fact
from domain.sources import Source

Finder = Callable[[Sequence[Passage], Source], tuple[Fact, ...]]

FINDERS: tuple[Finder, ...] = (find_prices,)


def find_facts(read: Sequence[Passage], source: Source) -> tuple[Fact, ...]:
    """All facts of a change's passages; each quote is in the text of its edit at its offsets."""
    return tuple(fact for finder in FINDERS for fact in finder(read, source))
