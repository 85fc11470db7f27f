"""Every difference between two visits of a source and what became of it; nothing is fetched or stored."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from diffing.dispatch import days_between, read
from diffing.explaining.lists import explain_entries, explain_records
from diffing.explaining.pages import explain_page
from diffing.feeds.entries import compare_entries, new_entries
from diffing.feeds.parsing import read_feed
from diffing.lists import LISTS_OF_RECORDS
from domain.changes import Edit
from domain.explanations import Explained, Fate
from domain.sources import Source, SourceKind
from domain.visits import Parts

WAITS = "; told if it stands at the next visit"
TOLD = (Fate.NEWS, Fate.MINOR)
NOT_TODAY = "told at the time; read again today it would be left out"
NOT_THEN = "a real difference as it is read today, not told at the time: `bellwether replay` reads everything again"


def explain(
    source: Source,
    *,
    source_id: int,
    before: Parts,
    after: Parts,
    captured_at: datetime,
    before_at: datetime | None = None,
    articles: Parts = (),
    seen: frozenset[str] = frozenset(),
) -> tuple[Explained, ...]:
    """What became of every difference between two good answers, a page's in the order of the page.

    The arguments are those of `examine`, and so is the code that sorts them. Raises UnreadableContent where one of the
    two cannot be read.
    """
    if source.kind in LISTS_OF_RECORDS:
        return explain_records(source_id, read(source, before), read(source, after))
    if source.kind is not SourceKind.FEED:
        return explain_page(source, source_id, (before, after), days_between(before_at, captured_at))
    old, new = read_feed(source, before), read_feed(source, after)
    edits = compare_entries(source_id, old, new, articles, follow=source.follow, seen=seen, captured_at=captured_at)
    news = new_entries(old, new, seen=seen, captured_at=captured_at)
    return explain_entries(old, new, edits=edits, news=news, seen=seen)


def as_stored(explained: Sequence[Explained], edits: Sequence[Edit]) -> tuple[Explained, ...]:
    """The explanation with what the archive says of each edit: what its source's history made of it.

    An edit that only the archive knows is told first: one that stood at a second visit, or a page that is gone.
    """
    stored = {edit.key: edit for edit in edits}
    known = {one.key for one in explained}
    extra = [_stored_only(edit) for edit in edits if edit.key not in known]
    return (*extra, *(_as_told(one, stored.get(one.key)) for one in explained))


def _as_told(one: Explained, edit: Edit | None) -> Explained:
    """One difference as its stored edit has it; the code or the source's settings may be others by now."""
    if edit is None:
        return replace(one, why=NOT_THEN) if one.fate in TOLD else one
    if edit.noise:
        return replace(one, fate=Fate.LEARNED, why=f"{edit.noise}{WAITS if edit.waits else ''}")
    if one.fate in TOLD:
        return one
    return replace(one, fate=Fate.MINOR if edit.minor else Fate.NEWS, why=f"{NOT_TODAY}: {one.why}")


def _stored_only(edit: Edit) -> Explained:
    told = Explained(
        fate=Fate.MINOR if edit.minor else Fate.NEWS,
        why="told by what earlier visits said of it",
        where=edit.where,
        path=edit.path,
        before=edit.before,
        after=edit.after,
        key=edit.key,
    )
    return _as_told(told, edit)
