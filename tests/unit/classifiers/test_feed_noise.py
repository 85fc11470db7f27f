"""Entries that are no news get no tags; who speaks and what is denied makes a difference."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import FIVE_TAGS, TagName
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]


@pytest.mark.parametrize(
    "title",
    [
        "How to choose a hotel API",
        "10 reasons to track room rates",
        "Webinar: new features for revenue managers",
        "How Calder Hotels cut costs by 30% with StayFeed",
        "The complete guide to SaaS pricing",
        "What is SOC 2?",
        "Why you should partner with a data provider",
        "Meet the team: a day with our support engineers",
        "Brightvane survey reveals how people book",
        "Happy holidays from all of us",
        "Brightvane named one of the best places to work",
        "Brightvane to release third-quarter results on 5 May",
    ],
)
def test_an_entry_that_is_no_news_gets_none_of_the_five_tags(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source], title: str
) -> None:
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    assert not {tag.tag for tag in sighting.tags} & set(FIVE_TAGS)


@pytest.mark.parametrize(
    "title",
    [
        "Brightvane has no plans to raise prices",
        "Brightvane could raise prices, analysts say",
        "Analyst cuts price target on Brightvane",
        "Brightvane denies it will partner with Calder",
    ],
)
def test_what_is_denied_or_only_supposed_is_not_told_as_done(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source], title: str
) -> None:
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    assert not {tag.tag for tag in sighting.tags} & {TagName.PRICING, TagName.PARTNERSHIP}


def test_boilerplate_deep_in_an_article_gives_no_tag(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source]
) -> None:
    lead = "A day in our kitchen. " * 40 + "About us: in 2020 the company appointed Jo Ray as Chief Financial Officer."
    (sighting,) = seen(entry("Our summer party", lead), of=source(kind="feed"))
    assert TagName.EXECUTIVE not in {tag.tag for tag in sighting.tags if tag.rule == "executive.moves"}


def test_every_quote_of_a_tag_stands_in_its_edit(
    seen: See, entry: Callable[..., Edit], source: Callable[..., Source]
) -> None:
    title = "Brightvane raises list price of StayFeed by 8% – “sorry”, 💬 says nobody"
    (sighting,) = seen(entry(title), of=source(kind="feed"))
    assert [tag.tag for tag in sighting.tags] == [TagName.PRICING]
    for quote in (quote for tag in sighting.tags for quote in tag.quotes):
        assert title[quote.start : quote.end] == quote.text
