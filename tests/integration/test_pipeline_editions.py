"""Editions over a real database: when they are due, what they say once, how they are handed over and corrected."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import digest
from domain.editions import DeliveryState
from pipeline import World, deliver, detect, due_editions, prepare, to_recheck
from tests.integration.support_pipeline import (
    ACCOUNTS,
    SOURCES,
    Moments,
    Record,
    attempt_at,
    clock,
    opened,
    record,
    world,
)

__all__ = ["clock", "record", "world"]


def test_an_edition_is_due_at_its_hour_and_not_for_a_week_before_the_first_visit(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    clock.now = datetime(2026, 2, 16, 5, 59, tzinfo=UTC)
    assert list(due_editions(world, clock.now)) == []
    clock.now = datetime(2026, 2, 16, 6, 0, tzinfo=UTC)
    ((audience, sends_at),) = due_editions(world, clock.now)
    assert (audience.person.key, sends_at) == ("ines", clock.now)


def test_an_event_is_told_once_and_an_edition_is_composed_once(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    record("$59")
    (audience,) = digest.audiences(world.configuration.accounts)
    clock.now = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
    first = prepare(world, audience, clock.now)
    assert first.label == "2026-W08"
    assert len(first.event_ids) == 1
    clock.now += timedelta(hours=3)
    assert prepare(world, audience, clock.now) == first
    clock.now += timedelta(days=7)
    assert prepare(world, audience, clock.now).event_ids == ()


def test_delivery_without_smtp_goes_to_the_outbox_folder(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    (audience,) = digest.audiences(world.configuration.accounts)
    edition = prepare(world, audience, clock.now)
    assert deliver(world, edition) == {"outbox": DeliveryState.SENT}
    written = sorted(path.suffix for path in (world.configuration.settings.digests / edition.label).iterdir())
    assert {".eml", ".html", ".txt"} <= set(written)


def test_what_was_mailed_and_then_taken_back_is_corrected_once(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    record("$59")
    (audience,) = digest.audiences(world.configuration.accounts)
    clock.now = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
    prepare(world, audience, clock.now)
    clock.now = datetime(2026, 2, 25, 6, 0, tzinfo=UTC)
    record("$49")
    clock.now = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
    corrected = prepare(world, audience, clock.now)
    assert "taken back by Wed 25 Feb" in " ".join(corrected.text.split())
    clock.now = datetime(2026, 3, 9, 6, 0, tzinfo=UTC)
    assert "taken back" not in prepare(world, audience, clock.now).text


def test_the_sources_behind_a_due_edition_are_looked_at_again_within_the_hour(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    record("$59")
    clock.now = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
    assert [source.name for source in to_recheck(world, clock.now)] == ["prices"]
    record("$59")
    assert to_recheck(world, clock.now - timedelta(minutes=30)) == ()


def test_a_price_shown_for_three_days_inside_the_week_is_said_as_come_and_gone(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    (audience,) = digest.audiences(world.configuration.accounts)
    prepare(world, audience, datetime(2026, 2, 16, 6, 0, tzinfo=UTC))
    record("$39")
    clock.now += timedelta(days=3)
    record("$49")
    clock.now = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
    text = " ".join(prepare(world, audience, clock.now).text.split())
    assert "Came and went: Brightvane" in text
    assert "$39" in text


def test_a_source_that_nobody_looked_at_all_week_is_not_seen_and_the_week_is_not_quiet(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    (audience,) = digest.audiences(world.configuration.accounts)
    prepare(world, audience, datetime(2026, 2, 16, 6, 0, tzinfo=UTC))
    clock.now = datetime(2026, 3, 2, 6, 0, tzinfo=UTC)
    edition = prepare(world, audience, clock.now)
    assert edition.subject.startswith("Nothing could be seen")
    assert "not looked at since" in " ".join(edition.text.split())


def test_a_change_taken_back_and_then_true_again_is_told_again(world: World, record: Record, clock: Moments) -> None:
    (audience,) = digest.audiences(world.configuration.accounts)
    record("$49")
    record("$59")
    assert len(prepare(world, audience, datetime(2026, 2, 23, 6, 0, tzinfo=UTC)).event_ids) == 1
    clock.now = datetime(2026, 2, 24, 6, 0, tzinfo=UTC)
    record("$49")
    prepare(world, audience, datetime(2026, 3, 2, 6, 0, tzinfo=UTC))
    clock.now = datetime(2026, 3, 3, 6, 0, tzinfo=UTC)
    record("$59")
    record("$59")
    clock.now = datetime(2026, 3, 9, 6, 0, tzinfo=UTC)
    assert len(prepare(world, audience, clock.now).event_ids) == 1


def test_a_visit_that_is_still_being_read_belongs_to_the_next_edition(
    world: World, record: Record, clock: Moments
) -> None:
    (audience,) = digest.audiences(world.configuration.accounts)
    record("$49")
    world.archive.visits.record(attempt_at(world.sources[0], clock.now, "$59"))
    first = prepare(world, audience, datetime(2026, 2, 16, 8, 0, tzinfo=UTC))
    assert first.event_ids == ()
    detect(world, world.sources[0])
    clock.now = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
    assert len(prepare(world, audience, clock.now).event_ids) == 1


def test_a_source_of_somebody_elses_account_is_none_of_a_readers_sources(tmp_path: Path, clock: Moments) -> None:
    sources = f"""{SOURCES}accounts:
  - {{name: calder-branches, of: Calder Pharma, url: "https://calder.example/branches"}}
"""
    people = "  noor: {name: Noor Haddad, email: noor@halden.example, zone: Europe/Paris, digest: mon 07:00}\n"
    accounts = ACCOUNTS.replace("accounts:\n", f"{people}accounts:\n") + "  - {name: Calder Pharma, owner: noor}\n"
    with opened(tmp_path, clock, sources, accounts) as world:
        opening = {
            audience.person.key: prepare(world, audience, datetime(2026, 2, 23, 6, 0, tzinfo=UTC)).text
            for audience in digest.audiences(world.configuration.accounts)
        }
    assert "1 source" in opening["ines"]
    assert "2 sources" in opening["noor"]
