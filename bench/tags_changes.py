"""How well changes of pages are tagged: our own pairs, real pricing pages, real policies that mean none of the five."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import diffing
from bench.change_pairs import address, answer, page_source
from bench.outside_data import Row, blobs, rows
from bench.own_corpus import CORPUS
from bench.tags_scores import TAGS
from classifiers import RuleBook, sight
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind
from domain.content import Where
from domain.findings import Tag
from domain.sources import Competitor, Source

ANSWERS = Path(__file__).resolve().parent / "answers" / "change_tags.jsonl"
EDITS = Path(__file__).resolve().parent / "answers" / "page_tags.jsonl"
POLICIES = Path(__file__).resolve().parent / "answers" / "policy_tags.jsonl"
SEEN_AT = datetime(2026, 1, 5, tzinfo=UTC)
Talk = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One real change with its tags, those it should carry and those it may: None where nothing of it is known."""

    id: str
    gold: frozenset[str]
    also: frozenset[str]
    tags: tuple[Tag, ...]

    @property
    def given(self) -> frozenset[str]:
        return frozenset(tag.tag.value for tag in self.tags)

    @property
    def wrong(self) -> frozenset[str]:
        return self.given - self.gold - self.also


def run(data: Path, book: RuleBook, talk: Talk) -> dict[str, object]:
    """`own` of our pairs, `edits` of single edits written first, `prices` of the pricing pages, `policies` of pairs.

    The last two are None where the data has none.
    """
    own = own_pairs(book)
    talk(f"tags: {len(own)} changes of our own pages")
    priced = price_pages(data, book)
    policies = policy_pairs(data, book)
    talk(f"tags: {len(priced)} revisions of pricing pages, {len(policies)} changes of policies")
    edits = figures(single_edits(book))
    return {"own": figures(own), "edits": edits, "prices": pricing_only(priced), "policies": policy_figures(policies)}


def own_pairs(book: RuleBook) -> list[Seen]:
    """The pairs of bench/corpus that are news, as two visits in an empty store."""
    gold = {row["id"]: row for row in rows(ANSWERS)}
    found = []
    for row in rows(CORPUS / "answers.jsonl"):
        if row["id"] in gold and row["outcome"] == "news":
            folder = CORPUS / "pairs" / row["id"]
            bodies = ((folder / "before.html").read_bytes(), (folder / "after.html").read_bytes())
            found.append(seen(row, bodies, gold[row["id"]], book))
    return found


def single_edits(book: RuleBook) -> list[Seen]:
    """Single edits of pages as comparing hands them over, with their address, place and words."""
    return [edited(row, book) for row in rows(EDITS)]


def edited(row: Row, book: RuleBook) -> Seen:
    before, after = row["before"], row["after"]
    kind = EditKind.ADDED if before is None else EditKind.REMOVED if after is None else EditKind.REPLACED
    where, path = Where(row["where"]), tuple(row["path"])
    edit = Edit(key=row["id"], kind=kind, where=where, path=path, before=before, after=after)
    change = change_of(page_source(row["url"]), (edit,), (SEEN_AT, SEEN_AT))
    return Seen(id=row["id"], gold=frozenset(row["tags"]), also=frozenset(row["also"]), tags=tags_of(change, row, book))


def price_pages(data: Path, book: RuleBook) -> list[Seen]:
    """Revisions of real pricing pages; pricing where the label says so, anything else is not judged."""
    found = []
    for row in rows(data / "prices" / "pricing_pages.jsonl.gz"):
        if row.get("pricing_change") in (0, 1):
            gold = {
                "tags": ["pricing"] if row["pricing_change"] else [],
                "also": [tag for tag in TAGS if tag != "pricing"],
            }
            found.append(seen(row, (row["prev_html"].encode(), row["next_html"].encode()), gold, book))
    return found


def policy_pairs(data: Path, book: RuleBook) -> list[Seen]:
    """The real changes of policies; read ones have answers, the others should carry none of the five."""
    every = rows(data / "change" / "pairs.jsonl.gz")
    pairs = [row for row in every if row["use"] == "main" and row["label"] == 1]
    gold = {row["id"]: row for row in rows(POLICIES)}
    found = []
    for service in sorted({row["service"] for row in pairs}):
        mine = [row for row in pairs if row["service"] == service]
        bodies = blobs(data / "change" / "blobs", service, {row[side] for row in mine for side in ("prev", "next")})
        for row in mine:
            both = (bodies[row["prev"]], bodies[row["next"]])
            found.append(seen(row, both, gold.get(row["id"], {"tags": [], "also": []}), book))
    return found


def seen(row: Row, bodies: tuple[bytes, bytes], gold: Mapping[str, Sequence[str]], book: RuleBook) -> Seen:
    """The tags of the change that the product makes of two visits; none where it makes no change."""
    source = page_source(address(row))
    before, after = (answer(source.url, body) for body in bodies)
    times = (datetime.fromisoformat(row["prev_time"]), datetime.fromisoformat(row["next_time"]))
    found = diffing.examine(source, source_id=1, before=before, after=after, captured_at=times[1], before_at=times[0])
    change = change_of(source, found.edits, times)
    return Seen(
        id=row["id"],
        gold=frozenset(gold["tags"]),
        also=frozenset(gold["also"]),
        tags=tags_of(change, row, book),
    )


def change_of(source: Source, edits: tuple[Edit, ...], times: tuple[datetime, datetime]) -> Change:
    return Change(
        key="bench",
        source=source.name,
        source_id=1,
        subject=source.subject,
        status=ChangeStatus.NEWS,
        before=Captured(snapshot=1, seq=1, captured_at=times[0]),
        after=Captured(snapshot=2, seq=2, captured_at=times[1]),
        edits=edits,
    )


def tags_of(change: Change, row: Row, book: RuleBook) -> tuple[Tag, ...]:
    """What the product says of the change of that company's page; nothing of no edits."""
    known = (Competitor(name=str(row.get("company") or row.get("service") or row.get("site") or "bench")),)
    source = page_source(address(row))
    made = sight(change, source, 1, rules=book, competitors=known, about=lambda edit: ()) if change.edits else ()
    return tuple(tag for one in made for tag in one.tags)


def figures(found: Sequence[Seen]) -> dict[str, object]:
    """Precision and recall over tags, by tag and together; a tag that may stand there counts neither way."""
    names = sorted({name for one in found for name in one.gold | one.given})
    return {
        "n": len(found),
        "exact": share(one.gold <= one.given and not one.wrong for one in found),
        "precision": share(tag in one.gold for one in found for tag in one.given - one.also),
        "recall": share(tag in one.given for one in found for tag in one.gold),
        "other_recall": share(not one.wrong for one in found if not one.gold),
        "by_tag": {
            name: {
                "precision": share(name in one.gold for one in found if name in one.given - one.also),
                "recall": share(name in one.given for one in found if name in one.gold),
                "n": sum(name in one.gold for one in found),
            }
            for name in names
        },
        "misses": [miss(one) for one in found if one.wrong or not one.gold <= one.given],
    }


def pricing_only(found: Sequence[Seen]) -> dict[str, object] | None:
    """Precision and recall of the tag pricing; None without pricing pages."""
    if not found:
        return None
    return {
        "n": len(found),
        "precision": share("pricing" in one.gold for one in found if "pricing" in one.given),
        "recall": share("pricing" in one.given for one in found if "pricing" in one.gold),
        "misses": [miss(one) for one in found if one.gold != one.given & {"pricing"}],
    }


def policy_figures(found: Sequence[Seen]) -> dict[str, object] | None:
    """`false_share`: changes of policies with a tag that they should not carry; None without them."""
    if not found:
        return None
    five = frozenset(TAGS)
    wrong = [one for one in found if one.wrong & five]
    return {
        "n": len(found),
        "false_share": len(wrong) / len(found),
        "false_by_tag": {tag: sum(tag in one.wrong for one in found) for tag in TAGS},
        "recall": share(tag in one.given for one in found for tag in one.gold),
        "misses": [miss(one) for one in found if one.wrong & five or not one.gold <= one.given],
    }


def share(held: Iterable[bool]) -> float | None:
    """The share that is true; None of nothing."""
    known = list(held)
    return sum(known) / len(known) if known else None


def miss(one: Seen) -> dict[str, object]:
    rules = {tag.tag.value: list(tag.rules) for tag in one.tags if tag.tag.value in one.wrong}
    return {"id": one.id, "gold": sorted(one.gold), "predicted": sorted(one.given), "rules": rules}
