"""Selectors: CSS or XPath, and nothing that reaches for more."""

import pytest
from lxml import html

from config.selectors import SelectorRefused, compile_selector

PAGE = html.fromstring("<main><p class=a>one</p><div id='b:c'><p>two</p></div></main>")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("p", ["one", "two"]),
        ("main > p.a", ["one"]),
        ("#b\\:c p", ["two"]),
        ("//div/p", ["two"]),
        ("(//p)[1]", ["one"]),
        ("xpath://p[@class='a']", ["one"]),
        ("p:not(.a)", ["two"]),
        ("//p[contains(., 're:test(')] | //p[.='two']", ["two"]),
        ("//p[(position() = 1) and not(text() = 'x(y)') and (1 or (2 div (1)))]", ["one", "two"]),
    ],
)
def test_css_and_xpath_select(text: str, found: list[str]) -> None:
    assert [element.text for element in compile_selector(text)(PAGE)] == found


@pytest.mark.parametrize(
    "text",
    [
        "p[",
        "//p[",
        "re:match(//p, 'a')",
        "//p[re:test(., 'a')]",
        "/" + "a" * 600,
        "(1 + 1)",
        "//p[document('file:///x')]",
        "//p[unparsed-text('/x')]",
        "//p[contains(system-property('x'), 'y')]",
    ],
)
def test_other_selectors_are_refused(text: str) -> None:
    with pytest.raises(SelectorRefused):
        compile_selector(text)
