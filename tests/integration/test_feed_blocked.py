"""A site that refuses us for a while, over a real database: never a baseline, never a change, and not for ever."""

import pytest

from domain.changes import ChangeStatus
from domain.visits import PageState
from pipeline import World
from tests.integration.support_pipeline import Record, clock, record, world

__all__ = ["clock", "record", "world"]


@pytest.mark.parametrize("status", [403, 429, 503])
def test_a_site_that_refused_us_for_days_is_read_again_with_its_first_good_answer(
    world: World, record: Record, status: int
) -> None:
    first = record("$49")
    for _ in range(5):
        record(None, status=status)
    derived = world.archive.derived
    baseline = derived.baseline("prices")
    assert baseline is not None
    assert baseline.id == first.id
    assert derived.changes() == ()
    record("$59")
    (change,) = derived.changes()
    assert (change.status, change.before.snapshot) == (ChangeStatus.NEWS, first.id)
    latest = derived.latest("prices")
    assert latest is not None
    assert latest[1].verdict.state is PageState.OK
    assert derived.bad_since("prices") is None
