"""A page's parts to one extraction: decoded, cleaned, selected, cut into blocks."""

from dataclasses import dataclass

from diffing.reading.blocks import read_page_tree
from diffing.reading.charsets import decode, header
from diffing.reading.layout import content_blocks
from diffing.reading.markup import Element, drop_matching, find, outermost, parse
from diffing.wording.text import tidy
from domain.content import Block, Extraction, Where
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import FetchedPart

VERSION = "page-1"
PLAIN = ("text/plain", "text/markdown")
MAGIC = (b"%PDF-", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"\x1f\x8b", b"\xd0\xcf\x11\xe0")


class NothingSelected(UnreadableContent):
    """The source's selector matches nothing on this page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A page as read, with the signs by which its state is judged; `missing` are expected selectors without a match."""

    extraction: Extraction
    password: bool = False
    mounts: bool = False
    missing: tuple[str, ...] = ()


def read_page(source: Source, parts: tuple[FetchedPart, ...]) -> Extraction:
    """The blocks of all page parts in order.

    Raises UnreadableContent for a body that is no HTML or plain text, NothingSelected where `select` matches nothing.
    """
    return open_page(source, parts).extraction


def open_page(source: Source, parts: tuple[FetchedPart, ...], first: Element | None = None) -> Opened:
    """As `read_page`, with a look at forms and empty application roots along the way.

    `first` is the tree of the first page part, where it was parsed already; the tree is used up.
    """
    title, language, blocks = "", source.language, []
    password = mounts = False
    expected = {one.selector for one in source.expect if one.selector}
    for part in page_parts(parts):
        if is_plain(part):
            blocks.extend(_paragraphs(decode(part)))
            continue
        root, first = (tree(part) if first is None else first), None
        title = title or title_of(root)
        language = language or root.get("lang")
        password = password or asks_password(root)
        expected -= {selector for selector in expected if find(root, selector)}
        for piece in selected(source, root):
            page = read_page_tree(piece, part.url)
            blocks.extend([one.block() for one in page.pieces] if source.select else content_blocks(page))
        mounts = mounts or (not blocks and root.find(".//div[@id]") is not None)
    extraction = Extraction(version=VERSION, title=title, language=language, blocks=tuple(blocks))
    return Opened(extraction=extraction, password=password, mounts=mounts, missing=tuple(sorted(expected)))


def lone_tree(source: Source, parts: tuple[FetchedPart, ...]) -> Element | None:
    """The tree of a page that is one HTML document of which all is read; None for any other. Raises as `tree` does."""
    return tree(page_parts(parts)[0]) if is_lone(source, parts) else None


def is_lone(source: Source, parts: tuple[FetchedPart, ...]) -> bool:
    """Whether a page is one HTML document, of which the source neither selects, removes nor expects anything."""
    pages = page_parts(parts)
    asked = source.select or source.remove or source.expect
    return len(pages) == 1 and not asked and not is_plain(pages[0])


def page_parts(parts: tuple[FetchedPart, ...]) -> tuple[FetchedPart, ...]:
    """The parts that are pages: not screenshots, not followed articles."""
    return tuple(part for part in parts if part.part.startswith("page"))


def tree(part: FetchedPart) -> Element:
    """The tree of a part; an answer without any text is an empty page. Raises UnreadableContent for other files."""
    body = part.body or b""
    if body.startswith(MAGIC):
        raise UnreadableContent("the answer is a file, not a page")
    root = parse(decode(part) if body.strip() else "<html></html>")
    if root is None:
        raise UnreadableContent("the answer holds no HTML")
    return root


def is_plain(part: FetchedPart) -> bool:
    return header(part, "content-type").split(";")[0].strip().lower() in PLAIN


def selected(source: Source, root: Element) -> list[Element]:
    """What the source asks to read: `remove` first, then `select` (all of the page without one)."""
    drop_matching(root, source.remove)
    if not source.select:
        body = next(root.iter("body"), None)
        return [body if body is not None else root]
    found = outermost([element for selector in source.select for element in find(root, selector)])
    if not found:
        raise NothingSelected(f"no element matches {', '.join(source.select)}")
    return found


def asks_password(root: Element) -> bool:
    return root.find(".//input[@type='password']") is not None


def title_of(root: Element) -> str:
    return next((tidy(element.text or "") for element in root.iter("title") if element.text), "")


def _paragraphs(text: str) -> list[Block]:
    pieces = text.replace("\r\n", "\n").split("\n\n")
    return [Block(where=Where.PARAGRAPH, path=(), text=tidy(piece)) for piece in pieces if piece.strip()]
