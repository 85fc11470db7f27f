"""A page's markup: what is read of it, and what is too much."""

import pytest

from diffing.reading.markup import LARGE, bounded, parse

FILLER = "<p>words of a page</p>" * (LARGE // 20)
QUOTED_MANY = " ".join(f'data-a{n}="<{n}>"' for n in range(5_000))
BARE_MANY = " ".join(f"a{n}" for n in range(5_000))


@pytest.mark.parametrize("many", [QUOTED_MANY, BARE_MANY])
def test_a_tag_with_thousands_of_attributes_loses_them(many: str) -> None:
    root = parse(f"{FILLER}<p class=x {many}>Kept</p><p class=y>after</p>")
    assert root is not None
    assert [(p.text, dict(p.attrib)) for p in root.findall(".//p")[-2:]] == [("Kept", {}), ("after", {"class": "y"})]


@pytest.mark.parametrize(
    "tag",
    [
        f'<div class="a" data-props="{"word " * 50_000}">',
        f"<img class='a' src='data:image/png;base64,{'A' * 200_000}'>",
        "<a title=\"it's > here\" href='/x?a=\"b\"'>",
        '<p title="open',
        "1 < 2 and 3 > 2",
    ],
)  # fmt: skip
def test_every_other_large_page_stays_as_it_is(tag: str) -> None:
    assert bounded(FILLER + tag) == FILLER + tag
