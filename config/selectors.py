"""Selectors as analysts write them: CSS, or XPath when it begins with a slash, a dot or a bracket."""

import re
from functools import lru_cache

from cssselect import SelectorError
from cssselect.xpath import HTMLTranslator
from lxml import etree

MAX_LENGTH = 500
XPATH_START = ("/", "./", "(", "xpath:")
PREFIXED = re.compile(r"\b([\w-]+):(?!:)(?=[\w-]+\s*\()")
FUNCTION = re.compile(r"(?<![\w:.-])([A-Za-z_][\w.-]*)\s*\(")
# What XPath 1.0 knows (sections 4, 2.3 and 3); any other name would only fail when a page is read.
KNOWN_LIST = (
    "last position count id local-name namespace-uri name string concat starts-with contains substring-before "
    "substring-after substring string-length normalize-space translate boolean not true false lang number sum floor "
    "ceiling round comment text processing-instruction node and or div mod"
)
KNOWN = frozenset(KNOWN_LIST.split())
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")


class SelectorRefused(ValueError):
    """A selector that does not compile, or that reaches for more than selecting."""


@lru_cache(maxsize=1024)
def compile_selector(text: str) -> etree.XPath:
    """The selector, ready to be called on an lxml HTML tree; raises SelectorRefused saying why not.

    CSS becomes XPath by cssselect's HTML translator. EXSLT functions (`re:`) are off: their patterns can run for ever.
    """
    if len(text) > MAX_LENGTH:
        raise SelectorRefused(f"longer than {MAX_LENGTH} characters")
    try:
        path = text.removeprefix("xpath:") if is_xpath(text) else HTMLTranslator().css_to_xpath(text)
    except SelectorError as error:
        raise SelectorRefused(f"not CSS: {error}") from error
    plain = QUOTED.sub("''", path)
    prefixed = PREFIXED.search(plain)
    if prefixed is not None:
        raise SelectorRefused(f"functions of '{prefixed[1]}:' are not allowed")
    unknown = next((name for name in FUNCTION.findall(plain) if name not in KNOWN), None)
    if unknown is not None:
        raise SelectorRefused(f"there is no function '{unknown}' in XPath 1.0")
    try:
        compiled = etree.XPath(path, regexp=False, smart_strings=False)
        found = compiled(etree.Element("html"))
    except etree.XPathError as error:
        raise SelectorRefused(f"not XPath: {error}") from error
    if not isinstance(found, list):
        raise SelectorRefused("it gives a value, not parts of the page")
    return compiled


def is_xpath(text: str) -> bool:
    return text.startswith(XPATH_START)
