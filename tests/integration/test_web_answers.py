"""Links of a received mail, opened over HTTP at a real server: a visit asks, a button does, a stranger gets nothing."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

import digest
from domain.answers import ActionState, Answer, Origin
from domain.errors import ConfigurationError
from domain.times import utc_now
from guard.signed_links import EPOCH, Link, LinkKey, signed
from pipeline import World, compose, due_editions, open_world, prepare
from pipeline.composing.answering import is_paused
from storage.answers import ref_of
from tests.integration.support_mail import postbox
from tests.integration.support_web import (
    KEY,
    OLDER,
    PEOPLE,
    Server,
    copied,
    free_port,
    links_of,
    one_click,
    port_of,
    serving,
    settings,
    told,
)

ONE_CLICK = "List-Unsubscribe=One-Click"
Mails = dict[str, EmailMessage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Monday:
    """A home whose three readers were told of a price that rose, and the mails as received, by reader."""

    home: Path
    mails: Mails


@pytest.fixture(scope="module")
def monday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Monday]:
    home = tmp_path_factory.mktemp("web")
    with postbox() as box:
        settings(home, free_port(), box)
        with told(home):
            mails = {str(mail["To"].addresses[0].username): mail for mail in box.mails()}
        yield Monday(home=home, mails=mails)


@pytest.fixture
def mails(monday: Monday) -> Mails:
    return monday.mails


@pytest.fixture
def home(monday: Monday, tmp_path: Path) -> Path:
    """The home for one test."""
    copied(monday.home, tmp_path)
    return tmp_path


@pytest.fixture
def world(home: Path) -> Iterator[World]:
    world = open_world(home, {}, utc_now)
    with world.archive:
        yield world


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    with serving(home, port_of(home)) as server:
        yield server


def state(world: World) -> Any:
    answers = world.archive.answers
    return answers.heard(), answers.pauses(), [(one.action.key, one.state) for one in answers.actions()]


def test_every_link_of_every_received_mail_opens_and_opening_changes_nothing(
    world: World, mails: Mails, server: Server
) -> None:
    before = state(world)
    assert set(mails) == {"ines", "owen", "noor"}
    for mail in mails.values():
        found = links_of(mail)
        assert {"useful 1", "not-this-account 1", "wrong 1", "item 1", "mails 0", "pause 0", "unsubscribe 0"} <= set(
            found
        )
        for link in found.values():
            for method in ("GET", "HEAD"):
                assert server.ask(method, link, None, {}).status == 200, link
    assert {"done 1"} <= set(links_of(mails["ines"]))
    assert state(world) == before


def test_every_link_to_the_evidence_opens_too(mails: Mails, server: Server) -> None:
    for mail in mails.values():
        said = mail.get_body(("html",)).get_content()  # type: ignore[union-attr]
        pages = set(re.findall(r'href="(http://127[^"#]+/evidence/[^"#]+)#', said))
        assert pages
        for page in pages:
            shown = server.get(page)
            assert shown.status == 200
            assert "$59" in shown.text
            assert "script" not in shown.headers["content-security-policy"]


@pytest.mark.parametrize("verb", ["useful", "not-this-account", "wrong"])
def test_a_button_gives_the_answer_once_and_says_where_it_came_from(
    world: World, mails: Mails, server: Server, verb: str
) -> None:
    link = links_of(mails["ines"])[f"{verb} 1"]
    asked = server.get(link)
    assert "Marlowe Travel · Brightvane · pricing" in asked.text
    assert "Thank you." in server.post(button(asked.text, link)).text
    assert "nothing changed" in server.post(link).text
    (heard,) = world.archive.answers.heard()
    assert (heard.answer, heard.by, heard.origin) == (Answer(verb.replace("-", " ")), "ines", Origin.LINK)


def test_a_step_is_done_by_its_link(world: World, mails: Mails, server: Server) -> None:
    assert server.post(links_of(mails["ines"])["done 1"]).status == 200
    mine = [one for one in world.archive.answers.actions() if one.action.account == "Marlowe Travel"]
    assert [(one.state, one.by) for one in mine] == [(ActionState.DONE, "ines")]


def test_the_plain_part_leads_to_a_page_to_choose_on(world: World, mails: Mails, server: Server) -> None:
    link = links_of(mails["ines"])["item 1"]
    page = server.get(link).text
    assert re.findall(r"<button[^>]*>([^<]+)<", page) == ["Useful", "Not this account", "Wrong", "Done"]
    for token in re.findall(r'action="([^"]+)"', page):
        assert server.get(link.rpartition("/")[0] + "/" + token).status == 200
    assert server.post(link).status == 400, "which answer is meant cannot be known"
    assert world.archive.answers.heard() == ()


def test_one_click_unsubscribes_without_a_login_and_twice_does_no_harm(
    world: World, mails: Mails, server: Server
) -> None:
    link = one_click(mails["owen"])
    today = utc_now().date()
    multipart = '--b\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--b--\r\n'
    assert server.post(link, ONE_CLICK).status == 200
    first = world.archive.answers.pauses()
    assert server.post(link, multipart, "multipart/form-data; boundary=b").status == 200
    assert world.archive.answers.pauses() == first
    assert [(one.person, one.until, one.origin) for one in first] == [("owen", None, Origin.LINK)]
    assert is_paused(world, "owen", today + timedelta(days=900))
    assert not is_paused(world, "ines", today)
    week = utc_now() + timedelta(days=7)
    assert "owen" not in {audience.person.key for audience, _ in due_editions(world, week)}


def test_whoever_left_can_come_back_from_the_page_that_says_so(world: World, mails: Mails, server: Server) -> None:
    link = one_click(mails["owen"])
    page = server.post(link, ONE_CLICK).text
    assert "No mail goes out until you ask for them again." in page
    assert "You get these mails again" in server.post(button(page, link)).text
    assert world.archive.answers.pauses() == ()
    assert server.post(button(page, link)).status == 200, "twice does no harm"


def test_a_pause_ends_on_the_day_that_its_reader_names(world: World, mails: Mails, server: Server) -> None:
    link, day = links_of(mails["owen"])["pause 0"], utc_now().date() + timedelta(days=30)
    page = server.post(link, f"until={day}")
    assert f"No mail goes out before {day.day} {day:%B %Y}." in page.text
    assert is_paused(world, "owen", day - timedelta(days=1))
    assert not is_paused(world, "owen", day)
    assert f"before {day.day} " in server.get(links_of(mails["owen"])["mails 0"]).text
    server.post(link)
    assert [one.until for one in world.archive.answers.pauses()] != [day], "without a day it is four weeks"


@pytest.mark.parametrize(
    "said", ["until=", "until=soon", "until=2001-01-01", "until=9999-12-31", "until=%FF", "a=1&" * 99]
)
def test_a_day_that_cannot_be_taken_is_asked_for_again(world: World, mails: Mails, server: Server, said: str) -> None:
    page = server.post(links_of(mails["owen"])["pause 0"], said)
    if said != "until=":  # a field without a value is a form sent without a day
        assert page.status == 400
        assert "Name a day after today" in page.text
        assert world.archive.answers.pauses() == ()


def token_of(reader: str, world: World, *, key: str = KEY, verb: str = "useful", number: int = 1, days: int = 9) -> str:
    """A link as we would sign it for the newest edition of a reader."""
    editions = [one for one in world.archive.editions.all() if one.recipient == reader]
    expires = utc_now().date() + timedelta(days=days)
    return signed(
        Link(ref=ref_of(editions[-1].id), verb=verb, number=number, expires=expires), LinkKey(secret=key.encode())
    )


def test_links_that_are_not_ours_or_no_longer_open_nothing(world: World, server: Server) -> None:
    good = token_of("ines", world)
    swapped = ".".join([*good.split(".")[:1], *token_of("owen", world).split(".")[1:5], good.split(".")[5]])
    later = re.sub(r"\.\d{5}\.", f".{(date(2099, 1, 1) - EPOCH).days}.", good)
    unknown = signed(
        Link(ref="0" * 12, verb="useful", number=1, expires=utc_now().date() + timedelta(days=9)),
        LinkKey(secret=KEY.encode()),
    )
    expected = {
        good: 200,
        token_of("ines", world, key=OLDER): 200,
        token_of("ines", world, key="x" * 64): 410,
        token_of("ines", world, days=-2): 410,
        token_of("ines", world, number=9): 404,
        unknown: 404,
        swapped: 403,
        later: 403,
        good.replace(".useful.", ".wrong."): 403,
        good.replace(".1.", ".2.", 1): 403,
        good[:-1]: 400,
        good + "a": 400,
        "x": 400,
    }
    for method in ("GET", "POST"):
        for token, status in expected.items():
            if (method, token) not in {("POST", good), ("POST", token_of("ines", world, key=OLDER))}:
                answer = server.ask(method, f"/answer/{token}", b"" if method == "POST" else None, {})
                assert (answer.status, token) == (status, token)
                assert status == 200 or "Marlowe" not in answer.text
    assert world.archive.answers.heard() == ()


def test_a_reader_who_left_and_one_whose_account_it_is_no_more_open_nothing(
    world: World, mails: Mails, home: Path
) -> None:
    link = links_of(mails["ines"])["useful 1"]
    with serving_to(
        home, PEOPLE.replace("Marlowe Travel, tier: key, owner: ines", "Marlowe Travel, tier: key, owner: owen")
    ) as other:
        for method in ("GET", "POST"):
            page = other.ask(method, link, None, {})
            assert page.status == 403
            assert "You do not read of this account any more" in page.text
            assert "Marlowe" not in page.text
    gone = PEOPLE.replace(
        "  ines: {name: Ines Moreau, email: ines@halden.example, zone: Europe/Paris, digest: mon 07:00}\n", ""
    )
    with serving_to(home, gone.replace("owner: ines", "owner: owen")) as other:
        for method in ("GET", "POST"):
            page = other.ask(method, link, None, {})
            assert page.status == 410
            assert "Ines" not in page.text
            assert "Marlowe" not in page.text
    assert world.archive.answers.heard() == ()


@contextmanager
def serving_to(home: Path, people: str) -> Iterator[Server]:
    """A server over the home with other people."""
    (home / "accounts.yaml").write_text(people)
    with serving(home, port_of(home)) as server:
        yield server


def test_no_mail_is_made_whose_links_could_not_be_signed(home: Path, world: World) -> None:
    (home / "web.key").unlink()
    reader = digest.audiences(world.configuration.accounts)[0]
    with pytest.raises(ConfigurationError, match="no key to sign the links of mails with"):
        prepare(world, reader, utc_now() + timedelta(days=7))


def test_what_is_only_looked_at_answers_for_nobody(world: World) -> None:
    for audience in digest.audiences(world.configuration.accounts):
        preview = compose(world, audience, utc_now() + timedelta(days=7))
        assert b"/answer/" not in preview.eml
        assert "/answer/" not in preview.html


def button(page: str, link: str) -> str:
    """Where the page's only button leads."""
    found = re.search(r'action="([^"]+)"', page)
    assert found is not None
    return f"{link.rpartition('/')[0]}/{found[1]}"
