"""Detection over a real database: baselines, archives, doubt, changes taken back, pages gone."""

from dataclasses import replace
from datetime import timedelta
from typing import cast

from classifiers import RuleBook
from domain.changes import Change, ChangeStatus
from domain.verdicts import Says
from domain.visits import PageState, Reason, VisitOrigin
from pipeline import World, detect, relate, replay
from pipeline.composing.judging import judge
from pipeline.detecting.quiet import STORY_DAYS
from tests.integration.support_pipeline import MONDAY, Moments, Record, attempt_at, clock, record, world

__all__ = ["clock", "record", "world"]


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


def test_a_replay_loses_nothing_of_whom_an_old_event_touched(world: World, record: Record, clock: Moments) -> None:
    record("$49")
    record("$59")
    relate(world)
    old = world.archive.derived.impacts()
    clock.now += timedelta(days=STORY_DAYS + 1)
    record("$69")
    relate(world)
    young = [one for one in world.archive.derived.impacts() if one not in old]
    replay(world, world.sources)
    assert [one.account for one in (*old, *young)] == ["Marlowe Travel", "Marlowe Travel"]
    assert set(world.archive.derived.impacts()) == {*old, *young}


def test_a_replay_lets_fall_whom_an_old_event_touched_where_noise_alone_tells_of_it(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    record("$59")
    relate(world)
    clock.now += timedelta(days=STORY_DAYS + 1)
    (old,) = changes(world)
    judge(world, old, world.archive.derived.sightings_of(old.key), [(Says.NOISE, None)], by="noor", note="")
    assert [one.account for one in world.archive.derived.impacts()] == ["Marlowe Travel"]
    replay(world, world.sources)
    assert world.archive.derived.impacts() == ()


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


def test_what_goes_back_past_two_changes_takes_both_back(world: World, record: Record) -> None:
    for pro in ("$49", "$59", "$69", "$49"):
        record(pro)
    assert [change.status for change in changes(world)] == [ChangeStatus.REVERTED] * 3


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


class BreakingRules:
    """A rule book with a bug of ours in it."""

    hash = "broken"

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(f"bug in {name}")


def test_a_visit_that_breaks_our_own_code_is_named_as_unreadable_and_stops_nothing(
    world: World, record: Record, clock: Moments
) -> None:
    record("$49")
    source = world.sources[0]
    broken = replace(world, rules_read=lambda: cast(RuleBook, BreakingRules()))
    visit = world.archive.visits.record(attempt_at(source, clock.now, "$59"))
    detect(broken, source)
    reading = world.archive.derived.interpretation(visit.id)
    assert reading is not None
    assert (reading.verdict.state, reading.verdict.reason) == (PageState.ERROR, Reason.UNREADABLE)
    assert "RuntimeError" in reading.verdict.explanation
    replay(world, world.sources)
    assert changes(world)[-1].status is ChangeStatus.NEWS, "mended, the same visit is read again"


def test_a_clock_that_was_a_year_ahead_for_one_visit_blinds_nothing(
    world: World, record: Record, clock: Moments
) -> None:
    now = clock.now
    clock.now = now + timedelta(days=365)
    record("$49")
    clock.now = now
    record("$59")
    assert [change.status for change in changes(world)] == [ChangeStatus.NEWS]
