"""Whether the markup of a page alone shows that it says plenty, before a tree is made of it.

Most good pages are long, and their prose stands in the markup as it is: it is counted from the top, and no further
than is needed. It only ever answers "yes" or "look closer".
"""

import re
from collections.abc import Iterator
from html import unescape

from diffing.reading.enough import LONG
from diffing.reading.giveaways import give_away
from diffing.reading.limits import LONGEST_TITLE
from diffing.reading.markings import left_out
from diffing.reading.pages import MAGIC
from diffing.reading.tags import SKIPPED

# Twice what is plenty where furniture is told from content (see `enough`), as little here tells it. No page of the
# outside data that is a wall, an error or a shell has half of it.
PLENTY = 600
DOUBTED = 2 * PLENTY  # where a field for a password stands among them, or a box of which no word is read
LARGEST = 4_000_000  # bytes: past it a tree is made, which says where a limit is exceeded
MOST_OPEN = 1_000  # elements that are begun and not ended: more may be nested deeper than a tree goes
MOST_HEADINGS = 300
# What no reader sees as running text, and furniture by its tag; the tags that are left out hold nothing.
HIDING = (*(SKIPPED - {"input", "link", "meta", "base", "area"}), "dialog", "nav", "footer", "aside")
# Most tags end one or begin with a "p", "b" or "l", as none of these does.
UNSEEN = re.compile(
    rb"<(?![/pbl])(?:(!--)|(" + "|".join(sorted(HIDING)).encode() + rb")(?=[\s/>]))",
    re.IGNORECASE,
)
TITLE = re.compile(rb"<(?:title|TITLE)[^<>]*>([^<]*)")
HEADING = re.compile(rb"<[hH][1-6](?=[\s>])[^<>]*+>((?>(?:[^<]++|(?!</[hH][1-6])<){0,1000}))")
TAG = re.compile(r"<[^<>]*>")
PROSE = re.compile(rb">([^<]{%d,}+)" % LONG)
BLANKS = (b"&nbsp;", b"&#160;", b"\xc2\xa0")
PASSWORD = re.compile(rb"type=[\"']?password")
# Markup in an attribute would be taken for the page's own.
QUOTED_MARKUP = re.compile(rb"=\s*(?:\"[^\"<]*+<|'[^'<]*+<)")
# Of those who ask for consent: a dialog of theirs can be longer than any article.
OF_CONSENT = (b"ookie", b"onsent")


def says_plenty(raw: bytes) -> bool:
    """Whether the markup holds so much prose, in no title or heading a sign of a wall, that the page must be good.

    What only a tree tells is not seen here. A page nested deeper than is read is found unreadable when it is compared
    for the first time. A wall that says so neither in its title nor in a heading before or among so many words passes
    where these stand in furniture of several kinds, none of which holds most of the page.
    """
    if len(raw) > LARGEST or raw.startswith(MAGIC) or b"\x00" in raw:
        return False
    read = _read(raw)
    if read and (PASSWORD.search(read) or _unheard(read)):
        read = b"".join(_shown(raw))
        if _prose(read) - _unheard(read) < DOUBTED:
            return False
    if not read or QUOTED_MARKUP.search(read) or read.count(b"<") - 2 * read.count(b"</") > MOST_OPEN:
        return False
    said = [*_title(raw), *HEADING.findall(read)]
    return len(said) <= MOST_HEADINGS and not give_away([_text(one) for one in said])


def _read(raw: bytes) -> bytes:
    """The markup from its top to where it has said plenty; b"" where it never does."""
    pieces, words = [], 0
    for piece in _shown(raw):
        pieces.append(piece)
        for found in PROSE.finditer(piece):
            words += _words(found[1])
            if words >= PLENTY:
                return b"".join(pieces[:-1]) + piece[: found.end()]
    return b""


def _prose(markup: bytes) -> int:
    return sum(map(_words, PROSE.findall(markup)))


def _unheard(read: bytes) -> int:
    """The words counted that stand in boxes of which no word is read."""
    return sum(map(_prose, left_out(read)))


def _title(raw: bytes) -> tuple[bytes, ...]:
    found = TITLE.search(raw)
    return (found[1],) if found else ()


def _words(run: bytes) -> int:
    """The words of a text between two tags; none where it is a label, or speaks as those do who ask for consent."""
    text = run.rpartition(b">")[2]  # a tag's end is not its first ">", where that is quoted
    if any(word in text for word in OF_CONSENT):
        return 0
    for blank in BLANKS:
        text = text.replace(blank, b" ")
    words = text.split()
    return len(words) if sum(map(len, words)) + len(words) > LONG else 0


def _shown(raw: bytes) -> Iterator[bytes]:
    """The markup without its head, comments, scripts and furniture."""
    at = 0
    while unseen := UNSEEN.search(raw, at):
        yield raw[at : unseen.start()]
        at = raw.find(b"-->" if unseen[1] else b"</" + unseen[2], unseen.end())
        if at < 0:
            return
    yield raw[at:]


def _text(markup: bytes) -> str:
    try:
        text = markup.decode("utf-8")
    except UnicodeDecodeError:
        text = markup.decode("cp1252", "replace")
    return " ".join(unescape(TAG.sub(" ", text)).split())[:LONGEST_TITLE]
