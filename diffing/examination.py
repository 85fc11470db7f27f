"""What the pipeline is told of one visit: what kind of answer it was, and what is different."""

from dataclasses import dataclass

from domain.changes import ChangeStatus, Edit
from domain.visits import Verdict

SAME = "Nothing a reader would see has changed."


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """The outcome of one visit beside the last good one.

    `baseline` says whether the next visit is compared with this one. `status` None means no change; HELD edits are kept
    but are not news, and the next visit is compared with the one before them. `explanation` is one plain sentence.
    """

    verdict: Verdict
    baseline: bool
    status: ChangeStatus | None
    edits: tuple[Edit, ...]
    explanation: str
    furniture: tuple[Edit, ...] = ()


def settled(verdict: Verdict, explanation: str, *, baseline: bool = True) -> Examination:
    """The outcome of a visit that found no change."""
    return Examination(verdict=verdict, baseline=baseline, status=None, edits=(), explanation=explanation)
