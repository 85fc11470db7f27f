"""With a web address a mail is answered by links, and unsubscribed from by one click; without one as ever."""

from dataclasses import replace
from email import message_from_bytes
from email.policy import default

import pytest

import digest
from digest.alert import Urgent, alert, for_chat
from digest.links import as_mailed
from digest.words import count_words
from domain.accounts import AlertRule
from domain.editions import Audience, Rendered, Ways, Week
from tests.unit.digest import worlds
from tests.unit.digest.support_clients import faults

TOKEN = "bw-0123456789ab-abcdefghijklmnopqrstuvwx"
SENDER = "Bellwether <bellwether@halden.example>"


def link(verb: str, number: int) -> str:
    """As long as a real one."""
    return f"https://bellwether.example/answer/3f9c2a.8d1f0a2b3c4d.{verb.replace(' ', '-')}.{number}.20861.{'a' * 26}"


LINKS = Ways(address="", token=TOKEN, link=link)
BOTH = Ways(address="answers@halden.example", token=TOKEN, link=link)


def mail(week: Week, ways: Ways, audience: Audience | None = None) -> Rendered:
    return digest.compose(replace(week, answers=ways), audience or worlds.owner(), shown=worlds.shown)


def bytes_of(ways: Ways | None, sender: str = SENDER) -> bytes:
    week = replace(worlds.full_week(), answers=ways)
    audience = worlds.owner()
    return digest.message(
        digest.compose(week, audience, shown=worlds.shown),
        audience=audience,
        edition_id="2026-W08-owner-ines",
        sender=sender,
        composed_at=worlds.SENDS,
        answers=ways,
    )


@pytest.mark.parametrize("ways", [LINKS, BOTH], ids=["links", "links and inbox"])
def test_every_item_is_answered_by_its_own_links(ways: Ways) -> None:
    one = mail(worlds.full_week(), ways)
    items = [item.number for item in one.items]
    assert items
    for number in items:
        for verb in ("useful", "not this account", "wrong") if number < 100 else ("done",):
            assert link(verb, number) in one.html
        assert link("item", number) in one.text
    assert link("pause", 0) in one.html
    assert link("unsubscribe", 0) in one.html
    assert link("mails", 0) in one.text
    assert "mailto:" not in one.html
    assert TOKEN not in one.text


@pytest.mark.parametrize("week", [worlds.full_week(), worlds.crowded_week(60)], ids=["full", "crowded"])
def test_links_break_no_limit_of_a_mail(week: Week) -> None:
    one = mail(week, LINKS)
    assert count_words(one.text) <= 700
    assert len(one.html.encode()) < 100_000
    assert sorted(set(faults(as_mailed(one.html)))) == []


def test_one_click_unsubscribes_where_there_is_a_web_address() -> None:
    raw = bytes_of(BOTH)
    headers = message_from_bytes(raw, policy=default)
    web, letter = str(headers["List-Unsubscribe"]).split(", ")
    assert web == f"<{link('unsubscribe', 0)}>"
    assert letter.startswith("<mailto:answers@halden.example?subject=unsubscribe%20%5Bbw-")
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert headers["Reply-To"] == "answers@halden.example"


def test_without_an_inbox_the_letter_goes_to_the_sender() -> None:
    headers = message_from_bytes(bytes_of(LINKS), policy=default)
    assert str(headers["List-Unsubscribe"]).endswith(", <mailto:bellwether@halden.example?subject=unsubscribe>")
    assert headers["Reply-To"] is None


@pytest.mark.parametrize("ways", [None, LINKS, BOTH, replace(BOTH, link=None)])
@pytest.mark.parametrize("sender", [SENDER, "Bellwether <bÉllwether@halden.example>"])
def test_the_header_reaches_mail_programs_as_it_is_however_long(ways: Ways | None, sender: str) -> None:
    lines = bytes_of(ways, sender).split(b"\r\n\r\n")[0].split(b"\r\n")
    at = next(place for place, line in enumerate(lines) if line.startswith(b"List-Unsubscribe: "))
    said = lines[at] + (lines[at + 1] if lines[at + 1].startswith(b" ") else b"")
    assert b"=?" not in said
    assert said.isascii()
    assert max(map(len, lines)) < 998
    assert said.partition(b": ")[2].startswith(b"<")
    assert said.endswith(b">")


def test_without_a_web_address_answers_are_letters_as_ever() -> None:
    letters = replace(BOTH, link=None)
    one = mail(worlds.full_week(), letters)
    assert "mailto:answers@halden.example?subject=useful%201%20" in one.html
    assert "Answer item 1: mail answers@halden.example" in " ".join(one.text.split())
    assert "List-Unsubscribe-Post" not in message_from_bytes(bytes_of(letters), policy=default)


def test_an_alert_is_answered_like_a_mail_and_its_links_are_posted_to_no_chat() -> None:
    week, audience = replace(worlds.full_week(), answers=BOTH), worlds.owner()
    impact = next(one for one in week.impacts if one.told and one.account in {a.name for a in audience.accounts})
    event = next(one for one in week.events if one.id == impact.event)
    told = alert(
        week,
        audience,
        Urgent(event=event, impact=impact, rule=AlertRule(tag="pricing")),
        shown=worlds.shown,
        money=True,
    )
    assert link("item", 1) in told.text
    assert link("useful", 1) in told.html
    edition = worlds.edition_of(told, audience)
    assert event.subject.name in for_chat(edition)
    assert "/answer/" not in for_chat(edition)
