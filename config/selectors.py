"""Selectors as analysts write them: CSS, or XPath when it begins with a slash, a dot or a bracket."""

import re
from functools import lru_cache

from cssselect import SelectorError
from cssselect.xpath import HTMLTranslator
from lxml import etree

MAX_LENGTH = 500
XPATH_START = ("/", "./", "(", "xpath:")
PREFIXED = re.compile(r"\b([\w-]+):(?!:)(?=[\w-]+\s*\()")
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
    prefixed = PREFIXED.search(QUOTED.sub("''", path))
    if prefixed is not None:
        raise SelectorRefused(f"functions of '{prefixed[1]}:' are not allowed")
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
