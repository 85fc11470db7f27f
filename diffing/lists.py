"""Feeds, registers and sitemaps: judged, read and compared entry by entry, or record by record."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from diffing.examination import Examination, settled
from diffing.feeds.entries import compare_entries, entry_keys, new_entries
from diffing.feeds.parsing import read_feed
from diffing.reading import page_state
from diffing.reading.limits import MOST_EDITS
from diffing.registries.parsing import read_registry
from diffing.registries.records import compare_records, suspicious_shrink
from diffing.registries.sitemap import read_sitemap
from diffing.version import VERSION
from domain.changes import ChangeStatus, Edit
from domain.content import Extraction
from domain.errors import UnreadableContent
from domain.sources import Source, SourceKind
from domain.visits import Failure, Parts

LISTS_OF_RECORDS = (SourceKind.REGISTRY, SourceKind.SITEMAP)


def read_list(source: Source, parts: Parts) -> Extraction:
    """Raises UnreadableContent."""
    if source.kind is SourceKind.FEED:
        return read_feed(source, parts)
    if source.kind is SourceKind.REGISTRY:
        return read_registry(source, parts)
    return read_sitemap(source, parts)


def look_at_list(source: Source, parts: Parts, failure: Failure | None) -> page_state.Look:
    """The verdict on a visit of a feed, a register or a sitemap, and what it says where it is good: it is read once."""
    verdict = page_state.judge_answer(parts, failure)
    if verdict is not None:
        return page_state.Look(verdict=verdict)
    try:
        return page_state.Look(verdict=page_state.OK, extraction=read_list(source, parts))
    except UnreadableContent as error:
        return page_state.Look(verdict=page_state.unreadable(error))


def examine_list(
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
        old = read_list(source, answers[0])
    except UnreadableContent:
        return settled(verdict, "The earlier visit cannot be read any more.")
    new = look.extraction or read_list(source, answers[1])
    if old.entries and not new.entries:
        told = "The feed came back empty: what it showed before stays what the next visit is compared with."
        return settled(verdict, told, baseline=False)
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
    told = _said(edits) + _unread_list(source, new)
    edits = edits[:MOST_EDITS]
    return Examination(verdict=verdict, baseline=True, status=status, edits=edits, explanation=told)


def _said(edits: tuple[Edit, ...]) -> str:
    if not edits:
        return "Nothing new."
    told = min(len(edits), MOST_EDITS)
    return f"{told:,} edit{'s' if told != 1 else ''}.{_past(edits)}"


def _past(edits: tuple[Edit, ...]) -> str:
    cut = len(edits) - MOST_EDITS
    return f" {cut:,} more are not told: at most {MOST_EDITS:,} of one visit are." if cut > 0 else ""


def _unread_list(source: Source, reading: Extraction) -> str:
    if not reading.cut or source.paging is None:
        return ""
    return f" Only the first {source.paging.at_most} pages were read; what is gone from them is not told."


def known_entries(source: Source, parts: Parts) -> frozenset[str]:
    """Names for the entries of a feed's visit: one that rolled off and comes back is not new; none if unreadable."""
    try:
        return entry_keys(read_list(source, parts))
    except UnreadableContent:
        return frozenset()


def new_links(source: Source, *, before: Parts | None, after: Parts) -> tuple[str, ...]:
    """Links of the entries that are new since `before` (all without it), newest first, at most `follow.at_most`."""
    if source.follow is None or source.kind is not SourceKind.FEED:
        return ()
    try:
        old = read_list(source, before) if before else Extraction(version=VERSION)
        fresh = new_entries(old, read_list(source, after))
    except UnreadableContent:
        return ()
    return tuple(dict.fromkeys(entry.link for entry in fresh if entry.link))[: source.follow.at_most]
