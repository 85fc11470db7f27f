"""Compares two readings of a feed: which entries are new, which were edited, and what is only the feed turning."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from diffing.feeds.entry_edits import edited
from diffing.feeds.entry_match import Pair, date_of, match_entries, plain
from diffing.feeds.entry_text import article_text, canonical_link
from diffing.wording.words import word_runs
from domain.changes import Edit, EditKind
from domain.content import Entry, Extraction, Where
from domain.keys import edit_key
from domain.sources import Follow
from domain.visits import FetchedPart

FAR_PAST = datetime(1, 1, 1, tzinfo=UTC)
FIRST_FEEDS = datetime(1999, 1, 1, tzinfo=UTC)
CLOCKS_DIFFER = timedelta(days=1)
BACKDATED = 3  # entries at the top of a feed that are dated before its oldest: more of them are a longer window


def compare_entries(
    source_id: int,
    before: Extraction,
    after: Extraction,
    articles: tuple[FetchedPart, ...],
    *,
    follow: Follow | None = None,
    seen: frozenset[str] = frozenset(),
    captured_at: datetime | None = None,
) -> tuple[Edit, ...]:
    """New and materially edited entries, newest first; an entry that rolled off is no edit.

    An entry is the same by id, else by its address, else by a like title of the same day or with like text, so a
    feed that re-dates, re-orders or re-numbers its entries says nothing new. New entries dated before the oldest of
    the baseline are what a longer window lets in, not news. `articles` are the followed pages of new entries; their
    text is preferred to the entry's own. `seen` holds the `entry_keys` of earlier visits: an entry that comes back is
    not new. `captured_at` is the time of the later visit: dates after it are no measure of what is old.
    """
    pairs, news = _fresh(before, after, seen, captured_at)
    edits = [_added(source_id, entry, articles, follow) for entry in news]
    edits += [_replaced(source_id, pair) for pair in edited(pairs)]
    return tuple({edit.key: edit for edit in edits}.values())


def new_entries(
    before: Extraction,
    after: Extraction,
    *,
    seen: frozenset[str] = frozenset(),
    captured_at: datetime | None = None,
) -> tuple[Entry, ...]:
    """The entries of `after` that are news beside `before`, newest first."""
    return tuple(_fresh(before, after, seen, captured_at)[1])


def entry_keys(reading: Extraction) -> frozenset[str]:
    """What to remember of a reading, so that its entries are known when they come back after they rolled off."""
    return frozenset(key for entry in reading.entries for key in _keys(entry))


def _keys(entry: Entry) -> frozenset[str]:
    """An entry is known again by two things that agree: its words and its id, address or day."""
    said = plain(entry.title) or plain(entry.text[:200])
    day = date_of(entry)
    names = (("id", entry.id), ("link", canonical_link(entry.link)), ("day", f"{day:%Y-%m-%d}" if day else ""))
    told = ("\x1f".join((kind, name, said)) for kind, name in names if name and said)
    return frozenset(hashlib.sha256(one.encode("utf-8", "replace")).hexdigest()[:32] for one in told)


def _fresh(
    before: Extraction, after: Extraction, seen: frozenset[str], captured_at: datetime | None
) -> tuple[list[Pair], list[Entry]]:
    pairs, fresh = match_entries(before.entries, after.entries)
    unseen = [entry for entry in fresh if not (seen and _keys(entry) & seen)]
    news = _not_older(before.entries, after.entries, unseen, pairs, captured_at)
    return pairs, sorted(news, key=lambda entry: date_of(entry) or FAR_PAST, reverse=True)


def _not_older(
    before: Sequence[Entry],
    after: Sequence[Entry],
    fresh: list[Entry],
    pairs: list[Pair],
    captured_at: datetime | None,
) -> list[Entry]:
    """The fresh entries that are not older than what the baseline showed, or that stand on top all the same.

    Without any overlap the whole window has passed, or the address now serves another feed: then only what is dated
    after the newest entry of the baseline counts.
    """
    dates = _window(before, captured_at)
    if not dates:
        return fresh
    limit = min(dates) if pairs else max(dates)
    late = [entry for entry in fresh if (date := date_of(entry)) is None or date > limit]
    top = {id(entry) for entry in _on_top(before, after, pairs)} if len(late) < len(fresh) else set()
    return [entry for entry in fresh if id(entry) in top or any(entry is other for other in late)]


def _window(entries: Sequence[Entry], captured_at: datetime | None) -> list[datetime]:
    """The dates of a reading that can be believed, without that of an old entry pinned to its top."""
    latest = captured_at + CLOCKS_DIFFER if captured_at else datetime.max.replace(tzinfo=UTC)
    dates = [date for entry in entries if (date := date_of(entry)) is not None and FIRST_FEEDS < date <= latest]
    pinned = len(dates) >= 3 and _newest_first(dates[1:]) and dates[0] < dates[1]
    return dates[1:] if pinned else dates


def _newest_first(dates: Sequence[datetime]) -> bool:
    return all(one >= other for one, other in pairwise(dates))


def _on_top(before: Sequence[Entry], after: Sequence[Entry], pairs: list[Pair]) -> list[Entry]:
    """The few entries that a feed, newest first and in the same order as before, puts above all that were known."""
    dates = [date for entry in before if (date := date_of(entry)) is not None]
    place = {id(entry): at for at, entry in enumerate(before)}
    known = {id(new): place.get(id(old), -1) for old, new in pairs}
    order = [known[id(entry)] for entry in after if id(entry) in known]
    if len(dates) < 2 or not _newest_first(dates) or dates[0] == dates[-1] or order != sorted(order):
        return []
    first = next((at for at, entry in enumerate(after) if id(entry) in known), 0)
    return list(after[:first]) if first <= BACKDATED else []


def _added(source_id: int, entry: Entry, articles: tuple[FetchedPart, ...], follow: Follow | None) -> Edit:
    article = article_text(entry.link, articles, follow)
    chosen = follow is not None and follow.select is not None and bool(article)
    text = article if chosen or len(article) > len(entry.text) else entry.text
    return _edit(source_id, EditKind.ADDED, entry, None, f"{entry.title}\n{text}".strip(), date_of(entry))


def _replaced(source_id: int, pair: Pair) -> Edit:
    """An edit of an entry happened when the entry says it was updated, not when it first appeared."""
    old, new = pair
    before, after = f"{old.title}\n{old.text}".strip(), f"{new.title}\n{new.text}".strip()
    updated = new.updated_at if new.updated_at != old.updated_at else None
    return _edit(source_id, EditKind.REPLACED, new, before, after, updated)


def _edit(source_id: int, kind: EditKind, entry: Entry, before: str | None, after: str, dated: datetime | None) -> Edit:
    path = (entry.title,)
    return Edit(
        key=edit_key(source_id, path, before, after),
        kind=kind,
        where=Where.ENTRY,
        path=path,
        before=before,
        after=after,
        words=word_runs(before, after) if before is not None else (),
        title=entry.title,
        link=entry.link,
        dated=dated,
    )
