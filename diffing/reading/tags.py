"""What each element of HTML is to a reader: running words, a heading, an item, or nothing at all."""

from dataclasses import dataclass

from diffing.reading.markup import DROPPED

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LABELS = frozenset({"a", "abbr", "b", "code", "data", "em", "i", "label", "small", "span", "strong", "sub", "time"})
LISTS = frozenset({"li", "dd", "dt"})
ARTICLES = frozenset({"article", "section"})  # a header inside one is its own, not the site's
MAINS = frozenset({"main", "article"})
QUOTING = frozenset({"figure", "blockquote"})  # a quotation, if they name its author
INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn"),
        *("em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "output", "picture", "q"),
        *("rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong", "sub", "sup"),
        *("time", "track", "tt", "u", "var", "wbr", "meter", "progress"),
    )
)
FLOWING = INLINE | {"br"}  # goes on with the words around it
SKIPPED = frozenset(
    (*DROPPED, "head", "title", "input", "select", "datalist", "textarea", "option", "link", "meta", "base", "area")
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What a reader takes an element of one tag for. `heading` is its level, 0 for all others."""

    skipped: bool
    flowing: bool
    label: bool
    heading: int
    item: bool
    article: bool


def _kind(tag: str) -> Kind:
    return Kind(tag in SKIPPED, tag in FLOWING, tag in LABELS, HEADINGS.get(tag, 0), tag in LISTS, tag in ARTICLES)


KINDS = {tag: _kind(tag) for tag in (*SKIPPED, *FLOWING, *LABELS, *HEADINGS, *LISTS, *ARTICLES)}
BOX = _kind("div")  # and whatever else has no kind of its own
