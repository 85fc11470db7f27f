"""What analysts judged: kept through a replay, the last word standing, and heeded wherever changes are read."""

from dataclasses import replace
from typing import Any

import pytest

from domain.changes import Change, ChangeStatus
from domain.events import Sighting
from domain.findings import TagName
from domain.verdicts import AnalystVerdict, Says
from storage import Archive
from tests.integration.support_storage import (
    START,
    attempt,
    change_between,
    derivation,
    keep_change,
    page_source,
    price_edit,
    sighting_of,
)


@pytest.fixture
def change(archive: Archive) -> Change:
    """A stored change with its one sighting, tagged pricing."""
    archive.visits.register([page_source()])
    first, second = (archive.visits.record(attempt(hour, b"body %d" % hour)) for hour in range(2))
    made = change_between(first, second)
    store(archive, made, sighting_of(made))
    return made


def store(archive: Archive, change: Change, *sightings: Sighting) -> None:
    keep_change(archive, change)
    archive.derived.store_sightings(change.key, sightings, derivation(archive))


def verdict(change: Change, says: Says, **more: Any) -> AnalystVerdict:
    values: dict[str, Any] = {
        "sighting": sighting_of(change).key,
        "change": change.key,
        "source": change.source,
        "whole": True,
        "by": "ines",
        "at": START,
        "tags": (TagName.PRICING,),
    }
    return AnalystVerdict(says=says, **{**values, **more})


def test_a_verdict_comes_back_as_it_was_given(archive: Archive, change: Change) -> None:
    said = verdict(change, Says.TAG, tag=TagName.PRODUCT, note="a new plan is a product")
    archive.verdicts.record([said])
    assert archive.verdicts.standing(change.key) == (said,)
    assert archive.verdicts.standing("of no change") == ()


def test_what_is_judged_to_be_noise_is_noise_wherever_it_is_read(archive: Archive, change: Change) -> None:
    archive.verdicts.record([verdict(change, Says.NOISE)])
    derived = archive.derived
    assert derived.change(change.key) == replace(change, status=ChangeStatus.NOISE)
    assert derived.changes(status=ChangeStatus.NEWS) == ()
    assert [one.key for one in derived.changes(status=ChangeStatus.NOISE)] == [change.key]
    assert derived.sightings(status=ChangeStatus.NEWS) == ()
    assert len(derived.sightings(status=ChangeStatus.NOISE)) == 1
    assert derived.changes(status=ChangeStatus.NEWS, judged=False) == (change,)


def test_a_verdict_outlives_a_replay(archive: Archive, change: Change) -> None:
    archive.verdicts.record([verdict(change, Says.NOISE)])
    archive.derived.forget(change.source)
    store(archive, change, sighting_of(change))
    assert archive.derived.changes(status=ChangeStatus.NEWS) == ()


def test_a_verdict_on_a_whole_change_holds_where_its_edits_are_read_in_another_way(
    archive: Archive, change: Change
) -> None:
    archive.verdicts.record([verdict(change, Says.NOISE)])
    other = replace(change, edits=(price_edit(change.source_id, "Pro | $49", "Pro | $59"),))
    store(archive, other, sighting_of(other))
    assert archive.derived.changes(status=ChangeStatus.NEWS) == ()


def test_one_entry_judged_to_be_noise_leaves_the_others_news(archive: Archive, change: Change) -> None:
    second = price_edit(change.source_id, "Team costs $99", "Team costs $89")
    both = replace(change, edits=(*change.edits, second))
    entries = sighting_of(change), sighting_of(replace(change, edits=(second,)))
    store(archive, both, *entries)
    archive.verdicts.record([verdict(change, Says.NOISE, whole=False)])
    assert [one.key for one in archive.derived.sightings(status=ChangeStatus.NEWS)] == [entries[1].key]
    assert archive.derived.changes(status=ChangeStatus.NEWS) == (both,)
    archive.verdicts.record([verdict(change, Says.NOISE, whole=False, sighting=entries[1].key)])
    assert archive.derived.changes(status=ChangeStatus.NEWS) == ()


def test_tags_are_read_as_an_analyst_corrected_them(archive: Archive, change: Change) -> None:
    archive.verdicts.record(
        [verdict(change, Says.NOT_TAG, tag=TagName.PRICING), verdict(change, Says.TAG, tag=TagName.PRODUCT)]
    )
    (seen,) = archive.derived.sightings_of(change.key)
    assert [(tag.tag, tag.rule) for tag in seen.tags] == [(TagName.PRODUCT, "analyst")]
    assert archive.derived.sightings(status=ChangeStatus.NEWS) == (seen,)
    assert archive.derived.sightings_of(change.key, corrected=False) == (sighting_of(change),)


def test_the_last_word_on_a_matter_stands(archive: Archive, change: Change) -> None:
    for says, tag in (
        (Says.TAG, TagName.PRODUCT),
        (Says.NOT_TAG, TagName.PRODUCT),
        (Says.TAG, TagName.EXECUTIVE),
    ):
        archive.verdicts.record([verdict(change, says, tag=tag)])
    assert [one.tag for one in archive.verdicts.standing()] == [TagName.PRODUCT, TagName.EXECUTIVE]
    archive.verdicts.record([verdict(change, Says.NOISE)])
    assert [one.says for one in archive.verdicts.standing()] == [Says.NOISE]
    archive.verdicts.record([verdict(change, Says.RIGHT)])
    assert [one.says for one in archive.verdicts.standing()] == [Says.RIGHT]
    assert len(archive.derived.changes(status=ChangeStatus.NEWS)) == 1


def test_a_verdict_taken_back_leaves_things_as_they_were(archive: Archive, change: Change) -> None:
    archive.verdicts.record([verdict(change, Says.NOISE)])
    assert archive.verdicts.withdraw([sighting_of(change).key]) == 1
    assert archive.verdicts.withdraw([sighting_of(change).key]) == 0
    assert archive.derived.changes() == (change,)
