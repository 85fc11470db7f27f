"""Editions are kept as bytes, as they were first composed."""

import pytest

from domain.editions import EditionKind
from domain.errors import StorageError
from storage import Archive
from tests.integration.support_storage import edition


@pytest.fixture
def ready(archive: Archive) -> Archive:
    archive.editions.save(edition())
    return archive


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
