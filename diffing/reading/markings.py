"""Boxes of a page's markup of which no word is read, however many it has, found by class or id without a tree."""

import re
from collections.abc import Iterator

from diffing.reading.chrome import CONSENT_NAMES, CONTENT, named

NAMED = (re.compile(rb"class=[\"']?([^\"'<>]+)"), re.compile(rb"id=[\"']?([^\"'<>]+)"))
OPENED = re.compile(rb"<([a-zA-Z][a-zA-Z0-9]*)[^<>]*+")
# Nothing stands in one of these, or the page itself does.
NO_BOX = frozenset({b"img", b"input", b"link", b"meta", b"source", b"br", b"hr", *(tag.encode() for tag in CONTENT)})
# One of them stands in each class or id that tells such a box, in small letters.
STEMS = tuple(
    name.encode() for name in (*CONSENT_NAMES, "cookie", "sr-only", "sronly", "visually", "reader", "assistive", "a11y")
)
MOST_SUSPECTS = 300  # names that may tell such a box; a page with more is made to hurt, and all of it is left out


def left_out(markup: bytes) -> Iterator[bytes]:
    """The boxes of those who ask for consent, and of words for the ear alone, each once."""
    names = {name for pattern in NAMED for name in pattern.findall(markup)}
    lowered = b"\n".join(names).lower()
    stems = [stem for stem in STEMS if stem in lowered]  # mostly none, else one or two
    suspects = {name for stem in stems for name in names if stem in name.lower()}
    if len(suspects) > MOST_SUSPECTS:
        yield markup
        return
    telling = {name for name in suspects if _tells(name)}
    if not telling:
        return
    places = sorted(one.start() for pattern in NAMED for one in pattern.finditer(markup) if one[1] in telling)
    ends = 0
    for place in places:
        if place >= ends:
            begins = markup.rfind(b"<", ends, place)
            ends = _end(markup, begins) if begins >= 0 else place
            yield markup[begins:ends]


def _tells(name: bytes) -> bool:
    told = named(name.decode("utf-8", "replace"))
    return told.heard or (told.region is not None and told.region.certain)


def _end(markup: bytes, begins: int) -> int:
    """Where the element that begins there ends, by its tags; at the end of the markup where it is never closed."""
    opened = OPENED.match(markup, begins)
    if opened is None or opened[1].lower() in NO_BOX:
        return begins + 1
    depth = 1
    for tag in re.compile(rb"<(/?)" + opened[1] + rb"(?=[\s/>])").finditer(markup, opened.end()):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(markup)
