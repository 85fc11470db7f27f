"""Our own short texts in the styles of other publishers: one half to tune on, one that no tuner reads."""

from collections.abc import Sequence
from pathlib import Path

from bench.tags_scores import Judged, figures

ANSWERS = Path(__file__).resolve().parent / "answers" / "tags.jsonl"
# Misses are listed of this half only, so that the other stays unread.
READ = "a"


def own_figures(judged: Sequence[Judged]) -> dict[str, object]:
    """Figures of each half, with exact_set by style and language; the misses of the half that may be read."""
    return {half: half_figures([row for row in judged if row.confidence == half]) for half in ("a", "b")} | {
        "misses": [
            {"id": row.id, "gold": sorted(row.gold), "predicted": sorted(row.predicted)}
            for row in judged
            if row.confidence == READ and row.gold != row.predicted
        ]
    }


def half_figures(judged: Sequence[Judged]) -> dict[str, object]:
    styles = sorted({row.source for row in judged})
    by_style = {style: figures([row for row in judged if row.source == style])["exact_set"] for style in styles}
    return {**figures(judged), "n": len(judged), "exact_by_style": by_style}
