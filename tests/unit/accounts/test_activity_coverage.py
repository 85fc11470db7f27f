"""The Competitor Activity Index does not rise from looking harder: crawling again, flaps, archives, added sources."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from accounts import activity
from domain.changes import Edit, EditKind
from domain.content import Where
from domain.coverage import Watched
from domain.events import Event, Impact, ImpactReason, ReasonKind, Sighting, Stance
from domain.findings import Tag, TagName
from domain.keys import edit_key
from domain.sources import SourceKind, Subject, SubjectKind

TODAY = date(2026, 6, 1)
START = date(2026, 1, 5)
RIVAL = Subject(kind=SubjectKind.COMPETITOR, name="Rival")
OTHER = Subject(kind=SubjectKind.COMPETITOR, name="Other")
REASON = ImpactReason(kind=ReasonKind.TOPIC, text="freight", weight=0.5)
TAGS = (TagName.PRICING, TagName.REGULATORY, TagName.FINANCIAL)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 6, tzinfo=UTC)


def sighting(key: str, source: str, day: date, subject: Subject, turn: tuple[str | None, str | None]) -> Sighting:
    edit = Edit(
        key=edit_key(0, (key,), *turn),
        kind=EditKind.REPLACED,
        where=Where.PARAGRAPH,
        path=("Prices",),
        before=turn[0],
        after=turn[1],
    )
    return Sighting(
        key=f"{key} {source}",
        change=key,
        source=source,
        source_kind=SourceKind.PAGE,
        url="https://rival.example/",
        subject=subject,
        edits=(edit,),
        tags=(),
        facts=(),
        headline=key,
        happened_on=None,
        first_seen=at(day),
        last_confirmed=at(day),
        seq=1,
    )


def event(
    key: str,
    day: date,
    *sources: str,
    subject: Subject = RIVAL,
    tag: TagName = TagName.PRICING,
    turn: tuple[str | None, str | None] | None = None,
) -> Event:
    seen = tuple(sighting(key, source, day, subject, turn or (None, key)) for source in sources)
    return Event(
        id=key,
        subject=subject,
        headline=key,
        sightings=seen,
        tags=(Tag(tag=tag, confidence=1, rule="r", quotes=()),),
        facts=(),
        happened_on=None,
        first_seen=at(day),
        last_confirmed=at(day),
    )


def impacts(events: tuple[Event, ...], score: float = 60) -> tuple[Impact, ...]:
    return tuple(
        Impact(event=one.id, account="Keld", score=score, stance=Stance.WATCH, reasons=(REASON,)) for one in events
    )


def watched(source: str, since: date = START, subject: Subject = RIVAL) -> Watched:
    return Watched(source=source, subject=subject, since=since)


def value(events: tuple[Event, ...], *sources: Watched, today: date = TODAY) -> int:
    (keld,) = activity(("Keld",), events, impacts(events), today, sources)
    return keld.value


DAYS = st.integers(80, 145).map(lambda days: START + timedelta(days=days))
HISTORY = st.lists(st.tuples(DAYS, st.sampled_from(TAGS)), min_size=1, max_size=12)


def history(rows: list[tuple[date, TagName]], *sources: str) -> tuple[Event, ...]:
    return tuple(event(f"E{number}", day, *sources, tag=tag) for number, (day, tag) in enumerate(rows))


@given(HISTORY, st.integers(1, 40))
def test_crawling_again_does_not_raise_it(rows: list[tuple[date, TagName]], visits: int) -> None:
    once = history(rows, "prices")
    again = tuple(
        replace(
            one,
            last_confirmed=one.last_confirmed + timedelta(days=visits),
            sightings=tuple(replace(seen, last_confirmed=one.last_confirmed) for seen in one.sightings) * 2,
        )
        for one in once
    )
    assert value(again, watched("prices")) == value(once, watched("prices"))


@given(HISTORY, HISTORY, st.integers(0, 27))
def test_an_added_source_does_not_raise_it_whatever_it_brings(
    rows: list[tuple[date, TagName]], brought: list[tuple[date, TagName]], age: int
) -> None:
    before = history(rows, "prices")
    added = TODAY - timedelta(days=age)
    new = tuple(event(f"N{number}", max(day, added), "blog", tag=tag) for number, (day, tag) in enumerate(brought))
    assert value((*before, *new), watched("prices"), watched("blog", added)) <= value(before, watched("prices"))


@given(HISTORY)
def test_a_source_added_later_that_says_the_same_adds_nothing(rows: list[tuple[date, TagName]]) -> None:
    both = history(rows, "prices", "blog")
    one = history(rows, "prices")
    since = date(2026, 5, 20)
    assert value(both, watched("prices"), watched("blog", since)) == value(one, watched("prices"))


@given(HISTORY, st.integers(1, 300))
def test_a_backfill_from_an_archive_does_not_raise_it(rows: list[tuple[date, TagName]], days: int) -> None:
    live = history(rows, "prices")
    old = tuple(event(f"A{age}", START - timedelta(days=age), "prices") for age in range(1, days, 7))
    assert value((*live, *old), watched("prices")) == value(live, watched("prices"))


@given(st.integers(0, 6), st.booleans())
def test_a_page_that_flaps_counts_no_more_than_the_change_that_stays(flaps: int, stays: bool) -> None:
    first = date(2026, 5, 10)
    turns = [("ten", "twelve"), ("twelve", "ten")] * flaps + [("ten", "twelve")] * stays
    flapping = tuple(
        event(f"F{number}", first + timedelta(days=2 * number), "prices", turn=turn)
        for number, turn in enumerate(turns)
    )
    single = (event("S", first, "prices", turn=("ten", "twelve")),) if stays else ()
    assert value(flapping, watched("prices")) == value(single, watched("prices"))


def test_a_price_that_goes_back_after_three_weeks_was_a_change_both_times() -> None:
    there = event("E1", date(2026, 5, 1), "prices", turn=("ten", "twelve"))
    back = event("E2", date(2026, 5, 22), "prices", turn=("twelve", "ten"))
    assert value((there, back), watched("prices")) > value((back,), watched("prices"))


def test_twice_the_sources_with_twice_the_events_are_about_the_same_activity() -> None:
    few = tuple(event(f"E{n}", date(2026, 5, 1 + n), "s0") for n in range(4))
    many = tuple(event(f"E{n}.{at}", date(2026, 5, 1 + n), f"s{at}") for n in range(4) for at in range(8))
    one = value(few, watched("s0"))
    eight = value(many, *(watched(f"s{at}") for at in range(8)))
    plain = value(many)
    assert one < eight < plain


def test_a_source_added_long_ago_counts_like_the_others() -> None:
    since = date(2026, 2, 1)
    late = event("E1", date(2026, 5, 30), "blog")
    early = event("E2", date(2026, 2, 10), "blog")
    assert value((late,), watched("prices"), watched("blog", since)) > 0
    assert value((early,), watched("prices"), watched("blog", since), today=date(2026, 2, 11)) == 0


def test_it_is_taken_apart_into_competitors_and_their_events() -> None:
    events = (
        event("E1", date(2026, 5, 30), "prices"),
        event("E2", date(2026, 5, 30), "prices"),
        event("E3", date(2026, 5, 30), "other", subject=OTHER),
    )
    (keld,) = activity(("Keld",), events, impacts(events), TODAY)
    assert [(share.competitor, share.events) for share in keld.shares] == [("Rival", 2), ("Other", 1)]
    points = sum(one.points for one in keld.made_of)
    assert keld.value == round(100 * points / (points + 120))


def test_more_frequent_and_heavier_events_raise_it() -> None:
    one = (event("E1", date(2026, 5, 30), "prices"),)
    two = (*one, event("E2", date(2026, 5, 31), "prices"))
    assert value(two) > value(one)
    (heavy,) = activity(("Keld",), one, impacts(one, 95), TODAY)
    assert heavy.value > value(one)
