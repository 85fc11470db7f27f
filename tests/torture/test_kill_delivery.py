"""Sending killed with -9 between any two steps, to servers of every temper: nobody twice, nobody forgotten."""

import os
from pathlib import Path

import pytest

from tests.integration.support_mail import postbox
from tests.torture.support_kills import Moody, killed_often, make_home

KILLS = int(os.environ.get("BELLWETHER_MAIL_KILLS", "300"))
MOST_SECONDS = 900.0


def test_a_sender_killed_between_any_two_steps_sends_nothing_twice_and_loses_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    box = Moody()
    with postbox(box):
        make_home(tmp_path / "home", box.port)
        tally = killed_often(tmp_path / "home", box, kills=KILLS, most_seconds=MOST_SECONDS)
    with capsys.disabled():
        print(f"\nmail: {tally}")
    assert (tally.twice, tally.lost) == (0, 0)
    assert tally.kills >= min(KILLS, 200)
    assert tally.states["sent"] > 0
