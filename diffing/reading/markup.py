"""From a body to a clean tree: what nobody sees is gone, and the source's `select` and `remove` are applied."""

import re
from collections.abc import Iterable

from lxml import etree
from lxml.cssselect import CSSSelector

from diffing.reading.limits import require_readable
from domain.errors import UnreadableContent

DROPPED = (
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "object",
    "embed",
    "canvas",
    "video",
    "audio",
    "math",
)
Element = etree._Element

# The parser takes time with the square of a tag's attributes: 40,000 of them on one tag are 20 seconds.
HEADS = frozenset({"title", "meta", "link", "base", "basefont", "isindex", *DROPPED})
LARGE = 100_000
MOST_ATTRIBUTES = 1_000  # each at least two characters
# Short strides and quotations: an attribute in quotes is two of them, a thousand bare ones are twenty strides.
TAG = re.compile(r"<([a-zA-Z][^\s<>\"'/]*+)((?:[^\"'>]{1,100}+|\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)){16,}+)")
FORMATTING = re.compile(
    r"</?(?:b|big|center|em|font|i|s|small|span|strike|strong|tt|u)(?=[\s>/])(?:[^\"'>]|\"[^\"]*+\"|'[^']*+')*+>",
    re.IGNORECASE,
)
VALUE = re.compile(r"(?:=\s*)?+(?:\"[^\"]*+\"|'[^']*+')|=\s*[^\s\"'>]++")
NAME = re.compile(r"[^\s/]+")  # the parser takes a stroke between two for a blank


def parse(text: str) -> Element | None:
    """The tree of an HTML text, comments left out; None where there is nothing to parse.

    Raises UnreadableContent for markup that is too large, or nested deeper than the parser goes (2,048 elements): it
    would leave out the rest without a word.
    """
    require_readable(text)
    cleaned = bounded(text.replace("\x00", "") if "\x00" in text else text)
    if not cleaned or cleaned.isspace():
        return None
    root, complete = _tree(cleaned)
    if not complete:  # mostly letters set bold again and again, and never set back
        root, complete = _tree(FORMATTING.sub("", cleaned))
    if not complete:
        raise UnreadableContent("its elements are nested deeper than 2,048, the most that we read")
    if root is not None:
        _out_of_head(root)
    return root


def _tree(text: str) -> tuple[Element | None, bool]:
    """The tree, and whether it holds all of the text."""
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, not _too_deep(parser)
    return root, not _too_deep(parser)


def _too_deep(parser: etree.HTMLParser) -> bool:
    return bool(parser.error_log.filter_types(etree.ErrorTypes.ERR_RESOURCE_LIMIT))


def _out_of_head(root: Element) -> None:
    """Moves content out of the head: the parser is of HTML 4 and keeps a `main` there where `body` is left implied."""
    head, body = root.find("head"), root.find("body")
    strays = (
        [child for child in head if isinstance(child.tag, str) and child.tag not in HEADS] if head is not None else []
    )
    if strays:
        body = etree.SubElement(root, "body") if body is None else body
        body[:0] = strays


def bounded(text: str) -> str:
    """The markup, where it is large, without the attributes of tags that have more than any page writes."""
    return TAG.sub(_bounded_tag, text) if len(text) > LARGE else text


def _bounded_tag(found: re.Match[str]) -> str:
    if len(found[2]) < 2 * MOST_ATTRIBUTES or len(NAME.findall(VALUE.sub(" ", found[2]))) <= MOST_ATTRIBUTES:
        return found[0]
    return f"<{found[1]}"


def find(root: Element, selector: str) -> list[Element]:
    """Elements matching a CSS selector, or an XPath (begins with "/", "./" or "("); UnreadableContent when invalid."""
    try:
        if selector.startswith(("/", "./", "(", "xpath:")):
            found = root.xpath(selector.removeprefix("xpath:"))
        else:
            found = CSSSelector(selector, translator="html")(root)
    except (etree.XPathError, SyntaxError) as error:
        raise UnreadableContent(f"the selector {selector!r} cannot be used: {error}") from error
    return [element for element in found if isinstance(element, Element)] if isinstance(found, list) else []


def drop(element: Element) -> None:
    """Takes an element out of its tree and leaves the text after it where it was."""
    parent = element.getparent()
    if parent is None:
        return
    if element.tail:
        previous = element.getprevious()
        if previous is not None:
            previous.tail = (previous.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def drop_matching(root: Element, selectors: Iterable[str]) -> None:
    for selector in selectors:
        for element in find(root, selector):
            drop(element)


def outermost(elements: Iterable[Element]) -> list[Element]:
    """The elements without those that lie inside another of them, in the given order, each once."""
    chosen = list(dict.fromkeys(elements))
    inside = set(chosen)
    return [element for element in chosen if not any(parent in inside for parent in element.iterancestors())]
