"""Readings of visits: baselines, changes, sightings, events and impacts, dropped and made again."""

from dataclasses import replace

import pytest

from domain.changes import ChangeStatus
from domain.errors import StorageError
from domain.events import Event, Impact, ImpactReason, ReasonKind, Stance
from domain.visits import Interpretation, Purpose, Visit
from storage import Archive
from tests.integration.support_storage import (
    GOOD,
    WALL,
    attempt,
    change_between,
    derivation,
    event_of,
    judge,
    keep_change,
    keep_events,
    keep_impacts,
    page_source,
    price_edit,
    sighting_of,
)


@pytest.fixture
def visits(archive: Archive) -> list[Visit]:
    """Four visits of one source, each with another body, and one of another source."""
    archive.visits.register([page_source(), page_source("rival-news")])
    mine = [archive.visits.record(attempt(hour, b"body %d" % hour)) for hour in range(4)]
    return [*mine, archive.visits.record(attempt(9, b"other", "rival-news"))]


def test_visits_wait_in_order_until_they_are_interpreted(archive: Archive, visits: list[Visit]) -> None:
    archive.visits.record(attempt(5, b"article", purpose=Purpose.FOLLOW, about=1))
    judge(archive, visits[1])
    assert [visit.seq for visit in archive.derived.waiting("acme-pricing")] == [1, 3, 4]


def test_the_baseline_moves_only_when_told_to(archive: Archive, visits: list[Visit]) -> None:
    assert archive.derived.baseline("acme-pricing") is None
    judge(archive, visits[0], baseline=True)
    judge(archive, visits[1], WALL)
    assert archive.derived.baseline("acme-pricing") == visits[0]
    judge(archive, visits[2], baseline=True)
    assert archive.derived.baseline("acme-pricing") == visits[2]


def test_an_interpretation_comes_back_as_it_was_stored(archive: Archive, visits: list[Visit]) -> None:
    judge(archive, visits[0], WALL)
    expected = Interpretation(visit=1, verdict=WALL, baseline=False, change=None)
    assert archive.derived.interpretation(1) == expected
    assert archive.derived.latest("acme-pricing") == (visits[0], expected)
    assert archive.derived.interpretation(2) is None
    assert archive.derived.latest("rival-news") is None


def test_a_source_is_bad_since_the_first_visit_of_the_run_of_bad_ones(archive: Archive, visits: list[Visit]) -> None:
    assert archive.derived.bad_since("acme-pricing") is None
    judge(archive, visits[0])
    assert archive.derived.bad_since("acme-pricing") is None
    judge(archive, visits[1], WALL)
    judge(archive, visits[2], WALL)
    assert archive.derived.bad_since("acme-pricing") == visits[1].captured_at
    assert archive.derived.last_good("acme-pricing") == visits[0]
    judge(archive, visits[3])
    assert archive.derived.bad_since("acme-pricing") is None


def test_a_change_comes_back_as_it_was_stored(archive: Archive, visits: list[Visit]) -> None:
    change = change_between(visits[0], visits[1])
    keep_change(archive, change)
    assert archive.derived.change(change.key) == change
    assert archive.derived.changes() == (change,)
    assert archive.derived.baseline("acme-pricing") == visits[1]
    assert archive.derived.change("0" * 64) is None


def test_a_change_and_its_interpretation_are_stored_together_or_not_at_all(
    archive: Archive, visits: list[Visit]
) -> None:
    change = replace(change_between(visits[0], visits[1]), source_id=99)
    with pytest.raises(StorageError):
        keep_change(archive, change)
    assert archive.derived.interpretation(2) is None
    assert archive.derived.baseline("acme-pricing") is None


def test_an_interpretation_that_names_another_change_is_refused(archive: Archive, visits: list[Visit]) -> None:
    reading = Interpretation(visit=2, verdict=GOOD, baseline=True, change="0" * 64)
    with pytest.raises(StorageError, match="not the one"):
        archive.derived.store(reading, change_between(visits[0], visits[1]), derivation=derivation(archive))


def test_changes_are_found_by_the_seq_of_their_newer_visit(archive: Archive, visits: list[Visit]) -> None:
    first, second = change_between(visits[0], visits[1]), change_between(visits[1], visits[2], status=ChangeStatus.HELD)
    other = change_between(visits[4], visits[4])
    for change in (second, first, other):
        keep_change(archive, change)
    find = archive.derived.changes
    assert find() == (first, second, other)
    assert find(after_seq=2, until_seq=3) == (second,)
    assert find(source="rival-news") == (other,)
    assert find(status=ChangeStatus.HELD) == (second,)
    assert find(limit=1) == (first,)


def test_a_status_can_be_set_with_its_explanation(archive: Archive, visits: list[Visit]) -> None:
    change = change_between(visits[0], visits[1], status=ChangeStatus.HELD)
    keep_change(archive, change)
    archive.derived.set_status(change.key, ChangeStatus.REVERTED, "the old price came back")
    found = archive.derived.change(change.key)
    assert found == replace(change, status=ChangeStatus.REVERTED, explanation="the old price came back")
    with pytest.raises(StorageError):
        archive.derived.set_status("0" * 64, ChangeStatus.NOISE, "")


def test_storing_a_visit_again_replaces_what_was_made_of_it(archive: Archive, visits: list[Visit]) -> None:
    change = change_between(visits[0], visits[1])
    keep_change(archive, change)
    archive.derived.store_sightings(change.key, [sighting_of(change)], derivation(archive))
    keep_change(archive, replace(change, explanation="read again"))
    assert [kept.explanation for kept in archive.derived.changes()] == ["read again"]
    assert archive.derived.sightings() == ()
    assert [kept.key for kept in archive.derived.unsighted()] == [change.key]


def test_sightings_come_back_with_the_facts_they_had(archive: Archive, visits: list[Visit]) -> None:
    change = change_between(visits[0], visits[1])
    keep_change(archive, change)
    archive.derived.store_sightings(change.key, [sighting_of(change)], derivation(archive))
    assert archive.derived.sightings() == (sighting_of(change),)
    assert archive.derived.sightings(after_seq=2) == archive.derived.sightings(until_seq=1) == ()


def test_a_change_in_which_nothing_was_sighted_is_not_asked_for_again(archive: Archive, visits: list[Visit]) -> None:
    change = change_between(visits[0], visits[1])
    keep_change(archive, change)
    assert archive.derived.unsighted() == (change,)
    archive.derived.store_sightings(change.key, [], derivation(archive))
    assert archive.derived.unsighted() == ()


def two_events(archive: Archive, visits: list[Visit]) -> tuple[Event, Event]:
    one = change_between(visits[0], visits[1], price_edit(1, "Pro costs $49", "Pro costs $59"))
    two = change_between(visits[1], visits[2], price_edit(1, "Team costs $99", "Team costs $109"))
    for change in (one, two):
        keep_change(archive, change)
        archive.derived.store_sightings(change.key, [sighting_of(change)], derivation(archive))
    return event_of("e1", sighting_of(one)), event_of("e2", sighting_of(two))


def keys_of(event: Event) -> tuple[str, ...]:
    return tuple(sorted(edit.key for sighting in event.sightings for edit in sighting.edits))


def test_an_event_keeps_its_id_and_its_edits(archive: Archive, visits: list[Visit]) -> None:
    one, two = two_events(archive, visits)
    keep_events(archive, one, two)
    keep_events(archive, one)
    assert archive.derived.events() == {"e1": keys_of(one), "e2": keys_of(two)}


def test_an_event_whose_edits_all_went_to_another_is_merged_into_it(archive: Archive, visits: list[Visit]) -> None:
    one, two = two_events(archive, visits)
    keep_events(archive, one, two)
    both = event_of("e1", *one.sightings, *two.sightings)
    keep_events(archive, both)
    assert archive.derived.events() == {"e1": keys_of(both)}
    keep_events(archive, two)
    assert archive.derived.events() == {"e1": keys_of(both)}


def test_an_edit_can_move_to_an_event_of_its_own(archive: Archive, visits: list[Visit]) -> None:
    one, two = two_events(archive, visits)
    keep_events(archive, event_of("e1", *one.sightings, *two.sightings))
    keep_events(archive, two)
    assert archive.derived.events() == {"e1": keys_of(one), "e2": keys_of(two)}


def impact(event: str, account: str, score: float) -> Impact:
    reason = ImpactReason(kind=ReasonKind.SAME_PRODUCT, text="sells what they buy from us", weight=0.5, words="Pro")
    return Impact(event=event, account=account, score=score, stance=Stance.THREAT, reasons=(reason,), lifts=("tier A",))


def test_impacts_come_back_by_event_with_the_highest_first(archive: Archive, visits: list[Visit]) -> None:
    events = two_events(archive, visits)
    keep_events(archive, *events)
    found = [impact("e2", "Nordwind", 10.0), impact("e1", "Larkspur", 20.0), impact("e1", "Nordwind", 70.5)]
    keep_impacts(archive, *found, of=events)
    assert archive.derived.impacts() == (found[2], found[1], found[0])
    assert archive.derived.impacts(["e2"]) == (found[0],)
    assert archive.derived.impacts([]) == ()


def test_linking_an_event_again_replaces_its_impacts(archive: Archive, visits: list[Visit]) -> None:
    events = two_events(archive, visits)
    keep_events(archive, *events)
    keep_impacts(archive, impact("e1", "Nordwind", 70.5), impact("e2", "Nordwind", 50.0), of=events)
    keep_impacts(archive, impact("e1", "Larkspur", 20.0), of=events)
    assert archive.derived.impacts() == (impact("e1", "Larkspur", 20.0),)


def test_forgetting_drops_what_was_derived_and_keeps_the_events_ids(archive: Archive, visits: list[Visit]) -> None:
    events = two_events(archive, visits)
    keep_events(archive, *events)
    keep_impacts(archive, impact("e1", "Nordwind", 70.5), of=events[:1])
    judge(archive, visits[4], baseline=True)
    known = archive.derived.events()
    archive.derived.forget("acme-pricing")
    assert archive.derived.changes() == ()
    assert archive.derived.sightings() == ()
    assert archive.derived.impacts() == ()
    assert archive.derived.baseline("acme-pricing") is None
    assert archive.derived.baseline("rival-news") is not None
    assert len(archive.derived.waiting("acme-pricing")) == 4
    assert archive.derived.events() == known


def test_the_same_derivation_has_the_same_hash(archive: Archive) -> None:
    first = archive.derived.derivation({"extractor": "1", "rules": "abc"})
    assert archive.derived.derivation({"rules": "abc", "extractor": "1"}) == first
    assert archive.derived.derivation({"extractor": "2", "rules": "abc"}) != first


def test_words_no_column_can_hold_are_replaced_and_offsets_stay_right(archive: Archive, visits: list[Visit]) -> None:
    change = change_between(visits[0], visits[1], price_edit(1, "a\x00b", "a\x00\ud800b 😀 $59"))
    keep_change(archive, change)
    (kept,) = archive.derived.changes()
    assert kept.edits[0].after == "a\x00\ufffdb 😀 $59"
    assert len(kept.edits[0].after) == len(change.edits[0].after or "")
