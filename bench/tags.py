"""How well headlines and leads are tagged: each row goes the product's own way, as a feed entry that was added."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench import UnreadableData, tags_changes, tags_learned
from bench.outside_data import Row, rows
from bench.tags_baseline import keyword_tags
from bench.tags_calibration import Said, calibration, said
from bench.tags_feeds import feed_figures
from bench.tags_left_out import rules_left_out
from bench.tags_own import ANSWERS, own_figures
from bench.tags_scores import Judged, confusion, figures, intervals, misses
from classifiers import RuleBook, load_rules, sight
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind
from domain.content import Where
from domain.events import Sighting
from domain.findings import FIVE_TAGS, Tag
from domain.sources import Competitor, Schedule, Source, SourceKind, Subject, SubjectKind

SCORED = ("publisher", "hand")
LOOSE = ("mapped_loose", "hand_loose")
SEEN_AT = datetime(2026, 1, 5, tzinfo=UTC)

Talk = Callable[[str], None]


def run(data: Path, talk: Talk) -> dict[str, object]:
    """The figures of `tags` in the contracts; None for those whose rows are absent."""
    path = data / "tags" / "classification.jsonl"
    if not path.exists():
        raise UnreadableData(f"{path} is not there")
    found = rows(path)
    book = load_rules(packs=())
    judged = [judge(row, predict(row, book)) for row in found]
    full = [row for row in judged if row.confidence in SCORED]
    loose = [row for row in judged if row.confidence in LOOSE]
    talk(f"tags: {len(full)} rows scored, {len(loose)} loose")
    return {
        **figures(full),
        **{f"{name}_loose": value for name, value in figures(loose).items()},
        "by_source": {source: figures(part) for source, part in split(full).items()},
        "confusion": confusion(full),
        "own": own_figures(own_texts(book)),
        "feeds": feed_figures(rows(ANSWERS), load_rules(), sighted),
        "on_changes": tags_changes.run(data, load_rules(), talk),
        "calibration": {
            "outside": calibration(one for row in found if row["confidence"] in SCORED for one in told(row, book)),
            "own": calibration(one for row in rows(ANSWERS) for one in told(row, book)),
        },
        "rules_right_elsewhere": right_elsewhere(full, found, book),
        "baselines": baselines(full, talk),
        "n": counts(full, loose),
        "ci95": intervals(full),
        "misses": misses(full),
        "misses_by_source": {source: misses(part)["exact_set"] for source, part in split(full).items()},
    }


def told(row: Row, book: RuleBook) -> list[Said]:
    return said(given(row, book), row["tags"])


def right_elsewhere(full: Sequence[Judged], found: Sequence[Row], book: RuleBook) -> dict[str, object]:
    """The figures when a rule counts only where it was right on another source, or another company, too."""
    reasons = {row["id"]: {tag.tag.value: tag.rules for tag in five(row, book)} for row in found}
    return {
        "leave_one_source_out": figures(rules_left_out(full, reasons, lambda row: row.source)),
        "leave_one_company_out": figures(rules_left_out(full, reasons, lambda row: row.company)),
    }


def baselines(full: Sequence[Judged], talk: Talk) -> dict[str, object]:
    """What a keyword list reaches on the same rows, and a learned tagger that saw no row of the source or company."""
    keywords = figures([replace(row, predicted=keyword_tags(row.text)) for row in full])
    if not tags_learned.available():
        talk("tags: learned baseline SKIPPED: scikit-learn is not installed (./dev setup installs it)")
        return {"keywords": keywords, "learned": None}
    by_source = tags_learned.left_out(full, lambda row: row.source)
    by_company = tags_learned.left_out(full, lambda row: row.company)
    learned = {"leave_one_source_out": figures(by_source), "leave_one_company_out": figures(by_company)}
    return {"keywords": keywords, "learned": learned}


def own_texts(book: RuleBook) -> list[Judged]:
    """Our own texts in other publishers' styles, tagged; their half and style stand for source and confidence."""
    return [
        judge({**row, "source": row["style"], "confidence": row["half"]}, predict(row, book)) for row in rows(ANSWERS)
    ]


def judge(row: Row, predicted: frozenset[str]) -> Judged:
    return Judged(
        id=row["id"],
        text=row["text"],
        source=row["source"].split(":")[0],
        company=row["company"],
        confidence=row["confidence"],
        gold=frozenset(row["tags"]),
        predicted=predicted,
    )


def predict(row: Mapping[str, str], book: RuleBook) -> frozenset[str]:
    """The five tags that the product gives to the row's text as the title of a new entry; no body."""
    return frozenset(tag for tag, _ in given(row, book))


def given(row: Mapping[str, str], book: RuleBook) -> list[tuple[str, float]]:
    """The same with the confidence of each."""
    return [(tag.tag.value, tag.confidence) for tag in five(row, book)]


def five(row: Mapping[str, str], book: RuleBook) -> list[Tag]:
    return [tag for one in sighted(row, book) for tag in one.tags if tag.tag in FIVE_TAGS]


def sighted(row: Mapping[str, str], book: RuleBook) -> tuple[Sighting, ...]:
    """The row as the pipeline sights a new entry of a feed of that company's own."""
    subject = Subject(kind=SubjectKind.COMPETITOR, name=row["company"])
    return sight(
        change(row["text"], subject),
        replace(feed(subject), language=row.get("language")),
        1,
        rules=book,
        competitors=(Competitor(name=row["company"]),),
        about=lambda edit: (subject,),
    )


def feed(subject: Subject) -> Source:
    """A feed of that company's own."""
    return Source(
        name="bench",
        kind=SourceKind.FEED,
        url="https://bench.invalid/feed.xml",
        subject=subject,
        schedule=Schedule(text="1d"),
    )


def change(text: str, subject: Subject) -> Change:
    seen = Captured(snapshot=2, seq=2, captured_at=SEEN_AT)
    edit = Edit(key="bench", kind=EditKind.ADDED, where=Where.ENTRY, path=(text,), before=None, after=text, title=text)
    return Change(
        key="bench",
        source="bench",
        source_id=1,
        subject=subject,
        status=ChangeStatus.NEWS,
        before=Captured(snapshot=1, seq=1, captured_at=SEEN_AT),
        after=seen,
        edits=(edit,),
    )


def split(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    return {source: [row for row in judged if row.source == source] for source in sorted({r.source for r in judged})}


def counts(full: Sequence[Judged], loose: Sequence[Judged]) -> dict[str, int]:
    by_tag = {f"f1.{tag}": sum(1 for row in full if tag.value in row.gold) for tag in FIVE_TAGS}
    return {
        "macro_f1": len(full),
        "exact_set": len(full),
        "other_recall": sum(1 for row in full if not row.gold),
        "macro_f1_loose": len(loose),
        **by_tag,
    }
