"""The evidence page: hashes, times, addresses, marks, and a size that can be mailed."""

from dataclasses import replace

import digest
from domain.editions import Evidence, Week
from domain.events import Event
from tests.unit.digest import worlds


def page(week: Week) -> str:
    return digest.compose(week, worlds.owner(), shown=worlds.shown).evidence


def test_each_sighting_shows_its_source_times_and_hashes() -> None:
    said = worlds.visible(page(worlds.full_week()))
    assert "scrapingdog-page" in said
    assert "https://scrapingdog.example/ev1" in said
    assert "Before: 2026-02-18 10:12 · after: 2026-02-19 10:12 · still so: 2026-02-23 06:40" in said
    assert "a" * 64 in said
    assert "b" * 64 in said


def test_changed_words_and_quotes_are_marked() -> None:
    found = page(worlds.full_week())
    assert "<del>ready</del>" in found
    assert "<ins><mark>20x</mark></ins>" in found
    assert "<ins>on AWS GovCloud</ins>" in found


def test_each_event_has_its_place_and_stands_in_the_list_above() -> None:
    one = digest.compose(worlds.full_week(), worlds.owner(), shown=worlds.shown)
    for event in one.event_ids:
        assert one.evidence.count(f'<section id="{event}">') == 1
        assert one.evidence.count(f'<a href="#{event}">') == 1


def test_a_text_of_a_million_letters_is_cut_and_says_so() -> None:
    event = worlds.capcut()
    long = replace(event.sightings[0].edits[0], after="x" * 1_000_000)
    week = replace(worlds.full_week(), events=(with_edits(event, 1, long),), impacts=())
    found = page(week)
    assert len(found) < 30_000
    assert "996000 further characters are in the archive" in found


def test_a_thousand_events_of_many_long_edits_still_make_a_page_that_can_be_mailed() -> None:
    event = worlds.capcut()
    long = replace(event.sightings[0].edits[0], after="x" * 10_000)
    events = tuple(replace(with_edits(event, 30, long), id=f"event{n}") for n in range(1_000))
    found = page(replace(worlds.full_week(), events=events, impacts=()))
    assert len(found) < 5_000_000
    assert found.count("<section id=") == 1_001
    assert "30 further edits are in the archive" in found


def with_edits(event: Event, count: int, edit: object) -> Event:
    edits = tuple(replace(edit, key=f"many{n}") for n in range(count))  # type: ignore[type-var]
    return replace(event, facts=(), sightings=(replace(event.sightings[0], edits=edits, facts=()),))


def test_only_events_the_mail_speaks_of_are_asked_for() -> None:
    asked: list[str] = []

    def shown(event: Event) -> Evidence:
        asked.append(event.id)
        return worlds.shown(event)

    digest.compose(worlds.full_week(), worlds.owner(worlds.OWEN), shown=shown)
    assert asked == ["ev1", "ev8", "ev3", "ev6"]


def test_a_body_that_is_not_there_is_said_to_be_missing() -> None:
    def shown(event: Event) -> Evidence:
        evidence = worlds.shown(event)
        return replace(evidence, exhibits=(replace(evidence.exhibits[0], before_sha256=None),))

    found = digest.compose(worlds.full_week(), worlds.owner(), shown=shown).evidence
    assert "before no body" in found
