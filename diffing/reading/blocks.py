"""A page as an ordered list of pieces: headings, paragraphs, list items, table rows, cards and links."""

from dataclasses import dataclass, field

from diffing.reading import limits
from diffing.reading.addresses import absolute
from diffing.reading.chrome import (
    SPEAKING,
    Attributes,
    attributes_of,
    is_card,
    is_for_the_ear,
    is_hidden,
    is_shadow,
    logo_name,
    region_of,
)
from diffing.reading.gluing import set_off
from diffing.reading.markup import Element
from diffing.reading.obfuscation import decoded_email
from diffing.reading.pieces import Page, Piece
from diffing.reading.tables import is_data_table, table_rows
from diffing.reading.tags import ARTICLES, FLOWING, HEADINGS, LABELS, LISTS, SKIPPED
from diffing.wording.text import names_amount, tidy
from domain.content import Block, Cell, Link, Where


def read_page_tree(root: Element, base: str) -> Page:
    """The pieces under `root`; `base` makes link addresses absolute. Iterative: depth is no matter.

    Raises UnreadableContent for more pieces than are compared.
    """
    walk = _Walk(base=base, barred=frozenset(button.getparent() for button in root.iter("button")))
    element: Element | None = root
    while element is not None:
        opened = walk.enter(element)
        element = element[0] if opened and len(element) else _after(walk, element, root, opened=opened)
    walk.cut()
    return walk.page


def _after(walk: "_Walk", element: Element, root: Element, *, opened: bool) -> Element | None:
    """The element that follows one of which all has been read, every element closed that ends before it."""
    while True:
        if opened:
            walk.close(element.tag)
        if element is root:
            return None
        tail = element.tail
        if tail:
            walk.say(tail)
        following = element.getnext()
        if following is not None:
            return following
        parent = element.getparent()
        assert parent is not None  # noqa: S101 - below the root each has one
        element, opened = parent, True


@dataclass(slots=True)
class _Box:
    """An open box: what it says of all that lies in it, to be undone when it closes."""

    region: bool = False
    hidden: bool = False
    shadow: bool = False
    card: bool = False


SILENT = _Box()  # of most boxes


@dataclass(slots=True)
class _Walk:
    """Collects running words and cuts them into pieces wherever the page does."""

    base: str
    barred: frozenset[Element | None]
    page: Page = field(default_factory=Page)
    words: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    linked: int = 0
    anchors: list[tuple[int, str]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    path: tuple[str, ...] = ()
    in_heading: int = 0
    in_list: int = 0
    in_card: int = 0
    hidden: int = 0
    shadow: int = 0
    in_article: int = 0
    nodes: list[int] = field(default_factory=lambda: [0])
    regions: tuple[int, ...] = ()
    boxes: list[_Box] = field(default_factory=list)

    def enter(self, element: Element) -> bool:
        """Reads the beginning of an element; False where nothing in it is to be read, now or later."""
        tag = element.tag
        if tag in SKIPPED or not isinstance(tag, str):
            return False
        if tag == "table" and is_data_table(element):
            self.table(element)
            return False
        attributes = attributes_of(element)
        if attributes and is_for_the_ear(element, attributes):
            return False
        self._open(element, tag, attributes)
        return True

    def _open(self, element: Element, tag: str, attributes: Attributes) -> None:
        if tag not in FLOWING:
            self._open_box(element, tag, attributes)
        elif tag == "a":
            self.anchors.append((len(self.words), attributes.get("href") or ""))
        elif tag == "br":
            self.say(" ")
        elif tag == "img":
            self._logo(attributes)
        email = decoded_email(attributes)
        if email:
            self.words.append(email)
            del element[:]
        elif text := element.text:
            if self.words and tag in LABELS and set_off(self.words[-1], text, beside=_follows(element)):
                self.words.append(" ")
            self.say(text)

    def _logo(self, attributes: Attributes) -> None:
        """The name a logo stands for, as a line of its own: a wall of customers has no other words."""
        name = logo_name(attributes)
        if name and not self.in_heading and not self.anchors:
            self.cut()
            self.words.append(name)
            self.cut(Where.LIST)

    def _open_box(self, element: Element, tag: str, attributes: Attributes) -> None:
        self._gap()
        parents = self.page.parents
        node = len(parents)
        parents.append(self.nodes[-1])
        self.nodes.append(node)
        if tag in ("main", "article") or attributes.get("role") == "main":
            self.page.mains.add(node)
        barred = element in self.barred
        says = attributes or barred or tag in SPEAKING
        self.boxes.append(self._spoken(element, tag, attributes, barred=barred) if says else SILENT)
        self.in_article += tag in ARTICLES
        self.in_list += tag in LISTS
        self.in_heading += tag in HEADINGS

    def _spoken(self, element: Element, tag: str, attributes: Attributes, *, barred: bool) -> _Box:
        """Takes in what a box says of itself."""
        region = None
        if not (tag == "header" and self.in_article):
            region = region_of(element, tag, attributes, barred=barred)
        if region is not None and len(self.regions) < limits.MOST_NESTED:
            self.page.regions.append(region)
            self.regions = (*self.regions, len(self.page.regions) - 1)
        else:
            region = None
        hidden = is_hidden(attributes)
        box = _Box(region is not None, hidden, hidden or is_shadow(attributes), is_card(tag, attributes))
        self.hidden += box.hidden
        self.shadow += box.shadow
        self.in_card += box.card
        return box

    def close(self, tag: str) -> None:
        if tag == "a":
            self._close_anchor()
        if tag in FLOWING:
            return
        if tag in HEADINGS:
            self.in_heading -= 1
            if not self.in_heading:
                self._cut_heading(HEADINGS[tag])
        else:
            self._gap()
        self.in_list -= tag in LISTS
        self.in_article -= tag in ARTICLES
        self.nodes.pop()
        box = self.boxes.pop()
        if box is not SILENT:
            self._forget(box)

    def _forget(self, box: _Box) -> None:
        self.in_card -= box.card
        self.hidden -= box.hidden
        self.shadow -= box.shadow
        if box.region:
            self.regions = self.regions[:-1]

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
            self.links.append(Link(text=text, url=absolute(self.base, href)))

    def _gap(self) -> None:
        """A box begins or ends: a new piece, or inside a heading just a blank."""
        if self.in_heading:
            self.words.append(" ")
        elif self.words:
            self.cut()

    def say(self, text: str) -> None:
        """Adds to the running words; white space that would only lead them is dropped here, most of it is such."""
        if self.words or not text.isspace():
            self.words.append(text)

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
            path=self.path,
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
        self.path = self.path[: len(self.headings)]
        self.cut(Where.HEADING)
        if text and not self.regions:
            self.headings.append((level, text[: limits.LONGEST_TITLE]))
            self.path = (*self.path, self.headings[-1][1])

    def table(self, table: Element) -> None:
        self._gap()
        for cells in table_rows(table):
            self._write(" | ".join(cell.text for cell in cells if cell.text), Where.TABLE, cells)


def _follows(element: Element) -> bool:
    """Whether an element stands right behind another one, not a blank between them."""
    previous = element.getprevious()
    return previous is not None and not previous.tail
