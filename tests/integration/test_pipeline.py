"""The pipeline over a real database, with visits recorded as the spiders would hand them over."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import digest
from domain.changes import Change, ChangeStatus
from domain.editions import DeliveryState
from domain.keys import source_revision
from domain.visits import Attempt, FetchedPart, Purpose, Visit, VisitOrigin
from pipeline import World, deliver, detect, due_editions, open_world, prepare, relate, replay, to_recheck

MONDAY = datetime(2026, 2, 16, 5, 0, tzinfo=UTC)
PAGE = """<html><body><main><h1>StayFeed prices</h1>
<p>StayFeed gives hotel prices from ninety countries to revenue managers every single morning of the year.</p>
<table><tr><th>Plan</th><th>Price</th></tr><tr><td>Pro</td><td>{pro}</td></tr></table></main></body></html>"""
SOURCES = """competitors:
  - name: Brightvane
    sources:
      - {name: prices, url: "https://brightvane.example/prices"}
"""
ACCOUNTS = """us:
  name: Halden Group
  products: [{name: Hotel Rates, topics: [hotel prices], rivals: {Brightvane: [StayFeed]}}]
people:
  ines: {name: Ines Moreau, email: ines@halden.example, zone: Europe/Paris, digest: mon 07:00}
accounts:
  - {name: Marlowe Travel, tier: key, owner: ines, buys: [Hotel Rates], also_uses: {Brightvane: StayFeed}}
"""


class Moments:
    """A clock that a test moves."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


Record = Callable[..., Visit]


@pytest.fixture
def clock() -> Moments:
    return Moments(MONDAY)


@pytest.fixture
def world(tmp_path: Path, clock: Moments) -> Iterator[World]:
    (tmp_path / "sources.yaml").write_text(SOURCES)
    (tmp_path / "accounts.yaml").write_text(ACCOUNTS)
    world = open_world(tmp_path, {}, clock)
    world.archive.visits.register(world.sources)
    with world.archive:
        yield world


@pytest.fixture
def record(world: World, clock: Moments) -> Record:
    """Store one visit of the price page, detect, and let an hour pass."""
    source = world.sources[0]

    def record(
        pro: str | None, *, status: int = 200, origin: VisitOrigin = VisitOrigin.CRAWL, **changed: object
    ) -> Visit:
        body = PAGE.format(pro=pro).encode() if pro else b""
        part = FetchedPart(
            part="page",
            url=source.url,
            requested_url=source.url,
            status=status,
            headers=(("Content-Type", "text/html; charset=utf-8"),),
            body=body,
        )
        attempt = Attempt(
            source=source.name,
            revision=source_revision(source),
            purpose=Purpose.CHECK,
            captured_at=clock.now,
            seconds=0.1,
            parts=(part,),
            origin=origin,
        )
        visit = world.archive.visits.record(replace(attempt, **changed))  # type: ignore[arg-type]
        detect(world, source)
        relate(world)
        clock.now += timedelta(hours=1)
        return visit

    return record


def changes(world: World) -> tuple[Change, ...]:
    return world.archive.derived.changes()


def test_the_first_good_visit_is_the_baseline_and_no_change(world: World, record: Record) -> None:
    first = record("$49")
    baseline = world.archive.derived.baseline("prices")
    assert baseline is not None
    assert baseline.id == first.id
    assert changes(world) == ()


def test_a_blocked_answer_between_two_good_ones_is_neither_change_nor_baseline(world: World, record: Record) -> None:
    record("$49")
    record(None, status=403)
    record("$49")
    assert changes(world) == ()
    record("$59")
    (change,) = changes(world)
    assert change.status is ChangeStatus.NEWS


def test_replay_gives_the_same_keys_and_mails_nobody(world: World, record: Record) -> None:
    record("$49")
    record("$59")
    before = [(change.key, [edit.key for edit in change.edits]) for change in changes(world)]
    events = world.archive.derived.events()
    replay(world, world.sources)
    assert [(change.key, [edit.key for edit in change.edits]) for change in changes(world)] == before
    assert world.archive.derived.events() == events
    assert world.archive.editions.all() == ()


def test_what_an_archive_tells_is_backfill_and_so_is_the_step_to_the_first_crawl(world: World, record: Record) -> None:
    record("$39", origin=VisitOrigin.IMPORT)
    record("$49", origin=VisitOrigin.IMPORT)
    record("$59")
    assert [change.status for change in changes(world)] == [ChangeStatus.BACKFILL, ChangeStatus.BACKFILL]
    record("$69")
    assert changes(world)[-1].status is ChangeStatus.NEWS


def test_an_archive_imported_late_leaves_the_newer_baseline_alone(world: World, record: Record) -> None:
    record("$59")
    record("$39", origin=VisitOrigin.IMPORT, captured_at=MONDAY - timedelta(days=300))
    record("$59")
    assert [change for change in changes(world) if change.status is ChangeStatus.NEWS] == []


def test_a_change_taken_back_is_reverted_and_so_is_what_took_it_back(world: World, record: Record) -> None:
    for price in ("$49", "$59", "$49"):
        record(price)
    assert [change.status for change in changes(world)] == [ChangeStatus.REVERTED, ChangeStatus.REVERTED]


def test_what_came_and_went_before_waits_for_a_second_visit(world: World, record: Record) -> None:
    for price in ("$49", "$59", "$49", "$59"):
        record(price)
    assert changes(world)[-1].status is ChangeStatus.HELD
    record("$59")
    assert [change.status for change in changes(world)][-1] is ChangeStatus.NEWS


def test_a_page_that_flaps_at_every_visit_is_never_news_again(world: World, record: Record) -> None:
    for price in ("$49", "$59") * 4:
        record(price)
    assert not [change for change in changes(world) if change.status is ChangeStatus.NEWS]


def test_a_price_changed_again_after_a_flap_is_news(world: World, record: Record) -> None:
    for price in ("$49", "$59", "$49", "$69"):
        record(price)
    assert changes(world)[-1].status is ChangeStatus.NEWS


def test_a_page_gone_twice_a_day_apart_was_unpublished_and_is_said_once(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    record(None, status=404)
    assert changes(world) == ()
    clock.now += timedelta(days=1)
    record(None, status=404)
    (change,) = changes(world)
    assert change.status is ChangeStatus.NEWS
    assert change.edits[0].where == "state"
    clock.now += timedelta(days=1)
    record(None, status=404)
    assert len(changes(world)) == 1


def test_a_page_that_comes_back_was_not_unpublished(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    record(None, status=404)
    clock.now += timedelta(days=1)
    record(None, status=404)
    record("$49")
    (change,) = changes(world)
    assert change.status is ChangeStatus.REVERTED


def test_a_page_blocked_in_between_is_not_taken_for_unpublished(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    record(None, status=403)
    clock.now += timedelta(days=1)
    record(None, status=404)
    assert changes(world) == ()


def test_an_archive_older_than_the_baseline_tells_its_own_history(world: World, record: Record) -> None:
    record("$59")
    record("$39", origin=VisitOrigin.IMPORT, captured_at=MONDAY - timedelta(days=300))
    record("$49", origin=VisitOrigin.IMPORT, captured_at=MONDAY - timedelta(days=200))
    assert changes(world) == (), "each import is detected by itself, and has nothing older to be compared with"
    replay(world, world.sources)
    assert [change.status for change in changes(world)] == [ChangeStatus.BACKFILL]
    record("$69")
    assert changes(world)[-1].status is ChangeStatus.NEWS


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


def test_a_delivery_found_half_done_is_in_doubt_and_not_repeated(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    (audience,) = digest.audiences(world.configuration.accounts)
    edition = prepare(world, audience, clock.now)
    editions = world.archive.editions
    assert editions.begin(edition.id, edition.recipient, "smtp")  # and killed here
    assert not editions.begin(edition.id, edition.recipient, "smtp")
    (row,) = editions.deliveries(edition.id)
    assert row.state is DeliveryState.UNKNOWN


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
