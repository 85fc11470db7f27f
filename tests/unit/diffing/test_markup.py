"""A page's markup: what is read of it, and what is too much."""

import pytest

from diffing.reading.markup import LARGE, MOST_ATTRIBUTES, bounded, parse

FILLER = "<p>words of a page</p>" * (LARGE // 20)
QUOTED_MANY = " ".join(f'data-a{n}="<{n}>"' for n in range(5_000))
BARE_MANY = " ".join(f"a{n}" for n in range(5_000))


JOINED_MANY = "".join(f'a{n}="{n}"' for n in range(5_000))
MIXED_MANY = 'b="1" c="2" d="3" ' + BARE_MANY + " e='4'"
STROKES_MANY = BARE_MANY.replace(" ", "/")
VALUES_MANY = " ".join(f"a{n} = {n}" for n in range(5_000))
LONG_VALUE = f"href=/{BARE_MANY.replace(' ', '/')}"


@pytest.mark.parametrize("many", [QUOTED_MANY, BARE_MANY, JOINED_MANY, MIXED_MANY, STROKES_MANY, VALUES_MANY])
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
        f"<a {LONG_VALUE}>",
        f"<a title = '' {LONG_VALUE} class=x>",
    ],
)  # fmt: skip
def test_every_other_large_page_stays_as_it_is(tag: str) -> None:
    assert bounded(FILLER + tag) == FILLER + tag


@pytest.mark.parametrize("attribute", ["{}", "a{}='>'", 'a{}=""'])
def test_a_tag_keeps_as_many_attributes_as_pages_write_and_not_one_more(attribute: str) -> None:
    most = f"<p {' '.join(attribute.format(n) for n in range(MOST_ATTRIBUTES))}>Kept"
    assert bounded(FILLER + most) == FILLER + most
    more = most.replace("<p ", "<p one ")
    assert bounded(FILLER + more) == f"{FILLER}<p>Kept"


@pytest.mark.parametrize(
    "hostile", ["<a", "<a '", "<a \"'", "<a x='>' ", "<a 'y 'y 'y ", "<a ''\"", "<a/b/", "<a x= x=", "<a =\t= "]
)
def test_tags_made_to_hurt_are_bounded_in_one_go(hostile: str) -> None:
    assert len(bounded(hostile * 100_000)) <= 100_000 * len(hostile)
