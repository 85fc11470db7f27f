"""A page as an ordered list of pieces: headings, paragraphs, list items, table rows, cards and links."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from lxml import etree

from diffing.reading import limits
from diffing.reading.addresses import absolute
from diffing.reading.chrome import SILENT, Said, is_for_the_ear, logo_name, named, region_of, said_by
from diffing.reading.gluing import set_off, touch
from diffing.reading.markup import Element
from diffing.reading.obfuscation import decoded_email
from diffing.reading.pieces import Page, Piece, Setting
from diffing.reading.tables import data_rows
from diffing.reading.tags import BOX, KINDS, MAINS, QUOTING, Kind
from diffing.wording.money import MAY_BE_AMOUNT
from diffing.wording.text import names_amount, tidy
from domain.content import Cell, Link, Where

LONG = 80  # characters of a piece of which nobody asks again whether it names an amount
TOGETHER = 32  # pieces


def read_page_tree(root: Element, base: str) -> Page:
    """The pieces under `root`; `base` makes link addresses absolute. Iterative: depth is no matter.

    Raises UnreadableContent for more pieces than are compared.
    """
    walk = _Walk(base=base, barred=frozenset([button.getparent() for button in root.iter("button")]))
    words = walk.words
    steps = etree.iterwalk(root, events=("start", "end"))
    opened = True
    for step, element in steps:
        if step == "start":
            opened = walk.enter(element)
            if not opened:
                steps.skip_subtree()  # its end comes next
            continue
        if opened:
            walk.close(element.tag)
        opened = True
        tail = element.tail
        if tail and (words or not tail.isspace()) and element is not root:
            words.append(tail)
    walk.cut()
    _price(walk.page.pieces)
    return walk.page


def _price(pieces: Sequence[Piece]) -> None:
    """Marks the pieces that name an amount. Long ones seldom do: a quick look is taken at several of them together.

    Short ones are asked again when they are compared, and the answer is kept for then.
    """
    long = []
    for piece in pieces:
        if len(piece.text) >= LONG:
            long.append(piece)
        else:
            piece.priced = names_amount(piece.text)
    for at in range(0, len(long), TOGETHER):
        some = long[at : at + TOGETHER]
        if MAY_BE_AMOUNT("\n".join([piece.text for piece in some])):
            for piece in some:
                piece.priced = names_amount(piece.text)


@dataclass(slots=True)
class _Walk:
    """Collects running words and cuts them into pieces wherever the page does.

    `nodes` and `settings` have one item for every box that is open, and one for the page itself.
    """

    base: str
    barred: frozenset[Element | None]
    page: Page = field(default_factory=Page)
    words: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    linked: int = 0
    anchors: list[tuple[int, str]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    path: tuple[str, ...] = ()
    nodes: list[int] = field(default_factory=lambda: [0])
    settings: list[Setting] = field(default_factory=lambda: [Setting()])

    def enter(self, element: Element) -> bool:
        """Reads the beginning of an element; False where nothing in it is to be read, now or later."""
        tag = element.tag
        kind = KINDS.get(tag, BOX)
        if kind.skipped:
            return False
        if kind.flowing:
            return self._go_on(element, tag, kind)
        if tag == "table" and self.table(element):
            return False
        said = said_by(element, tag)
        if said.heard and is_for_the_ear(element):
            return False
        self._open_box(element, tag, kind, said)
        text = element.text
        if said.email or (text and (self.words or not text.isspace())):
            self._begin(element, text, kind, said.email)
        return True

    def _go_on(self, element: Element, tag: str, kind: Kind) -> bool:
        """Reads the beginning of an element that flows; all that it may say of itself is asked here."""
        names, code = element.get("class"), element.get("data-cfemail")
        if names and named(names).heard and is_for_the_ear(element):
            return False
        if tag == "a":
            self.anchors.append((len(self.words), element.get("href") or ""))
        elif tag == "br":
            self.say(" ")
        elif tag == "img":
            self._logo(element)
        text = element.text
        if text or code:
            self._begin(element, text, kind, decoded_email(code) if code else "")
        return True

    def _begin(self, element: Element, text: str | None, kind: Kind, email: str) -> None:
        """Reads what stands before the first child."""
        if email:
            self.words.append(email)
            del element[:]
        elif text:
            before = self.words[-1] if kind.label and self.words else " "
            if touch(before, text) and set_off(before, text, beside=_follows(element)):
                self.words.append(" ")
            self.say(text)

    def _logo(self, image: Element) -> None:
        """The name a logo stands for, as a line of its own: a wall of customers has no other words."""
        name = logo_name(image)
        if name and not self.settings[-1].heading and not self.anchors:
            self.cut()
            self.words.append(name)
            self.cut(Where.LIST)

    def _open_box(self, element: Element, tag: str, kind: Kind, said: Said) -> None:
        if self.words:
            self._gap()
        parents = self.page.parents
        node = len(parents)
        parents.append(self.nodes[-1])
        self.nodes.append(node)
        if said.main or tag in MAINS:
            self.page.mains.add(node)
        setting = self.settings[-1]
        barred = element in self.barred
        if said is not SILENT or kind is not BOX or barred or tag in QUOTING:
            setting = self._within(setting, element, tag, kind, said, barred=barred)
        self.settings.append(setting)

    def _within(self, around: Setting, element: Element, tag: str, kind: Kind, said: Said, *, barred: bool) -> Setting:
        """The setting of what stands in a box that says something of it, itself or by its kind."""
        regions = around.regions
        region = None
        if not (tag == "header" and around.article):
            region = region_of(element, tag, said, barred=barred)
        if region is not None and len(regions) < limits.MOST_NESTED:
            regions = (*regions, len(self.page.regions))
            self.page.regions.append(region)
        elif not (said.hidden or said.shadow or said.card or kind.item or kind.heading or kind.article):
            return around
        return Setting(
            regions,
            around.hidden or said.hidden,
            around.shadow or said.hidden or said.shadow,
            around.card or said.card,
            around.item or kind.item,
            around.heading or kind.heading > 0,
            around.article or kind.article,
        )

    def close(self, tag: str) -> None:
        if tag == "a":
            self._close_anchor()
        kind = KINDS.get(tag, BOX)
        if kind.flowing:
            return
        if not kind.heading:
            if self.words:
                self._gap()
        elif not self.settings[-2].heading:
            self._cut_heading(kind.heading)
        self.nodes.pop()
        self.settings.pop()

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
            link_to = _link_to if len(text) <= limits.LONGEST_TITLE else _link_to.__wrapped__
            self.links.append(link_to(self.base, text, href))

    def _gap(self) -> None:
        """A box begins or ends: a new piece, or inside a heading just a blank."""
        if self.settings[-1].heading:
            self.words.append(" ")
        else:
            self.cut()

    def say(self, text: str) -> None:
        """Adds to the running words; white space that would only lead them is dropped here, most of it is such."""
        if self.words or not text.isspace():
            self.words.append(text)

    def cut(self, where: Where | None = None) -> None:
        if self.words:
            self._cut(tidy("".join(self.words)), where or self._where())

    def _cut(self, text: str, where: Where) -> None:
        if text:
            if self.anchors:
                start, href = self.anchors[-1]
                self._link(tidy("".join(self.words[start:])), href)
            if len(text) > limits.LONGEST_BLOCK:
                self._write_cut_up(text, where)
            else:
                self._write(text, where)
        self.words.clear()
        self.links.clear()
        self.linked = 0
        if self.anchors:
            self.anchors = [(0, href) for _, href in self.anchors]

    def _write_cut_up(self, text: str, where: Where) -> None:
        """A text too long for one block, each piece with its share of the link text and the links it names."""
        linked, links = self.linked, self.links[: limits.MOST_LINKS]
        for piece in limits.cut_up(text):
            self.linked = linked * len(piece) // len(text)
            self.links = [link for link in links if link.text in piece]
            self._write(piece, where)

    def _where(self) -> Where:
        setting = self.settings[-1]
        if setting.item:
            return Where.LIST
        return Where.CARD if setting.card else Where.PARAGRAPH

    def _write(self, text: str, where: Where, cells: tuple[Cell, ...] = ()) -> None:
        pieces = self.page.pieces
        limits.require_countable(len(pieces))
        links, setting = tuple(self.links), self.settings[-1]
        pieces.append(Piece(where, self.path, text, cells, links, self.nodes[-1], self.linked, setting))

    def _cut_heading(self, level: int) -> None:
        text = tidy("".join(self.words))
        if self.headings and names_amount(text) and not names_amount(self.headings[-1][1]):
            level = max(level, self.headings[-1][0] + 1)  # a price under the name of its plan, though in larger letters
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.path = self.path[: len(self.headings)]
        self._cut(text, Where.HEADING)
        if text and not self.settings[-1].regions:
            self.headings.append((level, text[: limits.LONGEST_TITLE]))
            self.path = (*self.path, self.headings[-1][1])

    def table(self, table: Element) -> bool:
        """Reads a table row by row; False where it holds no data but the page's layout."""
        rows = data_rows(table)
        if rows is None:
            return False
        if self.words:
            self._gap()
        for cells in rows:
            self._write(" | ".join(cell.text for cell in cells if cell.text), Where.TABLE, cells)
        return True


@lru_cache(maxsize=8_192)
def _link_to(base: str, text: str, href: str) -> Link:
    """A link; both visits of a page, and often all pages of a site, name the same ones."""
    return Link(text=text, url=absolute(base, href))


def _follows(element: Element) -> bool:
    """Whether an element stands right behind another one, not a blank between them."""
    previous = element.getprevious()
    return previous is not None and not previous.tail
