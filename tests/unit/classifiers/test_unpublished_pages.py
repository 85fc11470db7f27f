"""A page that was taken down is said in one line, with the tag of the kind of page it was."""

from collections.abc import Callable

import pytest

from domain.changes import Edit, EditKind
from domain.content import Where
from domain.events import Sighting
from domain.findings import TagName
from domain.sources import Source


def gone(title: str, link: str) -> Edit:
    return Edit(
        key="gone",
        kind=EditKind.REMOVED,
        where=Where.STATE,
        path=(title,),
        before=title,
        after=None,
        title=title,
        link=link,
    )


@pytest.mark.parametrize(
    ("title", "path", "tag", "line"),
    [
        ("Pricing", "/pricing", TagName.PRICING, "Brightvane unpublishes its pricing page"),
        ("Plans that fit", "/en/plans-and-rates", TagName.PRICING, "Brightvane unpublishes its pricing page"),
        ("Join us", "/company/careers", TagName.HIRING, "Brightvane unpublishes its careers page"),
        (
            "StayFeed Studio",
            "/products/studio",
            TagName.PRODUCT,
            "Brightvane unpublishes its product page “StayFeed Studio”",
        ),
        ("Our leadership", "/about", TagName.EXECUTIVE, "Brightvane unpublishes its leadership page"),
    ],
)
def test_a_page_taken_down_gets_the_tag_of_its_kind(
    seen: Callable[..., tuple[Sighting, ...]],
    source: Callable[..., Source],
    title: str,
    path: str,
    tag: TagName,
    line: str,
) -> None:
    url = f"https://brightvane.example{path}"
    (sighting,) = seen(gone(title, url), of=source(url=url))
    assert [one.tag for one in sighting.tags] == [tag]
    assert sighting.headline == line
    assert all(one.confidence < 0.65 for one in sighting.tags)
    assert all(quote.text == title for one in sighting.tags for quote in one.quotes)


def test_what_the_owner_expects_of_a_source_tells_the_kind_where_words_do_not(
    seen: Callable[..., tuple[Sighting, ...]], source: Callable[..., Source]
) -> None:
    url = "https://brightvane.example/p/17"
    (sighting,) = seen(gone("Studio", url), of=source(url=url, tags=("pricing",)))
    assert [one.tag for one in sighting.tags] == [TagName.PRICING]


def test_a_page_of_no_known_kind_is_named_and_not_tagged(
    seen: Callable[..., tuple[Sighting, ...]], source: Callable[..., Source]
) -> None:
    url = "https://brightvane.example/2019/retreat"
    (sighting,) = seen(gone("Team retreat", url), of=source(url=url))
    assert sighting.tags == ()
    assert sighting.headline == "Brightvane unpublishes “Team retreat”"


def test_words_inside_other_words_tell_no_kind(
    seen: Callable[..., tuple[Sighting, ...]], source: Callable[..., Source]
) -> None:
    url = "https://brightvane.example/planet/surprices"
    (sighting,) = seen(gone("Planet", url), of=source(url=url))
    assert sighting.tags == ()
