"""Scores of predicted tag sets beside the given ones."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from domain.findings import FIVE_TAGS

DRAWS = 1_000
TAGS = tuple(tag.value for tag in FIVE_TAGS)
OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """One row with its given tags and ours."""

    id: str
    text: str
    source: str
    company: str
    confidence: str
    gold: frozenset[str]
    predicted: frozenset[str]


def figures(judged: Sequence[Judged]) -> dict[str, object]:
    """Precision, recall and F1 by tag (None where the tag is neither given nor predicted), and the figures over all."""
    by_tag = {tag: tag_scores(judged, tag) for tag in TAGS}
    known = [f1 for _, _, f1 in by_tag.values() if f1 is not None]
    other = [row for row in judged if not row.gold]
    return {
        "macro_f1": sum(known) / len(known) if known else None,
        "precision": {tag: scores[0] for tag, scores in by_tag.items()},
        "recall": {tag: scores[1] for tag, scores in by_tag.items()},
        "f1": {tag: scores[2] for tag, scores in by_tag.items()},
        "other_recall": sum(1 for row in other if not row.predicted) / len(other) if other else None,
        "exact_set": sum(1 for row in judged if row.gold == row.predicted) / len(judged) if judged else None,
    }


def tag_scores(judged: Sequence[Judged], tag: str) -> tuple[float | None, float | None, float | None]:
    right = sum(1 for row in judged if tag in row.gold and tag in row.predicted)
    given = sum(1 for row in judged if tag in row.gold)
    said = sum(1 for row in judged if tag in row.predicted)
    return (
        right / said if said else None,
        right / given if given else None,
        2 * right / (given + said) if given + said else None,
    )


def confusion(judged: Sequence[Judged]) -> dict[str, dict[str, int]]:
    """Rows by given tag (down) and predicted one (across); `other` is no tag at all.

    A row with several tags counts once for each. What was missed is set against what was said instead, against `other`
    where nothing was; what was said beside all that is right, against each right tag.
    """
    names = (*TAGS, OTHER)
    table = {name: dict.fromkeys(names, 0) for name in names}
    for row in judged:
        gold, said = row.gold or {OTHER}, row.predicted or {OTHER}
        for tag in gold & said:
            table[tag][tag] += 1
        for tag in gold - said or (gold if said - gold else ()):
            for other in said - gold or {OTHER}:
                table[tag][other] += 1
    return table


def intervals(judged: Sequence[Judged]) -> dict[str, list[float]]:
    """95% bootstrap intervals by company, 1,000 draws, seed 0."""
    companies = sorted({row.company for row in judged})
    if not companies:
        return {}
    rows_of = {company: [row for row in judged if row.company == company] for company in companies}
    draw = random.Random(0)
    samples: dict[str, list[float]] = {}
    for _ in range(DRAWS):
        sample = [row for company in draw.choices(companies, k=len(companies)) for row in rows_of[company]]
        scores = figures(sample)
        for name in ("macro_f1", "other_recall", "exact_set"):
            value = scores[name]
            if isinstance(value, float):
                samples.setdefault(name, []).append(value)
    return {name: ends(values) for name, values in samples.items()}


def ends(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered[int(0.025 * (len(ordered) - 1))], ordered[int(0.975 * (len(ordered) - 1))]]


def misses(judged: Sequence[Judged]) -> dict[str, list[dict[str, object]]]:
    """Every row whose set is not exact: its id, what was given and what we said."""
    return {
        "exact_set": [
            {"id": row.id, "source": row.source, "gold": sorted(row.gold), "predicted": sorted(row.predicted)}
            for row in judged
            if row.gold != row.predicted
        ]
    }
