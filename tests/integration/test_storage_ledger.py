"""The ledger of deliveries: each edition is handed over once, by one process, and what is in doubt is held."""

import subprocess
import sys
from collections.abc import Callable

import pytest

from domain.editions import DeliveryState
from domain.errors import StorageError
from storage import Archive
from tests.integration.support_storage import edition

MAIL = ("2026-W06-owner-rosa", "rosa", "smtp")
OTHER_PROCESS = """
import sys
from storage import open_archive
with open_archive(sys.argv[1]) as archive:
    assert archive.ledger.begin("2026-W06-owner-rosa", "rosa", "smtp")
    if sys.argv[2] == "commit":
        assert archive.ledger.commit("2026-W06-owner-rosa", "rosa", "smtp")
"""


@pytest.fixture
def ready(archive: Archive) -> Archive:
    archive.editions.save(edition())
    return archive


def state(archive: Archive) -> tuple[DeliveryState, int, str]:
    (row,) = archive.ledger.deliveries()
    return row.state, row.tries, row.detail


def ends_while_handing_over(url: str, step: str) -> None:
    """Another process that begins (and, with step "commit", is about to send the last byte) and is gone."""
    subprocess.run([sys.executable, "-c", OTHER_PROCESS, url, step], check=True, stdin=subprocess.DEVNULL)


def test_an_edition_is_announced_on_its_channels_when_it_is_kept(archive: Archive) -> None:
    archive.editions.save(edition(), ("outbox", "smtp"))
    assert [(row.channel, row.state, row.tries) for row in archive.ledger.deliveries()] == [
        ("outbox", DeliveryState.PENDING, 0),
        ("smtp", DeliveryState.PENDING, 0),
    ]
    assert not archive.editions.save(edition(), ("outbox", "smtp"))
    assert len(archive.ledger.deliveries()) == 2


def test_a_mail_that_was_sent_is_not_begun_again(ready: Archive) -> None:
    assert ready.ledger.begin(*MAIL)
    assert ready.ledger.commit(*MAIL)
    assert ready.ledger.finish(*MAIL, DeliveryState.SENT, "250 queued")
    assert not ready.ledger.begin(*MAIL)
    assert state(ready) == (DeliveryState.SENT, 1, "250 queued")


def test_a_mail_that_a_living_process_is_handing_over_is_left_to_it(
    ready: Archive, open_one: Callable[..., Archive]
) -> None:
    assert ready.ledger.begin(*MAIL)
    other = open_one()
    assert not other.ledger.begin(*MAIL)
    assert ready.ledger.commit(*MAIL)
    assert not other.ledger.begin(*MAIL)
    assert not other.ledger.finish(*MAIL, DeliveryState.PENDING), "not its to say"
    assert ready.ledger.finish(*MAIL, DeliveryState.SENT)
    assert state(ready)[0] is DeliveryState.SENT


def test_what_a_dead_process_had_not_handed_over_yet_is_tried_again(ready: Archive, database_url: str) -> None:
    ends_while_handing_over(database_url, "begin")
    assert state(ready)[0] is DeliveryState.TRYING
    assert ready.ledger.begin(*MAIL)
    assert ready.ledger.commit(*MAIL)
    assert state(ready)[:2] == (DeliveryState.SENDING, 2)


def test_what_a_dead_process_may_have_handed_over_is_left_to_a_person(ready: Archive, database_url: str) -> None:
    ends_while_handing_over(database_url, "commit")
    assert state(ready)[0] is DeliveryState.SENDING
    assert not ready.ledger.begin(*MAIL)
    assert state(ready)[::2] == (DeliveryState.UNKNOWN, "was being handed over when the process ended")
    assert not ready.ledger.begin(*MAIL)


def test_a_process_that_was_taken_for_dead_sends_no_last_byte(ready: Archive, open_one: Callable[..., Archive]) -> None:
    slow, quick = ready.ledger, open_one().ledger
    assert slow.begin(*MAIL)
    assert ready.ledger.settle(*MAIL, DeliveryState.PENDING, "taken back by hand", was=DeliveryState.TRYING)
    assert quick.begin(*MAIL)
    assert not slow.commit(*MAIL)
    assert quick.commit(*MAIL)


def test_a_mail_refused_for_now_is_tried_again(ready: Archive) -> None:
    ready.ledger.begin(*MAIL)
    ready.ledger.finish(*MAIL, DeliveryState.REFUSED, "451 try later", transient=True)
    assert ready.ledger.begin(*MAIL)
    ready.ledger.finish(*MAIL, DeliveryState.PENDING, "421 closing")
    assert ready.ledger.begin(*MAIL)
    assert state(ready) == (DeliveryState.TRYING, 3, "")


def test_a_mail_refused_for_good_is_not_tried_again(ready: Archive) -> None:
    ready.ledger.begin(*MAIL)
    ready.ledger.finish(*MAIL, DeliveryState.REFUSED, "550 no such user")
    assert not ready.ledger.begin(*MAIL)
    assert ready.ledger.unfinished(["smtp"]) == ()


def test_what_a_person_decides_counts_only_for_the_state_they_saw(ready: Archive) -> None:
    ready.ledger.begin(*MAIL)
    ready.ledger.finish(*MAIL, DeliveryState.UNKNOWN, "broke off")
    assert not ready.ledger.settle(*MAIL, DeliveryState.PENDING, "", was=DeliveryState.REFUSED)
    assert ready.ledger.settle(*MAIL, DeliveryState.SENT, "it had arrived", was=DeliveryState.UNKNOWN)
    assert state(ready) == (DeliveryState.SENT, 1, "it had arrived")


def test_each_channel_has_a_row_of_its_own(ready: Archive) -> None:
    assert ready.ledger.begin(*MAIL)
    assert ready.ledger.begin(*MAIL[:2], "outbox")
    assert [row.channel for row in ready.ledger.deliveries("2026-W06-owner-rosa")] == ["smtp", "outbox"]
    assert [row.channel for row in ready.ledger.unfinished(["outbox"])] == ["outbox"]
    assert ready.ledger.deliveries("2026-W07-owner-rosa") == ()


def test_nothing_is_handed_over_that_was_not_kept(ready: Archive) -> None:
    with pytest.raises(StorageError, match="not stored"):
        ready.ledger.begin("2026-W07-owner-rosa", "rosa", "smtp")
    with pytest.raises(StorageError, match="never begun"):
        ready.ledger.finish(*MAIL, DeliveryState.SENT)
