"""Whether a page plainly says enough to be a good one, told from its tree before it is cut into blocks.

A page with as many words of prose outside its furniture is good whatever else it says, so that most first visits need
no more than this. It only ever answers "yes" or "look closer": every doubt is settled by reading the whole page.
"""

from collections.abc import Iterator

from diffing.reading.chrome import attributes_of, is_for_the_ear, is_hidden, is_shadow, region_of
from diffing.reading.limits import MOST_BLOCKS
from diffing.reading.markup import Element, outermost
from diffing.reading.tags import FLOWING, HEADINGS, SKIPPED
from diffing.reading.testimonials import OPENING
from diffing.wording.text import tidy
from domain.visits import FetchedPart

# The box that holds the content holds three quarters of all prose, or calls itself the main one and holds a quarter:
# what is counted lies in it, or it holds as much. Half as many words again leave room for what it says in asides.
PLENTY = 300
LONG = 80  # characters of a text that is no label, whatever stands beside it
BLOCKS_OF_A_TAG = 4  # at most: before, inside and behind its element, and a logo
SHORTEST_CUT = 100  # characters of a piece of a long text, at least, all pieces taken together
UNCOUNTED = frozenset({"a", "table", "dialog", *HEADINGS, *SKIPPED})


def has_plenty(root: Element, part: FetchedPart) -> bool:
    """Whether a part's tree says plenty, and the part is too small to hold more blocks than are read of a page."""
    raw = part.body or b""
    most = BLOCKS_OF_A_TAG * raw.count(b"<") + len(raw) // SHORTEST_CUT
    return most < MOST_BLOCKS and says_plenty(next(root.iter("body"), root))


def says_plenty(body: Element) -> bool:
    """Whether the main part of a page, or the page where nothing calls itself so, has PLENTY words of plain prose."""
    open_air: dict[Element, bool] = {}
    words = 0
    for element, text in _long_texts(body):
        if _in_the_open(element, body, open_air):
            words += len(tidy(text).split())
            if words >= PLENTY:
                return True
    return False


def _long_texts(body: Element) -> Iterator[tuple[Element, str]]:
    """Texts as they stand in the tree, long enough to be prose and no quotation, each with the element it is in."""
    for box in _mains(body) or [body]:
        for element in box.iter():
            text, tail = element.text, element.tail
            if text and len(text) >= LONG and _is_prose(text):
                yield element, text
            if tail and len(tail) >= LONG and element is not box and _is_prose(tail):
                parent = element.getparent()
                if parent is not None:
                    yield parent, tail


def _mains(body: Element) -> list[Element]:
    named = [*body.iter("main", "article"), *body.iterfind(".//*[@role='main']")]
    return outermost(named)


def _is_prose(text: str) -> bool:
    shown = tidy(text)
    return len(shown) >= LONG and OPENING.search(shown[:8]) is None


def _in_the_open(element: Element, body: Element, known: dict[Element, bool]) -> bool:
    """Whether nothing from an element up to the body makes furniture of it, or leaves it out; `known` is added to."""
    chain: list[Element] = []
    above: Element | None = element
    while above is not None and above not in known:
        chain.append(above)
        above = above.getparent() if above is not body else None
    clear = known[above] if above is not None else True
    for one in reversed(chain):
        clear = clear and not _stands_apart(one)
        known[one] = clear
    return clear


def _stands_apart(element: Element) -> bool:
    tag = element.tag
    if tag in UNCOUNTED or not isinstance(tag, str):
        return True
    attributes = attributes_of(element)
    if not attributes and tag in FLOWING:
        return False
    return (
        "data-cfemail" in attributes
        or is_hidden(attributes)
        or is_shadow(attributes)
        or is_for_the_ear(element, attributes)
        or region_of(element, tag, attributes, barred=True) is not None
    )
