"""Whether a page plainly says enough to be a good one, told from its tree before it is cut into blocks.

A page with as many words of prose outside its furniture is good whatever else it says, so that most first visits need
no more than this. It only ever answers "yes" or "look closer": every doubt is settled by reading the whole page.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree

from diffing.reading.chrome import SILENT, is_for_the_ear, region_of, said_by
from diffing.reading.limits import MOST_BLOCKS
from diffing.reading.markup import Element, outermost
from diffing.reading.tags import FLOWING, HEADINGS, SKIPPED
from diffing.reading.testimonials import OPENINGS
from diffing.wording.text import tidy
from domain.visits import FetchedPart

# The box that holds the content holds three quarters of all prose, or calls itself the main one and holds a quarter:
# what is counted lies in it, or it holds as much. Half as many words again leave room for what it says in asides.
PLENTY = 300
SOME = 120  # twice the words of a page of which only the title and the headings may still say that it is none
LONG = 80  # characters of a text that is no label, whatever stands beside it
BLOCKS_OF_A_TAG = 4  # at most: before, inside and behind its element, and a logo
SHORTEST_CUT = 100  # characters of a piece of a long text, at least, all pieces taken together
# Of all characters: furniture that holds as much is none. Half of them would do (see `layout`), were all counted alike.
WRAPPED = 0.6
BETWEEN = 3  # characters that may stand between two texts of a page where its blocks are written
UNCOUNTED = frozenset({"a", "table", "dialog", *HEADINGS, *SKIPPED})
CALLED_MAIN = etree.XPath("descendant::*/@role[. = 'main']/..")  # a sixth of the time that asking each element takes

Wraps = tuple[Element, ...]  # the furniture that a text stands in, from the outside
OPEN: Wraps = ()


def plain_words(root: Element, part: FetchedPart) -> int:
    """How many words of plain prose the main part of a page has, or the page where nothing calls itself so.

    At least as many: PLENTY are not told from more, and 0 is said of a part that may hold more blocks than are read.
    """
    raw = part.body or b""
    most = BLOCKS_OF_A_TAG * raw.count(b"<") + len(raw) // SHORTEST_CUT
    return _Count(next(root.iter("body"), root)).words() if most < MOST_BLOCKS else 0


@dataclass(slots=True)
class _Count:
    """The words counted so far; those in furniture wait until it is known whether that holds most of the page."""

    body: Element
    open: int = 0
    waiting: Counter[Wraps] = field(default_factory=Counter)
    held: Counter[Element] = field(default_factory=Counter)
    known: dict[Element, Wraps | None] = field(default_factory=dict)

    def words(self) -> int:
        for element, text in _long_texts(self.body):
            wraps = self._around(element)
            if wraps is not None and _is_prose(shown := tidy(text)):
                self._add(wraps, shown)
            if self.open >= PLENTY:
                return self.open
        return self.open + self._wrapped()

    def _add(self, wraps: Wraps, text: str) -> None:
        words = len(text.split())
        if not wraps:
            self.open += words
            return
        self.waiting[wraps] += words
        for one in wraps:
            self.held[one] += len(text)

    def _wrapped(self) -> int:
        """The words in furniture that is none, because the page is wrapped in it."""
        if self.open + self.waiting.total() < SOME:
            return 0
        enough = WRAPPED * _characters(self.body)
        return sum(words for wraps, words in self.waiting.items() if all(self.held[one] > enough for one in wraps))

    def _around(self, element: Element) -> Wraps | None:
        """What furniture an element stands in, up to the body; None where it is left out or says something else."""
        chain: list[Element] = []
        above: Element | None = element
        while above is not None and above not in self.known:
            chain.append(above)
            above = above.getparent() if above is not self.body else None
        wraps = self.known[above] if above is not None else OPEN
        for one in reversed(chain):
            wraps = None if wraps is None else _with(wraps, one)
            self.known[one] = wraps
        return wraps


def _with(wraps: Wraps, element: Element) -> Wraps | None:
    """What what stands in an element is wrapped in, by what the element says of itself; None where it is left out."""
    tag = element.tag
    if tag in UNCOUNTED or not isinstance(tag, str):
        return None
    said = said_by(element, tag)
    if said is SILENT and tag in FLOWING:
        return wraps
    if said.email or said.hidden or said.shadow or (said.heard and is_for_the_ear(element)):
        return None
    region = region_of(element, tag, said, barred=True)
    if region is None:
        return wraps
    return None if region.certain else (*wraps, element)


def _long_texts(body: Element) -> Iterator[tuple[Element, str]]:
    """Texts as they stand in the tree, perhaps long enough to be prose, each with the element it is in."""
    for box in _mains(body) or [body]:
        for element in box.iter():
            text, tail = element.text, element.tail
            if text and len(text) >= LONG:
                yield element, text
            if tail and len(tail) >= LONG and element is not box:
                parent = element.getparent()
                if parent is not None:
                    yield parent, tail


def _mains(body: Element) -> list[Element]:
    return outermost([*body.iter("main", "article"), *cast("list[Element]", CALLED_MAIN(body))])


def _is_prose(shown: str) -> bool:
    """Whether a text, as it is shown, is long enough to be prose and no quotation."""
    return len(shown) >= LONG and not any(map(shown[:8].__contains__, OPENINGS))


def _characters(body: Element) -> int:
    """How many characters the blocks of a page have, at most."""
    shown = (text for element in body.iter() for text in (_own(element), element.tail) if text and not text.isspace())
    return sum(len(" ".join(text.split())) + BETWEEN for text in shown)


def _own(element: Element) -> str | None:
    return None if element.tag in SKIPPED else element.text
