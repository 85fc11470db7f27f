"""A page's parts to one extraction: decoded, cleaned, selected, cut into blocks."""

from diffing.blocks import read_page_tree
from diffing.charsets import decode, header
from diffing.layout import content_blocks
from diffing.markup import Element, drop_matching, find, outermost, parse
from diffing.text import tidy
from domain.content import Block, Extraction
from domain.errors import UnreadableContent
from domain.sources import Source
from domain.visits import FetchedPart

VERSION = "page-1"
PLAIN = ("text/plain", "text/markdown")


class NothingSelected(UnreadableContent):
    """The source's selector matches nothing on this page."""


def read_page(source: Source, parts: tuple[FetchedPart, ...]) -> Extraction:
    """The blocks of all page parts in order.

    Raises UnreadableContent for a body that is no HTML or plain text, NothingSelected where `select` matches nothing.
    """
    title, language, blocks = "", source.language, []
    for part in page_parts(parts):
        if is_plain(part):
            blocks.extend(_paragraphs(decode(part)))
            continue
        root = tree(part)
        title = title or title_of(root)
        language = language or root.get("lang")
        for piece in selected(source, root):
            page = read_page_tree(piece, part.url)
            blocks.extend([one.block for one in page.pieces] if source.select else content_blocks(page))
    return Extraction(version=VERSION, title=title, language=language, blocks=tuple(blocks))


def page_parts(parts: tuple[FetchedPart, ...]) -> tuple[FetchedPart, ...]:
    """The parts that are pages: not screenshots, not followed articles."""
    return tuple(part for part in parts if part.part.startswith("page"))


def tree(part: FetchedPart) -> Element:
    body = part.body or b""
    if body[:5] == b"%PDF-" or body[:4] in (b"PK\x03\x04", b"\x89PNG") or body[:3] == b"\xff\xd8\xff":
        raise UnreadableContent("the answer is a file, not a page")
    root = parse(decode(part))
    if root is None:
        raise UnreadableContent("the answer holds no HTML")
    return root


def is_plain(part: FetchedPart) -> bool:
    return header(part, "content-type").split(";")[0].strip().lower() in PLAIN


def title_of(root: Element) -> str:
    return next((tidy(element.text or "") for element in root.iter("title") if element.text), "")


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


def _paragraphs(text: str) -> list[Block]:
    from domain.content import Where

    pieces = text.replace("\r\n", "\n").split("\n\n")
    return [Block(where=Where.PARAGRAPH, path=(), text=tidy(piece)) for piece in pieces if piece.strip()]
