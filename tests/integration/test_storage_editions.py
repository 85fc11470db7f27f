"""Editions are kept as bytes, and each is handed over once."""

from collections.abc import Callable

import pytest

from domain.editions import DeliveryState, EditionKind
from domain.errors import StorageError
from storage import Archive
from tests.integration.support_storage import edition

MAIL = ("2026-W06-owner-rosa", "rosa", "smtp")


@pytest.fixture
def ready(archive: Archive) -> Archive:
    archive.editions.save(edition())
    return archive


def state(archive: Archive) -> tuple[DeliveryState, int, str]:
    (row,) = archive.editions.deliveries()
    return row.state, row.tries, row.detail


def test_an_edition_comes_back_byte_for_byte(ready: Archive) -> None:
    assert ready.editions.get("2026-W06-owner-rosa") == edition()
    with pytest.raises(StorageError, match="2026-W07"):
        ready.editions.get("2026-W07-owner-rosa")


def test_an_edition_is_kept_as_it_was_first_composed(ready: Archive) -> None:
    assert ready.editions.save(edition(text="composed again")) is False
    assert ready.editions.all() == (edition(),)


def test_the_last_cut_is_that_of_the_recipients_newest_edition(ready: Archive) -> None:
    ready.editions.save(edition(label="2026-W07", after_seq=7, cut_seq=12))
    ready.editions.save(edition("omar", cut_seq=30, kind=EditionKind.ANALYST))
    assert (ready.editions.last_cut("rosa"), ready.editions.last_cut("nobody")) == (12, 0)
    assert ready.editions.last_cut("omar", kind=EditionKind.OWNER) == 0
    assert [kept.cut_seq for kept in ready.editions.all()] == [7, 12, 30]


def test_a_mail_that_was_sent_is_not_begun_again(ready: Archive) -> None:
    assert ready.editions.begin(*MAIL) is True
    ready.editions.finish(*MAIL, DeliveryState.SENT, "250 queued")
    assert ready.editions.begin(*MAIL) is False
    assert state(ready) == (DeliveryState.SENT, 1, "250 queued")


def test_a_hand_over_that_never_ended_is_left_to_a_person(ready: Archive, open_one: Callable[..., Archive]) -> None:
    assert ready.editions.begin(*MAIL) is True
    later = open_one()
    assert later.editions.begin(*MAIL) is False
    assert state(later)[0] is DeliveryState.UNKNOWN
    assert later.editions.begin(*MAIL) is False


def test_a_mail_refused_for_now_is_tried_again(ready: Archive) -> None:
    ready.editions.begin(*MAIL)
    ready.editions.finish(*MAIL, DeliveryState.REFUSED, "451 try later", transient=True)
    assert ready.editions.begin(*MAIL) is True
    ready.editions.finish(*MAIL, DeliveryState.PENDING, "421 closing")
    assert ready.editions.begin(*MAIL) is True
    assert state(ready) == (DeliveryState.SENDING, 3, "")


def test_a_mail_refused_for_good_is_not_tried_again(ready: Archive) -> None:
    ready.editions.begin(*MAIL)
    ready.editions.finish(*MAIL, DeliveryState.REFUSED, "550 no such user")
    assert ready.editions.begin(*MAIL) is False


def test_each_channel_has_a_row_of_its_own(ready: Archive) -> None:
    assert ready.editions.begin(*MAIL) is True
    assert ready.editions.begin(*MAIL[:2], "outbox") is True
    assert [row.channel for row in ready.editions.deliveries("2026-W06-owner-rosa")] == ["smtp", "outbox"]
    assert ready.editions.deliveries("2026-W07-owner-rosa") == ()


def test_nothing_is_handed_over_that_was_not_kept(ready: Archive) -> None:
    with pytest.raises(StorageError, match="not stored"):
        ready.editions.begin("2026-W07-owner-rosa", "rosa", "smtp")
    with pytest.raises(StorageError, match="never begun"):
        ready.editions.finish(*MAIL, DeliveryState.SENT)
