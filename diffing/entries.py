"""Compares two readings of a feed: which entries are new, which were edited, and what is only the feed turning."""

import re
import unicodedata
from collections import Counter
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

import lxml.etree
import lxml.html
from rapidfuzz import fuzz

from domain.changes import Edit, EditKind
from domain.content import Entry, Extraction, Where
from domain.keys import edit_key
from domain.sources import Follow
from domain.visits import FetchedPart

AT_MOST_EDITS = 100
SAME_TITLE = 90.0
SAME_TEXT = 85.0
REUSED_ID = 50.0
SAME_DAY = timedelta(hours=36)
FAR_PAST = datetime(1, 1, 1, tzinfo=UTC)

TRACKING = re.compile(
    r"^(utm_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|ttclid|mc_[ce]id"
    r"|_hs\w+|mkt_tok|oly_\w+_id|vero_(id|conv)|wickedid|at_(medium|campaign|custom\d)|ns_(source|mchannel|campaign))$",
    re.IGNORECASE,
)
BLOCK_TAG = re.compile(
    r"address|article|aside|blockquote|br|d[dlt]|div|fig(caption|ure)|footer|form|h[1-6r]|header|li|main|nav|[ou]l|p(re)?"
    r"|section|t(able|[dhr])"
)
SILENT_TAGS = frozenset(("script", "style", "noscript", "template", "iframe", "object", "svg"))
MARKUP = re.compile(r"<[A-Za-z/!]|&[#\w]+;")
WORD = re.compile(r"[\w%€$£¥]+(?:[.,]\d+)*")


def clean_link(url: str) -> str:
    """The address without tracking parameters; anything that is no web address becomes the empty text."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    if not parts.query:
        return url
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not TRACKING.match(key)]
    if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)):
        return url
    return urlunsplit(parts._replace(query=urlencode(kept)))


def plain_text(markup: str) -> str:
    """Text of a piece of HTML: one line per block, whitespace normalised. Text without markup stays as it is."""
    markup = "".join(char for char in markup if char in "\t\n\r" or unicodedata.category(char) != "Cc")
    if not MARKUP.search(markup):
        return _lines(markup)
    try:
        tree = lxml.html.fragment_fromstring(markup, create_parent="div")
    except (lxml.etree.ParserError, ValueError):
        return _lines(markup)
    pieces: list[str] = []
    for event, node in lxml.etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        silent = not isinstance(node.tag, str) or node.tag in SILENT_TAGS
        block = isinstance(node.tag, str) and BLOCK_TAG.fullmatch(node.tag) is not None
        if event == "start" and not silent:
            pieces.append(("\n" if block else "") + (node.text or ""))
        elif event != "start":
            pieces.append(("\n" if block else "") + (node.tail or ""))
    return _lines("".join(pieces))


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


def compare_entries(
    source_id: int,
    before: Extraction,
    after: Extraction,
    articles: tuple[FetchedPart, ...],
    *,
    follow: Follow | None = None,
) -> tuple[Edit, ...]:
    """New and materially edited entries, newest first; an entry that rolled off is no edit.

    An entry is the same by id, else by canonical link, else by a like title of the same day or with like text, so a
    feed that re-dates, re-orders or re-numbers its entries says nothing new. New entries dated before the oldest of
    the baseline are what a longer window lets in, not news. `articles` are the followed pages of new entries.
    """
    pairs, fresh = match_entries(before.entries, after.entries)
    edits = [_added(source_id, entry, articles, follow) for entry in news(before.entries, fresh, bool(pairs))]
    edits += _edited(source_id, pairs)
    unique = {edit.key: edit for edit in edits}
    return tuple(sorted(unique.values(), key=lambda edit: edit.dated or FAR_PAST, reverse=True))[:AT_MOST_EDITS]


def match_entries(before: tuple[Entry, ...], after: tuple[Entry, ...]) -> tuple[list[tuple[Entry, Entry]], list[Entry]]:
    """Pairs of the same entry (old, new), and the entries of `after` without a partner."""
    free = list(before)
    pairs: list[tuple[Entry, Entry]] = []
    fresh = list(after)
    for same in (_same_id, _same_link, _same_story):
        still: list[Entry] = []
        for entry in fresh:
            old = next((other for other in free if same(other, entry)), None)
            if old is None:
                still.append(entry)
            else:
                free.remove(old)
                pairs.append((old, entry))
        fresh = still
    return pairs, fresh


def news(before: tuple[Entry, ...], fresh: list[Entry], overlap: bool) -> list[Entry]:
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


def _same_id(old: Entry, new: Entry) -> bool:
    if not old.id or old.id != new.id:
        return False
    # Some feeds number their entries by position: the same id then stands for another story.
    return same_link(old.link, new.link) or fuzz.ratio(_plain(old.title), _plain(new.title)) >= REUSED_ID


def _same_link(old: Entry, new: Entry) -> bool:
    if not old.link or not same_link(old.link, new.link):
        return False
    return fuzz.ratio(_plain(old.title), _plain(new.title)) >= REUSED_ID or old.published_at == new.published_at


def _same_story(old: Entry, new: Entry) -> bool:
    if fuzz.ratio(_plain(old.title), _plain(new.title)) < SAME_TITLE or not old.title:
        return False
    old_date, new_date = _date(old), _date(new)
    if old_date and new_date and abs(old_date - new_date) <= SAME_DAY:
        return True
    if old.text and new.text:
        return fuzz.ratio(_plain(old.text)[:2_000], _plain(new.text)[:2_000]) >= SAME_TEXT
    return not (old_date and new_date)


def same_link(one: str, other: str) -> bool:
    """Whether two addresses lead to the same page: scheme, `www.`, a closing slash and tracking do not count."""
    return _canonical(one) == _canonical(other)


def _canonical(url: str) -> str:
    parts = urlsplit(clean_link(url))
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}#{parts.fragment}"


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(_plain(text)))


def _added(source_id: int, entry: Entry, articles: tuple[FetchedPart, ...], follow: Follow | None) -> Edit:
    return _edit(source_id, EditKind.ADDED, entry, None, f"{entry.title}\n{entry.text}".strip())


def _edited(source_id: int, pairs: list[tuple[Entry, Entry]]) -> list[Edit]:
    changed = [(old, new) for old, new in pairs if materially_edited(old, new)]
    if len(changed) >= 5 and len(changed) * 2 > len(pairs):
        return []  # most entries at once: the feed's template moved, not its stories
    return [
        _edit(source_id, EditKind.REPLACED, new, f"{old.title}\n{old.text}".strip(), f"{new.title}\n{new.text}".strip())
        for old, new in changed
    ]


def materially_edited(old: Entry, new: Entry) -> bool:
    """Whether title or text says something else, beyond notation, a teaser grown to the full text, or a word or two."""
    if _words(old.title) != _words(new.title):
        return True
    before, after = _words(old.text), _words(new.text)
    if not before or not after:
        return False
    moved = sum(((before - after) + (after - before)).values())
    return moved >= max(6, 0.05 * sum(before.values()))


def _edit(source_id: int, kind: EditKind, entry: Entry, before: str | None, after: str | None) -> Edit:
    path = (entry.title,)
    return Edit(
        key=edit_key(source_id, path, before, after),
        kind=kind,
        where=Where.ENTRY,
        path=path,
        before=before,
        after=after,
        title=entry.title,
        link=entry.link,
        dated=_date(entry),
    )
