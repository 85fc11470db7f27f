"""How work is parted into what a queue carries."""

from datetime import UTC, datetime

from pipeline.composing.asked import Asked, asked_for
from pipeline.crawling.orders import MOST_EDITIONS, compositions

HOUR = datetime(2026, 2, 23, 7, 0, tzinfo=UTC)


def test_editions_are_composed_in_batches_that_several_workers_share() -> None:
    wanted = [Asked(kind="owner", reader=f"p{number}", sends_at=HOUR) for number in range(2 * MOST_EDITIONS + 1)]
    orders = compositions(wanted)
    assert [len(asked_for(order.targets)) for order in orders] == [MOST_EDITIONS, MOST_EDITIONS, 1]
    assert [one for order in orders for one in asked_for(order.targets)] == wanted
    assert len({order.lock for order in orders}) == 3, "none waits for another"
    assert compositions([]) == ()
