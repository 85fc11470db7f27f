"""Which entry of one reading of a feed is which of another: by id, by address, by slug, else by likeness."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import islice

from rapidfuzz import fuzz

from diffing.feeds.entry_text import canonical_link, link_path, link_slug, same_link
from diffing.wording.money import CHARACTERS, SIGNS
from domain.content import Entry

SAME_TITLE = 90.0
LIKE_TITLE = 80.0
REUSED_LINK = 50.0
SAME_TEXT = 85.0
OWN_TEXT = 40.0  # two texts less alike than this are two stories, whatever their titles
HELD_IN = 0.85  # of the words of a teaser that stand in the full text
ENOUGH_WORDS = 6
SPECIFIC = 4  # words in a title that is not used again for the next story
MOVED_HOUSE = 3
MOST = 0.6
SAME_DAY = timedelta(hours=36)
AT_MOST_LIKENESSES = 250_000
AT_MOST_NAMESAKES = 8
LIKENED = 2_000  # characters

WORD = re.compile(rf"[\w%‰{SIGNS}]+(?:[.,]\d+)*[{CHARACTERS}]?")
NUMBER = re.compile(r"\d+")
STURDY = re.compile(r"\d{4}|^tag:|[0-9a-f]{12}|[?&]\w+=\d|[0-9a-f]{8}-[0-9a-f]{4}-", re.IGNORECASE)

Pair = tuple[Entry, Entry]
Accepts = Callable[[Entry, Entry], bool]


def match_entries(before: Sequence[Entry], after: Sequence[Entry]) -> tuple[list[Pair], list[Entry]]:
    """Pairs of the same entry (old, new), and the entries of `after` without a partner, in their order.

    Each way of telling entries apart sees only what the ones before it left; the entries of a feed that moved house,
    with other ids, addresses, dates and length of text all at once, are known by their titles.
    """
    before, after = _once(before), _once(after)
    telling = _telling_links(before) & _telling_links(after)
    pairs = _paired(before, after, lambda entry: entry.id, lambda old, new: _keeps_id(old, new, telling))
    pairs += _paired(*_left(before, after, pairs), _link, lambda old, new: _keeps_link(old, new, telling))
    for name in (link_path, link_slug):
        pairs += _paired(*_left(before, after, pairs), lambda entry, name=name: name(entry.link), _retells)  # type: ignore[misc]
    pairs += _paired(*_left(before, after, pairs), lambda entry: f"{plain(entry.title)}\n{entry.text}", _same_story)
    pairs += _like(*_left(before, after, pairs))
    pairs += _moved_house(*_left(before, after, pairs))
    return pairs, _left(before, after, pairs)[1]


def date_of(entry: Entry) -> datetime | None:
    """When an entry says that it was published, or else updated."""
    return entry.published_at or entry.updated_at


def plain(text: str) -> str:
    """Text as entries are compared by: one case, one kind of white space."""
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def words_of(text: str) -> Counter[str]:
    """The words and amounts of a text, in one case, and how often each stands there."""
    return Counter(WORD.findall(plain(text)))


def _link(entry: Entry) -> str:
    return canonical_link(entry.link)


def _once(entries: Sequence[Entry]) -> list[Entry]:
    """The entries, each once: some feeds list one twice."""
    return list(
        {(e.id, _link(e), e.title, date_of(e), "" if e.title else e.text): e for e in reversed(entries)}.values()
    )[::-1]


def _left(before: Sequence[Entry], after: Sequence[Entry], pairs: list[Pair]) -> tuple[list[Entry], list[Entry]]:
    old, new = {id(pair[0]) for pair in pairs}, {id(pair[1]) for pair in pairs}
    return [e for e in before if id(e) not in old], [e for e in after if id(e) not in new]


def _paired(
    before: Sequence[Entry], after: Sequence[Entry], name: Callable[[Entry], str], accepted: Accepts
) -> list[Pair]:
    """Entries that bear the same name. A name borne by several in one reading tells nothing and is passed over."""
    old, new = _unique(before, name), _unique(after, name)
    return [(old[key], entry) for key, entry in new.items() if key in old and accepted(old[key], entry)]


def _unique(entries: Iterable[Entry], name: Callable[[Entry], str]) -> dict[str, Entry]:
    named = [(name(entry), entry) for entry in entries]
    counts = Counter(key for key, _ in named)
    return {key: entry for key, entry in named if key and counts[key] == 1}


def _telling_links(entries: Sequence[Entry]) -> frozenset[str]:
    """The addresses of a feed that gives each entry one of its own; none of a feed that names its page everywhere."""
    own = _unique(entries, _link)
    return frozenset(own) if len(own) >= MOVED_HOUSE and len(own) >= 0.8 * len(entries) else frozenset()


def _keeps_id(old: Entry, new: Entry, telling: frozenset[str]) -> bool:
    """Some feeds number their entries by position: the same id then stands for another story."""
    if STURDY.search(new.id) or (same_link(old.link, new.link) and _link(new) in telling):
        return True
    return _retells(old, new) or (same_link(old.link, new.link) and _keeps_link(old, new, telling))


def _keeps_link(old: Entry, new: Entry, telling: frozenset[str]) -> bool:
    """Some feeds give every entry the address of one page: the next release there is another story."""
    if _link(new) in telling or (date_of(old) == date_of(new) is not None):
        return True
    if NUMBER.findall(old.title) != NUMBER.findall(new.title):
        return False
    if not old.title and not new.title:
        return like_text(old.text, new.text)
    return fuzz.ratio(plain(old.title), plain(new.title)) >= REUSED_LINK


def _retells(old: Entry, new: Entry) -> bool:
    """Whether two entries that share half a name tell one story: by title, or by text."""
    if old.title and fuzz.ratio(plain(old.title), plain(new.title)) >= LIKE_TITLE:
        return NUMBER.findall(old.title) == NUMBER.findall(new.title) or date_of(old) == date_of(new) is not None
    return like_text(old.text, new.text)


def like_text(one: str, other: str, floor: float = SAME_TEXT) -> bool:
    """Whether two texts are much the same, or one is a teaser of the other; False where one is empty."""
    if not one or not other:
        return False
    return fuzz.ratio(_head(one), _head(other), score_cutoff=floor) > 0 or holds(one, other)


def holds(one: str, other: str) -> bool:
    """Whether the shorter of two texts stands, almost word for word, in the longer."""
    short, full = sorted((_head_words(one), _head_words(other)), key=lambda words: words.total())
    return short.total() >= ENOUGH_WORDS and (short & full).total() >= HELD_IN * short.total()


@lru_cache(maxsize=256)
def _head(text: str) -> str:
    return plain(text[:LIKENED])


@lru_cache(maxsize=256)
def _head_words(text: str) -> Counter[str]:
    return words_of(text[: 4 * LIKENED])


def _like(before: list[Entry], after: list[Entry]) -> list[Pair]:
    """Pairs by title, and by day or text; only by equal titles where there is too much to compare."""
    titles = [plain(entry.title) for entry in before]
    floor = SAME_TITLE if len(before) * len(after) <= AT_MOST_LIKENESSES else 100.0
    taken: set[int] = set()
    pairs: list[Pair] = []
    for entry in after:
        title = plain(entry.title)
        alike = (at for at, other in enumerate(titles) if at not in taken and _same_title(other, title, floor))
        for place in islice(alike, AT_MOST_NAMESAKES):
            if _same_story(before[place], entry):
                taken.add(place)
                pairs.append((before[place], entry))
                break
    return pairs


def _same_title(one: str, other: str, floor: float) -> bool:
    if one == other or floor >= 100:
        return one == other
    return fuzz.ratio(one, other, score_cutoff=floor) > 0 and NUMBER.findall(one) == NUMBER.findall(other)


def _same_story(old: Entry, new: Entry) -> bool:
    """Whether two entries of like titles are one: a title like "Update" is used for many stories."""
    if old == new or like_text(old.text, new.text):
        return True
    if not old.title:
        return False
    old_date, new_date = date_of(old), date_of(new)
    if old_date and new_date:
        near = abs(old_date - new_date) <= SAME_DAY
        return near and (old_date == new_date or not (old.text and new.text) or like_text(old.text, new.text, OWN_TEXT))
    return not (old.text and new.text) or _specific(old.title)


def _moved_house(before: list[Entry], after: list[Entry]) -> list[Pair]:
    """Pairs by title alone where most of a feed kept its titles and nothing else: it came from another system."""
    pairs = _paired(before, after, lambda entry: plain(entry.title) if _specific(entry.title) else "", lambda *_: True)
    return pairs if len(pairs) >= max(MOVED_HOUSE, MOST * min(len(before), len(after))) else []


def _specific(title: str) -> bool:
    return len(WORD.findall(title)) >= SPECIFIC or (not title.isascii() and len(title) >= 2 * SPECIFIC)
