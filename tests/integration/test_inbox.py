"""What readers answer is read from a real IMAP server or a folder, believed only with a token, and heeded."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email import message_from_bytes
from email.policy import default
from pathlib import Path
from urllib.parse import unquote

import pytest

from digest.inbox import Letter, from_imap
from domain.answers import ActionState, Answer
from domain.editions import Edition
from domain.errors import DeliveryError, StorageError
from domain.settings import Inbox
from pipeline import World, due_editions, open_world
from pipeline.composing.answering import Fate, Outcome, read_inbox, understand
from pipeline.composing.sitting import Sitting
from pipeline.detecting.grouping import recent_events
from tests.integration.support_inbox import PASSWORD, USER, Postoffice, mail, postoffice
from tests.integration.support_pipeline import Moments
from tests.integration.support_rules import Type, typed, value
from tests.integration.support_week import (
    NEXT_MONDAY,
    PEOPLE,
    SOURCES,
    Look,
    clock,
    edition,
    ines,
    look,
    noor,
    page,
    words,
)

__all__ = ["clock", "look", "typed"]
READER = "ines@halden.example"
TOKEN = re.compile(r"bw-[0-9a-f]{12}-[a-z2-7]{24}")


@pytest.fixture
def world(tmp_path: Path, clock: Moments) -> Iterator[World]:
    (tmp_path / "bellwether.toml").write_text('[inbox]\naddress = "answers@halden.example"\n')
    (tmp_path / "sources.yaml").write_text(SOURCES)
    (tmp_path / "accounts.yaml").write_text(PEOPLE)
    world = open_world(tmp_path, {}, clock)
    world.archive.visits.register(world.sources)
    with world.archive:
        yield world


@pytest.fixture
def sent(world: World, look: Look, clock: Moments) -> Edition:
    """Ines's mail of a week in which a price rose."""
    look(page("Pro|$49"))
    look(page("Pro|$59"), 1)
    return edition(world, clock, ines(world))


def answer(sent: Edition, said: str) -> str:
    found = TOKEN.search(sent.text.replace("\n", " "))
    assert found is not None
    return f"{said} [{found[0]}]"


def say(world: World, sent: Edition, said: str, sender: str = READER) -> Outcome:
    return understand(world, sender, answer(sent, said))


def test_each_item_can_be_answered_by_a_link_that_says_nothing_of_accounts(sent: Edition) -> None:
    links = [unquote(link) for link in re.findall(r'href="(mailto:[^"]+)"', sent.html)]
    labels = [link.partition("subject=")[2].partition(" [")[0] for link in links]
    assert labels == ["useful 1", "not this account 1", "wrong 1", "done 1", "pause", "unsubscribe"]
    assert not any(word in " ".join(links) for word in ("Marlowe", "Brightvane", "ines", "W08"))
    assert "Answer item 1: mail answers@halden.example" in words(sent)
    headers = message_from_bytes(sent.eml, policy=default)
    assert headers["Reply-To"] == "answers@halden.example"
    assert TOKEN.search(headers["List-Unsubscribe"])


def test_an_answer_is_kept_once_and_the_last_one_stands(world: World, sent: Edition) -> None:
    assert say(world, sent, "useful 1").fate is Fate.TAKEN
    assert say(world, sent, "Re: USEFUL 1").fate is Fate.KNOWN
    assert say(world, sent, "wrong 1").fate is Fate.TAKEN
    assert [(one.answer, one.by) for one in world.archive.answers.heard()] == [(Answer.WRONG, "ines")]


@pytest.mark.parametrize(
    ("said", "sender", "why"),
    [
        ("useful 1 [bw-000000000000-aaaaaaaaaaaaaaaaaaaaaaaa]", READER, "no token of ours"),
        ("useful 1", READER, "no token of ours"),
        ("TOKEN useful 7", READER, "no item 7"),
        ("TOKEN thanks", READER, "says nothing we know"),
        ("TOKEN useful 1", "owen@halden.example", "not the reader"),
        ("TOKEN useful 1", "noor@halden.example", "not the reader"),
        ("TOKEN useful 1", "", "not the reader"),
    ],
)
def test_a_letter_that_cannot_be_believed_changes_nothing(
    world: World, sent: Edition, said: str, sender: str, why: str
) -> None:
    token = answer(sent, "").strip(" []")
    outcome = understand(world, sender, said.replace("TOKEN", f"[{token}]"))
    assert outcome.fate is Fate.REFUSED
    assert why in outcome.words
    assert world.archive.answers.heard() == ()


def test_an_answer_is_refused_of_an_account_that_its_reader_reads_of_no_more(
    world: World, sent: Edition, tmp_path: Path, clock: Moments
) -> None:
    moved = PEOPLE.replace("owner: ines", "owner: noor").replace("team: [ines]", "team: []")
    assert moved != PEOPLE
    (tmp_path / "accounts.yaml").write_text(moved)
    later = open_world(tmp_path, {}, clock)
    with later.archive:
        for said in ("useful 1", "done 1"):
            outcome = say(later, sent, said)
            assert outcome.fate is Fate.REFUSED
            assert "item 1 is not theirs to read of any more" in outcome.words
            assert "Marlowe" not in outcome.words
        assert say(later, sent, "unsubscribe").fate is Fate.TAKEN, "their mails are still theirs to end"
    assert world.archive.answers.heard() == ()
    assert world.archive.answers.actions(ActionState.DONE) == ()


def test_a_letter_written_by_a_machine_is_no_answer(world: World, sent: Edition) -> None:
    assert understand(world, READER, answer(sent, "useful 1"), automatic=True).fate is Fate.REFUSED


def test_a_step_stays_open_until_it_is_done(world: World, sent: Edition, look: Look, clock: Moments) -> None:
    (kept,) = world.archive.answers.actions()
    assert (kept.action.owner, kept.action.week, kept.state) == ("ines", "2026-W08", ActionState.OPEN)
    second = edition(world, clock, ines(world), 1)
    assert "Open from W08: A offer Marlowe Travel a price that holds for a year (you, was due Fri 27 Feb)" in words(
        second
    )
    assert say(world, second, "done A").fate is Fate.TAKEN
    assert [one.state for one in world.archive.answers.actions()] == [ActionState.DONE]
    assert "Open from" not in words(edition(world, clock, ines(world), 2))


def test_the_item_itself_says_that_it_is_done(world: World, sent: Edition) -> None:
    assert say(world, sent, "done 1").fate is Fate.TAKEN
    assert [one.state for one in world.archive.answers.actions()] == [ActionState.DONE]
    assert say(world, sent, "done 1").fate is Fate.KNOWN


def test_not_this_account_takes_the_link_from_later_mails_and_says_why(world: World, sent: Edition) -> None:
    (before,) = Sitting(world).impacts(recent_events(world))
    say(world, sent, "not this account 1")
    (after,) = Sitting(world).impacts(recent_events(world))
    assert before.told
    assert not after.told
    assert after.heard == "a reader says: not this account"


def test_useful_lifts_the_like_of_it_and_the_mail_says_so(
    world: World, sent: Edition, look: Look, clock: Moments
) -> None:
    say(world, sent, "useful 1")
    look(page("Pro|$69"), 8)
    second = edition(world, clock, ines(world), 1)
    assert "Readers called the like of it “useful” 1 time." in words(second)


def test_what_a_reader_calls_wrong_is_told_to_analysts(world: World, sent: Edition, clock: Moments) -> None:
    edition(world, clock, noor(world))
    clock.now += timedelta(hours=1)
    say(world, sent, "wrong 1")
    assert "Called wrong: Brightvane" in words(edition(world, clock, noor(world), 1))
    assert "Called wrong" not in words(edition(world, clock, ines(world), 1))


def test_a_pause_holds_the_mails_until_it_ends_and_then_tells_all(
    world: World, sent: Edition, look: Look, clock: Moments
) -> None:
    assert say(world, sent, "pause until 2026-03-10").words == "no mail until 2026-03-10"
    look(page("Pro|$79"), 9)
    due = [NEXT_MONDAY + timedelta(weeks=weeks, minutes=1) for weeks in (1, 3)]
    assert [one.person.key for one, _ in due_editions(world, due[0])] == ["noor"]
    assert [one.person.key for one, _ in due_editions(world, due[1])] == ["ines", "noor"]
    assert "$79" in words(edition(world, clock, ines(world), 3))


def test_a_paused_reader_gets_no_mail_by_hand_either(world: World, sent: Edition, typed: Type) -> None:
    say(world, sent, "pause until 2030-01-01")
    result = typed("digest", "send")
    assert "ines wants no mail now" in result.stderr
    assert "ines@halden.example" not in result.stdout
    assert "noor@halden.example" in result.stdout


def test_unsubscribe_ends_the_mails_and_resume_begins_them_again(world: World, sent: Edition) -> None:
    later = NEXT_MONDAY + timedelta(weeks=20, minutes=1)
    say(world, sent, "unsubscribe")
    assert "ines" not in [one.person.key for one, _ in due_editions(world, later)]
    say(world, sent, "resume")
    assert "ines" in [one.person.key for one, _ in due_editions(world, later)]


def test_letters_of_a_folder_are_read_and_twice_does_no_harm(
    world: World, sent: Edition, tmp_path: Path, typed: Type
) -> None:
    folder = tmp_path / "mails"
    (folder / "new").mkdir(parents=True)
    (folder / "1.eml").write_bytes(mail(answer(sent, "useful 1")))
    (folder / "new" / "2.host").write_bytes(mail(answer(sent, "done 1")))
    (folder / "3.eml").write_bytes(b"\xff\xfe not a mail at all\n" * 50)
    (folder / "4.eml").write_bytes(mail(answer(sent, "wrong 1"), Auto_Submitted="auto-replied"))
    first = value(typed("inbox", "--maildir", str(folder), "--json"))
    assert [one["fate"] for one in first] == ["taken", "refused", "refused", "taken"]
    again = value(typed("inbox", "--maildir", str(folder), "--json"))
    assert [one["fate"] for one in again] == ["known already", "refused", "refused", "known already"]
    assert [one["answer"] for one in value(typed("answers", "list", "--json"))] == ["useful", "done"]
    assert value(typed("actions", "list", "--json")) == []
    assert [one["state"] for one in value(typed("actions", "list", "--all", "--json"))] == ["done"]


def test_a_step_is_settled_by_hand(world: World, sent: Edition, typed: Type) -> None:
    (row,) = value(typed("actions", "list", "--json"))
    assert typed("actions", "drop", row["key"], "--note", "they left").stdout == "1 step dropped\n"
    (dropped,) = value(typed("actions", "list", "--all", "--json"))
    assert (dropped["state"], dropped["by"], dropped["note"]) == ("dropped", "mara", "they left")
    assert typed("actions", "done", "nonsense").exit_code == 2


def test_answers_are_asked_for_only_where_somebody_reads_them(typed: Type, world: World) -> None:
    result = typed("inbox")
    assert result.exit_code == 2
    assert "no [inbox] with a host" in result.stderr


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Postoffice]:
    with postoffice(tmp_path_factory.mktemp("imap")) as office:
        yield office


def reading(world: World, office: Postoffice, *, password: str = PASSWORD, folder: str = "INBOX") -> World:
    inbox = Inbox(
        address="answers@halden.example",
        host="127.0.0.1",
        port=office.port,
        security="starttls",
        user=USER,
        folder=folder,
    )
    settings = replace(world.configuration.settings, inbox=inbox)
    environ = {"BELLWETHER_INBOX_PASSWORD": password, "SSL_CERT_FILE": str(office.authority)}
    return replace(world, configuration=replace(world.configuration, settings=settings), environ=environ)


def test_letters_on_a_server_are_read_once_and_marked(world: World, sent: Edition, office: Postoffice) -> None:
    office.put(mail(answer(sent, "useful 1")))
    office.put(mail("Out of office", Auto_Submitted="auto-replied"))
    outcomes = read_inbox(reading(world, office))
    assert sorted(one.fate for one in outcomes) == [Fate.REFUSED, Fate.TAKEN]
    assert office.unread() == 0
    assert read_inbox(reading(world, office)) == ()


def test_a_letter_that_could_not_be_kept_stays_unread(world: World, sent: Edition, office: Postoffice) -> None:
    office.put(mail(answer(sent, "useful 1")))
    settings = reading(world, office).configuration.settings.inbox

    def fail(_: Letter) -> None:
        raise StorageError("the disk is full")

    assert settings is not None
    with pytest.raises(StorageError):
        from_imap(settings, reading(world, office).environ, fail)
    assert office.unread() == 1
    assert [one.fate for one in read_inbox(reading(world, office))] == [Fate.TAKEN]


@pytest.mark.parametrize(
    ("folder", "password", "why"),
    [
        ("INBOX", "wrong", "refused the login of answers"),
        ("Nowhere", PASSWORD, "has no folder Nowhere"),
    ],
)
def test_a_server_that_does_not_let_us_in_is_named_without_its_secrets(
    world: World, office: Postoffice, folder: str, password: str, why: str
) -> None:
    with pytest.raises(DeliveryError, match=why) as error:
        read_inbox(reading(world, office, password=password, folder=folder))
    assert PASSWORD not in str(error.value)


def test_a_certificate_that_nobody_vouches_for_is_refused(world: World, office: Postoffice) -> None:
    unknown = replace(reading(world, office), environ={"BELLWETHER_INBOX_PASSWORD": PASSWORD})
    with pytest.raises(DeliveryError, match="does not verify"):
        read_inbox(unknown)
