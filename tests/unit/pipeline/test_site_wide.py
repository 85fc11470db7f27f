"""What many pages of a site say alike is taken out of each page's change, and nothing of it is lost or told twice."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from classifiers import group
from domain.changes import Edit
from domain.events import Event, Sighting
from pipeline.detecting.site_wide import split, without
from tests.unit.pipeline.support_net import edit, seen

BOX = "Need help? Our team answers within one working day."


def page(name: str, *edits: Edit, day: float = 1, host: str = "brightvane.example") -> Sighting:
    """A page's sighting; its edits get keys of their own, as they would have by their source."""
    own = tuple(replace(one, key=f"{name} {one.key}") for one in edits)
    one = seen(1, *own)
    return replace(
        one,
        key=f"seen {name} {'/'.join(edit.key for edit in own)}",
        change=f"change {name}",
        source=name,
        url=f"https://{host}/{name}",
        first_seen=one.first_seen + timedelta(days=day),
    )


def part(whole: Sighting, edits: tuple[Edit, ...]) -> Sighting:
    return replace(whole, edits=edits, key=f"{whole.key} {[one.key for one in edits]}")


def pages(names: Sequence[str], *edits: Edit) -> list[Sighting]:
    return [page(name, *edits) for name in names]


def grouped(sightings: Sequence[Sighting], known: dict[str, tuple[str, ...]] | None = None) -> tuple[Event, ...]:
    numbers = count(1)
    told, taken = split(sightings, part)
    return group(told, without(known or {}, taken), lambda: f"E{next(numbers)}")


def test_the_same_words_on_eight_pages_are_one_event() -> None:
    (event,) = grouped(pages("abcdefgh", edit(None, BOX)))
    assert len(event.sightings) == 8


def test_a_page_with_news_of_its_own_keeps_that_apart() -> None:
    mixed = page("i", edit(None, BOX), edit("Pro | $49", "Pro | $59"))
    shared, own = grouped([*pages("abcdefgh", edit(None, BOX)), mixed])
    assert len(shared.sightings) == 9
    assert [one.after for one in own.sightings[0].edits] == ["Pro | $59"]


def test_two_pages_with_the_same_edit_and_more_are_not_taken_apart() -> None:
    mixed = page("b", edit(None, BOX), edit("Pro | $49", "Pro | $59"))
    told, taken = split([page("a", edit(None, BOX)), mixed], part)
    assert (told[1], taken) == (mixed, frozenset())


def test_pages_of_another_site_or_another_season_share_nothing() -> None:
    near = pages("ab", edit(None, BOX))
    mixed = page("c", edit(None, BOX), edit("Pro | $49", "Pro | $59"))
    for stranger in (page("d", edit(None, BOX), host="veridale.example"), page("d", edit(None, BOX), day=20)):
        assert len(split([*near, stranger, replace(mixed, source="a")], part)[0]) == 4
    assert len(grouped([*near, page("d", edit(None, BOX), host="veridale.example")])) == 2


def test_a_minor_edit_beside_a_shared_one_takes_no_page_apart() -> None:
    told, _ = split([*pages("abc", edit(None, BOX)), page("d", edit(None, BOX), edit("Ana", "Bo", minor=True))], part)
    assert len(told) == 4


def test_what_a_page_told_first_keeps_its_event_for_its_own_news_and_the_site_gets_another() -> None:
    mixed = page("a", edit(None, BOX), edit("Pro | $49", "Pro | $59"))
    known = {"told": tuple(one.key for one in mixed.edits)}
    events = grouped([mixed, *pages("bcdefgh", edit(None, BOX))], known)
    by_id = {event.id: event for event in events}
    assert [one.after for one in by_id["told"].sightings[0].edits] == ["Pro | $59"]
    assert len(by_id["E1"].sightings) == 8


def test_grouping_again_keeps_both_ids() -> None:
    sightings = [page("a", edit(None, BOX), edit("Pro | $49", "Pro | $59")), *pages("bcdefgh", edit(None, BOX))]
    first = grouped(sightings)
    known = {event.id: tuple(one.key for seen in event.sightings for one in seen.edits) for event in first}
    assert [event.id for event in grouped(sightings, known)] == [event.id for event in first]


def test_a_part_that_cannot_be_told_alone_leaves_its_page_whole() -> None:
    mixed = page("d", edit(None, BOX), edit("Pro | $49", "Pro | $59"))
    told, taken = split([*pages("abc", edit(None, BOX)), mixed], lambda whole, edits: None)
    assert (told[3], taken) == (mixed, frozenset())


wordings = st.sampled_from(
    [edit(None, BOX), edit("Pro | $49", "Pro | $59"), edit("Old", None), edit("A", "B", minor=True)]
)
sites = st.lists(st.lists(wordings, min_size=1, max_size=4, unique_by=lambda one: one.key), min_size=1, max_size=8)


@given(sites)
def test_every_edit_of_every_page_is_told_exactly_once(site: list[list[Edit]]) -> None:
    sightings = [page(f"p{number}", *edits) for number, edits in enumerate(site)]
    told, _ = split(sightings, part)
    assert sorted(one.key for seen in told for one in seen.edits) == sorted(
        one.key for seen in sightings for one in seen.edits
    )
