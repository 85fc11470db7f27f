"""Lines of pages that list news: a title among press releases is read as an entry of a feed would be."""

from dataclasses import replace
from functools import lru_cache

import re2

from classifiers.wording.passages import Passage
from domain.changes import EditKind
from domain.content import Where
from domain.findings import Side

# A list of news by its address, and no single article below it.
LISTS = re2.compile(
    r"(?i)/(?:press|presse|prensa|press-?(?:room|releases?|cent(?:er|re)|office)|news|newsroom|newsfeed|media|"
    r"media-?(?:room|cent(?:er|re)|releases?)|blog|announcements?|actualites?|communiques?(?:-de-presse)?|aktuelles|"
    r"neuigkeiten|meldungen|pressemitteilungen|noticias|sala-de-prensa|comunicados|notizie|comunicati|changelog|"
    r"release-?notes|releases|whats-?new|updates)(?:/(?:19|20)\d\d)?/?(?:index\.\w+)?(?:[?#].*)?$"
)
HEADINGS = re2.compile(
    r"(?i)^(?:press releases?|latest (?:news|press releases)|recent (?:news|announcements)|newsroom|"
    r"news(?: & events| and events)?|announcements|in the news|what['’]s new|release notes|changelog|"
    r"pressemitteilungen|aktuelle meldungen|communiqués(?: de presse)?|actualités|notas de prensa|noticias|"
    r"comunicados)$"
)
LINES = frozenset({Where.HEADING, Where.LIST, Where.CARD, Where.PARAGRAPH, Where.TABLE})
SHORTEST, LONGEST = 3, 30  # words of a title


@lru_cache(maxsize=256)  # asked of each line of a page
def lists_news(address: str) -> bool:
    return LISTS.search(address) is not None


@lru_cache(maxsize=4096)  # the same few headings stand over all lines of a page
def heads_news(title: str) -> bool:
    return HEADINGS.search(title) is not None


def as_entry(passage: Passage, address: str) -> Passage | None:
    """The passage as the title of a new entry; None where it is no line that came to a list of news."""
    edit, text = passage.edit, passage.text
    if edit.kind is not EditKind.ADDED or edit.where not in LINES or passage.side is not Side.AFTER:
        return None
    if not SHORTEST <= len(text.split()) <= LONGEST or "\n" in text.strip():
        return None
    if not lists_news(address) and not any(heads_news(title) for title in edit.path[-2:]):
        return None
    named = replace(edit, where=Where.ENTRY, title=text)
    return replace(passage, edit=named, title_end=len(text), lead_end=len(text))
