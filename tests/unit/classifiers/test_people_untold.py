"""Sentences that name a move and tell none of the company's: taken back, a condition, long past, or a guest's."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Appointment
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Moves = Callable[[str], list[tuple[str, str | None, str]]]


@pytest.fixture
def moves(seen: See, entry: Callable[..., Edit], source: Callable[..., Source]) -> Moves:
    def read(text: str) -> list[tuple[str, str | None, str]]:
        values = [fact.value for one in seen(entry(text), of=source(kind="feed")) for fact in one.facts]
        return [(value.person, value.role, value.move.value) for value in values if isinstance(value, Appointment)]

    return read


@pytest.mark.parametrize(
    "text",
    [
        "Brightvane rescinds the appointment of Nora Feld as chief operating officer",
        "The appointment of Nora Feld as chief operating officer was withdrawn on Monday",
        "Chief financial officer Paul Adler has withdrawn his resignation as CFO",
        "The board declined to accept the resignation of Paul Adler as CFO",
        "Nora Feld was set to join Brightvane as COO but pulled out",
        "Brightvane had agreed to hire Nora Feld as COO before the offer was cancelled",
    ],
)
def test_a_move_that_was_taken_back_is_none(moves: Moves, text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            "Brightvane rejects the resignation of Paul Adler and appoints Nora Feld as COO",
            ("Nora Feld", "COO", "joined"),
        ),
        ("Brightvane withdraws its offer for Harrow and CEO Paul Adler resigns", ("Paul Adler", "CEO", "left")),
        ("Nora Feld, who joined in 2019, was named CFO today", ("Nora Feld", "CFO", "joined")),
    ],
)
def test_what_is_taken_back_or_past_beside_a_move_leaves_it_standing(
    moves: Moves, text: str, move: tuple[str, ...]
) -> None:
    assert moves(text) == [move]


@pytest.mark.parametrize(
    "text",
    [
        "Should Paul Adler step down as CFO without cause, his options lapse",
        "In the event that Paul Adler is removed as CFO, he receives a year of salary",
        "Under the proposal, Nora Feld would become chair of the board",
        "The fund wants Brightvane to dismiss Paul Adler as chairman and name Nora Feld as CEO",
        "The investor is urging the board to hire a banker and to appoint Nora Feld as chief executive",
    ],
)
def test_a_condition_and_a_demand_are_no_moves(moves: Moves, text: str) -> None:
    assert moves(text) == []


def test_what_a_company_says_would_happen_is_told(moves: Moves) -> None:
    assert moves("Brightvane said Nora Feld would become CFO in May") == [("Nora Feld", "CFO", "joined")]


@pytest.mark.parametrize(
    "text",
    [
        "How Nora Feld became chief executive of Brightvane",
        "Brightvane CEO Paul Adler on how he left law for hotels",
        "Paul Adler, who became COO three years ago, said rates rose",
        "Nora Feld's promotion to COO was announced last year",
        "Following the retirement of Paul Adler as chairman in 2017, Nora Feld was elected chair",
    ],
)
def test_what_happened_long_ago_is_no_news(moves: Moves, text: str) -> None:
    assert moves(text) == []


def test_who_comes_upon_a_departure_yet_to_come_is_told(moves: Moves) -> None:
    told = moves("Upon the retirement of Paul Adler as CFO in 2031, Nora Feld will become CFO")
    assert ("Nora Feld", "CFO", "joined") in told


@pytest.mark.parametrize(
    "text",
    [
        "Brightvane welcomes Nora Feld, president of Harrow, to its new head office",
        "Brightvane picks Nora Feld, managing director of Hotel Linde, as its customer of the year",
        "Meet Nora Feld, our Director of Engineering",
        "Say hello to Paul Adler, Head of Revenue at Linde Hotels",
        "Brightvane adds Paul Adler, chief economist, to its summit line-up",
    ],
)
def test_a_guest_and_somebody_shown_take_no_office(moves: Moves, text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            "Brightvane welcomes Nora Feld as chief operating officer",
            ("Nora Feld", "chief operating officer", "joined"),
        ),
        (
            "Brightvane names Nora Feld, president of Harrow, chief executive",
            ("Nora Feld", "chief executive", "joined"),
        ),
        ("Meet Nora Feld, our new Director of Engineering", ("Nora Feld", "Director of Engineering", "joined")),
        ("Calder hires Brightvane CFO Nora Feld", ("Nora Feld", "CFO", "left")),
        ("Linde Hotels poaches Brightvane's chief economist Paul Adler", ("Paul Adler", "chief economist", "left")),
    ],
)
def test_who_is_new_comes_and_who_is_poached_leaves(moves: Moves, text: str, move: tuple[str, ...]) -> None:
    assert moves(text) == [move]


@pytest.mark.parametrize(
    "text",
    [
        "Linde, the hotel chain, said Nora Feld will join as CFO.",
        "Nora Feld has resigned as CEO of one of our partners",
        "As previously announced, Paul Adler, the former CFO, resigned and entered into a separation agreement",
    ],
)
def test_what_is_told_of_others_or_once_more_is_no_move(moves: Moves, text: str) -> None:
    assert moves(text) == []
