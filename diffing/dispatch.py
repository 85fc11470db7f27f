"""The way in: each kind of source is judged, read and compared by its own files."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial

from diffing.examination import Examination
from diffing.feeds.entries import compare_entries, entry_keys, new_entries
from diffing.feeds.parsing import read_feed
from diffing.reading import page_state
from diffing.reading.limits import MOST_EDITS
from diffing.reading.pages import read_page
from diffing.reading.refusals import served_all_the_same
from diffing.registries.parsing import read_registry
from diffing.registries.records import compare_records, suspicious_shrink
from diffing.registries.sitemap import read_sitemap
from diffing.sifting import page_changes
from diffing.version import VERSION
from domain.changes import ChangeStatus, Edit
from domain.content import Extraction
from domain.errors import UnreadableContent
from domain.sources import Source, SourceKind
from domain.visits import Failure, FetchedPart, PageState, Reason, Verdict

Parts = tuple[FetchedPart, ...]
LISTS_OF_RECORDS = (SourceKind.REGISTRY, SourceKind.SITEMAP)


def read(source: Source, parts: Parts) -> Extraction:
    """What a visit says, by the source's current configuration; raises UnreadableContent."""
    if source.kind is SourceKind.FEED:
        return read_feed(source, parts)
    if source.kind is SourceKind.REGISTRY:
        return read_registry(source, parts)
    if source.kind is SourceKind.SITEMAP:
        return read_sitemap(source, parts)
    return read_page(source, parts)


def judge(source: Source, parts: Parts, failure: Failure | None) -> Verdict:
    """What kind of answer a visit got; a failed visit is an error by its own reason."""
    if source.kind is SourceKind.PAGE:
        return page_state.judge_page(source, parts, failure)
    return _look_at_list(source, parts, failure).verdict


def _look_at_list(source: Source, parts: Parts, failure: Failure | None) -> page_state.Look:
    """The verdict on a visit of a feed, a register or a sitemap, and what it says where it is good: it is read once."""
    verdict = page_state.judge_answer(parts, failure)
    if verdict is not None:
        return page_state.Look(verdict=verdict)
    try:
        return page_state.Look(verdict=page_state.OK, extraction=read(source, parts))
    except UnreadableContent as error:
        return page_state.Look(verdict=page_state.unreadable(error))


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
    seen: Callable[[], frozenset[str]] = frozenset,
) -> Examination:
    """One visit beside the last good one, both read with the source as it is configured now.

    `before_at` is when the last good one was made; without it a page's own clock is not told from a date. Without
    `before` the first good answer is the baseline and no change. An answer that is not good is never a
    baseline and never a change. `seen` gives the entries of a feed that earlier visits knew; it is asked only where
    the feed says something new.
    """
    look = _look_beside(source, before, after, failure)
    if look.verdict.state is not PageState.OK:
        return _settled(look.verdict, look.verdict.explanation, baseline=False)
    if before is None:
        return _settled(look.verdict, "First good visit.")
    if source.kind is SourceKind.PAGE and look.extraction is not None:
        days = days_between(before_at, captured_at)
        found = page_changes.examine_page(
            source, source_id=source_id, before=before, after=after, new=look.extraction, days=days
        )
        told = f"{found.explanation} {look.verdict.explanation}".strip()
        return replace(found, verdict=look.verdict, explanation=told)
    return _examine_list(source, source_id, look, (before, after), articles, captured_at, seen)


def _look_beside(source: Source, before: Parts | None, after: Parts, failure: Failure | None) -> page_state.Look:
    """The look at a visit, with its reading where there is another to compare it with."""
    if source.kind is not SourceKind.PAGE:
        return _look_at_list(source, after, failure)
    if before is None:
        return page_state.Look(verdict=judge(source, after, failure))
    return served_all_the_same(source, before, page_state.look_at(source, after, failure))


def _examine_list(
    source: Source,
    source_id: int,
    look: page_state.Look,
    answers: tuple[Parts, Parts],
    articles: Parts,
    captured_at: datetime,
    seen: Callable[[], frozenset[str]],
) -> Examination:
    """A good answer of a feed, a register or a sitemap beside the last one."""
    verdict = look.verdict
    try:
        old = read(source, answers[0])
    except UnreadableContent:
        return _settled(verdict, "The earlier visit cannot be read any more.")
    new = look.extraction or read(source, answers[1])
    if old.entries and not new.entries:
        told = "The feed came back empty: what it showed before stays what the next visit is compared with."
        return _settled(verdict, told, baseline=False)
    if source.kind is SourceKind.FEED:
        compared = partial(
            compare_entries, source_id, old, new, articles, follow=source.follow, captured_at=captured_at
        )
        edits = compared()
        edits = compared(seen=known) if edits and (known := seen()) else edits
    else:
        edits = compare_records(source_id, old, new)
    if edits and source.kind in LISTS_OF_RECORDS and suspicious_shrink(old, new):
        told = f"Most of the records are gone: held until it is seen again.{_past(edits)}"
        edits = edits[:MOST_EDITS]
        return Examination(verdict=verdict, baseline=False, status=ChangeStatus.HELD, edits=edits, explanation=told)
    status = ChangeStatus.NEWS if edits else None
    told = _said(edits) + _unread(source, new)
    edits = edits[:MOST_EDITS]
    return Examination(verdict=verdict, baseline=True, status=status, edits=edits, explanation=told)


def _settled(verdict: Verdict, explanation: str, *, baseline: bool = True) -> Examination:
    return Examination(verdict=verdict, baseline=baseline, status=None, edits=(), explanation=explanation)


def days_between(before_at: datetime | None, captured_at: datetime) -> tuple[date, date] | None:
    """The days of two visits in UTC; None where the first is not known."""
    return (before_at.astimezone(UTC).date(), captured_at.astimezone(UTC).date()) if before_at else None


def _said(edits: tuple[Edit, ...]) -> str:
    if not edits:
        return "Nothing new."
    told = min(len(edits), MOST_EDITS)
    return f"{told:,} edit{'s' if told != 1 else ''}.{_past(edits)}"


def _past(edits: tuple[Edit, ...]) -> str:
    cut = len(edits) - MOST_EDITS
    return f" {cut:,} more are not told: at most {MOST_EDITS:,} of one visit are." if cut > 0 else ""


def _unread(source: Source, reading: Extraction) -> str:
    if not reading.cut or source.paging is None:
        return ""
    return f" Only the first {source.paging.at_most} pages were read; what is gone from them is not told."


def known_entries(source: Source, parts: Parts) -> frozenset[str]:
    """Names for the entries of a feed's visit: one that rolled off and comes back is not new; none if unreadable."""
    try:
        return entry_keys(read(source, parts))
    except UnreadableContent:
        return frozenset()


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
