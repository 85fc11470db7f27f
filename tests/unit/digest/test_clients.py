"""A mail uses only what every client takes, or what can be lost without harm."""

from dataclasses import replace

import pytest

from digest.links import as_mailed
from digest.words import count_words
from domain.editions import Audience, Ways, Week
from tests.unit.digest import worlds
from tests.unit.digest.support_clients import faults
from tests.unit.digest.support_compose import rendered
from tests.unit.digest.test_welcome import crowd

WAYS = Ways(address="answers@halden.example", token="bw-0123456789ab-abcdefghijklmnopqrstuvwx")


def answerable(week: Week) -> Week:
    return replace(week, answers=WAYS)


@pytest.mark.parametrize("audience", [worlds.owner(), worlds.analyst()], ids=["owner", "analyst"])
@pytest.mark.parametrize(
    "week",
    [worlds.full_week(), worlds.quiet_week(), worlds.first_week(), worlds.crowded_week(40), crowd()],
    ids=["full", "quiet", "first", "crowded", "welcome"],
)
def test_a_mail_is_safe_in_every_client(week: Week, audience: Audience) -> None:
    page = as_mailed(rendered(answerable(week), audience).html)
    assert sorted(set(faults(page))) == []
    assert len(page.encode()) < 100_000


@pytest.mark.parametrize("week", [worlds.full_week(), worlds.crowded_week(60), crowd()])
def test_the_ways_to_answer_count_among_the_seven_hundred_words(week: Week) -> None:
    one = rendered(answerable(week), worlds.owner())
    assert "Answer item 1" in one.text or "pause" in one.text
    assert count_words(one.text) <= 700


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ('<div style="display:flex">x</div>', "layout that Word does not know"),
        ('<div style="border-radius:4px">x</div>', "border-radius is not taken everywhere"),
        ('<td style="background:url(https://x.example/a.png)">x</td>', "no request may leave the mail"),
        ("<svg></svg>", "<svg> is not taken everywhere"),
        ('<img src="cid:a">', "without alt or width"),
        ('<a href="#top">up</a>', "leads nowhere"),
        ("<style>.a { color: red;</style>", "not closed"),
        ('<div onclick="x">x</div>', "script"),
        ("<!--[if mso]><table>", "conditional comment"),
    ],
)
def test_what_a_client_would_lose_is_found(broken: str, said: str) -> None:
    assert any(said in fault for fault in faults(broken))


def test_whatever_is_said_in_html_is_said_in_the_plain_part_too() -> None:
    one = rendered(answerable(worlds.full_week()), worlds.owner())
    for word in ("useful", "not this account", "wrong", "done", "pause", "unsubscribe"):
        assert word in one.html
        assert word in one.text
    assert WAYS.token in " ".join(one.text.split())
