"""Compares two readings of a feed: which entries are new, which were edited, and what is only the feed turning."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from rapidfuzz import fuzz

from diffing.entry_text import article_text, canonical_link, same_link
from diffing.words import word_runs
from domain.changes import Edit, EditKind
from domain.content import Entry, Extraction, Where
from domain.keys import edit_key
from domain.sources import Follow
from domain.visits import FetchedPart

AT_MOST_EDITS = 100
SAME_TITLE = 90.0
SAME_TEXT = 85.0
LIKE_TITLE = 80.0
REUSED_LINK = 50.0
SAME_DAY = timedelta(hours=36)
AT_MOST_LIKENESSES = 250_000
FAR_PAST = datetime(1, 1, 1, tzinfo=UTC)

WORD = re.compile(r"[\w%‰$€£¥]+(?:[.,]\d+)*")
NUMBER = re.compile(r"\d+")
AMOUNT = re.compile(r"\d.*[%‰$€£¥]|[%‰$€£¥].*\d")
CUT_SHORT = re.compile(
    r"(\.\.\.|…|\[…\]|\[\.\.\.\]|read more|continue reading|weiterlesen|lire la suite)\W*$", re.IGNORECASE
)
Pair = tuple[Entry, Entry]


def compare_entries(
    source_id: int,
    before: Extraction,
    after: Extraction,
    articles: tuple[FetchedPart, ...],
    *,
    follow: Follow | None = None,
) -> tuple[Edit, ...]:
    """New and materially edited entries, newest first, at most 100; an entry that rolled off is no edit.

    An entry is the same by id, else by canonical link, else by a like title of the same day or with like text, so a
    feed that re-dates, re-orders or re-numbers its entries says nothing new. New entries dated before the oldest of
    the baseline are what a longer window lets in, not news. `articles` are the followed pages of new entries; their
    text is preferred to the entry's own.
    """
    pairs, fresh = match_entries(before.entries, after.entries)
    edits = [_added(source_id, entry, articles, follow) for entry in _not_older(before.entries, fresh, bool(pairs))]
    edits.sort(key=lambda edit: edit.dated or FAR_PAST, reverse=True)
    edits += [_replaced(source_id, pair) for pair in edited(pairs)]
    return tuple({edit.key: edit for edit in edits}.values())[:AT_MOST_EDITS]


def new_entries(before: Extraction, after: Extraction) -> tuple[Entry, ...]:
    """The entries of `after` that are news beside `before`, newest first."""
    pairs, fresh = match_entries(before.entries, after.entries)
    news = _not_older(before.entries, fresh, bool(pairs))
    return tuple(sorted(news, key=lambda entry: _date(entry) or FAR_PAST, reverse=True))


def match_entries(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[list[Pair], list[Entry]]:
    """Pairs of the same entry (old, new), and the entries of `after` without a partner, in their order."""
    pairs = _paired(before, after, lambda entry: entry.id, _keeps_id)
    pairs += _paired(*_left(before, after, pairs), lambda entry: canonical_link(entry.link), _keeps_link)
    pairs += _like(*_left(before, after, pairs))
    return pairs, _left(before, after, pairs)[1]


def _left(before: Sequence[Entry], after: Sequence[Entry], pairs: list[Pair]) -> tuple[list[Entry], list[Entry]]:
    old, new = {id(pair[0]) for pair in pairs}, {id(pair[1]) for pair in pairs}
    return [e for e in before if id(e) not in old], [e for e in after if id(e) not in new]


def _paired(
    before: Sequence[Entry],
    after: Sequence[Entry],
    name: Callable[[Entry], str],
    accepted: Callable[[Entry, Entry], bool],
) -> list[Pair]:
    """Entries that bear the same name. A name borne by several in one reading tells nothing and is passed over."""
    old, new = _unique(before, name), _unique(after, name)
    return [(old[key], entry) for key, entry in new.items() if key in old and accepted(old[key], entry)]


def _unique(entries: Sequence[Entry], name: Callable[[Entry], str]) -> dict[str, Entry]:
    counts = Counter(name(entry) for entry in entries)
    return {key: entry for entry in entries if (key := name(entry)) and counts[key] == 1}


def _keeps_id(old: Entry, new: Entry) -> bool:
    """Some feeds number their entries by position: the same id then stands for another story."""
    if same_link(old.link, new.link) or _date(old) == _date(new) is not None:
        return True
    return fuzz.ratio(_plain(old.title), _plain(new.title)) >= LIKE_TITLE


def _keeps_link(old: Entry, new: Entry) -> bool:
    """Some feeds give every entry the address of one page: the next release there is another story."""
    if old.published_at == new.published_at:
        return True
    if NUMBER.findall(old.title) != NUMBER.findall(new.title):
        return False
    return fuzz.ratio(_plain(old.title), _plain(new.title)) >= REUSED_LINK


def _like(before: list[Entry], after: list[Entry]) -> list[Pair]:
    """Pairs by title, and by day or text; only by equal titles where there is too much to compare."""
    titles = [_plain(entry.title) for entry in before]
    floor = SAME_TITLE if len(before) * len(after) <= AT_MOST_LIKENESSES else 100.0
    taken: set[int] = set()
    pairs: list[Pair] = []
    for entry in after:
        title = _plain(entry.title)
        for place, other in enumerate(titles):
            if place not in taken and _same_title(other, title, floor) and _same_story(before[place], entry):
                taken.add(place)
                pairs.append((before[place], entry))
                break
    return pairs


def _same_title(one: str, other: str, floor: float) -> bool:
    if one == other or floor >= 100:
        return one == other
    return fuzz.ratio(one, other, score_cutoff=floor) > 0 and NUMBER.findall(one) == NUMBER.findall(other)


def _same_story(old: Entry, new: Entry) -> bool:
    if old == new:
        return True
    old_date, new_date = _date(old), _date(new)
    if old_date and new_date and abs(old_date - new_date) <= SAME_DAY:
        return True
    if old.text and new.text:
        return fuzz.ratio(_plain(old.text[:2_000]), _plain(new.text[:2_000])) >= SAME_TEXT
    return bool(old.title) and not (old_date and new_date)


def _not_older(before: Sequence[Entry], fresh: list[Entry], overlap: bool) -> list[Entry]:
    """The fresh entries that are not older than what the baseline showed.

    Without any overlap the whole window has passed, or the address now serves another feed: then only what is dated
    after the newest entry of the baseline counts.
    """
    dates = [date for entry in before if (date := _date(entry)) is not None]
    if not dates:
        return fresh
    limit = min(dates) if overlap else max(dates)
    return [entry for entry in fresh if (date := _date(entry)) is None or date > limit]


def _date(entry: Entry) -> datetime | None:
    return entry.published_at or entry.updated_at


def edited(pairs: list[Pair]) -> list[Pair]:
    """The pairs whose title or text says something else; none where most moved at once, for then the template did."""
    titles = [pair for pair in pairs if _words(pair[0].title) != _words(pair[1].title)]
    texts = [pair for pair in pairs if _other_text(pair[0].text, pair[1].text)]
    kept = [found for found in (titles, texts) if len(found) < 5 or len(found) * 2 <= len(pairs)]
    return [pair for pair in pairs if any(pair is other for found in kept for other in found)]


def _other_text(before: str, after: str) -> bool:
    """Whether more than a word or two moved, or an amount; a teaser grown to the full text is the same story."""
    old, new = _words(before), _words(after)
    moved = (old - new) + (new - old)
    if not old or not new or not moved or _teaser_of(before, after) or _teaser_of(after, before):
        return False
    return any(AMOUNT.search(word) for word in moved) or sum(moved.values()) >= max(6, 0.05 * sum(old.values()))


def _teaser_of(short: str, full: str) -> bool:
    if len(short) >= len(full) or not CUT_SHORT.search(short):
        return False
    words = WORD.findall(_plain(CUT_SHORT.sub("", short)))[:-1]
    return words == WORD.findall(_plain(full))[: len(words)]


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(_plain(text)))


def _added(source_id: int, entry: Entry, articles: tuple[FetchedPart, ...], follow: Follow | None) -> Edit:
    article = article_text(entry.link, articles, follow)
    chosen = follow is not None and follow.select is not None and bool(article)
    text = article if chosen or len(article) > len(entry.text) else entry.text
    return _edit(source_id, EditKind.ADDED, entry, None, f"{entry.title}\n{text}".strip(), _date(entry))


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
