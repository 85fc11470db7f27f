"""Offices without the words behind them, firms that are no people, who stays after all, and moves yet to come."""

from collections.abc import Callable

import pytest

from classifiers.headlines.people_phrases import people_line
from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Appointment
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Read = Callable[[str], Sighting | None]


@pytest.fixture
def read(seen: See, entry: Callable[..., Edit], source: Callable[..., Source]) -> Read:
    return lambda title: next(iter(seen(entry(title), of=source(kind="feed"))), None)


def moves(one: Sighting | None) -> list[tuple[str, str | None, str]]:
    found = [fact.value for fact in one.facts] if one else []
    return [(value.person, value.role, value.move.value) for value in found if isinstance(value, Appointment)]


def headline(one: Sighting | None) -> str:
    return people_line("Brightvane", one.facts if one else ())


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("Brightvane appoints Maria Lopez Chair last year", ("Maria Lopez", "Chair", "joined")),
        (
            "Brightvane terminated Daniel Roth as Chief Financial Officer for cause",
            ("Daniel Roth", "Chief Financial Officer", "left"),
        ),
        (
            "Calder LLP resigned as auditors and the Board appointed Jane Moss as Chief Financial Officer.",
            ("Jane Moss", "Chief Financial Officer", "joined"),
        ),
    ],
)
def test_an_office_ends_where_its_circumstances_begin(read: Read, text: str, move: tuple[str, ...]) -> None:
    assert moves(read(text)) == [move]


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Roth was due to step down as chief executive in June but will stay on",
        "Chief executive Daniel Roth was due to retire in June, but will now remain until 2028",
        "Calder LLP were dismissed as auditors and the Board appointed Harrow LLP",
    ],
)
def test_who_stays_after_all_and_a_firm_leave_no_office(read: Read, text: str) -> None:
    assert moves(read(text)) == []


def test_who_leaves_one_office_and_keeps_another_leaves_the_one(read: Read) -> None:
    text = "Daniel Roth will step down as chief executive but will remain on the board"
    assert moves(read(text)) == [("Daniel Roth", "chief executive", "left")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chief executive Daniel Roth to retire in June", "Daniel Roth will leave Brightvane (Chief executive)"),
        ("Chief executive Daniel Roth has resigned", "Daniel Roth leaves Brightvane (Chief executive)"),
        ("Brightvane names Ana Ruiz chief executive", "Brightvane appoints Ana Ruiz as chief executive"),
        ("Brightvane hires Ana Ruiz from Calder as CFO", "Brightvane hires Ana Ruiz as CFO from Calder"),
    ],
)
def test_a_headline_says_what_is_yet_to_come_and_hires_only_from_elsewhere(read: Read, text: str, said: str) -> None:
    assert headline(read(text)) == said


def test_who_succeeds_is_said_to(read: Read) -> None:
    text = "Daniel Roth will retire as chief executive in June and will be succeeded by Ana Ruiz"
    assert headline(read(text)) == "Daniel Roth will leave Brightvane (chief executive), to be succeeded by Ana Ruiz"
