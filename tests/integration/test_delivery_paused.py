"""Mails that were put off and whose readers then asked for none: held while they say so, and lost to nobody."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from domain.answers import Asked, Origin, Wish
from domain.checks import Health
from domain.errors import UsageError
from pipeline import World
from pipeline.composing.answering import take
from pipeline.delivering.doctor import look_over
from pipeline.delivering.retrying import try_again, try_now, unsent
from tests.integration.support_delivery import look, mailing_world
from tests.integration.support_mail import Postbox, postbox
from tests.integration.support_pipeline import ACCOUNTS, Moments, clock, opened, record
from tests.integration.support_rules import Type, typed

__all__ = ["clock", "record", "typed"]

MONDAY = datetime(2026, 2, 16, 6, 0, tzinfo=UTC)
WEEK = timedelta(weeks=1)
PEOPLE = ACCOUNTS.replace(
    "accounts:\n", "  noor: {name: Noor Haddad, email: noor@halden.example, zone: UTC, analyst: true}\naccounts:\n"
)


@pytest.fixture
def box() -> Iterator[Postbox]:
    with postbox() as box:
        yield box


@pytest.fixture
def world(tmp_path: Path, clock: Moments, box: Postbox) -> Iterator[World]:
    with mailing_world(tmp_path, clock, box, PEOPLE) as world:
        yield world


def readers(box: Postbox) -> list[str]:
    return [mail["To"].addresses[0].addr_spec for mail in box.mails()]


def put_off(world: World, record: Callable[..., object], clock: Moments, box: Postbox) -> None:
    """The week's mails, an hour after the server took none of them."""
    record("$49")
    clock.now = MONDAY + WEEK + timedelta(hours=2)
    box.recipients = ["451 later"] * 2
    look(world)
    clock.now += timedelta(hours=1)


@pytest.mark.parametrize("paused", ["by a link", "in accounts.yaml"])
def test_a_mail_that_was_put_off_is_held_while_its_reader_wants_none_and_goes_out_after(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox, tmp_path: Path, paused: str
) -> None:
    put_off(world, record, clock, box)
    people, until = PEOPLE, (clock.now + timedelta(days=3)).date()
    if paused == "by a link":
        take(world, Asked(edition="", reader="ines", what=Wish.PAUSE, origin=Origin.LINK, until=until))
    else:
        people = PEOPLE.replace(
            "ines@halden.example,", f"ines@halden.example, paused: {{why: a leave, until: {until}}},"
        )
        assert people != PEOPLE
    with opened(tmp_path, clock, accounts=people) as later:
        look(later)
        try_now(later)
        assert "ines@halden.example" not in readers(box)
        assert len(box.received) == 1
        (held,) = unsent(later)
        assert held.held == f"its reader asked for no mail until {until}"
        with pytest.raises(UsageError, match="is held: its reader asked for no mail"):
            try_again(later, held.edition.id)
        with pytest.raises(UsageError, match="is held"):
            try_again(later, held.edition.id, send_again=True)
        assert len(box.received) == 1
        clock.now += timedelta(days=4)
        look(later)
    assert readers(box).count("ines@halden.example") == 1, "nothing that it told is lost"
    assert unsent(world) == ()


def test_what_is_held_is_named_and_is_no_fault(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox, tmp_path: Path, typed: Type
) -> None:
    put_off(world, record, clock, box)
    take(world, Asked(edition="", reader="ines", what=Wish.UNSUBSCRIBE, origin=Origin.LINK))
    look(world)
    listed = typed("digest", "retry")
    assert "held: its reader asked for no mail until further notice" in listed.output
    assert listed.exit_code == 0, "nothing is left for the operator to do"
    checks = {check.name: check for check in look_over(tmp_path, {}, clock)}
    assert checks["held"].said == "1 held for readers who want no mail or have left"
    assert checks["mail"].health is Health.OK
    clock.now += 8 * WEEK
    look(world)
    assert "ines@halden.example" not in readers(box)
    take(world, Asked(edition="", reader="ines", what=Wish.RESUME, origin=Origin.LINK))
    look(world)
    assert readers(box).count("ines@halden.example") == 2, "the mail that was held, and that of this week"


@pytest.mark.parametrize("left", ["gone from the file", "owns nothing any more"])
def test_a_mail_that_was_put_off_is_not_tried_again_for_somebody_who_left(
    world: World, record: Callable[..., object], clock: Moments, box: Postbox, tmp_path: Path, left: str
) -> None:
    put_off(world, record, clock, box)
    people = "".join(line for line in PEOPLE.splitlines(keepends=True) if not line.startswith("  ines:"))
    people = (people if left == "gone from the file" else PEOPLE).replace("owner: ines", "owner: omar")
    people = people.replace("people:\n", "people:\n  omar: {name: Omar Diaz, email: omar@halden.example, zone: UTC}\n")
    with opened(tmp_path, clock, accounts=people) as later:
        try_now(later)
        (held,) = [one for one in unsent(later) if one.edition.recipient == "ines"]
        assert held.held == "accounts.yaml names nobody who reads it any more"
        with pytest.raises(UsageError, match=r"is held: accounts\.yaml names nobody"):
            try_again(later, held.edition.id)
    assert "ines@halden.example" not in readers(box)
    assert "noor@halden.example" in readers(box)
