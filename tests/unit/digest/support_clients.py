"""What mail clients take, for what a mail of ours may use: written down by us, from the clients' own documentation.

Outlook for Windows draws with Word: it takes widths of tables and cells, and next to nothing of modern layout. Gmail
drops a `style` block of more than 16 KB and every block with a fault in it, and cuts a mail at 102 KB. Apple Mail takes
all. What stands here is either taken by all three, or its loss is harmless for the reason given.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

GMAIL_CUTS_AT = 102_000
GMAIL_STYLE = 16_000

ELEMENTS = frozenset(
    {
        "html",
        "head",
        "title",
        "meta",
        "style",
        "body",
        "div",
        "span",
        "b",
        "a",
        "table",
        "tbody",
        "tr",
        "td",
        "br",
        "img",
    }
)

# Taken by all, where they stand in a style attribute.
INLINE = frozenset(
    {
        "background-color", "border", "border-top", "border-color", "color", "direction", "font-family", "font-size",
        "font-style", "font-weight", "height", "letter-spacing", "line-height", "padding", "padding-left",
        "padding-right", "text-align", "text-decoration", "vertical-align", "white-space", "width", "word-spacing",
    }
)  # fmt: skip

# Lost on some client, and why that does no harm.
HARMLESS = {
    "background": "Word takes the bgcolor attribute; a single colour only",
    "display": "Word ignores it; we use none (the preview line, hidden there by mso-hide too), block and inline-block",
    "margin": "Word takes none on div; centring is done by align of the table",
    "max-height": "hides the preview line only",
    "max-width": "Word ignores it; a table of 600 px in a conditional comment holds the width there",
    "mso-hide": "for Word only",
    "opacity": "hides the preview line only",
    "overflow": "hides the preview line only",
    "table-layout": "Word lays tables out as auto: cells widen to their words",
    "word-break": "Word breaks where it likes; long addresses are never printed whole",
}

# Values that a known property must not have anywhere.
REFUSED_VALUES = (
    (re.compile(r"url\s*\("), "no request may leave the mail"),
    (re.compile(r"expression|behavior|javascript", re.IGNORECASE), "script"),
    (re.compile(r"\b(?:flex|grid|absolute|fixed|sticky)\b"), "layout that Word does not know"),
    (re.compile(r"\d(?:rem|vw|vh|ch)\b"), "units that Word does not know"),
    (re.compile(r"\bvar\(|\bcalc\("), "computed values are dropped by Gmail and Word"),
)

# In a style block, for clients that read it: what else may stand there.
BLOCK_ONLY = frozenset(
    {
        "-webkit-text-size-adjust", "-ms-text-size-adjust", "-ms-interpolation-mode", "mso-table-lspace",
        "mso-table-rspace", "border-collapse", "outline", "color-scheme", "supported-color-schemes",
    }
)  # fmt: skip

_DECLARED = re.compile(r"(?:^|[;{])\s*([a-z-]+)\s*:\s*([^;{}]+)")


class _Found(HTMLParser):
    """Elements, attributes, and the texts of style blocks, conditional comments left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.blocks: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False if tag == "style" else self._in_style

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.blocks.append(data)


def faults(page: str) -> Iterator[str]:
    """What some client would lose, break or warn of; nothing for a mail that is safe everywhere."""
    found = _Found()
    found.feed(page)
    for tag, attributes in found.elements:
        if tag not in ELEMENTS:
            yield f"<{tag}> is not taken everywhere"
        yield from _attribute_faults(tag, attributes)
    for block in found.blocks:
        if len(block.encode()) > GMAIL_STYLE:
            yield f"a style block of {len(block.encode())} bytes: Gmail drops it"
        if block.count("{") != block.count("}"):
            yield "a style block that is not closed: Gmail drops it whole"
        yield from _value_faults(block.replace("max-width:", "at-most:"), INLINE | HARMLESS.keys() | BLOCK_ONLY)
    if len(page.encode()) >= GMAIL_CUTS_AT:
        yield f"{len(page.encode())} bytes: Gmail cuts it"
    if page.count("<!--[if") != page.count("<![endif]"):
        yield "a conditional comment for Word that is not closed"


def _attribute_faults(tag: str, attributes: dict[str, str]) -> Iterator[str]:
    for name in attributes:
        if name.startswith("on"):
            yield f"{name} on <{tag}>: script"
    if tag == "img" and not ({"alt", "width"} <= attributes.keys()):
        yield "a picture without alt or width: a hole where pictures are off"
    if tag == "table" and attributes.get("role") != "presentation" and "cellpadding" not in attributes:
        yield "a table that a screen reader takes for data"
    if tag == "a" and not attributes.get("href", "").startswith(("http://", "https://", "mailto:")):
        yield f"a link that leads nowhere: {attributes.get('href')}"
    yield from _value_faults(attributes.get("style", ""), INLINE | HARMLESS.keys())


def _value_faults(styles: str, known: frozenset[str] | set[str]) -> Iterator[str]:
    for name, value in _DECLARED.findall(styles):
        if name not in known and name != "at-most":
            yield f"{name} is not taken everywhere"
        for pattern, why in REFUSED_VALUES:
            if pattern.search(value):
                yield f"{name}: {value.strip()}: {why}"
