"""What cannot wait is told at once, by mail and to a channel, once; and Monday's mail says that it was."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from domain.answers import Asked, Origin, Wish
from domain.editions import DeliveryState, EditionKind
from domain.errors import ConfigurationError
from pipeline import World, deliver, due_editions, prepare, recipients, waiting
from pipeline.composing.answering import take
from pipeline.delivering.alerts import compose_alerts
from pipeline.delivering.retrying import unsent
from tests.integration.support_hook import Hook, hook
from tests.integration.support_mail import Postbox, postbox
from tests.integration.support_pipeline import ACCOUNTS, Moments, clock, opened, record

__all__ = ["clock", "hook", "record"]

THURSDAY = datetime(2026, 2, 19, 9, 0, tzinfo=UTC)
MONDAY = datetime(2026, 2, 23, 6, 0, tzinfo=UTC)
WORTH = ACCOUNTS.replace("tier: key,", "tier: key, revenue: 410000 EUR, ")


@pytest.fixture
def box() -> Iterator[Postbox]:
    with postbox() as box:
        yield box


def people(alerts: str) -> str:
    return WORTH.replace("digest: mon 07:00}", f"digest: mon 07:00, alerts: {alerts}}}")


@contextmanager
def world_of(folder: Path, clock: Moments, box: Postbox, alerts: str) -> Iterator[World]:
    (folder / "bellwether.toml").write_text(
        f'[smtp]\nhost = "127.0.0.1"\nport = {box.port}\nsecurity = "none"\n'
        '[fetch]\nallowed_networks = ["127.0.0.1/32"]\n'
        '[alerts.channels.sales]\nkind = "webhook"\nurl_env = "HOOK_URL"\n'
    )
    with opened(folder, clock, accounts=people(alerts)) as world:
        yield world


@pytest.fixture
def alerts() -> str:
    return "{when: [{tag: pricing}], by: [mail, sales]}"


@pytest.fixture
def world(tmp_path: Path, clock: Moments, box: Postbox, hook: Hook, alerts: str) -> Iterator[World]:
    clock.now = THURSDAY
    with world_of(tmp_path, clock, box, alerts) as world:
        yield replace(world, environ={"HOOK_URL": hook.url})


def look(world: World) -> None:
    compose_alerts(world)
    for audience, sends_at in due_editions(world, world.clock()):
        deliver(world, prepare(world, audience, sends_at))
    for edition in waiting(world):
        deliver(world, edition)


def test_a_price_rise_is_told_at_once_by_mail_and_to_the_channel_and_only_once(
    world: World, record: Callable[..., object], box: Postbox, hook: Hook
) -> None:
    record("$49")
    look(world)
    assert (box.received, hook.posts) == ([], [])
    record("$59")
    for _ in range(3):
        look(world)
    (mail,) = box.mails()
    assert str(mail["Subject"]).startswith("Alert: Marlowe")
    (post,) = hook.posts
    assert post["title"] == mail["Subject"]
    assert "$49 → $59" in post["message"]
    assert "410" not in post["message"], "no revenue where it is not known who reads"
    assert "attached" not in post["message"]
    rows = {(row.channel, row.state) for row in world.archive.ledger.deliveries()}
    assert rows == {(channel, DeliveryState.SENT) for channel in ("outbox", "smtp", "sales")}


def test_mondays_mail_says_that_the_reader_was_told(
    world: World, record: Callable[..., object], box: Postbox, clock: Moments
) -> None:
    record("$49")
    record("$59")
    look(world)
    clock.now = MONDAY
    look(world)
    alert, weekly = box.mails()
    body = weekly.get_body(("plain",))
    assert body is not None
    assert "you were told Thu 19 Feb" in " ".join(str(body.get_content()).split())
    assert weekly["Message-ID"] != alert["Message-ID"]
    clock.now += timedelta(days=7)
    look(world)
    assert "$59" not in world.archive.editions.all()[-1].text, "and the week after nothing of it"


@pytest.mark.parametrize("alerts", ["{when: [{tag: pricing}], by: [mail]}"])
def test_an_alert_whose_day_is_over_when_a_pause_ends_is_told_on_monday_as_news(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    look(world)
    record("$59")
    box.recipients = ["451 later"]
    look(world)
    take(world, Asked(edition="", reader="ines", what=Wish.PAUSE, origin=Origin.LINK, until=date(2026, 2, 21)))
    clock.now += timedelta(hours=1)
    look(world)
    assert box.received == []
    clock.now = MONDAY - timedelta(hours=20)
    look(world)
    assert box.received == [], "the alarm of Thursday is none on Sunday"
    assert unsent(world) == ()
    clock.now = MONDAY + timedelta(hours=1)
    look(world)
    (mail,) = box.mails()
    assert mail["Subject"].endswith("W08")
    body = mail.get_body(("plain",))
    assert body is not None
    assert "$49" in body.get_content()
    assert "you were told" not in body.get_content()


def words(box: Postbox) -> str:
    """The only mail that came, on one line."""
    (mail,) = box.mails()
    assert mail["Subject"].endswith("W08")
    body = mail.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())


def test_an_alert_that_was_refused_on_every_channel_is_told_on_monday_as_news(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    deaf = replace(world, environ={})
    record("$49")
    look(deaf)
    record("$59")
    box.recipients = ["550 no such user"]
    look(deaf)
    states = {row.channel: row.state for row in world.archive.ledger.deliveries()}
    assert (states["smtp"], states["outbox"]) == (DeliveryState.REFUSED, DeliveryState.SENT)
    clock.now = MONDAY
    look(deaf)
    assert "$49" in words(box)
    assert "you were told" not in words(box)


@pytest.mark.parametrize("alerts", ["{when: [{tag: pricing}], by: [mail]}"])
def test_an_alert_that_still_waits_when_the_weekly_mail_is_composed_is_told_there_and_goes_out_no_more(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    look(world)
    clock.now = MONDAY - timedelta(hours=2)
    record("$59")
    box.recipients = ["451 later"] * 2
    look(world)
    alert = world.archive.ledger.deliveries()[-1]
    clock.now = MONDAY + timedelta(minutes=5)
    look(world)
    clock.now += timedelta(hours=1)
    look(world)
    assert "$49" in words(box)
    assert "you were told" not in words(box)
    states = {row.channel: row.state for row in world.archive.ledger.deliveries(alert.edition)}
    assert states == {"outbox": DeliveryState.SENT, "smtp": DeliveryState.DROPPED}


@pytest.mark.parametrize("alerts", ["{when: [{tag: pricing}], by: [mail]}"])
def test_an_alert_that_was_put_off_before_midnight_goes_out_after_it(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox
) -> None:
    record("$49")
    look(world)
    clock.now = THURSDAY.replace(hour=21, minute=50)
    record("$59")
    box.recipients = ["451 later"]
    look(world)
    clock.now += timedelta(minutes=20)
    look(world)
    (mail,) = box.mails()
    assert str(mail["Subject"]).startswith("Alert: Marlowe")


def test_what_an_alert_told_and_is_taken_back_is_corrected(
    world: World, record: Callable[..., object], clock: Moments
) -> None:
    record("$49")
    for audience in recipients(world):
        prepare(world, audience, clock.now)
    record("$59")
    look(world)
    clock.now += timedelta(days=1)
    record("$49")
    clock.now = MONDAY
    look(world)
    assert "taken back by Fri 20 Feb" in " ".join(world.archive.editions.all()[-1].text.split())


@pytest.mark.parametrize("alerts", ["{when: [{tag: pricing}], at_most: 1}"])
def test_at_most_so_many_a_day(world: World, record: Callable[..., object], clock: Moments, box: Postbox) -> None:
    for price in ("$49", "$59", "$89"):
        record(price)
        look(world)
    assert len(box.received) == 1
    clock.now += timedelta(days=1)
    look(world)
    assert len(box.received) == 2, "what was too much for one day is told on the next, while it is fresh"


@pytest.mark.parametrize(
    ("alerts", "told"),
    [
        ("{when: [{tag: regulatory}]}", 0),
        ("{when: [{tag: pricing, stake: 500k EUR}]}", 0),
        ("{when: [{tag: pricing, stake: 400k EUR}]}", 1),
        ("{when: [{tag: pricing, stake: 400k USD}]}", 0),
        ("{when: [{notice: 60}]}", 0),
        ("{when: [{tag: regulatory}, {stake: 10k EUR}]}", 1),
    ],
)
def test_a_rule_holds_where_all_that_it_names_does(
    world: World, record: Callable[..., object], box: Postbox, told: int
) -> None:
    record("$49")
    record("$59")
    look(world)
    assert len(box.received) == told


def test_an_event_that_is_days_old_is_no_alarm(world: World, record: Callable[..., object], clock: Moments) -> None:
    record("$49")
    record("$59")
    clock.now += timedelta(days=3)
    assert compose_alerts(world) == ()


def test_a_channel_that_drops_a_post_leaves_a_doubt_and_one_that_is_busy_is_asked_again(
    world: World, record: Callable[..., object], clock: Moments, hook: Hook
) -> None:
    hook.status = 503
    record("$49")
    record("$59")
    look(world)
    clock.now += timedelta(hours=1)
    hook.status = 0
    look(world)
    clock.now += timedelta(hours=1)
    look(world)
    assert len(hook.posts) == 2, "what may have been read is not posted again by itself"
    (doubt,) = unsent(world)
    assert (doubt.delivery.channel, doubt.delivery.state) == ("sales", DeliveryState.UNKNOWN)
    assert doubt.edition.kind is EditionKind.ALERT
    assert "s3cret" not in doubt.delivery.detail


def test_a_channel_nobody_declared_is_a_problem_of_the_file(tmp_path: Path, clock: Moments, box: Postbox) -> None:
    with (
        pytest.raises(ConfigurationError, match="no channel 'salse'"),
        world_of(tmp_path, clock, box, "{when: [{tag: pricing}], by: [salse]}"),
    ):
        pass
