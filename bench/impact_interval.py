"""Bootstrap intervals over groups of rows (companies, names) for the linking and impact benches."""

import random
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TypeVar

T = TypeVar("T")
DRAWS = 1_000


def interval(
    judged: Sequence[T], group: Callable[[T], str], figure: Callable[[list[T]], float | None]
) -> list[float] | None:
    """[2.5th, 97.5th percentile] of the figure over 1,000 draws of whole groups (seed 0); None where without value."""
    groups: dict[str, list[T]] = defaultdict(list)
    for one in judged:
        groups[group(one)].append(one)
    names = sorted(groups)
    chance = random.Random(0)
    drawn = []
    for _ in range(DRAWS):
        value = figure([one for name in chance.choices(names, k=len(names)) for one in groups[name]])
        if value is not None:
            drawn.append(value)
    drawn.sort()
    if not drawn:
        return None
    return [drawn[int(0.025 * (len(drawn) - 1))], drawn[int(0.975 * (len(drawn) - 1))]]
