"""What a mail would show of our own feed texts: lines that should not be there, or that bear a wrong tag."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bench.outside_data import Row
from bench.tags_own import READ
from classifiers import RuleBook, group
from digest.entries import tells_nothing
from domain.events import Sighting
from domain.findings import Tag

See = Callable[[Mapping[str, str], RuleBook], tuple[Sighting, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry with the tags of the line that a mail would show; none where it shows none."""

    row: Row
    shown: tuple[Tag, ...]

    @property
    def wrong(self) -> frozenset[str]:
        """Tags that it bears and should not, those of packs included."""
        return frozenset(tag.tag.value for tag in self.shown) - {*self.row["tags"], *self.row.get("packs", ())}


def feed_figures(rows: Sequence[Row], book: RuleBook, see: See) -> dict[str, object]:
    """`wrong_per_100` of the batches that say which pack tags are right, together and by batch; `book` has all packs.

    A wrong line is one that a mail would show and should not, or that bears a tag it should not. The misses of read
    batches are listed.
    """
    entries = [entry(row, book, see) for row in rows if "packs" in row]
    batches = sorted({one.row["half"] for one in entries})
    by_batch = {batch: per_100([one for one in entries if one.row["half"] == batch]) for batch in batches}
    return {
        "wrong_per_100": per_100(entries),
        "wrong_per_100_unread": per_100([one for one in entries if one.row["half"] not in READ]),
        "shown_share": sum(1 for one in entries if one.shown) / len(entries) if entries else None,
        "by_batch": by_batch,
        "n": len(entries),
        "misses": [miss(one) for one in entries if one.wrong and one.row["half"] in READ],
    }


def entry(row: Row, book: RuleBook, see: See) -> Entry:
    """The entry as the pipeline makes an event of it, and as a mail decides whether to show that."""
    numbers = iter(range(len(row["text"]) + 9))
    events = group(see(row, book), {}, lambda: f"event{next(numbers)}")
    told = [event for event in events if not tells_nothing(event)]
    return Entry(row=row, shown=tuple(tag for event in told for tag in event.tags))


def per_100(entries: Sequence[Entry]) -> float | None:
    return 100 * sum(1 for one in entries if one.wrong) / len(entries) if entries else None


def miss(one: Entry) -> dict[str, object]:
    rules = {tag.tag.value: list(tag.rules) for tag in one.shown if tag.tag.value in one.wrong}
    return {"id": one.row["id"], "gold": [*one.row["tags"], *one.row["packs"]], "wrong": rules}
