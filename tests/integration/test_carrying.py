"""Runs carried in this process: what was stored is read, news is related, editions are composed, all of it once."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from commands.workers import mails_given_up
from domain.errors import SourceBusy, StorageError
from domain.links import Related
from domain.times import utc_now
from domain.visits import PageState, Reason
from pipeline import World, recipients
from pipeline.composing.asked import Asked, asked_for
from pipeline.composing.editions import edition_id
from pipeline.composing.sitting import Sitting
from pipeline.crawling.carrying import carry, give_up
from pipeline.crawling.orders import Order, Work, compositions, crawls, orders_after
from pipeline.delivering.doctor import look_over
from pipeline.detecting.grouping import recent_events
from scheduler import Keeper
from tests.integration.support_pipeline import ACCOUNTS, Moments, Record, attempt_at, clock, opened, record, world
from workers.handing import brings_news, hand_again
from workers.queue import jobs
from workers.queue import opened as queue
from workers.runner import Queued

__all__ = ["clock", "record", "world"]

HOUR = datetime(2026, 2, 23, 7, 0, tzinfo=UTC)


def done(world: World, order: Order) -> tuple[Order, ...]:
    """What follows from an order once its run was carried, twice."""
    run = world.archive.runs.start(order.work, order.targets)
    for _ in range(2):
        carry(world, run)
    found = world.archive.runs.find(run)
    assert found is not None
    assert found.ended is not None
    return tuple(orders_after(world.archive, found))


def test_what_a_crawl_stored_is_read_and_then_related(world: World, record: Record, clock: Moments) -> None:
    record("$400")
    source = world.sources[0]
    world.archive.visits.record(attempt_at(source, clock.now, "$900"))
    crawled = world.archive.runs.find(world.archive.runs.start(Work.CRAWL, ["prices"]))
    assert crawled is not None
    (detect,) = orders_after(world.archive, crawled)
    assert detect == Order(work=Work.DETECT, targets=("prices",), lock="source:prices")
    (relate,) = done(world, detect)
    assert len(world.archive.derived.changes()) == 1
    assert relate == Order(work=Work.RELATE, targets=(), lock="relate")
    assert world.archive.derived.events() == {}
    assert done(world, relate) == ()
    assert len(world.archive.derived.events()) == 1
    assert [impact.account for impact in world.archive.derived.impacts()] == ["Marlowe Travel"]


def test_a_source_that_is_held_elsewhere_is_read_later(world: World, record: Record) -> None:
    record("$400")
    run = world.archive.runs.start(Work.DETECT, ["prices"])
    with world.archive.runs.hold(["prices"]), pytest.raises(SourceBusy):
        carry(world, run)


def test_a_page_that_ends_every_process_reading_it_is_unreadable_and_keeps_no_edition_waiting(
    world: World, record: Record, clock: Moments
) -> None:
    record("$400")
    visit = world.archive.visits.record(attempt_at(world.sources[0], clock.now, "$900"))
    run = world.archive.runs.start(Work.DETECT, ["prices"])
    assert Sitting(world).cut < visit.seq
    for _ in range(2):
        give_up(world, run, 9)
    reading = world.archive.derived.interpretation(visit.id)
    assert reading is not None
    assert (reading.verdict.state, reading.verdict.reason) == (PageState.ERROR, Reason.UNREADABLE)
    assert Sitting(world).cut == visit.seq
    carry(world, run)
    assert world.archive.derived.interpretation(visit.id) == reading, "a run that was given up is over"


def test_an_edition_is_composed_once_however_often_it_is_asked_for(
    world: World, record: Record, clock: Moments
) -> None:
    record("$400")
    record("$900")
    clock.now = HOUR
    audience = next(one for one in recipients(world) if one.person.key == "ines")
    (order,) = compositions([Asked.of(audience, HOUR)])
    assert asked_for(order.targets) == (Asked(kind="owner", reader="ines", sends_at=HOUR),)
    for _ in range(2):
        assert done(world, order) == ()
    assert [edition.id for edition in world.archive.editions.all()] == [edition_id(audience, HOUR)]


def test_editions_of_one_run_share_what_they_have_in_common_and_none_waits_for_another(
    tmp_path: Path, clock: Moments
) -> None:
    second = "  ana: {name: Ana Lund, email: ana@halden.example, zone: Europe/Paris, analyst: true}\naccounts:\n"
    with opened(tmp_path, clock, accounts=ACCOUNTS.replace("accounts:\n", second)) as world:
        clock.now = HOUR
        asked = [Asked.of(audience, HOUR) for audience in recipients(world)]
        (order,) = compositions(asked)
        run = world.archive.runs.start(order.work, order.targets)
        names = [f"edition:{edition_id(audience, HOUR)}" for audience in recipients(world)]
        with world.archive.runs.hold([], names=names[:1]), pytest.raises(SourceBusy, match="edition:"):
            carry(world, run)
        (early,) = world.archive.editions.all()
        carry(world, run)
        assert len(world.archive.editions.all()) == len(asked) == 2
        assert world.archive.editions.get(early.id) == early, "what was composed before stays as it was"


def test_a_run_that_nobody_knows_is_nothing_to_do(world: World) -> None:
    carry(world, "20260216T050000Z-0123456789ab")


def test_sources_of_one_host_are_one_crawl(world: World) -> None:
    assert crawls(world.sources) == (Order(work=Work.CRAWL, targets=("prices",), lock="host:brightvane.example"),)


def test_impacts_of_an_event_that_was_merged_away_meanwhile_are_not_kept(world: World, record: Record) -> None:
    record("$400")
    record("$900")
    derived, (impact,) = world.archive.derived, world.archive.derived.impacts()
    ((event, _edits),) = derived.events().items()
    (sighting,) = derived.sightings()
    # Another process found the same edits at the same time, and its event is the one that stays.
    twin = replace(recent_events(world)[0], id="ffffffffffffffff")
    links = world.archive.relations.links([event])[event]
    assert links is not None
    world.archive.relations.store(Related(events=(twin,)), world.derivation(), world.clock())
    assert list(derived.events()) == ["ffffffffffffffff"]
    assert sighting.key in {one.key for one in twin.sightings}
    late = Related(links=(links,), impacts=(impact,))
    world.archive.relations.store(late, world.derivation(), world.clock())
    assert derived.impacts() == ()


def test_whoever_lost_the_relating_to_another_stores_no_impacts(world: World, record: Record) -> None:
    record("$400")
    record("$900")
    kept = world.archive.derived.impacts()
    links = tuple(filter(None, world.archive.relations.links([one.event for one in kept]).values()))
    assert kept
    with world.archive.runs.hold([], names=("relate",)) as woken:
        pass  # given back: as one finds it who slept through the end of the lease
    with pytest.raises(StorageError, match="took these sources over"):
        world.archive.relations.store(Related(links=links), world.derivation(), world.clock(), held=woken)
    assert world.archive.derived.impacts() == kept


def test_the_scheduler_asks_for_an_edition_once_and_sends_what_a_worker_composed(
    tmp_path: Path, postgres_url: str
) -> None:
    (tmp_path / "bellwether.toml").write_text(f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n')
    clock = Moments(utc_now() - timedelta(days=10))
    with opened(tmp_path, clock) as world:
        world.archive.visits.record(attempt_at(world.sources[0], clock.now, "$49"))
        done(world, Order(work=Work.DETECT, targets=("prices",), lock="source:prices"))
        keeper = Keeper(tmp_path)
        keeper.look()
        with queue(postgres_url) as app:
            assert {job.work for job in jobs(app)} == {Work.CRAWL}, "the edition waits for what is due"
        keeper.patience = 0.0
        keeper.look()
        keeper.look()
        clock.now = utc_now()
        with queue(postgres_url) as app:
            asked = [job for job in jobs(app) if job.work == Work.COMPOSE]
        assert [job.lock.partition(":")[0] for job in asked] == ["editions"]
        assert world.archive.editions.all() == ()
        carry(world, asked[0].run)
        keeper.look()
        assert [row.state for row in world.archive.ledger.deliveries()] == ["sent"]


def test_a_mail_that_was_given_up_is_asked_for_again_only_after_a_growing_pause(
    tmp_path: Path, postgres_url: str
) -> None:
    (tmp_path / "bellwether.toml").write_text(f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n')
    clock, hour = Moments(HOUR - timedelta(days=1)), HOUR - timedelta(hours=1)
    with opened(tmp_path, clock) as world, queue(postgres_url) as app:
        world.archive.visits.record(attempt_at(world.sources[0], HOUR - timedelta(days=1), "$49"))
        clock.now = HOUR
        (audience,) = [one for one in recipients(world) if one.person.key == "ines"]
        runner = Queued()

        def asked() -> list[str]:
            assert runner.edition(world, audience, hour, lambda: pytest.fail("it is work for workers")) is None
            runner.hand_over(world)
            return [job.run for job in jobs(app)]

        for hours in (1, 2, 4):
            (run,) = asked()
            give_up(world, run, 9)
            app.connector.execute_query("DELETE FROM procrastinate_jobs")
            clock.now += timedelta(hours=hours) - timedelta(minutes=1)
            assert asked() == []
            said = {check.name: check.said for check in look_over(tmp_path, {}, clock)}
            assert said["composing"].startswith("given up: owner of ines for 2026-02-23 06:00 UTC")
            (row,) = mails_given_up(world)
            assert (row["reader"], row["hour"]) == ("ines", "2026-02-23T06:00:00Z")
            clock.now += timedelta(minutes=1)
        assert len(asked()) == 1


def test_a_second_look_is_work_for_workers_too(tmp_path: Path, postgres_url: str) -> None:
    (tmp_path / "bellwether.toml").write_text(f'[database]\nurl = "{postgres_url}"\n[scheduler]\ncrawls = "workers"\n')
    with opened(tmp_path, Moments(utc_now())) as world:
        with queue(postgres_url):
            pass
        for _ in range(2):
            hand_again(world, world.sources)
            with queue(postgres_url) as app:
                assert [(job.work, job.lock) for job in jobs(app)] == [("crawl", "host:brightvane.example")]
        assert brings_news(world)


def test_a_queue_on_sqlite_is_refused_in_plain_words() -> None:
    with pytest.raises(StorageError, match="workers need PostgreSQL"), queue("sqlite:///bellwether.db"):
        pass
