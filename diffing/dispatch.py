"""The way in: each kind of source is judged, read and compared by its own files.

Those are loaded when a visit needs them: a crawl of first visits, or of pages alone, does not wait for the rest.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from diffing.examination import SAME, Examination, settled
from diffing.reading import page_state
from diffing.reading.charsets import decode
from diffing.reading.limits import MOST_TAGS
from diffing.reading.pages import is_lone, page_parts, read_page
from diffing.reading.refusals import served_all_the_same
from domain.content import Extraction
from domain.sources import Source, SourceKind
from domain.visits import Failure, FetchedPart, PageState, Parts, Verdict


def read(source: Source, parts: Parts) -> Extraction:
    """What a visit says, by the source's current configuration; raises UnreadableContent."""
    if source.kind is SourceKind.PAGE:
        return read_page(source, parts)
    from diffing.lists import read_list

    return read_list(source, parts)


def judge(source: Source, parts: Parts, failure: Failure | None) -> Verdict:
    """What kind of answer a visit got; a failed visit is an error by its own reason."""
    if source.kind is SourceKind.PAGE:
        return page_state.judge_page(source, parts, failure)
    return _look_beside(source, None, parts, failure).verdict


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
    if before is not None and _reads_the_same(source, before, after):
        verdict = page_state.judge_page(source, after, failure)
        if verdict.state is PageState.OK:
            return settled(verdict, f"{SAME} {verdict.explanation}".strip())
    look = _look_beside(source, before, after, failure)
    if look.verdict.state is not PageState.OK:
        return settled(look.verdict, look.verdict.explanation, baseline=False)
    if before is None:
        return settled(look.verdict, "First good visit.")
    if source.kind is SourceKind.PAGE and look.extraction is not None:
        from diffing.sifting import page_changes

        days = days_between(before_at, captured_at)
        found = page_changes.examine_page(
            source, source_id=source_id, before=before, after=after, new=look.extraction, days=days
        )
        told = f"{found.explanation} {look.verdict.explanation}".strip()
        return replace(found, verdict=look.verdict, explanation=told)
    from diffing.lists import examine_list

    return examine_list(source, source_id, look, (before, after), articles, captured_at, seen)


def _look_beside(source: Source, before: Parts | None, after: Parts, failure: Failure | None) -> page_state.Look:
    """The look at a visit, with its reading where there is another to compare it with."""
    if source.kind is not SourceKind.PAGE:
        from diffing.lists import look_at_list

        return look_at_list(source, after, failure)
    if before is None:
        return page_state.Look(verdict=page_state.judge_page(source, after, failure))
    return served_all_the_same(source, before, page_state.look_at(source, after, failure))


def _reads_the_same(source: Source, before: Parts, after: Parts) -> bool:
    """Whether two answers surely read the same, so that neither need be read: as most do that are not quite the same.

    Asked of pages that are read whole and as they are, as UTF-8: a selector or a pattern may ask for anything.
    """
    if source.kind is not SourceKind.PAGE or source.ignore or not (is_lone(source, before) and is_lone(source, after)):
        return False
    from diffing.sifting.unread import alike_to_readers

    [old], [new] = page_parts(before), page_parts(after)
    bodies = old.body or b"", new.body or b""
    if old.url != new.url or any(b"\x00" in body for body in bodies) or not alike_to_readers(*bodies):
        return False
    return all(_is_plain_utf8(part) for part in (old, new))


def _is_plain_utf8(part: FetchedPart) -> bool:
    body = part.body or b""
    return body.count(b"<") <= MOST_TAGS and decode(part).encode() == body


def days_between(before_at: datetime | None, captured_at: datetime) -> tuple[date, date] | None:
    """The days of two visits in UTC; None where the first is not known."""
    return (before_at.astimezone(UTC).date(), captured_at.astimezone(UTC).date()) if before_at else None
