"""A sender killed between two steps, and two senders at once: nobody twice, nobody forgotten."""

import threading
from datetime import timedelta
from pathlib import Path

from domain.editions import DeliveryState
from tests.integration.support_mail import postbox
from tests.integration.support_pipeline import Moments
from tests.torture.support_kills import HOUR, Moody, killed_often, make_home, opened, run, sender


def test_a_few_kills_between_any_two_steps_send_nothing_twice_and_lose_nothing(tmp_path: Path) -> None:
    box = Moody()
    with postbox(box):
        make_home(tmp_path / "home", box.port)
        tally = killed_often(tmp_path / "home", box, kills=6, most_seconds=30.0)
    assert (tally.twice, tally.lost) == (0, 0)
    assert tally.kills > 0


def test_two_senders_at_once_send_each_mail_once(tmp_path: Path) -> None:
    box, home = Moody(temper="waits"), tmp_path / "home"
    with postbox(box):
        make_home(home, box.port)
        with sender(home) as one, sender(home) as other:
            for week in range(3):
                at = HOUR + timedelta(weeks=week)
                both = [threading.Thread(target=run, args=(process, at)) for process in (one, other)]
                for thread in both:
                    thread.start()
                for thread in both:
                    thread.join()
    with opened(home, Moments(HOUR + timedelta(weeks=3))) as world:
        editions = world.archive.editions.all()
        assert {row.state for row in world.archive.ledger.deliveries()} == {DeliveryState.SENT}
    assert len(editions) == 3 * 2
    assert box.boxes() == {edition.message_id: 1 for edition in editions}
