"""The way in: each kind of source is judged, read and compared by its own files."""

from datetime import UTC, date, datetime

from diffing import page_changes, page_state
from diffing.entries import new_entries
from diffing.examination import Examination
from diffing.feeds import compare_entries, read_feed
from diffing.pages import read_page
from diffing.records import compare_records, suspicious_shrink
from diffing.registries import read_registry
from domain.changes import ChangeStatus, Edit
from domain.content import Extraction
from domain.errors import UnreadableContent
from domain.sources import Source, SourceKind
from domain.visits import Failure, FetchedPart, PageState, Reason, Verdict

Parts = tuple[FetchedPart, ...]
VERSION = "2"


def read(source: Source, parts: Parts) -> Extraction:
    """What a visit says, by the source's current configuration; raises UnreadableContent."""
    if source.kind is SourceKind.FEED:
        return read_feed(source, parts)
    if source.kind is SourceKind.REGISTRY:
        return read_registry(source, parts)
    return read_page(source, parts)


def judge(source: Source, parts: Parts, failure: Failure | None) -> Verdict:
    """What kind of answer a visit got; a failed visit is an error by its own reason."""
    if source.kind is SourceKind.PAGE:
        return page_state.judge_page(source, parts, failure)
    verdict = page_state.judge_answer(parts, failure)
    if verdict is not None:
        return verdict
    try:
        read(source, parts)
    except UnreadableContent as error:
        return page_state.unreadable(error)
    return page_state.OK


def examine(
    source: Source,
    *,
    source_id: int,
    before: Parts | None,
    after: Parts,
    articles: Parts = (),
    captured_at: datetime,
    before_at: datetime | None = None,
    failure: Failure | None = None,
) -> Examination:
    """One visit beside the last good one, both read with the source as it is configured now.

    `before_at` is when the last good one was made; without it a page's own clock is not told from a date. Without
    `before` the first good answer is the baseline and no change. An answer that is not good is never a
    baseline and never a change.
    """
    look = page_state.look_at(source, after, failure) if source.kind is SourceKind.PAGE else None
    verdict = look.verdict if look else judge(source, after, failure)
    if verdict.state is not PageState.OK:
        return Examination(verdict=verdict, baseline=False, status=None, edits=(), explanation=verdict.explanation)
    if before is None:
        return Examination(verdict=verdict, baseline=True, status=None, edits=(), explanation="First good visit.")
    if look is not None and look.extraction is not None:
        days = days_between(before_at, captured_at)
        return page_changes.examine_page(
            source, source_id=source_id, before=before, after=after, new=look.extraction, days=days
        )
    try:
        old = read(source, before)
    except UnreadableContent:
        return Examination(
            verdict=verdict,
            baseline=True,
            status=None,
            edits=(),
            explanation="The earlier visit cannot be read any more.",
        )
    new = read(source, after)
    if old.entries and not new.entries:
        told = "The feed came back empty: what it showed before stays what the next visit is compared with."
        return Examination(verdict=verdict, baseline=False, status=None, edits=(), explanation=told)
    edits = _compare(source, source_id, old, new, articles, captured_at)
    status = ChangeStatus.NEWS if edits else None
    if edits and source.kind is SourceKind.REGISTRY and suspicious_shrink(old, new):
        status, told = ChangeStatus.HELD, "Most of the records are gone: held until it is seen again."
    else:
        told = _said(edits) + _unread(source, new)
    held = status is ChangeStatus.HELD
    return Examination(verdict=verdict, baseline=not held, status=status, edits=edits, explanation=told)


def days_between(before_at: datetime | None, captured_at: datetime) -> tuple[date, date] | None:
    """The days of two visits in UTC; None where the first is not known."""
    return (before_at.astimezone(UTC).date(), captured_at.astimezone(UTC).date()) if before_at else None


def _compare(
    source: Source, source_id: int, before: Extraction, after: Extraction, articles: Parts, captured_at: datetime
) -> tuple[Edit, ...]:
    if source.kind is SourceKind.FEED:
        return compare_entries(source_id, before, after, articles, follow=source.follow, captured_at=captured_at)
    return compare_records(source_id, before, after)


def _said(edits: tuple[Edit, ...]) -> str:
    return f"{len(edits)} edit{'s' if len(edits) != 1 else ''}." if edits else "Nothing new."


def _unread(source: Source, reading: Extraction) -> str:
    if not reading.cut or source.paging is None:
        return ""
    return f" Only the first {source.paging.at_most} pages were read; what is gone from them is not told."


def new_links(source: Source, *, before: Parts | None, after: Parts) -> tuple[str, ...]:
    """Links of the entries that are new since `before` (all without it), newest first, at most `follow.at_most`."""
    if source.follow is None or source.kind is not SourceKind.FEED:
        return ()
    try:
        old = read(source, before) if before else Extraction(version=VERSION)
        fresh = new_entries(old, read(source, after))
    except UnreadableContent:
        return ()
    return tuple(dict.fromkeys(entry.link for entry in fresh if entry.link))[: source.follow.at_most]


__all__ = ["VERSION", "Reason", "examine", "judge", "new_links", "read"]
