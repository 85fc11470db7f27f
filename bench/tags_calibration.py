"""Whether a tag's confidence is how often such tags are right: by confidence, and as one error."""

from collections.abc import Collection, Iterable
from itertools import groupby

Said = tuple[float, bool]  # a tag's confidence, and whether it was right


def said(tags: Iterable[tuple[str, float]], gold: Collection[str]) -> list[Said]:
    """The tags given to one text against those it has."""
    return [(confidence, tag in gold) for tag, confidence in tags]


def calibration(found: Iterable[Said]) -> dict[str, object]:
    """`error` is the expected calibration error: how far confidence and precision lie apart, weighted by number.

    Naeini, Cooper and Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, 2015; tags of one
    confidence are one bin, for rules give few.
    """
    ordered = sorted(found)
    bins = [bin_of(confidence, [right for _, right in group]) for confidence, group in groupby(ordered, lambda s: s[0])]
    error = (
        sum(abs(one["confidence"] - one["precision"]) * one["n"] for one in bins) / len(ordered) if ordered else None
    )
    return {"error": error, "n": len(ordered), "bins": bins}


def bin_of(confidence: float, right: list[bool]) -> dict[str, float]:
    return {"confidence": confidence, "precision": sum(right) / len(right), "n": len(right)}
