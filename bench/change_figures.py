"""Shares, means and their bootstrap intervals, resampling whole companies."""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

DRAWS = 1_000
SEED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One row's part in a figure: whose it is, what it adds above and below the line."""

    id: str
    company: str
    above: float
    below: float = 1.0


def ratio(cases: Sequence[Case]) -> float | None:
    """Sum above over sum below; None where there is nothing below."""
    below = sum(case.below for case in cases)
    return sum(case.above for case in cases) / below if below else None


def interval(cases: Sequence[Case], figure: Callable[[Sequence[Case]], float | None] = ratio) -> list[float] | None:
    """The middle 95% of the figure over DRAWS draws of as many companies as there are, with replacement.

    Method: cluster bootstrap, percentile interval (Efron & Tibshirani 1993, ch. 13).
    """
    by_company: dict[str, list[Case]] = {}
    for case in cases:
        by_company.setdefault(case.company, []).append(case)
    names = sorted(by_company)
    if not names:
        return None
    dice = random.Random(SEED)
    drawn = []
    for _ in range(DRAWS):
        value = figure([case for name in dice.choices(names, k=len(names)) for case in by_company[name]])
        if value is not None:
            drawn.append(value)
    if not drawn:
        return None
    drawn.sort()
    return [drawn[int(0.025 * (len(drawn) - 1))], drawn[int(0.975 * (len(drawn) - 1))]]


@dataclass(slots=True)
class Sheet:
    """The figures of a bench as they are added: values, counts, intervals and what was missed."""

    values: dict[str, float | None]
    n: dict[str, int]
    ci95: dict[str, list[float] | None]
    misses: dict[str, list[dict[str, object]]]

    @classmethod
    def empty(cls) -> "Sheet":
        return cls({}, {}, {}, {})

    def add(self, name: str, cases: Sequence[Case]) -> None:
        self.values[name] = ratio(cases)
        self.n[name] = len(cases)
        self.ci95[name] = interval(cases)

    def none(self, *names: str) -> None:
        """Figures whose subset is absent, or that are not measured yet."""
        for name in names:
            self.values[name], self.n[name], self.ci95[name] = None, 0, None

    def as_dict(self) -> dict[str, object]:
        return {**self.values, "n": self.n, "ci95": self.ci95, "misses": self.misses}
