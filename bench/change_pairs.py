"""Hands one pair of bodies to the product as two visits, and keeps what came of it."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

import diffing
from bench.outside_data import Row
from domain.changes import ChangeStatus, Edit
from domain.sources import Schedule, Source, SourceKind, Subject, SubjectKind
from domain.visits import FetchedPart, PageState

LINK_TARGET = re.compile(r"\]\(<?[^()\s]*(?:\([^()\s]*\)[^()\s]*)*>?(?:\s+\"[^\"]*\")?\)")
ADDRESS = re.compile(r"(?:https?://|www\.)[^\s)\]>]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one pair: `outcome` is news, held or none; `state` is that of the second answer."""

    id: str
    company: str
    outcome: str
    state: str
    explanation: str
    edits: tuple[tuple[str | None, str | None], ...]
    words: Counter[str]

    @property
    def alert(self) -> bool:
        return self.outcome == "news"


def page_source(url: str) -> Source:
    """A page source as someone would declare it who knows nothing but the address."""
    return Source(
        name="bench",
        kind=SourceKind.PAGE,
        url=url,
        subject=Subject(kind=SubjectKind.COMPETITOR, name="bench"),
        schedule=Schedule(text="1d"),
    )


def address(row: Row) -> str:
    """The page's own address, or one that names it and nothing else."""
    return str(row.get("url") or f"https://{slugged(row['service'])}.invalid/{slugged(row['terms'])}")


def slugged(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def answer(url: str, body: bytes) -> tuple[FetchedPart, ...]:
    part = FetchedPart(
        part="page", url=url, requested_url=url, status=200, headers=(("Content-Type", "text/html"),), body=body
    )
    return (part,)


def visit_pair(row_id: str, company: str, url: str, before: bytes, after: bytes, times: tuple[str, str]) -> Outcome:
    """Both visits in an empty store, in order: the first becomes the baseline or does not."""
    source = page_source(url)
    first = diffing.examine(
        source, source_id=1, before=None, after=answer(url, before), captured_at=datetime.fromisoformat(times[0])
    )
    second = diffing.examine(
        source,
        source_id=1,
        before=answer(url, before) if first.baseline else None,
        after=answer(url, after),
        captured_at=datetime.fromisoformat(times[1]),
        before_at=datetime.fromisoformat(times[0]),
    )
    return Outcome(
        id=row_id,
        company=company,
        outcome=said(second.status),
        state=second.verdict.state.value,
        explanation=second.explanation if first.baseline else f"first visit: {first.explanation}",
        edits=tuple((edit.before, edit.after) for edit in second.edits),
        words=net_words(second.edits),
    )


def said(status: ChangeStatus | None) -> str:
    if status is ChangeStatus.NEWS:
        return "news"
    return "held" if status is ChangeStatus.HELD else "none"


def net_words(edits: tuple[Edit, ...]) -> Counter[str]:
    """Signed counts of the words added (positive) and removed (negative) over all edits together."""
    net: Counter[str] = Counter()
    for edit in edits:
        net.update(bag(edit.after or ""))
        net.subtract(bag(edit.before or ""))
    return Counter({word: count for word, count in net.items() if count})


def bag(text: str) -> Counter[str]:
    """The words of a text, NFKC and casefolded, without link targets and addresses."""
    plain = ADDRESS.sub(" ", LINK_TARGET.sub("] ", text))
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", plain).casefold()))


def gold_words(before: bytes, after: bytes) -> Counter[str]:
    net = bag(after.decode("utf-8", "replace"))
    net.subtract(bag(before.decode("utf-8", "replace")))
    return Counter({word: count for word, count in net.items() if count})


def signed_f1(ours: Counter[str], gold: Counter[str]) -> float:
    """F1 of two signed multisets: a word counts as found only with the same sign."""
    hits = sum(min(abs(ours[word]), abs(count)) for word, count in gold.items() if ours[word] * count > 0)
    total = sum(map(abs, ours.values())) + sum(map(abs, gold.values()))
    return 2 * hits / total if total else 1.0


def judged_blocked(row: Row) -> bool:
    """Whether an answer of which only status, headers and title are known is judged blocked."""
    title = str(row.get("title") or "")
    body = f"<html><head><title>{title}</title></head><body></body></html>".encode()
    part = FetchedPart(
        part="page",
        url=row["url"],
        requested_url=row["url"],
        status=row["status"],
        headers=tuple(row["headers"].items()),
        body=body,
    )
    return diffing.judge(page_source(row["url"]), (part,), None).state is PageState.BLOCKED
