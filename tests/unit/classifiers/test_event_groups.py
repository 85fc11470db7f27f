"""Sightings of one happening are one event with one lasting id; different happenings never merge."""

from collections.abc import Callable
from itertools import count

from classifiers import group
from domain.changes import Edit
from domain.events import Event, Sighting
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Make = Callable[..., Edit]
Site = Callable[..., Source]


def grouped(*sightings: Sighting, known: dict[str, tuple[str, ...]] | None = None) -> tuple[Event, ...]:
    numbers = count(1)
    return group(sightings, known or {}, lambda: f"E{next(numbers)}")


def keys(event: Event) -> tuple[str, ...]:
    return tuple(edit.key for sighting in event.sightings for edit in sighting.edits)


def test_one_launch_told_in_two_feeds_is_one_event(seen: See, entry: Make, source: Site) -> None:
    one = seen(entry("Brightvane launches StayFeed Studio for hotel groups"), of=source(kind="feed"))
    two = seen(entry("StayFeed Studio for hotel groups launched by Brightvane"), of=source(kind="feed"), seq=3, days=1)
    (event,) = grouped(*one, *two)
    assert len(event.sightings) == 2
    assert event.first_seen < event.last_confirmed


def test_an_appointment_is_the_same_by_its_person_whatever_the_title(seen: See, entry: Make, source: Site) -> None:
    one = seen(entry("Brightvane appoints Lena Brandt as CFO"), of=source(kind="feed"))
    two = seen(entry("Finance chief found", "Lena Brandt joins Brightvane as CFO."), of=source(kind="feed"), seq=3)
    assert len(grouped(*one, *two)) == 1


def test_who_comes_and_goes_within_a_week_made_two_events(seen: See, entry: Make, source: Site) -> None:
    one = seen(entry("Brightvane appoints Lena Brandt as chief financial officer"), of=source(kind="feed"))
    two = seen(
        entry("Lena Brandt steps down as chief financial officer of Brightvane"), of=source(kind="feed"), seq=3, days=5
    )
    assert len(grouped(*one, *two)) == 2


def test_a_product_launched_and_retired_within_a_week_made_two_events_however_alike_the_titles(
    seen: See, entry: Make, source: Site
) -> None:
    told = "Brightvane {} RateLens for hotel groups in Germany and Austria"
    one = seen(entry(told.format("launches")), of=source(kind="feed"))
    two = seen(entry(told.format("retires")), of=source(kind="feed"), seq=3, days=5)
    assert len(grouped(*one, *two)) == 2


def test_two_results_of_different_quarters_are_two_events(seen: See, entry: Make, source: Site) -> None:
    one = seen(entry("Brightvane reports results for quarter 1"), of=source(kind="feed"))
    two = seen(entry("Brightvane reports results for quarter 2"), of=source(kind="feed"), seq=3, days=1)
    assert len(grouped(*one, *two)) == 2


def test_the_same_title_weeks_later_is_another_event(seen: See, entry: Make, source: Site) -> None:
    one = seen(entry("Brightvane cuts the price of StayFeed"), of=source(kind="feed"))
    two = seen(entry("Brightvane cuts the price of StayFeed"), of=source(kind="feed"), seq=9, days=30)
    assert len(grouped(*one, *two)) == 2


def test_two_companies_never_share_an_event(seen: See, entry: Make, source: Site) -> None:
    one = seen(entry("New prices from May"), of=source("Brightvane", "feed"))
    two = seen(entry("New prices from May"), of=source("Veridale", "feed"), seq=3)
    assert len(grouped(*one, *two)) == 2


def test_different_roles_and_cities_of_a_job_board_stay_apart(seen: See, edit: Make, source: Site) -> None:
    records = [
        edit(
            None,
            f"Title: {role}\nLocation: {city}",
            "record",
            (role, city),
            title=role,
            cells=(("Title", role), ("Location", city)),
        )
        for role, city in (("Account Manager", "Leeds"), ("Account Manager", "York"), ("Data Engineer", "Leeds"))
    ]
    assert len(grouped(*seen(*records, of=source(kind="registry")))) == 3


def test_an_event_keeps_its_id_when_it_is_grouped_again(seen: See, entry: Make, source: Site) -> None:
    made = seen(entry("Brightvane launches StayFeed Studio"), of=source(kind="feed"))
    (first,) = grouped(*made)
    (again,) = group(made, {first.id: keys(first)}, lambda: "never asked")
    assert again.id == first.id


def test_a_later_sighting_joins_the_known_event_and_a_new_one_gets_a_new_id(
    seen: See, entry: Make, source: Site
) -> None:
    made = seen(entry("Brightvane launches StayFeed Studio for hotels"), of=source(kind="feed"))
    later = seen(entry("Brightvane launches StayFeed Studio for hotels!"), of=source(kind="feed"), seq=3, days=1)
    other = seen(entry("Brightvane appoints Lena Brandt as CFO"), of=source(kind="feed"), seq=4)
    events = grouped(*made, *later, *other, known={"E9": tuple(edit.key for one in made for edit in one.edits)})
    assert [event.id for event in events] == ["E9", "E1"]


def test_two_known_events_are_never_merged_by_likeness(seen: See, entry: Make, source: Site) -> None:
    one = seen(entry("Brightvane launches StayFeed Studio for hotels"), of=source(kind="feed"))
    two = seen(entry("Brightvane launches StayFeed Studio for hotels"), of=source(kind="feed"), seq=3)
    known: dict[str, tuple[str, ...]] = {"A": (one[0].edits[0].key,), "B": (two[0].edits[0].key,)}
    assert [event.id for event in grouped(*one, *two, known=known)] == ["A", "B"]


def test_no_sightings_are_no_events() -> None:
    assert grouped() == ()
