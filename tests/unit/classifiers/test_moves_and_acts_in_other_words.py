"""Moves that are due, lists of people, who comes back; approvals withdrawn and requests taken back."""

from collections.abc import Callable

import pytest

from domain.changes import Edit
from domain.events import Sighting
from domain.findings import Appointment, Regulation
from domain.sources import Source

See = Callable[..., tuple[Sighting, ...]]
Told = Callable[[str], list[tuple[str | None, ...]]]


@pytest.fixture
def moves(seen: See, entry: Callable[..., Edit], source: Callable[..., Source]) -> Told:
    def read(title: str) -> list[tuple[str | None, ...]]:
        made = seen(entry(title), of=source(kind="feed"))
        found = [fact.value for one in made for fact in one.facts]
        return [(one.person, one.role, one.move.value) for one in found if isinstance(one, Appointment)]

    return read


@pytest.fixture
def acts(seen: See, entry: Callable[..., Edit], source: Callable[..., Source]) -> Told:
    def read(title: str) -> list[tuple[str | None, ...]]:
        made = seen(entry(title), of=source(kind="feed"))
        found = [fact.value for one in made for fact in one.facts]
        return [(one.what, one.agency, one.product) for one in found if isinstance(one, Regulation)]

    return read


@pytest.mark.parametrize(
    ("text", "move"),
    [
        (
            "Marvin Ostrow, who has served as our Chief Operating Officer since 2018, will move to Senior Advisor.",
            ("Marvin Ostrow", "Chief Operating Officer", "left"),
        ),
        (
            "Brightvane terminated the employment of Philip Aubrey, its Chief Technology Officer, without cause.",
            ("Philip Aubrey", "Chief Technology Officer", "left"),
        ),
        ("Founder Rolf Ekdahl returns as CEO after two years away", ("Rolf Ekdahl", "CEO", "joined")),
        (
            "Judith Kane has been elevated from deputy general counsel to general counsel.",
            ("Judith Kane", "general counsel", "promoted"),
        ),
        ("After six years as our CTO, Deepak Rao has decided to move on.", ("Deepak Rao", "CTO", "left")),
    ],
)
def test_a_move_in_other_words_is_read(moves: Told, text: str, move: tuple[str, ...]) -> None:
    assert moves(text) == [move]


def test_each_person_of_a_list_has_an_office_of_their_own(moves: Told) -> None:
    text = "Brightvane makes two appointments: Ines Prado, Chief People Officer; Mark Oduya, Chief Customer Officer."
    assert moves(text) == [
        ("Ines Prado", "Chief People Officer", "joined"),
        ("Mark Oduya", "Chief Customer Officer", "joined"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Brightvane named a Leader in the 2026 Forrester Wave for Rate Intelligence",
        "Peter Lyle returns to board duties as permanent CEO arrives",
        "Brightvane posts three figures: Sales, up 4%; Costs, down 2%",
    ],
)
def test_what_is_no_move_is_not_told_as_one(moves: Told, text: str) -> None:
    assert moves(text) == []


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("FDA approval of Lismore’s Airline pump revoked over safety data", ("cancellation", "FDA", "Airline")),
        ("FDA withdraws approval of Kestrel’s Zelvora after trial fails", ("cancellation", "FDA", "Zelvora")),
        ("Health Canada suspends licence of Brightvane", ("cancellation", "Health Canada", None)),
        ("CMA clears Quillon-Tessellate merger subject to divestments", ("clearance", "CMA", None)),
    ],
)
def test_what_was_granted_and_is_taken_back_is_a_cancellation(acts: Told, text: str, act: tuple[str, ...]) -> None:
    assert acts(text) == [act]


@pytest.mark.parametrize(
    "text",
    [
        "Moorland Seeds withdraws its application for EPA registration of Stonecrop",
        "The Office of the Comptroller of the Currency terminated its 2021 consent order against Brightvane.",
        "Brightvane received a notice from Nasdaq that it had regained compliance with the minimum bid price rule.",
    ],
)
def test_a_request_taken_back_and_an_order_that_ends_are_no_act(acts: Told, text: str) -> None:
    assert acts(text) == []
