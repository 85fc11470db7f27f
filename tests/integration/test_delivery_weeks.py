"""Weeks in which something goes wrong, over a real mail server and a clock that is moved: no mail twice, none lost."""

import socket
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

import digest
from domain.editions import DeliveryState
from domain.errors import UsageError
from pipeline import World, deliver, due_editions, prepare
from pipeline.delivering.retrying import try_again, try_now, unsent
from tests.integration.support_delivery import look, mailing_world
from tests.integration.support_mail import DROP, Postbox, postbox
from tests.integration.support_pipeline import ACCOUNTS, Moments, clock, opened, record

__all__ = ["clock", "record"]

MONDAY = datetime(2026, 2, 16, 6, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
PEOPLE = ACCOUNTS.replace(
    "accounts:\n",
    "".join(f"  p{n}: {{name: P {n}, email: p{n}@halden.example, zone: UTC, analyst: true}}\n" for n in range(3))
    + "accounts:\n",
)

Sends = Callable[..., None]


@pytest.fixture
def box() -> Iterator[Postbox]:
    with postbox() as box:
        yield box


@pytest.fixture
def world(tmp_path: Path, clock: Moments, box: Postbox) -> Iterator[World]:
    with mailing_world(tmp_path, clock, box, PEOPLE) as world:
        yield world


def readers(box: Postbox) -> list[str]:
    return sorted(str(mail["To"]) for mail in box.mails())


def test_a_server_that_is_down_for_hours_gets_every_mail_once_it_is_back(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=2)
    smtp = world.configuration.settings.smtp
    assert smtp is not None
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        down = with_port(world, free.getsockname()[1])
        for _ in range(9 * 60 // 20):
            look(down)
            clock.now += timedelta(minutes=20)
    tries = {row.tries for row in world.archive.ledger.deliveries() if row.channel == "smtp"}
    assert max(tries) < 14, "it is asked less and less often, at last once an hour"
    assert box.received == []
    for _ in range(4):
        look(world)
        clock.now += timedelta(minutes=20)
    assert len(readers(box)) == len(set(readers(box))) == 4


def with_port(world: World, port: int) -> World:
    settings = world.configuration.settings
    assert settings.smtp is not None
    moved = replace(settings, smtp=replace(settings.smtp, port=port))
    return replace(world, configuration=replace(world.configuration, settings=moved))


def test_a_mail_that_could_not_go_for_a_month_is_not_forgotten(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=2)
    box.recipients = ["451 later"] * 4
    look(world)
    for audience, sends_at in due_editions(world, clock.now):
        prepare(world, audience, sends_at)
    clock.now += 5 * WEEK
    look(world)
    assert len(box.received) == 8, "the one that was put off and this week's, for each of four"
    assert len({str(mail["Message-ID"]) for mail in box.mails()}) == 8


def test_half_the_readers_refused_leaves_the_others_their_mail_and_is_said(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=2)
    box.recipients = ["550 nobody here", "250 OK", "550 nobody here", "250 OK"]
    look(world)
    assert len(box.received) == 2
    refused = unsent(world)
    assert [one.delivery.state for one in refused] == [DeliveryState.REFUSED] * 2
    assert "550 nobody here" in refused[0].delivery.detail
    clock.now += timedelta(hours=5)
    look(world)
    assert len(box.received) == 2, "a final answer is taken as one"
    for one in refused:
        assert try_again(world, one.edition.id) == {"smtp": DeliveryState.SENT}
    assert len(set(readers(box))) == 4
    assert unsent(world) == ()


def test_a_mended_address_gets_the_mail_that_was_refused(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox, tmp_path: Path
) -> None:
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=2)
    box.recipients = ["550 nobody here"]
    look(world)
    (refused,) = unsent(world)
    mended = PEOPLE.replace(refused.edition.email, "new@halden.example")
    with opened(tmp_path, clock, accounts=mended) as later:
        assert try_again(later, refused.edition.id) == {"smtp": DeliveryState.SENT}
    assert box.envelopes[-1] == "new@halden.example"
    assert box.received[-1] == refused.edition.eml


def test_somebody_who_reads_no_more_is_sent_nothing_that_was_put_off(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox, tmp_path: Path
) -> None:
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=2)
    box.recipients = ["451 later"] * 4
    look(world)
    gone = "".join(line for line in PEOPLE.splitlines(keepends=True) if "p1@" not in line)
    clock.now += timedelta(hours=1)
    with opened(tmp_path, clock, accounts=gone) as later:
        look(later)
    assert "p1@halden.example" not in box.envelopes[4:]
    assert len(box.received) == 3


def test_a_mail_in_doubt_waits_for_a_person_who_settles_it_either_way(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=2)
    box.contents = [DROP, DROP]
    look(world)
    clock.now += timedelta(hours=1)
    look(world)
    one, other = unsent(world)
    assert (one.delivery.state, other.delivery.state) == (DeliveryState.UNKNOWN, DeliveryState.UNKNOWN)
    try_now(world)
    assert len(box.received) == 4, "nothing in doubt is sent again by itself"
    with pytest.raises(UsageError, match="--arrived or --send-again"):
        try_again(world, one.edition.id)
    assert try_again(world, one.edition.id, arrived=True) == {"smtp": DeliveryState.SENT}
    assert try_again(world, other.edition.id, send_again=True) == {"smtp": DeliveryState.SENT}
    assert box.received[-1] == other.edition.eml, "the same bytes, so the same Message-ID"
    with pytest.raises(UsageError, match="not waiting"):
        try_again(world, one.edition.id, send_again=True)


def test_a_clock_put_back_or_forward_sends_no_week_twice(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    record("$59")
    for step in (WEEK, -timedelta(days=3), timedelta(days=3), 3 * WEEK, -3 * WEEK, timedelta(hours=1), 3 * WEEK):
        clock.now += step if box.received or step is not WEEK else MONDAY + WEEK + timedelta(hours=2) - clock.now
        look(world)
    editions = world.archive.editions.all()
    assert len({edition.id for edition in editions}) == len(editions) == len(box.received)
    told = [event for edition in editions if edition.recipient == "ines" for event in edition.event_ids]
    assert len(told) == len(set(told)) == 1, "what happened once is told once"


@pytest.mark.parametrize("change", [datetime(2026, 3, 29, 1, tzinfo=UTC), datetime(2026, 10, 25, 1, tzinfo=UTC)])
def test_the_weeks_in_which_clocks_are_changed_bring_one_mail_each(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox, change: datetime
) -> None:
    record("$49")
    clock.now = change - timedelta(days=9)
    while clock.now < change + timedelta(days=12):
        look(world)
        clock.now += timedelta(hours=4)
    assert sorted(readers(box).count(who) for who in set(readers(box))) == [4, 4, 4, 4]
    ines = [mail for mail in box.mails() if "ines@" in str(mail["To"])]
    assert len({str(mail["Subject"])[-3:] for mail in ines}) == 4, "one of each week"


@pytest.mark.parametrize(("missed", "mails"), [("merge", 1), ("separate", 3)])
def test_mondays_that_were_missed_come_as_one_mail_or_one_each(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox, missed: str, mails: int, tmp_path: Path
) -> None:
    settings = (tmp_path / "bellwether.toml").read_text() + f'[mail]\nmissed = "{missed}"\n'
    (tmp_path / "bellwether.toml").write_text(settings)
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=2)
    look(world)
    before = len(box.received)
    with opened(tmp_path, clock, accounts=PEOPLE) as later:
        for price in ("$59", "$69", "$79"):
            clock.now += timedelta(days=2)
            record(price)
            clock.now += timedelta(days=5) - timedelta(hours=1)
        for _ in range(2):
            look(later)
        assert len(box.received) - before == mails * 4
        ines = [one for one in later.archive.editions.all() if one.recipient == "ines"][1:]
    assert [one.label for one in ines] == ["2026-W09", "2026-W10", "2026-W11"][-mails:]
    said = [" ".join(one.text.split()) for one in ines]
    steps = ["$49 → $79"] if missed == "merge" else ["$49 → $59", "$59 → $69", "$69 → $79"]
    assert all(step in text for step, text in zip(steps, said, strict=True))
    assert [one.after_seq for one in ines[1:]] == [one.cut_seq for one in ines[:-1]]


def test_what_was_sent_by_hand_before_the_hour_is_not_followed_by_the_mail_of_the_week_before(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=-5)  # Monday, an hour after midnight, and nothing went out last week
    for audience in digest.audiences(world.configuration.accounts):
        deliver(world, prepare(world, audience, clock.now))
    by_hand = len(box.received)
    for _ in range(2):
        look(world)
        clock.now += timedelta(hours=1)
    assert len(box.received) == by_hand, "the mail of the Monday before would tell less than they know"
    clock.now = MONDAY + 2 * WEEK + timedelta(hours=2)
    look(world)
    assert len(box.received) == 2 * by_hand
    labels = [one.label for one in world.archive.editions.all() if one.recipient == "ines"]
    assert labels == ["2026-W08", "2026-W09"]
