"""What each element of HTML is to a reader: running words, a heading, an item, or nothing at all."""

from diffing.reading.markup import DROPPED

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LABELS = frozenset({"a", "abbr", "b", "code", "data", "em", "i", "label", "small", "span", "strong", "sub", "time"})
LISTS = frozenset({"li", "dd", "dt"})
ARTICLES = frozenset({"article", "section"})  # a header inside one is its own, not the site's
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
