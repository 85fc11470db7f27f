"""A page as an ordered list of blocks: headings, paragraphs, list items, table rows, cards and links."""

from dataclasses import dataclass, field
from urllib.parse import urljoin

from lxml import etree

from diffing.chrome import chrome_place
from diffing.markup import DROPPED, Element
from diffing.obfuscation import decoded_email
from diffing.tables import is_data_table, table_rows
from diffing.text import tidy
from domain.content import Block, Link, Where

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
LISTS = frozenset({"li", "dd", "dt"})
INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "output",
        "picture",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "source",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "track",
        "tt",
        "u",
        "var",
        "wbr",
        "img",
        "input",
        "meter",
        "progress",
        "math",
    ]
)
SKIPPED = frozenset((*DROPPED, "head", "input", "select", "datalist", "textarea", "option", "link", "meta", "base"))


@dataclass(slots=True)
class _Writer:
    """Collects running words and cuts them into blocks wherever the page does."""

    base: str
    blocks: list[Block] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    anchors: list[tuple[int, str]] = field(default_factory=list)
    headings: list[tuple[int, str]] = field(default_factory=list)
    wheres: list[Where] = field(default_factory=list)
    chrome: list[Where] = field(default_factory=list)

    def path(self) -> tuple[str, ...]:
        return tuple(text for _, text in self.headings)

    def cut(self) -> None:
        text = tidy("".join(self.words))
        if text:
            self.blocks.append(
                Block(
                    where=self.chrome[-1] if self.chrome else self._where(),
                    path=self.path(),
                    text=text,
                    links=tuple(self.links),
                    chrome=bool(self.chrome),
                )
            )
        self.words.clear()
        self.links.clear()
        self.anchors = [(0, url) for _, url in self.anchors]

    def _where(self) -> Where:
        if self.wheres:
            return self.wheres[-1]
        return Where.PARAGRAPH

    def heading(self, level: int) -> None:
        text = tidy("".join(self.words))
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        self.wheres.append(Where.HEADING)
        self.cut()
        self.wheres.pop()
        if text and not self.chrome:
            self.headings.append((level, text))


def read_blocks(root: Element, base: str) -> tuple[Block, ...]:
    """The blocks under `root` in reading order; `base` makes link addresses absolute. Iterative: depth is no matter."""
    writer = _Writer(base=base)
    walker = etree.iterwalk(root, events=("start", "end"))
    skipped: set[Element] = set()
    for event, element in walker:
        tag = element.tag
        if not isinstance(tag, str):
            if event == "end":
                _tail(writer, element, root)
            continue
        if event == "start":
            if tag in SKIPPED:
                walker.skip_subtree()
                skipped.add(element)
            elif tag == "table" and is_data_table(element):
                _table(writer, element)
                walker.skip_subtree()
                skipped.add(element)
            else:
                _open(writer, element, tag)
        else:
            if element in skipped:
                skipped.discard(element)
            else:
                _close(writer, element, tag)
            _tail(writer, element, root)
    writer.cut()
    return tuple(writer.blocks)


def _tail(writer: _Writer, element: Element, root: Element) -> None:
    if element.tail and element is not root:
        writer.words.append(element.tail)


def _open(writer: _Writer, element: Element, tag: str) -> None:
    if tag == "br":
        writer.words.append(" ")
        return
    if tag not in INLINE:
        writer.cut()
        place = chrome_place(element, tag)
        if place is not None:
            writer.chrome.append(place)
        if tag in LISTS:
            writer.wheres.append(Where.LIST)
    if tag == "a":
        writer.anchors.append((len(writer.words), element.get("href") or ""))
    email = decoded_email(element)
    if email:
        writer.words.append(email)
        for child in list(element):
            element.remove(child)
    elif element.text:
        writer.words.append(element.text)


def _close(writer: _Writer, element: Element, tag: str) -> None:
    if tag == "a" and writer.anchors:
        start, href = writer.anchors.pop()
        text = tidy("".join(writer.words[start:]))
        if text and href and not href.startswith(("#", "javascript:")):
            writer.links.append(Link(text=text, url=_absolute(writer.base, href)))
    if tag in INLINE or tag == "br":
        return
    level = HEADINGS.get(tag)
    if level:
        writer.heading(level)
    else:
        writer.cut()
    if tag in LISTS and writer.wheres:
        writer.wheres.pop()
    if chrome_place(element, tag) is not None and writer.chrome:
        writer.chrome.pop()


def _table(writer: _Writer, table: Element) -> None:
    writer.cut()
    for cells in table_rows(table):
        writer.blocks.append(
            Block(
                where=writer.chrome[-1] if writer.chrome else Where.TABLE,
                path=writer.path(),
                text=" | ".join(cell.text for cell in cells if cell.text),
                cells=cells,
                chrome=bool(writer.chrome),
            )
        )


def _absolute(base: str, href: str) -> str:
    try:
        return urljoin(base, href.strip())
    except ValueError:
        return href
