"""One change becomes as many sightings as its source tells happenings, each dated as the source dates it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from classifiers import RuleBook, sight
from domain.changes import Captured, Change, ChangeStatus, Edit, EditKind
from domain.content import Where
from domain.events import Sighting
from domain.keys import sighting_key
from domain.sources import Source, Subject, SubjectKind

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]
SEEN_AT = datetime(2026, 2, 19, tzinfo=UTC)


def test_a_pages_edits_are_one_sighting_and_a_feeds_entries_one_each(
    seen: See, edit: Make, entry: Make, source: Site
) -> None:
    assert len(seen(edit("a", "b"), edit("c", "d"))) == 1
    assert len(seen(entry("One thing"), entry("Another"), of=source(kind="feed"))) == 2


def test_the_key_of_a_sighting_is_that_of_its_edits(seen: See, edit: Make) -> None:
    edits = (edit("a", "b"), edit("c", "d"))
    (sighting,) = seen(*edits, source_id=7)
    assert sighting.key == sighting_key(7, [one.key for one in edits])


def test_an_entry_that_left_the_feed_is_no_sighting(seen: See, edit: Make, source: Site) -> None:
    assert seen(edit("Old entry", None, "entry", title="Old entry"), of=source(kind="feed")) == ()


@pytest.mark.parametrize(
    ("lead", "day"),
    [
        ("Leeds, 12 February 2026 - We are glad.", date(2026, 2, 12)),
        ("LEEDS, Feb. 17, 2026 /Wire/ - We are glad.", date(2026, 2, 17)),
        ("We are glad.", None),
        ("From 1 May 2026 on.", None),
        ("Founded 12 February 1998.", None),
        ("On 31 February 2026.", None),
    ],
)
def test_an_entry_without_a_date_of_its_own_goes_by_the_one_it_begins_with(
    seen: See, entry: Make, source: Site, lead: str, day: date | None
) -> None:
    (sighting,) = seen(entry("Glad tidings", lead), of=source(kind="feed"))
    assert sighting.happened_on == day


def test_an_entrys_own_date_comes_first_unless_it_lies_ahead(seen: See, entry: Make, source: Site) -> None:
    (past,) = seen(entry("Told", dated=datetime(2026, 2, 18, tzinfo=UTC)), of=source(kind="feed"))
    (ahead,) = seen(entry("Told", dated=datetime(2027, 1, 1, tzinfo=UTC)), of=source(kind="feed"))
    assert (past.happened_on, ahead.happened_on) == (date(2026, 2, 18), None)


def market(book: RuleBook, source: Source, *subjects: Subject) -> tuple[Sighting, ...]:
    wire = replace(source, subject=Subject(kind=SubjectKind.MARKET, name="wire"))
    title = "Brightvane partners with Calder"
    edit = Edit(key="e", kind=EditKind.ADDED, where=Where.ENTRY, path=(title,), before=None, after=title, title=title)
    seen = Captured(snapshot=2, seq=2, captured_at=SEEN_AT)
    change = Change(
        key="c",
        source="wire",
        source_id=1,
        subject=wire.subject,
        status=ChangeStatus.NEWS,
        before=seen,
        after=seen,
        edits=(edit,),
    )
    return sight(change, wire, 1, rules=book, competitors=(), about=lambda one: subjects)


def test_a_market_entry_about_nobody_of_ours_is_no_sighting(book: RuleBook, source: Site) -> None:
    assert market(book, source(kind="feed")) == ()


def test_of_a_rival_and_an_account_the_rival_is_the_subject(book: RuleBook, source: Site) -> None:
    account = Subject(kind=SubjectKind.ACCOUNT, name="Calder")
    rival = Subject(kind=SubjectKind.COMPETITOR, name="Brightvane")
    (sighting,) = market(book, source(kind="feed"), account, rival)
    assert sighting.subject == rival
