"""What the rules reach on a source or company when only rules count that were right elsewhere."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from bench.tags_scores import Judged

Key = Callable[[Judged], str]
# Row id -> tag -> ids of the rules that gave it.
Reasons = Mapping[str, Mapping[str, tuple[str, ...]]]


def rules_left_out(rows: Sequence[Judged], reasons: Reasons, key: Key) -> list[Judged]:
    """Every row with the tags of those rules that gave a right tag to some row of another group.

    Rules are written, not learned, so nothing can be unlearned; but a rule that fits one publisher's phrasing is right
    nowhere else, and here it does not count. What takes tags away stays as it is.
    """
    judged: list[Judged] = []
    for group in sorted({key(row) for row in rows}):
        others = [row for row in rows if key(row) != group]
        proven = {rule for row in others for tag in row.gold for rule in reasons[row.id].get(tag, ())}
        judged += [proved(row, reasons[row.id], proven) for row in rows if key(row) == group]
    return judged


def proved(row: Judged, reasons: Mapping[str, tuple[str, ...]], proven: set[str]) -> Judged:
    return replace(row, predicted=frozenset(tag for tag, rules in reasons.items() if proven.intersection(rules)))
