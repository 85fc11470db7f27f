"""A page as an ordered list of pieces: headings, paragraphs, list items, table rows, cards and links."""

from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urljoin

from lxml import etree

from diffing.reading import limits
from diffing.reading.chrome import Region, is_card, is_for_the_ear, is_hidden, is_shadow, logo_name, region_of
from diffing.reading.gluing import set_off
from diffing.reading.markup import Element
from diffing.reading.obfuscation import decoded_email
from diffing.reading.tables import is_data_table, table_rows
from diffing.reading.tags import ARTICLES, HEADINGS, INLINE, LABELS, LISTS, SKIPPED
from diffing.wording.text import names_amount, tidy
from domain.content import Block, Cell, Link, Where


@dataclass(slots=True)
class Piece:
    """A block with what is needed to tell content from furniture: its place in the tree and its share of link text."""

    block: Block
    node: int
    linked: int
    hidden: bool
    shadow: bool
    regions: tuple[int, ...]
    priced: bool


@dataclass(slots=True)
class Page:
    """The pieces of a page in reading order; `parents[n]` is the node above node n (the first is its own parent)."""

    pieces: list[Piece] = field(default_factory=list)
    parents: list[int] = field(default_factory=lambda: [0])
    mains: set[int] = field(default_factory=set)
    regions: list[Region] = field(default_factory=list)


def read_page_tree(root: Element, base: str) -> Page:
    """The pieces under `root`; `base` makes link addresses absolute. Iterative: depth is no matter.

    Raises UnreadableContent for more pieces than are compared.
    """
    walk = _Walk(base=base)
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped: set[Element] = set()
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if (
                not isinstance(tag, str)
                or tag in SKIPPED
                or (tag == "table" and is_data_table(element))
                or is_for_the_ear(element)
            ):
                if tag == "table":
                    walk.table(element)
                walker.skip_subtree()
                skipped.add(element)
            else:
                walk.open(element, tag)
        else:
            if element in skipped:
                skipped.discard(element)
            else:
                walk.close(tag)
            if element.tail and element is not root:
                walk.say(element.tail)
    walk.cut()
    return walk.page


@dataclass(slots=True)
class _Open:
    """An open element that is more than a run of words: what to undo when it closes."""

    tag: str
    region: bool = False
    hidden: bool = False
    shadow: bool = False
    listed: bool = False
    card: bool = False
    anchor: bool = False
    heading: bool = False


@dataclass(slots=True)
class _Walk:
    """Collects running words and cuts them into pieces wherever the page does."""

    base: str
    page: Page = field(default_factory=Page)
    words: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    linked: int = 0
    anchors: list[tuple[int, str]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    in_heading: int = 0
    in_list: int = 0
    in_card: int = 0
    hidden: int = 0
    shadow: int = 0
    in_article: int = 0
    nodes: list[int] = field(default_factory=lambda: [0])
    regions: tuple[int, ...] = ()
    opened: list[_Open] = field(default_factory=list)

    def open(self, element: Element, tag: str) -> None:
        entry = _Open(tag=tag)
        if tag == "br":
            self.say(" ")
        elif tag == "img":
            self._logo(element)
        elif tag not in INLINE:
            self._open_box(element, tag, entry)
        if tag == "a":
            self.anchors.append((len(self.words), element.get("href") or ""))
            entry.anchor = True
        email = decoded_email(element)
        if email:
            self.words.append(email)
            del element[:]
        elif element.text:
            if tag in LABELS:
                self._part(element)
            self.say(element.text)
        self.opened.append(entry)

    def _logo(self, image: Element) -> None:
        """The name a logo stands for, as a line of its own: a wall of customers has no other words."""
        name = logo_name(image)
        if name and not self.in_heading and not self.anchors:
            self.cut()
            self.words.append(name)
            self.cut(Where.LIST)

    def _open_box(self, element: Element, tag: str, entry: _Open) -> None:
        self._gap()
        self.page.parents.append(self.nodes[-1])
        node = len(self.page.parents) - 1
        self.nodes.append(node)
        if tag in ("main", "article") or element.get("role") == "main":
            self.page.mains.add(node)
        region = None if tag == "header" and self.in_article else region_of(element, tag)
        if region is not None and len(self.regions) < limits.MOST_NESTED:
            self.page.regions.append(region)
            self.regions = (*self.regions, len(self.page.regions) - 1)
            entry.region = True
        self.in_article += tag in ARTICLES
        if is_hidden(element):
            self.hidden += 1
            entry.hidden = True
        if entry.hidden or is_shadow(element):
            self.shadow += 1
            entry.shadow = True
        if is_card(element, tag):
            self.in_card += 1
            entry.card = True
        if tag in LISTS:
            self.in_list += 1
            entry.listed = True
        if tag in HEADINGS:
            self.in_heading += 1
            entry.heading = True

    def close(self, tag: str) -> None:
        entry = self.opened.pop()
        if entry.anchor:
            self._close_anchor()
        if tag in INLINE or tag == "br":
            return
        if entry.heading:
            self.in_heading -= 1
            if not self.in_heading:
                self._cut_heading(HEADINGS[tag])
        else:
            self._gap()
        self.in_list -= entry.listed
        self.in_card -= entry.card
        self.hidden -= entry.hidden
        self.shadow -= entry.shadow
        self.in_article -= entry.tag in ARTICLES
        if entry.region:
            self.regions = self.regions[:-1]
        self.nodes.pop()

    def _close_anchor(self) -> None:
        start, href = self.anchors.pop()
        text = tidy("".join(self.words[start:]))
        self._link(text, href)

    def _link(self, text: str, href: str) -> None:
        if not text:
            return
        if href.startswith("#") or (href and href.partition("#")[0] == self.base):
            return
        self.linked += len(text)
        if href and len(href) <= limits.LONGEST_ADDRESS and not href.startswith("javascript:"):
            self.links.append(Link(text=text, url=_absolute(self.base, href)))

    def _gap(self) -> None:
        """A box begins or ends: a new piece, or inside a heading just a blank."""
        if self.in_heading:
            self.words.append(" ")
        else:
            self.cut()

    def say(self, text: str) -> None:
        """Adds to the running words; white space that would only lead them is dropped here, most of it is such."""
        if self.words or not text.isspace():
            self.words.append(text)

    def _part(self, element: Element) -> None:
        """Sets a label off from the words before it where a style sheet does so: "Full time" and "Sales"."""
        if self.words and element.text and set_off(self.words[-1], element.text, beside=_follows(element)):
            self.words.append(" ")

    def cut(self, where: Where | None = None) -> None:
        if not self.words:
            return
        text = tidy("".join(self.words))
        if text:
            for start, href in self.anchors[-1:]:
                self._link(tidy("".join(self.words[start:])), href)
            if len(text) > limits.LONGEST_BLOCK:
                self._write_cut_up(text, where or self._where())
            else:
                self._write(text, where or self._where())
        self.words.clear()
        self.links.clear()
        self.linked = 0
        self.anchors = [(0, href) for _, href in self.anchors]

    def _write_cut_up(self, text: str, where: Where) -> None:
        """A text too long for one block, each piece with its share of the link text and the links it names."""
        linked, links = self.linked, self.links[: limits.MOST_LINKS]
        for piece in limits.cut_up(text):
            self.linked = linked * len(piece) // len(text)
            self.links = [link for link in links if link.text in piece]
            self._write(piece, where)

    def _where(self) -> Where:
        if self.in_list:
            return Where.LIST
        return Where.CARD if self.in_card else Where.PARAGRAPH

    def _write(self, text: str, where: Where, cells: tuple[Cell, ...] = ()) -> None:
        block = Block(
            where=where,
            path=tuple(title for _, title in self.headings),
            text=text,
            cells=cells,
            links=tuple(self.links),
        )
        limits.require_countable(len(self.page.pieces))
        self.page.pieces.append(
            Piece(
                block=block,
                node=self.nodes[-1],
                linked=self.linked,
                hidden=self.hidden > 0,
                shadow=self.shadow > 0,
                regions=self.regions,
                priced=names_amount(text),
            )
        )

    def _cut_heading(self, level: int) -> None:
        text = tidy("".join(self.words))
        if self.headings and names_amount(text) and not names_amount(self.headings[-1][1]):
            level = max(level, self.headings[-1][0] + 1)  # a price under the name of its plan, though in larger letters
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.cut(Where.HEADING)
        if text and not self.regions:
            self.headings.append((level, text[: limits.LONGEST_TITLE]))

    def table(self, table: Element) -> None:
        self._gap()
        for cells in table_rows(table):
            self._write(" | ".join(cell.text for cell in cells if cell.text), Where.TABLE, cells)


def _follows(element: Element) -> bool:
    """Whether an element stands right behind another one, not a blank between them."""
    previous = element.getprevious()
    return previous is not None and not previous.tail


@lru_cache(maxsize=8_192)
def _absolute(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return href
