"""Of feeds a mail tells tagged entries only, and five of each; how many more there are stands in one line."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

import digest
from digest.entries import MOST
from domain.content import Where
from domain.drafts import Draft, Ruling
from domain.editions import Audience, Week
from domain.events import Event, ReasonKind, Stance
from domain.findings import TagName
from domain.sources import SourceKind
from tests.unit.digest import worlds

FATHOM = worlds.rival("Fathom Rates")


def entry(number: int, *tags: TagName, source: str = "fathom-news", kind: SourceKind = SourceKind.FEED) -> Event:
    title = f"Fathom story number{number}x"
    edit = worlds.edit(f"e{source}{number}", None, title, where=Where.ENTRY, path=(title,), title=title)
    return worlds.event(f"{source}{number}", FATHOM, title, tags, [edit], kind=kind, source=source)


def week_of(events: Sequence[Event], touched: Sequence[Event] = ()) -> Week:
    reasons = ((ReasonKind.TOPIC, "sells to travel companies"),)
    impacts = tuple(worlds.impact(one, worlds.MARLOWE, 80, Stance.THREAT, *reasons) for one in touched)
    return replace(worlds.full_week(), events=tuple(events), impacts=impacts)


def told(week: Week, reader: Audience) -> str:
    return " ".join(digest.compose(week, reader, shown=worlds.shown).text.split())


def stories(text: str) -> int:
    return text.count("Fathom story") or text.count("story number")


@pytest.mark.parametrize("reader", [worlds.owner(), worlds.analyst()])
@pytest.mark.parametrize("tags", [(), (TagName.EVENT,)])
def test_an_entry_that_no_rule_knows_as_news_is_mailed_to_nobody(reader: Audience, tags: tuple[TagName, ...]) -> None:
    other = entry(2, TagName.PRODUCT)
    hidden = entry(1, *tags)
    rendered = digest.compose(week_of([hidden, other], [hidden]), reader, shown=worlds.shown)
    assert "number1x" not in rendered.text + rendered.html + rendered.evidence
    assert "number2x" in rendered.text
    assert hidden.id not in rendered.event_ids


def test_a_page_that_changed_is_told_although_no_rule_knows_what_it_is() -> None:
    page = entry(1, kind=SourceKind.PAGE)
    assert "1 change of no known kind" in told(week_of([page]), worlds.analyst())


def test_an_entry_that_a_page_says_too_is_told_without_a_tag() -> None:
    seen = entry(1)
    page = replace(entry(1, kind=SourceKind.PAGE).sightings[0], key="s-page")
    both = replace(seen, sightings=(*seen.sightings, page))
    assert "1 change of no known kind" in told(week_of([both]), worlds.analyst())


def test_five_entries_of_a_feed_are_told_and_one_line_counts_the_others() -> None:
    many = [entry(n, TagName.PRODUCT) for n in range(12)]
    few = [entry(n, TagName.PRODUCT, source="fathom-blog") for n in range(3)]
    text = told(week_of([*many, *few]), worlds.analyst())
    assert f"{12 - MOST} more entries of fathom news" in text
    assert "of fathom blog" not in text
    assert stories(text) == MOST + 3


def test_the_entries_left_are_those_with_one_of_the_five_tags() -> None:
    lesser = [entry(n, TagName.EXPANSION) for n in range(6)]
    greater = [entry(n, TagName.PRICING) for n in range(20, 24)]
    text = told(week_of([*lesser, *greater]), worlds.analyst())
    assert all(f"number{n}x" in text for n in range(20, 24))


def test_an_entry_that_touches_an_account_is_told_whatever_its_feed_says_besides() -> None:
    many = [entry(n, TagName.PRODUCT) for n in range(9)]
    text = told(week_of(many, many[:7]), worlds.owner())
    assert "2 more entries of fathom news" in text
    assert all(f"number{n}x" in text for n in range(7))


def test_an_entry_that_an_analyst_put_first_is_told_beyond_the_five() -> None:
    many = [entry(n, TagName.PRODUCT) for n in range(9)]
    pinned = Draft(
        week="2026-W08", by="jonas", text="", rulings=tuple(Ruling(event=one.id, pin=True) for one in many[:6])
    )
    text = told(replace(week_of(many), draft=pinned), worlds.analyst())
    assert all(f"number{n}x" in text for n in range(6))
    assert "3 more entries of fathom news" in text


def test_a_week_of_nothing_but_untagged_entries_says_how_many_to_analysts_only() -> None:
    week = week_of([entry(n) for n in range(40)])
    assert "40 entries without a tag" in told(week, worlds.analyst())
    assert "without a tag" not in told(week, worlds.owner())
    assert stories(told(week, worlds.analyst())) == 0


def test_entries_of_long_ago_are_counted_to_analysts_apart_from_those_without_a_tag() -> None:
    old = entry(1, TagName.PRODUCT)
    old = replace(old, sightings=tuple(replace(one, happened_on=date(2008, 5, 20)) for one in old.sightings))
    text = told(week_of([old, entry(2), entry(3)]), worlds.analyst())
    assert "2 entries without a tag and 1 entry of long ago." in text
    assert stories(text) == 0


@pytest.mark.parametrize("reader", [worlds.owner(), worlds.analyst()])
def test_an_entry_of_long_ago_is_told_where_an_analyst_put_it_first(reader: Audience) -> None:
    old, plain = entry(1, TagName.PRODUCT), entry(2)
    old = replace(old, sightings=tuple(replace(one, happened_on=date(2008, 5, 20)) for one in old.sightings))
    assert old.long_past
    rulings = tuple(Ruling(event=one.id, pin=True) for one in (old, plain))
    week = week_of([old, plain, entry(3, TagName.PRODUCT)])
    text = told(replace(week, draft=Draft(week="2026-W08", by="jonas", text="", rulings=rulings)), reader)
    assert "number1x" not in told(week, reader)
    assert "number2x" not in told(week, reader)
    assert text.index("number1x") < text.index("number3x")
    assert text.index("number2x") < text.index("number3x")
